package io.guichet.reimbursement.ui.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.StaffGroup;
import io.guichet.country.claim.ClaimState;
import io.guichet.reimbursement.DocumentRequest;
import io.guichet.reimbursement.PastDecision;
import io.guichet.testing.ImmediateBackground;
import io.guichet.testing.UiTest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class ClaimScreenTest extends UiTest {

    private final Desk desk = new Desk();

    private ClaimPane open() {
        ClaimPane pane = fx(() -> new ClaimScreens(desk.work(new ImmediateBackground()), desk.parts()).pane(desk.host()));
        show(pane);
        onScreen(() -> pane.show(Desk.CLAIM));
        return pane;
    }

    private void show(ClaimPane pane) {
        show(pane, 620, 760);
    }

    private Parent show(ClaimPane pane, double width, double height) {
        return show(() -> {
            Parent view = (Parent) pane.createView();
            view.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
                if (pane.handle(pressed)) {
                    pressed.consume();
                }
            });
            return view;
        }, width, height);
    }

    @Test
    void aClaimSaysWhoWhatAndWhy() throws Exception {
        ClaimPane pane = open();
        assertThat(find("claim-number", Label.class).getText()).isEqualTo("TL-C1");
        assertThat(find("claim-state", Label.class).getText()).isEqualTo("Pended");
        assertThat(find("claim-approve", Button.class).getText()).isEqualTo("Approve 108.80\u202f€");
        assertThat(robot.lookup("Lines 1, 2").tryQuery()).isEmpty();
        assertThat(robot.lookup("Claimed before").tryQuery()).isPresent();
        assertThat(robot.lookup("covered that day").tryQuery()).isPresent();
        assertThat(find("line-paid-0", Label.class).getText()).isEqualTo("28.80\u202f€");
        robot.push(KeyCode.S);
        assertThat(robot.lookup("Journal officiel").tryQuery()).isPresent();
        robot.push(KeyCode.M);
        assertThat(robot.lookup("→\u00a0wij betalen 28,80\u202f€").tryQuery()).isPresent();
        robot.clickOn("#claim-member").clickOn("#claim-in-tab");
        assertThat(desk.opened).containsExactly("TL/member/42", "TL/claim/C1");
        assertThat(pane.shortcuts()).hasSizeGreaterThan(10);
        screenshot("claim");
    }

    @Test
    void keysDecideAndFormsKeepTheirLetters() {
        open();
        robot.push(KeyCode.R);
        ComboBox<?> reason = find("reject-reason", ComboBox.class);
        assertThat(fx(reason::isFocused)).isTrue();
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.TAB);
        robot.write("already asked", 0);
        assertThat(find("reject-note", TextArea.class).getText()).isEqualTo("already asked");
        assertThat(find("reject-letter", Label.class).getText()).isEqualTo("Uw polis omvat deze zorg niet.");
        assertThat(desk.asked).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(desk.asked).containsExactly("3 Reject[reason=NOT_COVERED, note=already asked]");
        robot.push(KeyCode.J).push(KeyCode.A);
        assertThat(desk.moved).containsExactly(Desk.CLAIM, Desk.OTHER, Desk.CLAIM);
        assertThat(desk.asked.getLast()).isEqualTo("3 Approve[]");
        robot.push(KeyCode.Z);
        assertThat(desk.asked.getLast()).isEqualTo("undo " + Desk.CLAIM);
    }

    @Test
    void aLineIsAdjustedByKeyboardAlone() {
        open();
        robot.push(KeyCode.D).push(KeyCode.DOWN).push(KeyCode.TAB);
        assertThat(fx(() -> find("adjust-amount", TextField.class).isFocused())).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.A).write("700", 0).push(KeyCode.TAB);
        robot.write("g", 0);
        assertThat(find("adjust-result", Label.class).getText()).startsWith("We pay 728.80\u202f€ instead of 108.80\u202f€.");
        assertThat(find("adjust-beyond", Label.class).getText()).startsWith("You may decide up to 500.00\u202f€.");
        assertThat(find("form-confirm", Button.class).getText()).isEqualTo("Hand to a lead: 728.80\u202f€");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(desk.asked.getFirst()).startsWith("hand over [Adjustment[line=1, insurer=700.00, reason=GOODWILL");
        assertThat(robot.lookup("#adjust-amount").tryQuery()).isEmpty();
    }

    /// Below a list on a small screen.
    @Test
    void inALowPaneLinesAndTheButtonOfAFormAreInView() {
        ClaimPane pane = fx(() -> new ClaimScreens(desk.work(new ImmediateBackground()), desk.parts()).pane(desk.host()));
        Parent view = show(pane, 900, 380);
        onScreen(() -> pane.show(Desk.CLAIM));
        assertThat(fx(() -> find("sum-charged", Label.class).localToScene(0, 0).getY()
                - find("sum-member", Label.class).localToScene(0, 0).getY())).as("in one line").isZero();
        for (KeyCode form : List.of(KeyCode.D, KeyCode.R, KeyCode.Q)) {
            robot.push(form);
            Button confirm = find("form-confirm", Button.class);
            assertThat(fx(() -> confirm.localToScene(confirm.getLayoutBounds()).getMaxY())).as(form.name())
                    .isLessThan(fx(() -> view.getScene().getHeight()));
            assertThat(fx(() -> robot.lookup("#form-confirm").match(node -> inside(node, ScrollPane.class)).tryQuery()))
                    .as("scrolled").isEmpty();
            robot.push(KeyCode.ESCAPE);
        }
    }

    private static boolean inside(Node node, Class<?> kind) {
        Node each = node.getParent();
        while (each != null && !kind.isInstance(each)) {
            each = each.getParent();
        }
        return each != null;
    }

    @Test
    void whatIsTypedOutlivesTheLanguageAndEscapeLeavesIt() {
        ClaimPane pane = open();
        robot.push(KeyCode.Q).push(KeyCode.TAB).push(KeyCode.TAB).write("page 3", 0);
        assertThat(pane.unsaved().getValue()).isTrue();
        onScreen(() -> {
            desk.texts.use(Locale.GERMAN);
            find("ask-note", TextArea.class).getScene().getWindow().hide();
        });
        show(pane);
        assertThat(find("ask-note", TextArea.class).getText()).isEqualTo("page 3");
        assertThat(find("form-confirm", Button.class).getText()).isEqualTo("Anfordern und warten");
        robot.push(KeyCode.ESCAPE);
        assertThat(pane.unsaved().getValue()).isFalse();
        assertThat(find("claim-ask", Button.class).getText()).isEqualTo("Beleg anfordern");
    }

    @Test
    void whoOnlyReadsClaimsDecidesNothing() {
        desk.group = StaffGroup.CARE_AGENT;
        desk.put(Desk.CLAIM, ClaimState.PENDED, null, null, List.of(new DocumentRequest("invoice", "page 2", "ops", Desk.CLOCK.instant(),
                Desk.TODAY.minusDays(1), null)), Desk.past("ops", PastDecision.Kind.ASK, ClaimState.PENDED));
        open();
        assertThat(robot.lookup("#claim-approve").tryQuery()).isEmpty();
        robot.push(KeyCode.A);
        assertThat(desk.asked).isEmpty();
        robot.clickOn("#answered-invoice");
        assertThat(desk.asked).containsExactly("answered invoice");
    }

    @Test
    void aTabTakesTheNextClaimIntoItself() {
        ClaimScreen screen = fx(() -> new ClaimScreen(Desk.CLAIM, desk.work(new ImmediateBackground()), desk.parts()));
        show(screen::createView);
        assertThat(screen.title().getValue()).isEqualTo("TL-C1");
        onScreen(() -> screen.shortcuts().getLast().action().run());
        assertThat(screen.id()).isEqualTo("claim:TL:C2");
        assertThat(find("claim-number", Label.class).getText()).isEqualTo("TL-C2");
        assertThat(new ClaimScreens(desk.work(new ImmediateBackground()), desk.parts()).make("claim:TL:C1")).isPresent();
        desk.group = StaffGroup.SALES;
        assertThat(new ClaimScreens(desk.work(new ImmediateBackground()), desk.parts()).make("claim:TL:C1")).isEqualTo(Optional.empty());
    }
}
