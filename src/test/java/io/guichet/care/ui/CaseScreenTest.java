package io.guichet.care.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.care.CaseRow.State;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Screen;
import io.guichet.testing.ImmediateBackground;
import io.guichet.testing.UiTest;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class CaseScreenTest extends UiTest {

    private final FakeCases cases = new FakeCases();
    private final Texts texts = texts("platform", "care");

    private Screen open(FileRef file) {
        Screen screen = fx(() -> new CaseScreens(cases.desk(new ImmediateBackground(), texts), new FxmlViews(texts))
                .make(FileScreens.id(file)).orElseThrow());
        show(screen::createView);
        return screen;
    }

    private void press(String id) {
        Button button = find(id, Button.class);
        assertThat(button.isDisabled()).isFalse();
        assertThat(button.isVisible()).isTrue();
        onScreen(button::fire);
    }

    private List<String> said() {
        return find("thread", VBox.class).getChildren().stream()
                .map(note -> ((Label) ((VBox) note).getChildren().getLast()).getText()).toList();
    }

    @Test
    void aCaseIsReadWrittenAndClosed() throws Exception {
        FileRef file = cases.add("Where is the reimbursement", State.OPEN, "operations", "The member asks for an invoice of last month. "
                + "It is not in the list yet, and the member sends it again by e-mail because the first one was not readable.").row().ref();
        Screen screen = open(file);
        assertThat(find("caseTitle", Label.class).getText()).isEqualTo("Where is the reimbursement");
        assertThat(screen.title().getValue()).isEqualTo("Case 5000001");
        press("caseTake");
        assertThat(robot.lookup("#caseTake").tryQuery()).isEmpty();
        robot.clickOn("#text").write("called back", 0);
        assertThat(screen.unsaved().getValue()).isTrue();
        press("note");
        assertThat(said()).endsWith("called back").hasSize(2);
        assertThat(screen.unsaved().getValue()).isFalse();
        press("answer");
        assertThat(find("textProblem", Label.class).getText()).startsWith("Write what was answered");
        assertThat(find("text", TextArea.class).isFocused()).isTrue();
        screenshot("case-open");
        robot.write("paid", 0);
        press("answer");
        assertThat(said()).endsWith("paid");
        assertThat(find("answer", Button.class).isVisible()).isFalse();
        screenshot("case-closed");
        press("reopen");
        assertThat(find("answer", Button.class).isVisible()).isTrue();
    }

    @Test
    void aColleagueWhoWasFasterIsNamed() throws Exception {
        FileRef file = cases.add("Lost", State.OPEN, "care", "asked").row().ref();
        open(file);
        robot.clickOn("#text").write("told them", 0);
        cases.change(file, State.WAITING, "operations", "asked the bus company");
        press("answer");
        assertThat(find("notice", HBox.class).isVisible()).isTrue();
        assertThat(find("noticeText", Label.class).getText()).startsWith("operations was faster").contains("state");
        assertThat(find("text", TextArea.class).getText()).isEqualTo("told them");
        assertThat(said()).containsExactly("asked", "asked the bus company");
        screenshot("case-overtaken");
    }

    @Test
    void theMemberIsOnePressAway() {
        open(cases.add("Lost", State.OPEN, "care").row().ref());
        assertThat(find("caseMember", Button.class).getText()).isEqualTo("Ada Lovelace");
        press("caseMember");
        assertThat(cases.opened).containsExactly(FakeCases.MEMBER);
    }

    @Test
    void itsKeysWriteAndTypingOutlivesALanguageSwitch() {
        FileRef file = cases.add("Lost", State.OPEN, "care").row().ref();
        Screen screen = open(file);
        robot.clickOn("#text").write("found", 0);
        onScreen(() -> {
            texts.use(Locale.GERMAN);
            find("root", Parent.class).getScene().setRoot(screen.createView());
        });
        assertThat(find("text", TextArea.class).getText()).isEqualTo("found");
        assertThat(find("answer", Button.class).getText()).isEqualTo("Mit dieser Antwort schließen");
        onScreen(screen.shortcuts().getFirst().action());
        assertThat(said()).containsExactly("found");
        assertThat(screen.shortcuts().getFirst().keys().getName()).contains(KeyCode.ENTER.getName());
    }

    @Test
    void whoOnlyReadsSeesNoComposer() {
        cases.editable = false;
        open(cases.add("Lost", State.OPEN, "operations", "asked").row().ref());
        assertThat(find("composer", VBox.class).isVisible()).isFalse();
        assertThat(robot.lookup("#caseTake").tryQuery()).isEmpty();
        assertThat(said()).containsExactly("asked");
    }

    @Test
    void aCaseThatIsNotThereIsExplained() {
        open(new FileRef(FakeCases.COUNTRY, FileKind.CASE, "77"));
        assertThat(find("emptyText", Label.class).getText()).contains("77");
    }
}
