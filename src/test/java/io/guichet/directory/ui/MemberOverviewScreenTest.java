package io.guichet.directory.ui;

import static io.guichet.directory.ui.FakeOverviews.TODAY;
import static io.guichet.directory.ui.FakeOverviews.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.Cover;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Line;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Shortcut;
import io.guichet.testing.UiTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemberOverviewScreenTest extends UiTest {

    private static final FileRef OTHER = new FileRef(Samples.COUNTRY, FileKind.MEMBER, "2000099");

    private final Samples samples = new Samples();
    private final FakeOverviews overviews = samples.overviews;
    private final Texts texts = texts("platform", "country", "directory", "sampleform");
    private final List<String> opened = new ArrayList<>();
    private final Navigator navigator = new Navigator() {
        @Override
        public void open(FileRef file, boolean behind) {
            opened.add(file + (behind ? " behind" : ""));
        }
    };

    @BeforeEach
    void fill() {
        overviews.fill();
    }

    private MemberScreen open() {
        MemberScreen screen = fx(() ->
                new MemberScreen(Samples.MEMBER, samples.workplace(), new FxmlViews(texts), texts, navigator));
        show(screen::createView);
        return screen;
    }

    private static void press(MemberScreen screen, String textKey) {
        onScreen(screen.shortcuts().stream().filter(shortcut -> shortcut.textKey().equals(textKey))
                .map(Shortcut::action).findFirst().orElseThrow());
    }

    private boolean visible(String id) {
        return fx(() -> {
            Node found = robot.lookup("#" + id).tryQuery().orElse(null);
            for (Node node = found; node != null; node = node.getParent()) {
                if (!node.isVisible()) {
                    return false;
                }
            }
            return found != null;
        });
    }

    private String standing() {
        return find("standing", Label.class).getText();
    }

    private static String clipboard() {
        return fx(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void answersACallAtOnce() throws Exception {
        open();

        assertThat(standing()).isEqualTo("covered today");
        assertThat(find("standing", Label.class).getGraphic()).as("never the colour alone").isNotNull();
        assertThat(find("product", Label.class).getText()).isEqualTo("Plan K-1");
        assertThat(visible("cover-K-1")).isTrue();
        assertThat(find("allowance-optical", Line.class).said()).contains("320.00 of 420.00\u202f€");
        assertThat(find("relative-1000043", Line.class).said()).contains("Byron Lovelace").contains("covered");
        assertThat(find("claim-C-9998", Line.class).said()).contains("to decide").doesNotContain("9.00");
        assertThat(find("claim-C-9999", Line.class).said()).contains("1,284.50\u202f€").contains("paid");
        screenshot("member-overview");
    }

    @Test
    void saysHowOneStandsInEveryState() {
        overviews.covers.clear();
        MemberScreen screen = open();
        assertThat(standing()).isEqualTo("never covered");
        stands(screen, Cover.State.SUSPENDED, "suspended");
        stands(screen, Cover.State.COMING, "covered from 01/01/2024");
        stands(screen, Cover.State.ENDED, "not covered: ended 01/01/2025");
    }

    private void stands(MemberScreen screen, Cover.State state, String said) {
        overviews.covers.clear();
        overviews.covers.add(FakeOverviews.cover("K-2", state, LocalDate.of(2024, 1, 1)));
        onScreen(() -> samples.feed.tell(Samples.MEMBER, 1, "other-window"));
        assertThat(standing()).isEqualTo(said);
        assertThat(screen.unsaved().getValue()).isFalse();
    }

    @Test
    void goesToAnotherDayAndBackByKey() {
        MemberScreen screen = open();
        assertThat(visible("then")).isFalse();
        press(screen, "directory.member.shortcut.yearBefore");

        assertThat(visible("then")).isTrue();
        assertThat(find("thenText", Label.class).getText()).contains("21 November 2025");
        assertThat(standing()).isEqualTo("covered on 21/11/2025");
        assertThat(find("asOf", TextField.class).getText()).isEqualTo("21/11/2025");

        press(screen, "directory.member.shortcut.today");
        assertThat(visible("then")).isFalse();
        assertThat(standing()).isEqualTo("covered today");
    }

    @Test
    void theTitleSaysWhatIsTrueOnTheDay() {
        MemberScreen screen = open();
        assertThat(sectionTitle("section-cover")).isEqualTo("Cover today");
        assertThat(visible("allowancesCounted")).isFalse();
        press(screen, "directory.member.shortcut.yearBefore");
        assertThat(sectionTitle("section-cover")).isEqualTo("Cover on 21/11/2025");
        assertThat(visible("allowancesCounted")).as("what is used is counted up to today").isTrue();

        press(screen, "directory.member.shortcut.today");
        overviews.covers.clear();
        overviews.covers.add(FakeOverviews.cover("K-2", Cover.State.ENDED, LocalDate.of(2024, 1, 1)));
        onScreen(() -> samples.feed.tell(Samples.MEMBER, 1, "other-window"));
        assertThat(sectionTitle("section-cover")).isEqualTo("Not covered today");
        assertThat(visible("cover-K-2")).as("the last one").isTrue();
        assertThat(visible("section-allowances")).as("nothing is limited where nothing covers").isFalse();
        press(screen, "directory.member.shortcut.yearBefore");
        assertThat(sectionTitle("section-cover")).isEqualTo("Not covered on 21/11/2025");
    }

    private String sectionTitle(String section) {
        return robot.from(find(section, Node.class)).lookup(".section-title").queryAs(Label.class).getText();
    }

    @Test
    void editingBeginsInTheFirstFieldThatCanBeChanged() {
        MemberScreen screen = open();
        press(screen, "directory.member.shortcut.day");
        press(screen, "directory.member.shortcut.details");
        Node focused = fx(() -> find("asOf", TextField.class).getScene().getFocusOwner());
        assertThat(focused.getId()).startsWith("field-");
        assertThat(((TextField) focused).isEditable()).isTrue();
    }

    @Test
    void anotherLanguageKeepsTheChosenRowOfAWholeList() {
        for (int age = 10; age < 90; age++) {
            overviews.claims.add(claim(age, ClaimLine.State.PAID));
        }
        MemberScreen screen = open();
        onScreen(() -> find("allClaims", Button.class).fire());
        onScreen(() -> {
            find("claims", TableView.class).getSelectionModel().select(60);
            find("claims", TableView.class).scrollTo(55);
        });
        onScreen(() -> texts.use(Locale.GERMAN));
        onScreen(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        show(screen::createView);
        TableView<?> table = find("claims", TableView.class);
        await("the row is chosen again", () -> table.getSelectionModel().getSelectedIndex() == 60);
        await("and seen", () -> table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null && flow.getFirstVisibleCell().getIndex() > 50);
        onScreen(() -> samples.feed.tell(Samples.MEMBER, 1, "other-window"));
        assertThat(table.getSelectionModel().getSelectedIndex()).as("read again").isEqualTo(60);
    }

    @Test
    void takesATypedDayAndKeepsOneThatCannotBe() {
        MemberScreen screen = open();
        press(screen, "directory.member.shortcut.day");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("31/02/2024").push(KeyCode.ENTER);
        assertThat(find("asOf", TextField.class).getText()).isEqualTo("31/02/2024");
        assertThat(standing()).isEqualTo("covered today");

        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("01/03/2024").push(KeyCode.ENTER);
        assertThat(standing()).isEqualTo("covered on 01/03/2024");
    }

    @Test
    void copiesALineByKeyAndSaysSo() {
        open();
        onScreen(() -> find("claim-C-9999", Line.class).requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(clipboard()).startsWith("20/11/2026\tC-9999").contains("1,284.50\u202f€").endsWith("paid");
        assertThat(samples.notices).hasSize(1);

        robot.push(KeyCode.DOWN).push(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(clipboard()).startsWith("19/11/2026\tC-9998").endsWith("to decide");
    }

    @Test
    void copiesTheMaskedNumberOnlyOnTheRecord() {
        open();
        onScreen(() -> find("copy-" + Samples.ID.replace('.', '-'), Button.class).requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(samples.directory.calls).contains("reveal " + Samples.ID);
        assertThat(clipboard()).isEqualTo("123400");
    }

    @Test
    void opensWhatBelongsToItInTabs() {
        open();
        onScreen(() -> find("claim-C-9999", Line.class).requestFocus());
        robot.push(KeyCode.ENTER);
        onScreen(() -> find("relative-1000043", Line.class).requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        robot.clickOn("#cover-K-1");
        assertThat(opened).containsExactly("ZZ/claim/C-9999", "ZZ/member/1000043 behind", "ZZ/contract/K-1");
    }

    @Test
    void comesBackToTheSamePlaceInAWholeList() {
        for (int age = 10; age < 300; age++) {
            overviews.claims.add(claim(age, ClaimLine.State.PAID));
        }
        MemberScreen screen = open();
        onScreen(() -> find("allClaims", Button.class).fire());
        TableView<?> table = find("claims", TableView.class);
        onScreen(() -> {
            table.getSelectionModel().select(90);
            table.scrollTo(85);
        });
        await("the next page is there", () -> table.getItems().size() > 100);
        press(screen, "directory.member.shortcut.details");
        assertThat(visible("claims")).isFalse();

        onScreen(screen::back);
        assertThat(visible("claims")).isTrue();
        assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(90);
        onScreen(table::requestFocus);
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(clipboard()).startsWith(texts.day(TODAY.minusDays(91)));
        robot.push(KeyCode.ENTER);
        assertThat(opened).hasSize(1);
        assertThat(fx(screen::back)).isTrue();
        assertThat(visible("section-claims")).isTrue();
        assertThat(fx(screen::back)).isFalse();
    }

    @Test
    void aSectionThatFailsSaysSoAtItsPlaceAndIsReadAgain() throws Exception {
        overviews.failures.put("claims", new DatabaseFailure(DatabaseFailure.Kind.DENIED,
                UserMessage.of("test.denied"), "no", null));
        open();
        assertThat(visible("cover-K-1")).isTrue();
        screenshot("member-section-error");
        Button again = robot.from(find("section-claims", Node.class)).lookup("#error-retry").queryAs(Button.class);

        overviews.failures.clear();
        onScreen(again::fire);
        assertThat(visible("claim-C-9999")).isTrue();
    }

    @Test
    void aChangeKeepsTheFocusAndTheFormBeingEdited() {
        MemberScreen screen = open();
        press(screen, "directory.member.shortcut.details");
        TextField phone = find("field-" + Samples.PHONE.replace('.', '-'), TextField.class);
        onScreen(() -> {
            phone.requestFocus();
            phone.setText("0699999999");
        });
        overviews.claims.addFirst(claim(0, ClaimLine.State.RECEIVED));
        onScreen(() -> samples.feed.tell(Samples.MEMBER, 1, "other-window"));
        assertThat(phone.getText()).isEqualTo("0699999999");
        assertThat(fx(phone::isFocused)).isTrue();

        press(screen, "directory.member.shortcut.overview");
        onScreen(() -> find("claim-C-9999", Line.class).requestFocus());
        overviews.claims.removeFirst();
        onScreen(() -> samples.feed.tell(Samples.MEMBER, 1, "other-window"));
        assertThat(fx(() -> find("section-claims", Node.class).getScene().getFocusOwner())).isInstanceOf(Line.class);
    }

    @Test
    void showsTheSamePersonElsewhereBeside() throws Exception {
        samples.directory.add(OTHER, "Ada King", Map.of(Samples.NAME, "King"));
        samples.identities.linked.put(Samples.MEMBER, List.of(row(OTHER, "Ada King")));
        MemberScreen screen = open();
        onScreen(() -> find("also-zz-member", Button.class).fire());

        assertThat(visible("beside-own")).isTrue();
        assertThat(visible("beside-other")).isTrue();
        screenshot("member-beside");
        onScreen(() -> find("openBeside", Button.class).fire());
        assertThat(opened).containsExactly("ZZ/member/2000099");
        onScreen(() -> find("unlink", Button.class).fire());
        assertThat(visible("beside-other")).isFalse();
        assertThat(visible("section-claims")).isTrue();
        assertThat(visible("also-zz-member")).isFalse();
        assertThat(fx(screen::back)).isFalse();
    }

    private static SearchRow row(FileRef file, String label) {
        return new SearchRow(file, label, "Bruges", LocalDate.of(1987, 3, 14), List.of(), null);
    }

    @Test
    void offersWhoMayBeTheSamePersonAndAsksBeforeLinking() throws Exception {
        FileRef stranger = new FileRef(Samples.COUNTRY, FileKind.MEMBER, "3000077");
        samples.identities.possible.put(Samples.MEMBER, List.of(row(OTHER, "Ada King"), row(stranger, "Ada Byron")));
        open();
        assertThat(visible("section-possible")).isTrue();
        screenshot("member-possible");
        onScreen(() -> find("same-zz-2000099", Button.class).fire());
        assertThat(visible("also-zz-member")).isTrue();
        assertThat(visible("same-zz-2000099")).isFalse();

        onScreen(() -> find("notSame-zz-3000077", Button.class).fire());
        assertThat(visible("section-possible")).isFalse();
        assertThat(samples.identities.linked.get(Samples.MEMBER)).extracting(SearchRow::ref).containsExactly(OTHER);
    }

    @Test
    void whoMayOnlyReadIsToldAndAskedNothing() {
        samples.rights = new Rights("auditor", Set.of(StaffGroup.AUDITOR), Set.of(Samples.COUNTRY));
        samples.identities.possible.put(Samples.MEMBER, List.of(row(OTHER, "Ada King")));
        open();
        assertThat(visible("section-possible")).isTrue();
        assertThat(visible("same-zz-2000099")).isFalse();
    }

    @Test
    void showsWhatOtherComponentsBring() {
        boolean[] closed = {false};
        samples.panels = List.of(file -> Optional.of(new FilePanel() {
            @Override
            public ObservableValue<String> title() {
                return new SimpleStringProperty("Papers");
            }

            @Override
            public Node createView() {
                Label label = new Label("a letter");
                label.setId("letter");
                return label;
            }

            @Override
            public void refresh() {
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        }), file -> Optional.empty());
        MemberScreen screen = open();
        assertThat(visible("letter")).isTrue();
        onScreen(screen::close);
        assertThat(closed[0]).isTrue();
    }

    @Test
    void aCountryWithoutCoverSaysSoAndBeginsWithTheForm() {
        overviews.keeps = false;
        open();
        assertThat(visible("field-" + Samples.PHONE.replace('.', '-'))).isTrue();
        assertThat(robot.lookup("#face-claims").tryQuery()).isEmpty();
        onScreen(() -> find("face-overview", ToggleButton.class).fire());
        assertThat(visible("noCover")).isTrue();
        assertThat(visible("section-happened")).isTrue();
    }
}
