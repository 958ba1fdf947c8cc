package io.guichet.platform.ui.paper;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// The pages small, one below the other; pressing one brings it into sight.
final class ThumbnailRail extends ScrollPane {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final PageDeck deck;
    private final Texts texts;
    private final IntConsumer show;
    private final VBox column = new VBox();
    private final ObservableValue<Boolean> shown =
            sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false);

    ThumbnailRail(PageDeck deck, Texts texts, ScreenLifecycle life, IntConsumer show) {
        this.deck = deck;
        this.texts = texts;
        this.show = show;
        column.getStyleClass().add("paper-thumbnails");
        setContent(column);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("paper-rail");
        life.follow(deck.sheetsProperty(), this::fill);
        life.follow(deck.currentProperty(), current -> mark());
    }

    private void fill(List<Sheet> sheets) {
        column.getChildren().setAll(sheets.stream().map(this::button).toList());
        mark();
    }

    private Button button(Sheet sheet) {
        ImageView picture = new ImageView();
        picture.setFitWidth(PageDeck.THUMBNAIL);
        picture.setPreserveRatio(true);
        StackPane page = new StackPane(picture);
        page.getStyleClass().add("paper-page");
        page.setMinHeight(PageDeck.THUMBNAIL * deck.slope(sheet));
        picture.imageProperty().bind(sheet.thumbnailProperty().map(Pictures::of).when(shown));
        Button button = new Button(String.valueOf(sheet.number() + 1), page);
        button.setId("paper-thumbnail-" + sheet.number());
        button.setContentDisplay(ContentDisplay.TOP);
        button.getStyleClass().addAll("flat", "paper-thumbnail");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(texts.get("platform.ui.paper.place", sheet.number() + 1, deck.sheetsProperty().get().size()));
        button.setOnAction(pressed -> show.accept(sheet.number()));
        return button;
    }

    private void mark() {
        int current = deck.currentProperty().get();
        for (int i = 0; i < column.getChildren().size(); i++) {
            column.getChildren().get(i).pseudoClassStateChanged(CURRENT, i == current);
        }
        if (current < column.getChildren().size()) {
            reveal(column.getChildren().get(current).getBoundsInParent());
        }
    }

    private void reveal(Bounds wanted) {
        double room = column.getHeight() - getViewportBounds().getHeight();
        if (room <= 0) {
            return;
        }
        double top = getVvalue() * room;
        if (wanted.getMinY() < top || wanted.getMaxY() > top + getViewportBounds().getHeight()) {
            setVvalue(Math.clamp((wanted.getMinY() - getViewportBounds().getHeight() / 2) / room, 0, 1));
        }
    }
}
