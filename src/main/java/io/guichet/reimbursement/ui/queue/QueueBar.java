package io.guichet.reimbursement.ui.queue;

import io.guichet.country.claim.ClaimState;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.reimbursement.Colleague;
import io.guichet.reimbursement.RunOrder.Action;
import io.guichet.reimbursement.WorkRow;
import io.guichet.reimbursement.WorkTotals;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The bar at the bottom: what the chosen rows add up to, or everything that matches, and what can be done with them.
final class QueueBar {

    private static final Action APPROVE = new Action.Approve();
    /// The reason is asked for there.
    private static final Action REJECT = new Action.Reject("");

    private final WorklistViewModel list;
    private final QueueFlow flow;
    private final QueueWork work;
    private final QueueWords words;
    private final QueueParts parts;
    private final Label sums;
    private final HBox actions;

    QueueBar(WorklistViewModel list, QueueFlow flow, QueueWork work, QueueWords words, QueueParts parts, Label sums, HBox actions) {
        this.list = list;
        this.flow = flow;
        this.work = work;
        this.words = words;
        this.parts = parts;
        this.sums = sums;
        this.actions = actions;
    }

    void follow(ScreenLifecycle life) {
        life.follow(this::show, list.totals().valueProperty(), list.totals().staleProperty(), list.ticked().totalsProperty(),
                list.ticked().choosingProperty(), list.queryProperty(), list.colleagues().valueProperty(), flow.busyProperty());
    }

    private void show() {
        boolean choosing = list.ticked().choosingProperty().get();
        WorkTotals all = list.totals().value();
        WorkTotals told = choosing ? list.ticked().totalsProperty().get() : list.totals().staleProperty().get() ? null : all;
        sums.setText(told == null ? "" : words.get(choosing ? "reimbursement.queue.bar.chosen"
                : list.queryProperty().get().isUndecided() ? "reimbursement.queue.bar.undecided" : "reimbursement.queue.bar.all",
                words.amounts().count(told.claims()), words.amounts().text(told.charged()), words.amounts().text(told.insurer())));
        List<Node> now = new ArrayList<>();
        if (work.decides()) {
            if (choosing) {
                chosen(now);
            } else {
                everything(now, told);
            }
        }
        actions.getChildren().setAll(now);
    }

    private void everything(List<Node> now, @Nullable WorkTotals told) {
        now.add(button("choose", words.get("reimbursement.queue.bar.choose"), list.ticked()::begin));
        if (told != null && told.claims() > 0 && list.queryProperty().get().isUndecided()) {
            String count = words.amounts().count(told.claims());
            now.add(button("rejectAll", words.get("reimbursement.queue.bar.rejectAll", count), () -> parts.all().accept(list.filter(), REJECT)));
            now.add(button("approveAll", words.get("reimbursement.queue.bar.approveAll", count), () -> parts.all().accept(list.filter(), APPROVE)));
        }
    }

    private void chosen(List<Node> now) {
        List<WorkRow> rows = list.ticked().rows();
        List<FileRef> undecided = rows.stream().filter(row -> row.state() != ClaimState.ACCEPTED).map(WorkRow::claim).toList();
        List<FileRef> free = rows.stream().filter(row -> row.state() != ClaimState.ACCEPTED && row.assignee() == null)
                .map(WorkRow::claim).toList();
        List<FileRef> back = rows.stream().filter(row -> row.assignee() != null && (work.leads() || work.isMine(row)))
                .map(WorkRow::claim).toList();
        String count = words.amounts().count(undecided.size());
        if (!free.isEmpty()) {
            now.add(button("takeChosen", words.get("reimbursement.queue.bar.take", words.amounts().count(free.size())),
                    () -> flow.take(free)));
        }
        if (!back.isEmpty()) {
            now.add(button("releaseChosen", words.get("reimbursement.queue.bar.release", words.amounts().count(back.size())),
                    () -> flow.release(back)));
        }
        if (!undecided.isEmpty()) {
            if (work.leads()) {
                now.add(give(undecided));
            }
            now.add(button("rejectChosen", words.get("reimbursement.queue.bar.reject", count),
                    () -> parts.many().accept(undecided, REJECT)));
            now.add(button("approveChosen", words.get("reimbursement.queue.bar.approve", count),
                    () -> parts.many().accept(undecided, APPROVE)));
        }
        Button end = Icons.button(Feather.X, words.get("reimbursement.queue.bar.end"));
        end.setId("chooseNothing");
        end.setOnAction(pressed -> list.ticked().end());
        now.add(end);
    }

    private MenuButton give(List<FileRef> claims) {
        MenuButton menu = new MenuButton(words.get("reimbursement.queue.bar.give"));
        menu.setId("give");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setDisable(flow.busyProperty().get());
        List<Colleague> known = list.colleagues().value();
        if (known != null) {
            for (Colleague colleague : known) {
                MenuItem item = new MenuItem(words.get("reimbursement.queue.bar.colleague", colleague.name(),
                        words.amounts().count(colleague.claims())));
                item.setMnemonicParsing(false);
                item.setOnAction(pressed -> flow.assign(claims, colleague.name()));
                menu.getItems().add(item);
            }
        }
        return menu;
    }

    private Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setDisable(flow.busyProperty().get());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }
}
