package io.guichet.reimbursement.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.country.Countries;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.country.field.FieldInput;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Shortcut;
import io.guichet.reimbursement.Decisions;
import io.guichet.reimbursement.RunOrder.Action;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.WorkRow;
import io.guichet.reimbursement.ui.claim.ClaimParts;
import io.guichet.reimbursement.ui.claim.ClaimScreens;
import io.guichet.reimbursement.ui.claim.ClaimWork;
import io.guichet.testing.UiTest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/// The queue by keyboard and mouse.
class WorklistScreenTest extends UiTest {

    private final ScriptedQueue queue = new ScriptedQueue().with(40);
    private final Texts texts = texts("platform", "country", "reimbursement", "document");
    private final List<FileRef> opened = new ArrayList<>();
    private final List<String> many = new ArrayList<>();
    private WorklistScreen screen;

    private void open() {
        FxmlViews views = new FxmlViews(texts);
        Countries countries = Countries.of(List.of());
        Decisions decisions = (Decisions) Proxy.newProxyInstance(WorklistScreenTest.class.getClassLoader(), new Class<?>[] {Decisions.class},
                (proxy, method, arguments) -> method.getReturnType() == List.class ? List.of() : Optional.empty());
        ClaimScreens claims = new ClaimScreens(new ClaimWork(decisions, queue, countries, queue.background, queue.feed,
                new Rights(ScriptedQueue.ME, Set.of(queue.group), Set.of(ScriptedQueue.COUNTRY)),
                new FieldInput(countries.identifiers(), ScriptedQueue.CLOCK), ScriptedQueue.CLOCK),
                new ClaimParts(views, texts, (file, behind) -> { }, notice -> { }, List.of(), List.of()));
        screen = fx(() -> new WorklistScreen(queue.work(), new QueueParts(views, texts, (file, behind) -> opened.add(file),
                (question, answer) -> { }, claims::pane,
                (filter, action) -> many.add(said(action) + " all of " + filter.states()),
                (chosen, action) -> many.add(said(action) + " " + chosen.stream().map(FileRef::reference).toList()))));
        Parent view = show(screen::createView);
        assertThat(view).isNotNull();
    }

    private static String said(Action action) {
        return action.getClass().getSimpleName();
    }

    private void key(KeyCode code) {
        Shortcut shortcut = screen.shortcuts().stream().filter(each -> each.keys().match(new KeyEvent(
                KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false))).findFirst().orElseThrow();
        onScreen(() -> shortcut.action().run());
    }

    @SuppressWarnings("unchecked")
    private TableView<WorkRow> table() {
        return find("table", TableView.class);
    }

    private String selected() {
        return fx(() -> Optional.ofNullable(table().getSelectionModel().getSelectedItem()).map(WorkRow::number).orElse(""));
    }

    private String sums() {
        return fx(() -> find("sums", Label.class).getText());
    }

    private boolean there(String id) {
        return robot.lookup("#" + id).tryQuery().filter((Predicate<Node>) Node::isVisible).isPresent();
    }

    @Test
    void nTakesTheNextAndJAndKMove() {
        open();
        assertThat(there("takeNext")).isTrue();
        key(KeyCode.N);
        assertThat(selected()).isEqualTo("N00000");
        assertThat(Objects.requireNonNull(queue.rows.get(ScriptedQueue.claim(0))).assignee()).isEqualTo(ScriptedQueue.ME);
        key(KeyCode.J);
        key(KeyCode.J);
        key(KeyCode.K);
        assertThat(selected()).isEqualTo("N00001");
        robot.clickOn("N00004");
        robot.push(KeyCode.DOWN);
        assertThat(selected()).isEqualTo("N00005");
        robot.push(KeyCode.ENTER);
        assertThat(opened).containsExactly(ScriptedQueue.claim(5));
    }

