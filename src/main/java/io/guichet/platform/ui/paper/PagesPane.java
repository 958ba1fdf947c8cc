package io.guichet.platform.ui.paper;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// The pages one below the other, as large as the zoom says. Tells the paper which of them are in sight.
final class PagesPane extends ScrollPane {

    private static final double LINE = 48;
    private static final double OVERLAP = 48;
    private static final double HALF = 2;
    /// The room left and right of a page that is as wide as there is room.
    private static final double BESIDE = 48;

    private final PageDeck deck;
    private final Texts texts;
    private final VBox column = new VBox();
    private final ObservableValue<Boolean> shown =
            sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false);

    PagesPane(PageDeck deck, Texts texts, ScreenLifecycle life) {
        this.deck = deck;
        this.texts = texts;
        setId("paper-pages");
        column.getStyleClass().add("paper-pages");
        setContent(column);
        // A page narrower than the window stands in its middle.
        setFitToWidth(true);
        getStyleClass().add("paper-scroll");
        setFocusTraversable(true);
        life.follow(deck.sheetsProperty(), this::fill);
        life.follow(this::size, deck.zoom().factorProperty(), deck.turnedProperty());
        life.follow(viewportBoundsProperty(), bounds -> deck.zoom().room(bounds.getWidth() - BESIDE, bounds.getHeight() - BESIDE));
        life.follow(this::lookAround, vvalueProperty(), viewportBoundsProperty(), column.heightProperty());
        life.follow(sceneProperty(), scene -> {
            if (scene != null && scene.getWindow() != null) {
                deck.density(scene.getWindow().getOutputScaleX());
            }
        });
        addEventFilter(ScrollEvent.SCROLL, this::turned);
    }

    /// Brings a page into sight; the nearest one there is.
    void show(int page) {
        if (!column.getChildren().isEmpty()) {
            Node wanted = column.getChildren().get(Math.clamp(page, 0, column.getChildren().size() - 1));
            scrollTo(wanted.getBoundsInParent().getMinY() - column.getInsets().getTop());
        }
    }

    /// What a key does here.
    ///
    /// @return false when nothing
    boolean move(KeyCode code) {
        double screen = getViewportBounds().getHeight() - OVERLAP;
        switch (code) {
            case UP -> scrollTo(top() - LINE);
            case DOWN -> scrollTo(top() + LINE);
            case PAGE_UP -> scrollTo(top() - screen);
            case PAGE_DOWN, SPACE -> scrollTo(top() + screen);
            case HOME -> setVvalue(0);
            case END -> setVvalue(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void turned(ScrollEvent turned) {
        if (turned.isShortcutDown() && turned.getDeltaY() != 0) {
            if (turned.getDeltaY() > 0) {
                deck.zoom().in();
            } else {
                deck.zoom().out();
            }
            turned.consume();
        }
    }

    private void fill(List<Sheet> sheets) {
        column.getChildren().setAll(sheets.stream().map(sheet -> page(sheet, sheets.size())).toList());
        size();
        setVvalue(0);
    }

    private StackPane page(Sheet sheet, int all) {
        ImageView picture = new ImageView();
        picture.setSmooth(true);
        picture.imageProperty().bind(sheet.pictureProperty().map(Pictures::of).when(shown));
        StackPane page = new StackPane(picture);
        page.setId("paper-page-" + sheet.number());
        page.getStyleClass().add("paper-page");
        page.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        page.setAccessibleText(texts.get("platform.ui.paper.place", sheet.number() + 1, all));
        return page;
    }

    private void size() {
        List<Sheet> sheets = deck.sheetsProperty().get();
        for (int i = 0; i < column.getChildren().size() && i < sheets.size(); i++) {
            StackPane page = (StackPane) column.getChildren().get(i);
            double width = deck.width(sheets.get(i));
            double height = deck.height(sheets.get(i));
            page.setMinSize(width, height);
            page.setPrefSize(width, height);
            page.setMaxSize(width, height);
            ImageView picture = (ImageView) page.getChildren().getFirst();
            picture.setFitWidth(width);
            picture.setFitHeight(height);
        }
    }

    private double top() {
        return getVvalue() * Math.max(0, column.getHeight() - getViewportBounds().getHeight());
    }

    private void scrollTo(double top) {
        double room = column.getHeight() - getViewportBounds().getHeight();
        setVvalue(room <= 0 ? 0 : Math.clamp(top / room, 0, 1));
    }

    private void lookAround() {
        double top = top();
        double height = getViewportBounds().getHeight();
        int from = -1;
        int to = 0;
        int lookedAt = 0;
        for (int i = 0; i < column.getChildren().size(); i++) {
            Bounds page = column.getChildren().get(i).getBoundsInParent();
            if (page.getMaxY() >= top && page.getMinY() <= top + height) {
                from = from < 0 ? i : from;
                to = i;
            }
            if (page.getMinY() <= top + height / HALF) {
                lookedAt = i;
            }
        }
        if (!column.getChildren().isEmpty()) {
            deck.inSight(Math.max(0, from), to, lookedAt);
        }
    }
}
