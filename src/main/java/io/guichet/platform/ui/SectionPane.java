package io.guichet.platform.ui;

import io.guichet.platform.i18n.Texts;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A `Section` on the screen: its title, its rows, skeleton rows until they are there, and what went wrong with it at its
/// own place, with a way to try again. What answers an older question is dimmed once the answer takes a moment.
public final class SectionPane extends VBox {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final HBox head = new HBox();
    private final Label heading = new Label();
    private final LoadingPane body = new LoadingPane();
    private final ErrorPanel problem = new ErrorPanel();
    private final PauseTransition moment = new PauseTransition(LoadingPane.MOMENT);

    /// @param title what stands above, in the language in use; nothing when it is empty
    /// @param rows  how many rows are usual
    public SectionPane(String title, int rows) {
        getStyleClass().add("section");
        heading.setText(title);
        heading.setMinWidth(USE_PREF_SIZE);
        heading.getStyleClass().add("section-title");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        head.getStyleClass().add("section-head");
        head.getChildren().addAll(heading, between);
        body.setRows(rows);
        body.setAlignment(Pos.TOP_LEFT);
        moment.setOnFinished(passed -> pseudoClassStateChanged(STALE, true));
        getChildren().addAll(head, problem, body);
        head.setVisible(!title.isEmpty());
        head.setManaged(!title.isEmpty());
    }

    /// Changes what stands above.
    public void setTitle(String title) {
        heading.setText(title);
    }

    /// Adds something to the right of the title.
    public SectionPane with(Node beside) {
        head.getChildren().add(beside);
        return this;
    }

    /// Shows the section as long as the view lives.
    ///
    /// @param view makes what a value looks like
    public <T> SectionPane show(Section<T> section, Texts texts, ScreenLifecycle life, Function<? super T, Node> view) {
        life.follow(section.valueProperty(), value -> replace(value == null ? null : view.apply(value)));
        life.follow(() -> {
            Problem now = section.problemProperty().get();
            boolean nothing = section.value() == null;
            problem.show(texts, now, section::load);
            body.setLoading(nothing && now == null);
            body.setVisible(!nothing || now == null);
            body.setManaged(!nothing || now == null);
        }, section.valueProperty(), section.problemProperty());
        life.follow(section.staleProperty(), stale -> {
            if (stale) {
                moment.playFromStart();
            } else {
                moment.stop();
                pseudoClassStateChanged(STALE, false);
            }
        });
        return this;
    }

    /// Whoever is in the middle of the rows stays there when they are read again.
    private void replace(@Nullable Node content) {
        int focused = lines(body.getContent()).map(LineList::focusedIndex).orElse(-1);
        body.setContent(content);
        if (focused >= 0) {
            lines(content).ifPresent(after -> after.focusLine(focused));
        }
    }

    private static Optional<LineList> lines(@Nullable Node content) {
        return switch (content) {
            case LineList found -> Optional.of(found);
            case Parent parent -> parent.getChildrenUnmodifiable().stream().map(SectionPane::lines)
                    .flatMap(Optional::stream).findFirst();
            case null, default -> Optional.empty();
        };
    }
}
