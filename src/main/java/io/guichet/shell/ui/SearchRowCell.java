package io.guichet.shell.ui;

import io.guichet.directory.SearchRow;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One file found: kind, name with the hit in bold, country, birth date, and why it matched.
final class SearchRowCell extends ListCell<SearchRow> {

    private final Texts texts;

    SearchRowCell(Texts texts) {
        this.texts = texts;
        getStyleClass().add("search-row");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable SearchRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        setText(null);
        if (isEmpty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(view(texts, row));
        setAccessibleText(texts.get("shell.kind." + row.ref().kind().code()) + " " + row.label() + " "
                + row.ref().country());
    }

    /// The row as it stands in lists of files.
    static HBox view(Texts texts, SearchRow row) {
        HBox name = new HBox();
        name.getStyleClass().add("search-name");
        int at = 0;
        for (SearchRow.Hit hit : row.hits()) {
            add(name, row.label().substring(at, hit.from()), false);
            add(name, row.label().substring(hit.from(), hit.to()), true);
            at = hit.to();
        }
        add(name, row.label().substring(at), false);
        HBox first = new HBox(name, new CountryTag(row.ref().country()));
        first.getStyleClass().add("search-first");
        Label second = new Label(second(texts, row));
        second.getStyleClass().add("secondary");
        VBox words = new VBox(first, second);
        words.getStyleClass().add("search-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        Label side = new Label(side(texts, row));
        side.getStyleClass().addAll("secondary", "date");
        side.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(Icons.of(row.ref().kind()), words, side);
        box.getStyleClass().add("search-box");
        return box;
    }

    /// What a person asks for to be sure: the birth date, or the number where the name is not that already.
    private static String side(Texts texts, SearchRow row) {
        if (row.birthDate() != null) {
            return texts.day(row.birthDate());
        }
        return row.ref().isSayable() && !row.ref().reference().equals(row.label()) ? row.ref().reference() : "";
    }

    private static String second(Texts texts, SearchRow row) {
        List<String> parts = new ArrayList<>();
        if (row.because() != null) {
            parts.add(texts.get(row.because()));
        }
        if (!row.detail().isBlank()) {
            parts.add(row.detail());
        }
        return String.join(" · ", parts);
    }

    private static void add(HBox name, String part, boolean hit) {
        if (!part.isEmpty()) {
            Label text = new Label(part);
            if (hit) {
                text.getStyleClass().add("hit");
            }
            name.getChildren().add(text);
        }
    }
}
