package io.guichet.platform.ui;

import javafx.animation.PauseTransition;
import javafx.beans.DefaultProperty;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows its content, or skeleton rows while nothing is there yet. The skeleton comes only after a moment: what is
/// quick does not flicker. Content that is already there is never covered: set `loading` for the first load only.
@DefaultProperty("content")
public final class LoadingPane extends StackPane {

    /// How long loading may take before the skeleton shows.
    public static final Duration MOMENT = Duration.millis(150);

    private final SkeletonRows skeleton = new SkeletonRows();
    private final BooleanProperty loading = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Node> content = new SimpleObjectProperty<>();
    private final PauseTransition moment = new PauseTransition(MOMENT);

    public LoadingPane() {
        skeleton.setVisible(false);
        // Bars that nobody sees must not make room for themselves.
        skeleton.managedProperty().bind(skeleton.visibleProperty());
        getChildren().add(skeleton);
        moment.setOnFinished(passed -> skeleton.setVisible(loading.get()));
        content.subscribe((before, after) -> {
            getChildren().remove(before);
            if (after != null) {
                after.setVisible(!loading.get());
                getChildren().addFirst(after);
            }
        });
        loading.subscribe(this::show);
    }

    public BooleanProperty loadingProperty() {
        return loading;
    }

    public boolean isLoading() {
        return loading.get();
    }

    public void setLoading(boolean now) {
        loading.set(now);
    }

    public @Nullable Node getContent() {
        return content.get();
    }

    public void setContent(@Nullable Node node) {
        content.set(node);
    }

    public ObjectProperty<@Nullable Node> contentProperty() {
        return content;
    }

    /// How many skeleton rows.
    public int getRows() {
        return skeleton.getRows();
    }

    public void setRows(int rows) {
        skeleton.setRows(rows);
    }

    private void show(boolean isLoading) {
        Node node = content.get();
        if (node != null) {
            node.setVisible(!isLoading);
        }
        if (isLoading) {
            moment.playFromStart();
        } else {
            moment.stop();
            skeleton.setVisible(false);
        }
    }
}
