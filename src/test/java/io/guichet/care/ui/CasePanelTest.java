package io.guichet.care.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.care.CaseRow.State;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FilePanel;
import io.guichet.testing.ImmediateBackground;
import io.guichet.testing.UiTest;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class CasePanelTest extends UiTest {

    private final FakeCases cases = new FakeCases();
    private final Texts texts = texts("platform", "care");

    private void open() {
        show(() -> {
            FilePanel panel = new CasePanels(cases.desk(new ImmediateBackground(), texts)).make(FakeCases.MEMBER).orElseThrow();
            VBox root = new VBox(panel.createView());
            root.getStyleClass().add("window");
            return root;
        }, 340, 700);
    }

    private void press(String id) {
        Button button = find(id, Button.class);
        assertThat(button.isDisabled()).isFalse();
        onScreen(button::fire);
    }

    @Test
    void aCaseIsOpenedByKeyboard() throws Exception {
        cases.add("Where is the reimbursement of the operation of last month", State.WAITING, "operations");
        cases.add("Card lost", State.CLOSED, "care");
        open();
        press("case-new");
        assertThat(find("case-title", TextField.class).isFocused()).isTrue();
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#case-form .field-problem").queryAllAs(Label.class))
                .filteredOn(Node::isVisible).extracting(label -> label.getText())
                .containsExactly("Say in a line what it is about.");
        screenshot("case-form");
        robot.clickOn("#case-title").write("New address", 0);
        robot.push(KeyCode.TAB).push(KeyCode.TAB).push(KeyCode.TAB).write("by phone", 0).push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(cases.calls).contains("open reimbursement PHONE New address / by phone");
        assertThat(find("case-form", VBox.class).isVisible()).isFalse();
        assertThat(robot.lookup("New address").tryQuery()).isPresent();
        screenshot("case-panel");
    }

    @Test
    void aRowLeadsToItsCase() {
        String number = cases.add("Lost", State.OPEN, "care").row().number();
        open();
        press("case-" + number);
        assertThat(cases.opened).extracting(file -> file.reference()).containsExactly(number);
    }

    @Test
    void nothingTypedIsLostWithEscape() {
        open();
        assertThat(robot.lookup("No cases yet.").tryQuery()).isPresent();
        press("case-new");
        robot.clickOn("#case-title").write("Lost", 0).push(KeyCode.ESCAPE);
        assertThat(find("case-form", VBox.class).isVisible()).isTrue();
        press("case-cancel");
        assertThat(find("case-form", VBox.class).isVisible()).isFalse();
        press("case-new");
        robot.push(KeyCode.ESCAPE);
        assertThat(find("case-form", VBox.class).isVisible()).isFalse();
    }

    @Test
    void isBegunFromTheHeadOfTheFileToo() {
        FilePanel panel = new CasePanels(cases.desk(new ImmediateBackground(), texts)).make(FakeCases.MEMBER).orElseThrow();
        show(() -> new VBox(panel.createView()), 340, 700);
        FilePanel.Begin begins = panel.begins().orElseThrow();
        assertThat(begins.text().getValue()).isEqualTo("New case");
        onScreen(begins.run());
        assertThat(find("case-title", TextField.class).isFocused()).isTrue();
    }

    @Test
    void whoOnlyReadsOpensNone() {
        cases.editable = false;
        assertThat(new CasePanels(cases.desk(new ImmediateBackground(), texts)).make(FakeCases.MEMBER).orElseThrow().begins())
                .isEmpty();
        open();
        assertThat(find("case-new", Button.class).isVisible()).isFalse();
    }
}
