package io.guichet.reimbursement.ui.entry;

import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.country.claim.Finding;
import io.guichet.country.form.FieldActions;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldViewModel;
import io.guichet.country.form.FieldWords;
import io.guichet.country.form.FormView;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.reimbursement.Entries.Rehearsal;
import io.guichet.reimbursement.ui.ActField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The lines of a claim, entered by keyboard: Enter goes to the next field, and from the last one to a new line.
final class EntryLines {

    /// Nothing here is masked: it is what somebody types.
    static final FieldActions TYPING = new FieldActions() {
        @Override
        public void reveal(FieldViewModel field, Runnable then) {
            field.reveal();
            then.run();
        }

        @Override
        public void undo(FieldViewModel field) {
            field.undo();
        }
    };

    private final EntryViewModel entry;
    private final Texts texts;
    private final Runnable redraw;
    private final Map<EntryLine, ActField> acts = new HashMap<>();
    private final Map<EntryLine, VBox> told = new HashMap<>();
    private final Set<EntryLine> opened = new HashSet<>();

    /// @param redraw fills the list anew
    EntryLines(EntryViewModel entry, Runnable redraw) {
        this.entry = entry;
        this.redraw = redraw;
        texts = entry.work().texts();
    }

    /// Makes the list.
    void fill(VBox lines) {
        acts.clear();
        told.clear();
        EntryCase now = entry.state().enteredProperty().get();
        List<Node> nodes = new ArrayList<>();
        if (now != null) {
            List<EntryLine> all = now.lines();
            for (int i = 0; i < all.size(); i++) {
                nodes.add(line(now, all.get(i), i));
            }
        }
        lines.getChildren().setAll(nodes);
        tell();
    }

    /// Puts the cursor into the act of the first line that has none, else of the last line.
    void focusAct() {
        EntryCase now = entry.state().enteredProperty().get();
        if (now != null) {
            List<EntryLine> all = now.lines();
            ActField field = acts.get(all.stream().filter(line -> line.act().chosen() == null).findFirst().orElse(all.getLast()));
            if (field != null) {
                field.focus();
            }
        }
    }

    /// A new line, with the cursor in its act; none while the last one is still empty.
    void next() {
        EntryCase now = entry.state().enteredProperty().get();
        if (now != null && (now.lines().getLast().isEmpty() || now.add() != null)) {
            redraw.run();
            focusAct();
        }
    }

    private Node line(EntryCase now, EntryLine line, int index) {
        VBox block = new VBox();
        ScreenLifecycle life = ScreenLifecycle.of(block);
        block.setId("line-" + index);
        block.getStyleClass().addAll("what-if-line", "field-group", "entry-line");
        ActField act = new ActField(line.act(), texts.get(line.actKey()), "act-" + index, texts, life);
        acts.put(line, act);
        HBox.setHgrow(act, Priority.ALWAYS);
        VBox more = new VBox();
        more.getStyleClass().add("what-if-lines");
        ToggleButton open = new ToggleButton();
        open.setId("more-" + index);
        Icons.dress(open, Feather.MORE_HORIZONTAL, texts.get("reimbursement.entry.more", index + 1));
        open.setSelected(opened.contains(line) || line.usesMore());
        Button remove = Icons.button(Feather.TRASH_2, texts.get("reimbursement.whatIf.remove", index + 1));
        remove.setId("remove-" + index);
        remove.setOnAction(pressed -> {
            now.remove(line);
            redraw.run();
            focusAct();
        });
        HBox first = new HBox(act, open, remove);
        first.getStyleClass().add("what-if-act");
        FieldWords words = new FieldWords(texts, entry.work().input());
        Node main = FormView.group(null, new FieldForm.Group("", line.main()), TYPING, texts, words, life);
        for (FieldForm.Group group : line.more()) {
            more.getChildren().add(FormView.group(line.more().size() > 1 ? texts.get(group.key()) : null, group, TYPING, texts, words, life));
        }
        life.follow(open.selectedProperty(), shown -> {
            EntryController.show(more, shown);
            if (shown) {
                opened.add(line);
            } else {
                opened.remove(line);
            }
        });
        VBox says = new VBox();
        says.getStyleClass().add("entry-told");
        told.put(line, says);
        String last = line.main().isEmpty() ? "" : id(line.main().getLast());
        block.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> enter(pressed, line, now, last));
        block.getChildren().setAll(first, main, more, says);
        return block;
    }

    private static String id(FieldViewModel field) {
        return "field-" + field.spec().key().replace('.', '-');
    }

    private void enter(KeyEvent pressed, EntryLine line, EntryCase now, String last) {
        if (pressed.getCode() != KeyCode.ENTER || pressed.isShortcutDown() || pressed.isAltDown()
                || !(pressed.getTarget() instanceof Node target) || target instanceof Button || target instanceof ToggleButton) {
            return;
        }
        ActField act = acts.get(line);
        if (act != null && act.offers()) {
            // The list of acts takes it.
            return;
        }
        pressed.consume();
        if (!last.equals(target.getId())) {
            target.requestFocusTraversal(TraversalDirection.NEXT);
            skipButtons(target);
        } else if (now.lines().getLast() == line) {
            next();
        } else {
            ActField following = acts.get(now.lines().get(now.lines().indexOf(line) + 1));
            if (following != null) {
                following.focus();
            }
        }
    }

    /// Behind the act stand buttons that few lines need.
    private static void skipButtons(Node from) {
        for (int i = 0; i < 2; i++) {
            Node now = from.getScene().getFocusOwner();
            if (now instanceof Button || now instanceof ToggleButton) {
                now.requestFocusTraversal(TraversalDirection.NEXT);
            }
        }
    }

    /// Says below each line what it comes to, and what speaks against it.
    void tell() {
        EntryCase now = entry.state().enteredProperty().get();
        if (now == null) {
            return;
        }
        Rehearsal rehearsal = entry.state().rehearsalProperty().get();
        List<EntryLine> filled = now.filled();
        told.forEach((line, says) -> {
            int index = filled.indexOf(line);
            List<Node> nodes = new ArrayList<>();
            if (rehearsal != null && index >= 0 && index < rehearsal.assessment().decision().lines().size()) {
                LineDecision decided = rehearsal.assessment().decision().lines().get(index);
                nodes.add(amounts(decided));
                for (Finding finding : rehearsal.assessment().findings()) {
                    if (finding.line() == index) {
                        nodes.add(EntryOutlook.finding(texts, finding));
                    }
                }
            }
            says.getChildren().setAll(nodes);
            EntryController.show(says, !nodes.isEmpty());
        });
    }

    /// The price of that day, and who pays what of the line.
    private Node amounts(LineDecision decided) {
        Label parts = new Label(texts.get("reimbursement.whatIf.copyParts", decided.charged(), decided.publicPaid(),
                decided.insurerPaid(), decided.memberPays()));
        parts.getStyleClass().add("secondary");
        parts.setWrapText(true);
        parts.setMinHeight(Label.USE_PREF_SIZE);
        VBox all = new VBox(parts);
        decided.steps().stream().map(Step::sentence).findFirst().ifPresent(price -> {
            Label tariff = new Label(texts.get(price));
            tariff.getStyleClass().add("caption");
            tariff.setWrapText(true);
            tariff.setMinHeight(Label.USE_PREF_SIZE);
            all.getChildren().addFirst(tariff);
        });
        return all;
    }
}
