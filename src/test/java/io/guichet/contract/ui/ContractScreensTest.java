package io.guichet.contract.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.StaffGroup;
import io.guichet.contract.AmendmentPreview;
import io.guichet.contract.AmendmentRow;
import io.guichet.contract.PremiumCorrection;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.TouchedClaim;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Dialogs;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Screen;
import io.guichet.testing.ChosenFiles;
import io.guichet.testing.UiTest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

class ContractScreensTest extends UiTest {

    private static final FileRef FIRST = Scripted.ref(100);

    private final Scripted scripted = new Scripted();
    private final Texts texts = texts("platform", "country", "contract", "sampleform");
    private final List<String> opened = new ArrayList<>();
    private final List<Dialogs.Question> questions = new ArrayList<>();
    private final ChosenFiles files = new ChosenFiles();

    private ContractScreens screens() {
        Navigator navigator = new Navigator() {
            @Override
            public void open(FileRef file, boolean behind) {
                opened.add(FileScreens.id(file) + (behind ? " behind" : ""));
            }

            @Override
            public boolean open(String screen, boolean behind) {
                return opened.add(screen);
            }
        };
        Dialogs yes = (question, answered) -> {
            questions.add(question);
            answered.accept(question.answers().getLast().id());
        };
        return new ContractScreens(scripted.work(), new ScreenParts(new FxmlViews(texts), texts, Scripted.INPUT,
                Clock.fixed(Scripted.NOW, ZoneOffset.UTC), navigator, yes, files, notice -> { }, List.of()));
    }

    private void open(String id) {
        Screen screen = fx(() -> screens().make(id).orElseThrow());
        show(screen::createView);
    }

    private void press(String id) {
        onScreen(() -> find(id, Button.class).fire());
    }

    @Test
    void aContractIsFoundAndOpenedByKeyboard() {
        open(ContractListScreen.ID);
        TableView<?> table = find("table", TableView.class);
        assertThat(table.getItems()).hasSize(ContractListViewModel.PAGE);

        robot.clickOn("#filter").write("0012", 0);
        assertThat(table.getItems()).hasSize(1);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        assertThat(opened).containsExactly("contract:ZZ:K-13");

        onScreen(() -> find("filter", TextField.class).setText("nobody"));
        press("clearNothing");
        assertThat(table.getItems()).hasSize(ContractListViewModel.PAGE);
    }

