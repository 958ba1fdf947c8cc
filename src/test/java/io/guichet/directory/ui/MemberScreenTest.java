package io.guichet.directory.ui;

import static io.guichet.directory.ui.Samples.EMAIL;
import static io.guichet.directory.ui.Samples.MEMBER;
import static io.guichet.directory.ui.Samples.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Shortcut;
import io.guichet.testing.UiTest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

class MemberScreenTest extends UiTest {

    private final Samples samples = new Samples();
    private final Texts texts = texts("platform", "country", "directory", "sampleform");

    private MemberScreen open() {
        MemberScreen screen = fx(() -> new MemberScreen(MEMBER, samples.workplace(), new FxmlViews(texts), texts, Samples.nowhere()));
        show(screen::createView);
        return screen;
    }

    private static String id(String key) {
        return key.replace('.', '-');
    }

    private TextField field(String key) {
        return find("field-" + id(key), TextField.class);
    }

    private void type(String key, String text) {
        onScreen(() -> {
            field(key).requestFocus();
            field(key).setText(text);
        });
    }

    private static void press(MemberScreen screen, String textKey) {
        onScreen(screen.shortcuts().stream().filter(shortcut -> shortcut.textKey().equals(textKey))
                .map(Shortcut::action).findFirst().orElseThrow());
    }

    private void colleague(String key, String value) {
        samples.directory.changedBy("eva", MEMBER, key, value);
        onScreen(() -> samples.feed.tell(MEMBER, samples.directory.stored(MEMBER).version(), "other-window"));
    }

    private boolean visible(String id) {
        return fx(() -> {
            for (Node node = find(id, Node.class); node != null; node = node.getParent()) {
                if (!node.isVisible()) {
                    return false;
                }
            }
            return true;
        });
    }

    @Test
    void theHeaderAnswersWhoItIs() {
        open();

        assertThat(find("memberName", Label.class).getText()).isEqualTo("Ada Lovelace");
        assertThat(find("memberBorn", Label.class).getText()).isEqualTo("14/03/1987 (39)");
        assertThat(find("copy-" + id(EMAIL), Button.class).getText()).isEqualTo("ada@example.org");
        assertThat(find("copy-" + id(Samples.ID), Button.class).getText()).isEqualTo("1•• •••");
        assertThat(visible("saveBar")).isFalse();
    }

    @Test
    void copyingAMaskedNumberIsRecorded() {
        open();
        onScreen(() -> find("copy-" + id(Samples.ID), Button.class).fire());

        assertThat(samples.directory.calls).contains("reveal " + Samples.ID);
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("123400");
    }

