package io.guichet.shell.ui;

import io.guichet.directory.SearchRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.KeyNames;
import io.guichet.platform.ui.NavEntry;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The search palette.
public final class PaletteController {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final PaletteViewModel palette;
    private final Texts texts;
    private final Runnable leave;
    private final Runnable shortcuts;
    private final Map<FileKind, Button> kindChips = new HashMap<>();
    private final Map<CountryCode, CountryTag> countryChips = new HashMap<>();

    @FXML
    private Label lens;
    @FXML
    private TextField query;
    @FXML
    private FlowPane kinds;
    @FXML
    private HBox countries;
    @FXML
    private FlowPane places;
    @FXML
    private Label heading;
    @FXML
    private ListView<SearchRow> rows;
    @FXML
    private VBox nothing;
    @FXML
    private Label narrowed;
    @FXML
    private VBox empty;
    @FXML
    private Label emptyTitle;
    @FXML
    private Label emptyText;
    @FXML
    private VBox failed;
    @FXML
    private ErrorPanel error;
    @FXML
    private HBox hints;

    /// @param leave     takes the palette away
    /// @param shortcuts shows the keys in its place
    public PaletteController(PaletteViewModel palette, Texts texts, Runnable leave, Runnable shortcuts) {
        this.palette = palette;
        this.texts = texts;
        this.leave = leave;
        this.shortcuts = shortcuts;
    }

    @FXML
    private void initialize() {
        lens.setGraphic(Icons.of(Feather.SEARCH));
        query.setText(palette.textProperty().get());
        query.textProperty().subscribe(palette.textProperty()::set);
        query.setPromptText(palette.prompt());
        query.setAccessibleText(palette.prompt());
        if (!palette.kinds().contains(FileKind.MEMBER)) {
            emptyTitle.setText(palette.prompt());
            emptyText.setText(palette.advice());
        }
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        rows.setItems(palette.rows());
        rows.setCellFactory(list -> new SearchRowCell(texts));
        rows.setFocusTraversable(false);
        rows.setOnMouseClicked(clicked -> {
            int index = rows.getSelectionModel().getSelectedIndex();
            if (index >= 0) {
                palette.selectedProperty().set(index);
                open(clicked.isShortcutDown());
            }
        });
        chips();
        hints();
        ScreenLifecycle lifecycle = ScreenLifecycle.of(query);
        lifecycle.follow(palette.selectedProperty(), index -> select(index.intValue()));
        lifecycle.follow(palette.kindProperty(), chosen -> kindChips.forEach((kind, chip) ->
                chip.pseudoClassStateChanged(SELECTED, kind == chosen)));
        lifecycle.follow(palette.countryProperty(), chosen -> countryChips.forEach((country, chip) ->
                chip.pseudoClassStateChanged(SELECTED, country.equals(chosen))));
        lifecycle.follow(this::places, palette.places().found(), palette.places().selectedProperty());
        lifecycle.follow(this::state, palette.stateProperty(), palette.rows(), palette.problemProperty(),
                palette.textProperty());
    }

    private void key(KeyEvent pressed) {
        boolean used = true;
        switch (pressed.getCode()) {
            case DOWN -> palette.move(1);
            case UP -> palette.move(-1);
            case PAGE_DOWN -> palette.move(8);
            case PAGE_UP -> palette.move(-8);
            case ENTER -> open(pressed.isShortcutDown());
            case F1 -> shortcuts.run();
            case TAB -> palette.stepKind(pressed.isShiftDown() ? -1 : 1);
            default -> used = pressed.isAltDown() && pressed.getCode().isLetterKey()
                    && palette.narrowToCountry(pressed.getCode().getName().charAt(0));
        }
        if (used) {
            pressed.consume();
        }
    }

    private void open(boolean behind) {
        palette.open(behind, () -> {
            if (!behind) {
                leave.run();
            }
        });
    }

    private void select(int index) {
        if (index < 0) {
            rows.getSelectionModel().clearSelection();
        } else {
            rows.getSelectionModel().clearAndSelect(index);
            rows.scrollTo(Math.max(0, index - 4));
        }
    }

    private void chips() {
        for (FileKind kind : palette.kinds()) {
            Button chip = new Button(texts.get("shell.kind." + kind.code()), Icons.of(kind));
            chip.getStyleClass().addAll("chip", "flat");
            chip.setFocusTraversable(false);
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chip.setOnAction(pressed -> palette.kindProperty()
                    .set(palette.kindProperty().get() == kind ? null : kind));
            kindChips.put(kind, chip);
            kinds.getChildren().add(chip);
        }
        for (CountryCode country : palette.countries()) {
            CountryTag chip = new CountryTag(country);
            chip.getStyleClass().add("country-chip");
            chip.setTooltip(new Tooltip(Locale.of("", country.value()).getDisplayCountry(texts.locale())));
            chip.setOnMouseClicked(clicked -> palette.countryProperty()
                    .set(country.equals(palette.countryProperty().get()) ? null : country));
            countryChips.put(country, chip);
            countries.getChildren().add(chip);
        }
    }

    private void hints() {
        hint(new KeyCodeCombination(KeyCode.ENTER), "shell.search.hint.open");
        hint(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN), "shell.search.hint.behind");
        hint(new KeyCodeCombination(KeyCode.TAB), "shell.search.hint.kind");
        if (palette.countries().size() > 1) {
            String letters = String.join(" ", palette.countries().stream()
                    .map(country -> country.value().substring(0, 1)).distinct().toList());
            hint(texts.get("platform.ui.key.alt") + "+" + letters, "shell.search.hint.country");
        }
    }

    private void hint(KeyCombination keys, String textKey) {
        hint(KeyNames.of(texts, keys), textKey);
    }

    private void hint(String keys, String textKey) {
        Label cap = new Label(keys);
        cap.getStyleClass().add("key-cap");
        Label words = new Label(texts.get(textKey));
        words.getStyleClass().add("caption");
        HBox hint = new HBox(cap, words);
        hint.getStyleClass().add("hint");
        hints.getChildren().add(hint);
    }

    /// Screens that are meant, each a button; the selected one is what Enter goes to.
    private void places() {
        List<Node> buttons = new ArrayList<>();
        for (NavEntry place : palette.places().found()) {
            Button button = new Button(texts.get("shell.search.goTo", texts.get(place.textKey())), Icons.of(place.icon()));
            button.setId("place-" + place.screenId());
            button.getStyleClass().addAll("chip", "flat");
            button.setFocusTraversable(false);
            button.pseudoClassStateChanged(SELECTED, buttons.size() == palette.places().selectedProperty().get());
            button.setOnAction(pressed -> palette.go(place, leave));
            buttons.add(button);
        }
        places.getChildren().setAll(buttons);
        show(places, !buttons.isEmpty());
    }

    private void state() {
        PaletteViewModel.State now = palette.stateProperty().get();
        boolean isEmpty = palette.rows().isEmpty();
        show(nothing, now == PaletteViewModel.State.NOTHING);
        show(narrowed, palette.kindProperty().get() != null || palette.countryProperty().get() != null);
        boolean asking = !palette.textProperty().get().isBlank();
        show(empty, now == PaletteViewModel.State.RECENT && isEmpty && !asking);
        show(heading, now == PaletteViewModel.State.RECENT && !isEmpty);
        show(failed, now == PaletteViewModel.State.FAILED);
        error.show(texts, palette.problemProperty().get(), palette::retry);
        rows.setVisible(!isEmpty);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