    @Test
    void theSelectedClaimStaysSelectedHoweverRowsComeAndGo() {
        open();
        robot.clickOn("N00004");
        onScreen(() -> {
            queue.gone(1);
            queue.gone(2);
            queue.change(4, row -> ScriptedQueue.taken(row, "anna"));
            queue.tick();
        });
        assertThat(selected()).isEqualTo("N00004");
        assertThat(robot.lookup("N00001").tryQuery()).isEmpty();
        onScreen(() -> {
            queue.gone(4);
            queue.tick();
        });
        assertThat(selected()).as("decided by a colleague, and still looked at").isEqualTo("N00004");
        assertThat(robot.lookup("No longer here").tryQuery()).isPresent();
        key(KeyCode.J);
        assertThat(selected()).isEqualTo("N00005");
        assertThat(robot.lookup("N00004").tryQuery()).isEmpty();
    }

    @Test
    void chosenRowsAreSummedGivenAndDecidedTogether() {
        open();
        assertThat(sums()).startsWith("40 matching").contains("400.00");
        robot.clickOn("N00002");
        robot.push(KeyCode.SPACE).push(KeyCode.DOWN).push(KeyCode.SPACE);
        assertThat(sums()).startsWith("2 chosen").contains("20.00");
        robot.clickOn("#approveChosen");
        robot.clickOn("#rejectChosen");
        assertThat(many).containsExactly("Approve [c00002, c00003]", "Reject [c00002, c00003]");
        onScreen(() -> find("give", MenuButton.class).getItems().getFirst().fire());
        assertThat(Objects.requireNonNull(queue.rows.get(ScriptedQueue.claim(3))).assignee()).isEqualTo("anna");
        robot.clickOn("N00003");
        robot.push(KeyCode.ESCAPE);
        assertThat(there("approveChosen")).isFalse();
        robot.clickOn("#approveAll");
        assertThat(many.getLast()).startsWith("Approve all of [").contains("PENDED", "RECEIVED");
    }

    @Test
    void viewsAndFiltersNarrowWhatIsShown() {
        queue.put(ScriptedQueue.in(ScriptedQueue.row(1, ClaimState.RECEIVED), ClaimState.PENDED, Finding.Code.DUPLICATE,
                Finding.Code.NO_ACCOUNT));
        queue.put(ScriptedQueue.row(8, ClaimState.ACCEPTED));
        open();
        assertThat(robot.lookup("Claimed before +1").tryQuery()).isPresent();
        robot.clickOn("#view-unpaid");
        assertThat(fx(() -> table().getItems().size())).isEqualTo(1);
        assertThat(sums()).startsWith("1 matching").contains("we pay 4.00");
        assertThat(there("approveAll")).as("nothing of it is to decide").isFalse();
        robot.clickOn("#clear");
        robot.clickOn("#number").write("N0001", 0);
        assertThat(fx(() -> table().getItems().size())).isEqualTo(10);
        robot.push(KeyCode.ENTER);
        assertThat(selected()).isEqualTo("N00010");
        onScreen(() -> find("number", TextField.class).setText("X"));
        assertThat(robot.lookup("No claim here").tryQuery()).isPresent();
        onScreen(() -> find("clearNothing", Button.class).fire());
        assertThat(fx(() -> table().getItems().size())).isEqualTo(39);
    }

    @Test
    void whoOnlyReadsIsOfferedNothingToDo() {
        queue.group = StaffGroup.AUDITOR;
        open();
        assertThat(there("takeNext")).isFalse();
        assertThat(there("choose")).isFalse();
        assertThat(there("approveAll")).isFalse();
        assertThat(there("view-mine")).isFalse();
        assertThat(screen.shortcuts()).noneMatch(each -> each.textKey().equals("reimbursement.queue.shortcut.take"));
        robot.clickOn("N00003");
        assertThat(selected()).isEqualTo("N00003");
    }

    @Test
    void aGoneDatabaseIsSaidAboveTheRows() {
        queue.failure = new IllegalStateException("gone");
        open();
        assertThat(there("problem")).isTrue();
        queue.failure = null;
        robot.clickOn("#error-retry");
        assertThat(fx(() -> table().getItems().size())).isEqualTo(40);
    }

    @Test
    void anEmptyQueueSaysSo() {
        queue.rows.clear();
        open();
        assertThat(robot.lookup("Nothing to decide").queryAll()).isNotEmpty();
        assertThat(there("takeNext")).isFalse();
    }
}
