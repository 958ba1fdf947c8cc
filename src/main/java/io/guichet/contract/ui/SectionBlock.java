package io.guichet.contract.ui;

import io.guichet.country.form.FormView;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.Problem;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.Section;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A part of a screen under its title: bars while it is read for the first time, what went wrong with a way to ask again,
/// and what was read, which stays while it is read again.
final class SectionBlock {

    private static final int BARS = 3;

    private SectionBlock() {
    }

    /// The block of a section.
    ///
    /// @param view draws what was read
    static <T> VBox of(String title, Section<T> section, Texts texts, ScreenLifecycle life, Function<T, Node> view) {
        return FormView.block(title, content(section, texts, life, view));
    }

    /// The same without a title.
    static <T> VBox content(Section<T> section, Texts texts, ScreenLifecycle life, Function<T, Node> view) {
        ErrorPanel problem = new ErrorPanel();
        VBox shown = new VBox();
        shown.setFillWidth(true);
        LoadingPane loading = new LoadingPane();
        loading.setRows(BARS);
        loading.setContent(shown);
        loading.getStyleClass().add("section-loading");
        ReadOnlyObjectProperty<@Nullable T> value = section.valueProperty();
        ReadOnlyObjectProperty<@Nullable Problem> failure = section.problemProperty();
        life.follow(value, found -> {
            if (found != null) {
                shown.getChildren().setAll(view.apply(found));
            }
        });
        life.follow(failure, cause -> problem.show(texts, cause, section::load));
        life.follow(() -> {
            loading.setLoading(value.get() == null && failure.get() == null);
            boolean none = value.get() == null && failure.get() != null;
            loading.setVisible(!none);
            loading.setManaged(!none);
        }, value, failure);
        VBox content = new VBox(problem, loading);
        content.getStyleClass().add("section-content");
        return content;
    }

    /// A sentence where there is nothing.
    static Label nothing(String sentence) {
        Label nothing = new Label(sentence);
        nothing.setWrapText(true);
        nothing.getStyleClass().add("secondary");
        return nothing;
    }

    /// Something at the left and something at the right.
    static HBox line(Node left, Region right) {
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        // How it stands is never cut for what it is about.
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(left, between, right);
        line.getStyleClass().add("section-line");
        return line;
    }
}
