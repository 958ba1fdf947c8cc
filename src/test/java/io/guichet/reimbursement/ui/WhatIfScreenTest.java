package io.guichet.reimbursement.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.StaffGroup;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.testing.ImmediateBackground;
import io.guichet.testing.UiTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhatIfScreenTest extends UiTest {

    private static final String CHARGED = "#field-tl-whatif-line-charged";

    private final Trial trial = new Trial();
    private final List<FileRef> opened = new ArrayList<>();

    private WhatIfScreen open(@Nullable FileRef member) {
        WhatIfScreen screen = fx(() -> new WhatIfScreen(trial.work(new ImmediateBackground(), StaffGroup.CARE_AGENT),
                new WhatIfParts(new FxmlViews(trial.texts), trial.texts, (file, behind) -> opened.add(file)), member));
        Parent view = show(screen::createView);
        assertThat(view).isNotNull();
        return screen;
    }

    @SuppressWarnings("unchecked")
    private void choose(String product) {
        ComboBox<PlanChoice> plan = find("plan", ComboBox.class);
        onScreen(() -> plan.setValue(plan.getItems().stream().filter(choice -> choice.code().equals(product)).findFirst()
                .orElseThrow()));
    }

    private String sum(String part) {
        return fx(() -> find("sum-" + part, Label.class).getText());
    }

    @Test
    void aQuestionIsAnsweredByKeyboardAlone() throws Exception {
        WhatIfScreen screen = open(null);
        assertThat(robot.lookup("What will I get back?").tryQuery()).isPresent();
        choose("HALF");
        onScreen(() -> screen.shortcuts().getFirst().action().run());
        robot.write("vis", 0);
        robot.push(KeyCode.ENTER);
        assertThat(find("act-0", TextField.class).getText()).isEqualTo("VISIT · Visit to a doctor");
        robot.clickOn(CHARGED).write("30", 0);
        assertThat(sum("charged")).isEqualTo("30.00\u202f€");
        assertThat(sum("public")).isEqualTo("14.00\u202f€");
        assertThat(sum("insurer")).isEqualTo("8.00\u202f€");
        assertThat(sum("member")).isEqualTo("8.00\u202f€");
        assertThat(robot.lookup("The public insurance pays 70% of it.").tryQuery()).isPresent();
        assertThat(find("field-tl-whatif-line-charged", TextField.class).getStyleClass()).contains("amount");
        onScreen(() -> screen.shortcuts().getLast().action().run());
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).contains("Half and half").contains("member 8.00");
        screenshot("what-if");
    }

    @Test
    void arrowsChooseAmongTheActsOfferedAndEscapeLeavesThem() {
        open(null);
        robot.clickOn("#act-0").push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertThat(find("act-0", TextField.class).getText()).startsWith("OPERATION");
        robot.write("zzz", 0);
        robot.clickOn(CHARGED);
        assertThat(robot.lookup("No act on that day is called so. Try another word, or the code.").tryQuery()).isPresent();
    }

    @Test
    void linesComeAndGo() {
        WhatIfScreen screen = open(null);
        onScreen(() -> screen.shortcuts().get(1).action().run());
        assertThat(robot.lookup("#act-1").tryQuery()).isPresent();
        assertThat(fx(() -> find("act-1", TextField.class).isFocused() || find("act-0", TextField.class).isFocused())).isTrue();
        onScreen(() -> find("remove-0", Button.class).fire());
        assertThat(robot.lookup("#act-1").tryQuery()).isEmpty();
        assertThat(robot.lookup("#remove-0").tryQuery()).isEmpty();
    }

    @Test
    void termsAreTypedWhereNoProductBringsThem() {
        open(null);
        assertThat(find("field-tl-whatif-plan-rate", TextField.class).getText()).isEqualTo("80");
        choose("HALF");
        assertThat(robot.lookup("#field-tl-whatif-plan-rate").tryQuery()).isEmpty();
        assertThat(robot.lookup("#field-tl-whatif-plan-usedThisYear").tryQuery()).isPresent();
    }

    @Test
    void aMembersQuestionLeadsBackToTheFile() {
        WhatIfScreen screen = open(Trial.MEMBER);
        assertThat(screen.title().getValue()).isEqualTo("What-if: Ada Byron");
        assertThat(robot.lookup("Those of Ada Byron").tryQuery()).isPresent();
        assertThat(find("field-tl-whatif-plan-usedThisYear", TextField.class).getText()).isEqualTo("90.00");
        robot.clickOn("#member");
        assertThat(opened).containsExactly(Trial.MEMBER);
    }

    @Test
    void anotherLanguageKeepsWhatWasTyped() {
        WhatIfScreen screen = open(null);
        choose("HALF");
        onScreen(() -> {
            find("act-0", TextField.class).setText("VISIT");
            find("field-tl-whatif-line-charged", TextField.class).setText("30");
        });
        robot.clickOn("#act-0").clickOn(CHARGED);
        onScreen(() -> trial.texts.use(Locale.GERMAN));
        show(screen::createView);
        assertThat(find("field-tl-whatif-line-charged", TextField.class).getText()).isEqualTo("30,00");
        assertThat(sum("insurer")).isEqualTo("8,00\u202f€");
    }
}