    @Test
    void aPhoneNumberIsCorrectedByKeyboard() {
        MemberScreen screen = open();
        onScreen(() -> field(PHONE).requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("0699999999");
        assertThat(screen.unsaved().getValue()).isTrue();
        assertThat(find("save", Button.class).getText()).isEqualTo("Save 1 change");
        assertThat(field(PHONE).getTooltip().getText()).contains("06 12 34 56 78");

        press(screen, "directory.member.shortcut.save");

        assertThat(samples.directory.stored(MEMBER).values().get(PHONE)).contains("+33699999999");
        assertThat(visible("saveBar")).isFalse();
        assertThat(screen.unsaved().getValue()).isFalse();
        assertThat(find("copy-" + id(PHONE), Button.class).getText()).isEqualTo("06 99 99 99 99");
    }

    @Test
    void escapePutsTheFieldBack() {
        open();
        type(PHONE, "0699999999");
        robot.push(KeyCode.ESCAPE);

        assertThat(field(PHONE).getText()).isEqualTo("06 12 34 56 78");
        assertThat(visible("saveBar")).isFalse();
    }

    @Test
    void whatIsWrongStandsAtTheFieldWhichGetsTheCursor() {
        MemberScreen screen = open();
        type(Samples.BORN, "31/02/1987");
        onScreen(() -> field(EMAIL).requestFocus());
        assertThat(visible("problem-" + id(Samples.BORN))).isTrue();

        press(screen, "directory.member.shortcut.save");

        assertThat(fx(() -> field(Samples.BORN).isFocused())).isTrue();
        assertThat(samples.directory.saves).isEmpty();
    }

    @Test
    void aColleaguesChangeShowsInACleanFormAndIsToldInAnEditedOne() {
        open();
        colleague(PHONE, "+33611111111");
        assertThat(field(PHONE).getText()).isEqualTo("06 11 11 11 11");
        assertThat(visible("notice")).isFalse();

        type(EMAIL, "ada@work.example");
        colleague(PHONE, "+33622222222");
        assertThat(field(PHONE).getText()).isEqualTo("06 11 11 11 11");
        assertThat(field(EMAIL).getText()).isEqualTo("ada@work.example");
        assertThat(visible("notice")).isTrue();
        assertThat(find("noticeText", Label.class).getText()).contains("eva").contains("Phone");
    }

    @Test
    void aNumberOfTheHistoryIsNotBrokenBetweenItsGroups() throws Exception {
        onScreen(() -> appearance().largeTextProperty().set(true));
        MemberScreen screen = open();
        onScreen(() -> find("face-history", ToggleButton.class).fire());
        colleague(PHONE, "+33611111111");
        assertThat(screen.back()).isTrue();
        onScreen(() -> find("face-history", ToggleButton.class).fire());
        assertThat(robot.lookup("#history .label").queryAllAs(Label.class)).extracting(Label::getText)
                .anyMatch(text -> text.contains("06\u00a011\u00a011\u00a011\u00a011"));
        screenshot("history-number-large");
        onScreen(() -> appearance().largeTextProperty().set(false));
    }

    @Test
    void aConflictShowsBothValuesAndCanBeSettled() {
        MemberScreen screen = open();
        type(PHONE, "0699999999");
        samples.directory.changedBy("eva", MEMBER, PHONE, "+33611111111");
        press(screen, "directory.member.shortcut.save");

        assertThat(visible("conflict")).isTrue();
        assertThat(find("save", Button.class).isDisabled()).isTrue();
        assertThat(robot.lookup("06 11 11 11 11").tryQuery()).isPresent();
        assertThat(robot.lookup("06 99 99 99 99").tryQuery()).isPresent();

        onScreen(() -> find("keepMine", Button.class).fire());
        assertThat(samples.directory.stored(MEMBER).values().get(PHONE)).contains("+33699999999");
        assertThat(visible("conflict")).isFalse();
    }

    @Test
    void aLostServerIsExplainedAndKeepsWhatWasTyped() {
        MemberScreen screen = open();
        type(PHONE, "0699999999");
        onScreen(() -> samples.feed.tell(ChangeFeed.State.RECONNECTING));
        samples.directory.failure = new DatabaseFailure(DatabaseFailure.Kind.UNREACHABLE,
                UserMessage.of("test.unreachable"), "gone", null);
        press(screen, "directory.member.shortcut.save");

        assertThat(visible("problem")).isTrue();
        assertThat(robot.lookup("The server does not answer.").tryQuery()).isPresent();
        assertThat(field(PHONE).getText()).isEqualTo("0699999999");

        samples.directory.failure = null;
        onScreen(() -> samples.feed.tell(ChangeFeed.State.CONNECTED));
        assertThat(visible("problem")).isFalse();
        assertThat(visible("saveBar")).isTrue();
    }

    @Test
    void anotherLanguageKeepsWhatWasTyped() {
        MemberScreen screen = open();
        type(EMAIL, "ada@work.example");
        onScreen(() -> texts.use(Locale.GERMAN));
        closeAll();
        show(screen::createView);

        assertThat(find("memberBorn", Label.class).getText()).startsWith("14.03.1987");
        assertThat(field(EMAIL).getText()).isEqualTo("ada@work.example");
        assertThat(find("save", Button.class).getText()).isEqualTo("1 Änderung speichern");
    }

    @Test
    void saysThatThereIsNoSuchMemberAndThatARoleMayNotLook() {
        samples.directory.remove(MEMBER);
        open();
        assertThat(find("emptyTitle", Label.class).getText()).isEqualTo("No such member");

        closeAll();
        samples.rights = new Rights("sales", Set.of(StaffGroup.SALES), Set.of(Samples.COUNTRY));
        open();
        assertThat(find("emptyTitle", Label.class).getText()).isEqualTo("Not for your role");
    }

    private static void closeAll() {
        onScreen(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    @Test
    void whoMayOnlyReadSeesValuesButNoControls() {
        samples.directory.editable = false;
        open();

        assertThat(field(PHONE).isEditable()).isFalse();
        assertThat(find("field-" + id(Samples.SEX), TextField.class).getText()).isEqualTo("female");
    }
}