    @Test
    void theListCutsNeitherTitlesNorFigures() {
        for (Locale language : Texts.LANGUAGES) {
            onScreen(() -> texts.use(language));
            open(ContractListScreen.ID);
            TableView<?> table = find("table", TableView.class);
            assertThat(fx(() -> table.lookupAll(".column-header .label").stream().map(Labeled.class::cast)
                    .filter(ContractScreensTest::isCut).map(Labeled::getText).toList())).as(language + " titles").isEmpty();
            assertThat(fx(() -> table.lookupAll(".table-cell").stream().map(Labeled.class::cast)
                    .filter(ContractScreensTest::isCut).map(Labeled::getText).toList())).as(language + " cells").isEmpty();
            onScreen(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        }
    }

    private static boolean isCut(Labeled label) {
        return label.getText() != null && !label.getText().isEmpty() && label.getWidth() > 0
                && label.lookup(".text") instanceof Text shown && !shown.getText().equals(label.getText());
    }

    @Test
    void aContractShowsWhomItCoversAndWhatItCosts() {
        open(FileScreens.id(Scripted.CONTRACT));

        assertThat(find("contractNumber", Label.class).getText()).isEqualTo("K-0001");
        TableView<?> people = find("people", TableView.class);
        assertThat(people.getItems()).hasSize(3);
        press("holder");
        press("amend");
        assertThat(opened).containsExactly("company:ZZ:C-1", NewAmendment.id(Scripted.CONTRACT, null));

        onScreen(() -> find("asOfDay", TextField.class).setText("01/02/2025"));
        robot.clickOn("#asOfDay").push(KeyCode.ENTER);
        assertThat(scripted.contracts.days.getLast()).isEqualTo(LocalDate.of(2025, 2, 1));
    }

    @Test
    void whoMayOnlyReadIsOfferedNoChange() {
        scripted.group = StaffGroup.AUDITOR;
        open(FileScreens.id(Scripted.CONTRACT));
        assertThat(find("amend", Button.class).isVisible()).isFalse();
        ContractScreens auditor = screens();
        boolean amends = fx(() -> auditor.make(NewAmendment.id(Scripted.CONTRACT, null)).isPresent());
        assertThat(amends).isFalse();

        scripted.group = StaffGroup.SALES;
        assertThat(screens().navigation()).isEmpty();
    }

    @Test
    void aCompanyLeadsToItsContractsAndPeople() {
        open(FileScreens.id(Scripted.COMPANY));

        press("contract-K-1");
        press("person-7");
        assertThat(opened).containsExactly("contract:ZZ:K-1", "member:ZZ:7");
    }

    @Test
    void anAmendmentGoesFromItsKindToApplied() {
        open(NewAmendment.id(Scripted.CONTRACT, null));
        press("kind-enrol");
        onScreen(() -> find("field-zz-member-lastName", TextField.class).setText("Lovelace"));
        press("preview");
        assertThat(find("problem-zz-member-birthDate", Label.class).isVisible()).isTrue();
        assertThat(find("apply", Button.class).isDisabled()).isTrue();

        scripted.preview = Scripted.preview(List.of(), List.of("membership"));
        onScreen(() -> find("field-zz-member-birthDate", TextField.class).setText("10/12/1990"));
        press("preview");
        assertThat(find("apply", Button.class).isDisabled()).isTrue();
        files.answer = Path.of("form.pdf");
        press("attach-membership");

        scripted.preview = new AmendmentPreview(List.of(), List.of(), Money.euros(10_000), Money.euros(12_500), List.of(),
                List.of(new TouchedClaim(new FileRef(Scripted.COUNTRY, FileKind.CLAIM, "C-1"), "C-1", Scripted.MEMBER,
                        LocalDate.of(2026, 12, 3),
                        ClaimLine.State.PAID)),
                List.of(new PremiumCorrection(YearMonth.of(2026, 12), Money.euros(2_500)),
                        new PremiumCorrection(YearMonth.of(2027, 1), Money.euros(2_500))), List.of());
        press("preview");
        assertThat(find("apply", Button.class).isDisabled()).isFalse();
        assertThat(find("apply", Button.class).getText()).contains("1 December 2026");
        press("apply");
        assertThat(questions).singleElement().satisfies(question -> assertThat(question.text())
                .as("what follows is repeated").contains("1 decided claim becomes wrong")
                .contains("2 premiums already due are to be corrected: +50.00\u202f€").doesNotContain("open claim"));
        assertThat(scripted.stored.get(FIRST)).extracting(now -> now.row().state()).isEqualTo(AmendmentRow.State.APPLIED);
        assertThat(find("cancelAmendment", Button.class).isDisabled()).isTrue();
    }

    @Test
    void whatWasBuiltOnAnAmendmentIsNamed() {
        scripted.store(FIRST, new AmendmentOrder("K-1", "terminate", LocalDate.of(2026, 12, 1), Scripted.MEMBER,
                FieldValues.of(Map.of()), false), "", AmendmentRow.State.APPLIED, "care");
        scripted.refusal = List.of(new FieldProblem("amendment", UserMessage.of("contract.amendments.from", "x")));
        open(FileScreens.id(FIRST));
        onScreen(() -> find("cancelReason", TextField.class).setText("by mistake"));
        press("cancelAmendment");

        assertThat(find("elsewhere", HBox.class).isVisible()).isTrue();
        assertThat(find("cancelReason", TextField.class).getText()).isEqualTo("by mistake");
    }

    @Test
    void theKeyboardGoesOnFromWhatWasChosen() {
        open(NewAmendment.id(Scripted.CONTRACT, null));
        press("kind-terminate");
        onScreen(() -> find("subjectSearch", TextField.class).requestFocus());
        robot.push(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("subject");
        press("subjectOther");
        assertThat(focused()).isEqualTo("subjectSearch");
    }

    private String focused() {
        onScreen(() -> { });
        return fx(() -> find("amendmentTitle", Label.class).getScene().getFocusOwner().getId());
    }

    @Test
    void amendmentsBecomeNarrowerWithTheirPage() {
        scripted.store(FIRST, new AmendmentOrder("K-1", "terminate", LocalDate.of(2026, 12, 1), Scripted.MEMBER,
                FieldValues.of(Map.of()), false), "", AmendmentRow.State.APPLIED, "care");
        open(FileScreens.id(Scripted.CONTRACT));
        VBox list = find("amendments", VBox.class);
        onScreen(() -> {
            list.resize(600, 200);
            list.layout();
        });
        assertThat(fx(() -> list.minWidth(-1))).isLessThan(200);
    }
}
