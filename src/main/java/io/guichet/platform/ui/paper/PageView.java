package io.guichet.platform.ui.paper;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.ScreenLifecycle;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// An attached file beside something else: above it zoom, turning and moving, below them its pages, as wide as there is room.
///
/// Keys while it has the focus: arrows, page up and down, Home, End move; plus and minus zoom, with Ctrl too; 0 fits the
/// width, 9 a whole page; R turns right, L left.
public final class PageView extends StackPane {

    private static final double PERCENT = 100;
    private static final int SKELETON_ROWS = 12;

    private final PageViewModel viewed;
    private final Texts texts;
    private final PagesPane pages;
    private final ScreenLifecycle life = ScreenLifecycle.of(this);

    public PageView(PageViewModel viewed, Texts texts) {
        this.viewed = viewed;
        this.texts = texts;
        pages = new PagesPane(viewed.deck(), texts, life);
        pages.setAccessibleText(texts.get("platform.ui.paper.pages"));
        LoadingPane loading = new LoadingPane();
        loading.setRows(SKELETON_ROWS);
        ErrorPanel problem = new ErrorPanel();
        Label refusal = new Label();
        refusal.setId("pages-refusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(USE_PREF_SIZE);
        VBox refused = new VBox(Icons.of(Feather.FILE_MINUS), refusal);
        refused.getStyleClass().add("empty-state");
        StackPane below = new StackPane(pages, refused);
        loading.setContent(below);
        HBox tools = tools();
        VBox all = new VBox(tools, problem, loading);
        all.getStyleClass().add("page-view");
        VBox.setVgrow(loading, Priority.ALWAYS);
        getChildren().setAll(all);
        life.follow(viewed.stateProperty(), state -> {
            loading.setLoading(state == PageViewModel.State.LOADING);
            pages.setVisible(state == PageViewModel.State.THERE);
            refused.setVisible(state == PageViewModel.State.REFUSED);
            tools.setDisable(state != PageViewModel.State.THERE);
        });
        life.follow(viewed.refusalProperty(), reason -> refusal.setText(reason == null ? "" : texts.get(reason)));
        life.follow(viewed.problemProperty(), shown -> problem.show(texts, shown, viewed::again));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Puts the keyboard on the pages.
    public void focusPages() {
        pages.requestFocus();
    }

    private HBox tools() {
        Zoom zoom = viewed.zoom();
        Button before = button(Feather.CHEVRON_UP, "platform.ui.paper.shortcut.previous", "pages-before",
                () -> pages.show(current() - 1));
        Button after = button(Feather.CHEVRON_DOWN, "platform.ui.paper.shortcut.next", "pages-after",
                () -> pages.show(current() + 1));
        Label place = new Label();
        place.setId("pages-place");
        place.setMinWidth(USE_PREF_SIZE);
        life.follow(() -> {
            int all = viewed.deck().sheetsProperty().get().size();
            place.setText(all == 0 ? "" : texts.get("platform.ui.paper.placeShort", current() + 1, all));
            place.setAccessibleText(all == 0 ? "" : texts.get("platform.ui.paper.place", current() + 1, all));
            before.setDisable(current() == 0);
            after.setDisable(current() >= all - 1);
        }, viewed.deck().sheetsProperty(), viewed.deck().currentProperty());
        Button smaller = button(Feather.ZOOM_OUT, "platform.ui.paper.shortcut.smaller", "pages-smaller", zoom::out);
        Button larger = button(Feather.ZOOM_IN, "platform.ui.paper.shortcut.larger", "pages-larger", zoom::in);
        Label percent = new Label();
        percent.setId("pages-percent");
        percent.getStyleClass().add("paper-percent");
        life.follow(zoom.factorProperty(), factor -> {
            percent.setText(texts.get("platform.ui.paper.percent", Math.round(factor.doubleValue() * PERCENT)));
            smaller.setDisable(factor.doubleValue() <= Zoom.LEAST);
            larger.setDisable(factor.doubleValue() >= Zoom.MOST);
        });
        ToggleButton fit = toggle(Feather.CODE, "platform.ui.paper.shortcut.fitWidth", "pages-fit", zoom::fit);
        life.follow(zoom.fitsProperty(), fit::setSelected);
        ToggleButton whole = toggle(Feather.MAXIMIZE_2, "platform.ui.paper.shortcut.fitPage", "pages-whole", zoom::fitWhole);
        life.follow(zoom.wholeProperty(), whole::setSelected);
        Button left = button(Feather.ROTATE_CCW, "platform.ui.paper.shortcut.turnLeft", "pages-left", () -> viewed.turn(-1));
        Button right = button(Feather.ROTATE_CW, "platform.ui.paper.shortcut.turnRight", "pages-right", () -> viewed.turn(1));
        HBox tools = new HBox(before, place, after, gap(), smaller, percent, larger, fit, whole, gap(), left, right);
        tools.getStyleClass().addAll("paper-tools", "page-tools");
        return tools;
    }

    private int current() {
        return viewed.deck().currentProperty().get();
    }

    private Button button(Ikon icon, String key, String id, Runnable does) {
        Button button = Icons.button(icon, texts.get(key));
        button.setId(id);
        button.setOnAction(pressed -> does.run());
        return button;
    }

    private ToggleButton toggle(Ikon icon, String key, String id, Runnable does) {
        ToggleButton button = new ToggleButton();
        button.setId(id);
        Icons.dress(button, icon, texts.get(key));
        button.setOnAction(pressed -> {
            button.setSelected(true);
            does.run();
        });
        return button;
    }

    private void pressed(KeyEvent pressed) {
        if (pressed.isAltDown() || pressed.getTarget() != pages && !pressed.isShortcutDown()) {
            return;
        }
        KeyCode code = pressed.getCode();
        if (does(code) || !pressed.isShortcutDown() && (turns(code) || pages.move(code))) {
            pressed.consume();
        }
    }

    private boolean does(KeyCode code) {
        switch (code) {
            case ADD, PLUS, EQUALS -> viewed.zoom().in();
            case SUBTRACT, MINUS -> viewed.zoom().out();
            case DIGIT0, NUMPAD0 -> viewed.zoom().fit();
            case DIGIT9, NUMPAD9 -> viewed.zoom().fitWhole();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean turns(KeyCode code) {
        if (code == KeyCode.R || code == KeyCode.L) {
            viewed.turn(code == KeyCode.R ? 1 : -1);
            return true;
        }
        return false;
    }

    private static Node gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
