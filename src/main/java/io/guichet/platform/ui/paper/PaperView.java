package io.guichet.platform.ui.paper;

import io.guichet.platform.i18n.Languages;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A paper: above it what can be done with it, at the left its pages small, beside them its pages.
final class PaperView extends StackPane {

    private static final double PERCENT = 100;
    private static final int SKELETON_ROWS = 12;

    private final PaperViewModel paper;
    private final Texts texts;
    private final PagesPane pages;
    private final ThumbnailRail rail;
    private final ScreenLifecycle life = ScreenLifecycle.of(this);
    private final ComboBox<Locale> language = new ComboBox<>();
    private final Label place = new Label();
    private final Label percent = new Label();
    private final ToggleButton fit = new ToggleButton();

    PaperView(PaperViewModel paper, PaperScreen.About about, Texts texts) {
        this.paper = paper;
        this.texts = texts;
        pages = new PagesPane(paper.deck(), texts, life);
        rail = new ThumbnailRail(paper.deck(), texts, life, this::show);
        LoadingPane loading = new LoadingPane();
        loading.setRows(SKELETON_ROWS);
        ErrorPanel problem = new ErrorPanel();
        Label refusal = new Label();
        refusal.setId("paper-refusal");
        refusal.setWrapText(true);
        VBox refused = new VBox(Icons.of(Feather.FILE_TEXT), refusal);
        refused.getStyleClass().add("empty-state");
        HBox body = new HBox(rail, pages);
        HBox.setHgrow(pages, Priority.ALWAYS);
        StackPane below = new StackPane(body, refused);
        loading.setContent(below);
        VBox messages = new VBox(problem);
        messages.getStyleClass().add("file-messages");
        VBox all = new VBox(head(about), messages, loading);
        VBox.setVgrow(loading, Priority.ALWAYS);
        getChildren().setAll(all);
        life.follow(paper.stateProperty(), state -> {
            loading.setLoading(state == PaperViewModel.State.LOADING);
            body.setVisible(state == PaperViewModel.State.THERE);
            refused.setVisible(state == PaperViewModel.State.REFUSED);
        });
        life.follow(paper.refusalProperty(), reason -> refusal.setText(reason == null ? "" : texts.get(reason)));
        life.follow(paper.problemProperty(), shown -> {
            problem.show(texts, shown, paper.stateProperty().get() == PaperViewModel.State.FAILED ? paper::load
                    : paper::dropProblem);
            messages.setVisible(shown != null);
            messages.setManaged(shown != null);
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Brings a page into sight; the nearest one there is.
    void show(int page) {
        pages.show(page);
    }

    private VBox head(PaperScreen.About about) {
        Label title = new Label(texts.get(paper.title()));
        title.getStyleClass().add("page-title");
        Button file = new Button("", Icons.of(Feather.ARROW_LEFT));
        file.setId("paper-file");
        file.getStyleClass().addAll("flat", "link-button");
        file.setOnAction(pressed -> about.open().run());
        life.follow(about.file(), file::setText);
        Button print = new Button(texts.get("platform.ui.paper.print"), Icons.of(Feather.PRINTER));
        print.setId("paper-print");
        print.setMinWidth(USE_PREF_SIZE);
        print.setOnAction(pressed -> paper.print());
        Button save = new Button(texts.get("platform.ui.paper.save"), Icons.of(Feather.DOWNLOAD));
        save.setId("paper-save");
        save.getStyleClass().add("accent");
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(pressed -> paper.save());
        HBox who = new HBox(new CountryTag(about.country()), title, file, gap(), print, save);
        who.getStyleClass().add("file-who");
        HBox tools = tools();
        life.follow(() -> {
            boolean nothing = paper.stateProperty().get() != PaperViewModel.State.THERE;
            print.setDisable(nothing || paper.busyProperty().get());
            save.setDisable(nothing || paper.busyProperty().get());
            tools.setVisible(!nothing);
        }, paper.stateProperty(), paper.busyProperty());
        VBox head = new VBox(who, tools);
        head.getStyleClass().add("file-header");
        return head;
    }

    private HBox tools() {
        chooseLanguage();
        Button before = Icons.button(Feather.CHEVRON_UP, texts.get("platform.ui.paper.shortcut.previous"));
        before.setId("paper-before");
        before.setOnAction(pressed -> show(paper.currentProperty().get() - 1));
        Button after = Icons.button(Feather.CHEVRON_DOWN, texts.get("platform.ui.paper.shortcut.next"));
        after.setId("paper-after");
        after.setOnAction(pressed -> show(paper.currentProperty().get() + 1));
        place.setId("paper-place");
        life.follow(() -> {
            int all = paper.sheetsProperty().get().size();
            int at = paper.currentProperty().get();
            place.setText(all == 0 ? "" : texts.get("platform.ui.paper.place", at + 1, all));
            before.setDisable(at == 0);
            after.setDisable(at >= all - 1);
        }, paper.sheetsProperty(), paper.currentProperty());
        Button smaller = Icons.button(Feather.ZOOM_OUT, texts.get("platform.ui.paper.shortcut.smaller"));
        smaller.setId("paper-smaller");
        smaller.setOnAction(pressed -> paper.zoom().out());
        Button larger = Icons.button(Feather.ZOOM_IN, texts.get("platform.ui.paper.shortcut.larger"));
        larger.setId("paper-larger");
        larger.setOnAction(pressed -> paper.zoom().in());
        percent.setId("paper-percent");
        percent.getStyleClass().add("paper-percent");
        life.follow(paper.zoom().factorProperty(), factor -> {
            percent.setText(texts.get("platform.ui.paper.percent", Math.round(factor.doubleValue() * PERCENT)));
            smaller.setDisable(factor.doubleValue() <= Zoom.LEAST);
            larger.setDisable(factor.doubleValue() >= Zoom.MOST);
        });
        fit.setId("paper-fit");
        Icons.dress(fit, Feather.MAXIMIZE_2, texts.get("platform.ui.paper.shortcut.fit"));
        fit.setOnAction(pressed -> {
            if (fit.isSelected()) {
                paper.zoom().fit();
            } else {
                paper.zoom().to(paper.zoom().factorProperty().get());
            }
        });
        life.follow(paper.zoom().fitsProperty(), fit::setSelected);
        Label spoken = new Label(texts.get("platform.ui.paper.language"));
        spoken.setLabelFor(language);
        spoken.getStyleClass().add("field-label");
        HBox tools = new HBox(spoken, language, gap(), before, place, after, gap(), smaller, percent, larger, fit);
        tools.getStyleClass().add("paper-tools");
        return tools;
    }

    private void chooseLanguage() {
        language.setId("paper-language");
        language.setAccessibleText(texts.get("platform.ui.paper.language"));
        language.getItems().setAll(Texts.LANGUAGES);
        language.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Locale shown) {
                return shown == null ? "" : name(shown);
            }

            @Override
            public Locale fromString(String typed) {
                throw new UnsupportedOperationException();
            }
        });
        life.follow(paper.languageProperty(), shown -> {
            // Only now it is known whose own language which one is.
            language.getItems().setAll(Texts.LANGUAGES);
            language.setValue(shown);
        });
        language.setOnAction(chosen -> {
            Locale wanted = language.getValue();
            if (wanted != null) {
                paper.read(wanted);
            }
        });
    }

    private String name(Locale shown) {
        String name = Languages.name(shown);
        return shown.equals(paper.own()) ? texts.get("platform.ui.paper.own", name) : name;
    }

    /// Keys that mean the same on other keyboards, and those that move within the paper.
    private void pressed(KeyEvent pressed) {
        KeyCode code = pressed.getCode();
        boolean larger = code == KeyCode.ADD || code == KeyCode.EQUALS;
        if (pressed.isShortcutDown() && (larger || code == KeyCode.SUBTRACT || code == KeyCode.NUMPAD0)) {
            if (larger) {
                paper.zoom().in();
            } else if (code == KeyCode.SUBTRACT) {
                paper.zoom().out();
            } else {
                paper.zoom().fit();
            }
            pressed.consume();
        } else if (pressed.getTarget() == pages && !pressed.isShortcutDown() && !pressed.isAltDown() && pages.move(code)) {
            pressed.consume();
        }
    }

    private static Node gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
