package io.guichet.reimbursement.ui.queue;

import io.guichet.country.claim.Finding;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.list.ViewStore.SavedView;
import io.guichet.reimbursement.WorkNumbers;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The views at the left: those that everybody has, with live counts, what claims wait for, and the person's own.
final class ViewRail {

    private static final String CHOSEN = "chosen";

    private final VBox rail;
    private final WorklistViewModel list;
    private final QueueWork work;
    private final QueueWords words;

    ViewRail(VBox rail, WorklistViewModel list, QueueWork work, QueueWords words) {
        this.rail = rail;
        this.list = list;
        this.work = work;
        this.words = words;
    }

    void follow(ScreenLifecycle life) {
        life.follow(this::fill, list.numbers().valueProperty(), list.queryProperty(), list.views().views(),
                list.views().currentProperty());
    }

    private void fill() {
        WorkNumbers known = list.numbers().value();
        rail.getChildren().clear();
        for (FixedView view : FixedView.of(work)) {
            add("view-" + view.id(), words.get(view.title()), Icons.of(view.icon()),
                    known == null ? null : view.number().applyAsLong(known), view.query());
        }
        if (known != null && !known.pended().isEmpty()) {
            heading("reimbursement.queue.view.pended");
            for (Map.Entry<Finding.Code, Long> waiting : FixedView.pended(known)) {
                add("view-" + waiting.getKey().name().toLowerCase(Locale.ROOT), words.reason(waiting.getKey()), null,
                        waiting.getValue(), FixedView.waitingFor(waiting.getKey()));
            }
        }
        if (!list.views().views().isEmpty()) {
            heading("reimbursement.queue.view.own");
            for (SavedView view : list.views().views()) {
                Button button = button(view.name(), Icons.of(Feather.BOOKMARK), null);
                button.setOnAction(pressed -> list.pick(view));
                chosen(button, view.equals(list.views().currentProperty().get()));
                rail.getChildren().add(button);
            }
        }
    }

    private void heading(String key) {
        Label heading = new Label(words.get(key));
        heading.getStyleClass().addAll("caption", "rail-heading");
        rail.getChildren().add(heading);
    }

    private void add(String id, String title, @Nullable Node icon, @Nullable Long count, WorkQuery query) {
        Button button = button(title, icon, count);
        button.setId(id);
        button.setOnAction(pressed -> list.pick(query));
        chosen(button, list.queryProperty().get().equals(query) && list.views().currentProperty().get() == null);
        rail.getChildren().add(button);
    }

    private static void chosen(Button button, boolean now) {
        if (now) {
            button.getStyleClass().add(CHOSEN);
        }
    }

    private Button button(String title, @Nullable Node icon, @Nullable Long count) {
        Label name = new Label(title);
        name.setMinWidth(0);
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox line = new HBox(name, room);
        line.getStyleClass().add("rail-line");
        if (icon != null) {
            line.getChildren().addFirst(icon);
        }
        if (count != null) {
            Label number = new Label(words.amounts().count(count));
            number.getStyleClass().addAll("muted", "rail-count");
            number.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(number);
        }
        Button button = new Button();
        button.setGraphic(line);
        button.getStyleClass().addAll("row-button", "rail-view");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(title));
        button.setAccessibleText(count == null ? title : words.get("reimbursement.queue.view.counted", title, words.amounts().count(count)));
        line.prefWidthProperty().bind(button.widthProperty().subtract(ROOM));
        return button;
    }

    /// What the style sheet leaves at both sides.
    private static final double ROOM = 24;
}
