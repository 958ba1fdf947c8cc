package io.guichet.directory.ui;

import io.guichet.country.Card;
import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CopyValue;
import io.guichet.platform.ui.Line;
import io.guichet.platform.ui.WholeCell;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The lines of a card below each other: figures whole and at the right, words in what room is left, Ctrl+C copies the
/// line. A column in which no line says anything is left out.
final class LinesTable {

    /// Texts up to this length are codes.
    private static final int CODE = 40;
    private static final double WORDS = 400;
    private static final double FIGURE = 80;
    /// The line of titles, in lines.
    private static final double HEAD = 1.5;

    private final Texts texts;
    private final FieldInput input;

    LinesTable(Texts texts, FieldInput input) {
        this.texts = texts;
        this.input = input;
    }

    Node view(Card.Table lines) {
        Label title = new Label(texts.get(lines.title()));
        title.getStyleClass().add("section-title");
        VBox block = new VBox(title, lines.rows().isEmpty() ? Pen.nothing(texts.get("directory.card.lines.none")) : table(lines));
        block.getStyleClass().addAll("field-group", "card-lines");
        return block;
    }

    private TableView<FieldValues> table(Card.Table lines) {
        List<FieldSpec> told = lines.columns().stream()
                .filter(column -> lines.rows().stream().anyMatch(row -> row.get(column.key()).isPresent())).toList();
        TableView<FieldValues> table = new TableView<>();
        table.setId("lines-" + lines.title().replace('.', '-'));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getItems().setAll(lines.rows());
        told.forEach(column -> table.getColumns().add(column(column)));
        table.setRowFactory(made -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable FieldValues line, boolean empty) {
                super.updateItem(line, empty);
                setTooltip(empty || line == null ? null : new Tooltip(said(told, line)));
            }
        });
        // As high as its lines: the page scrolls, not a table in it.
        table.prefHeightProperty().bind(table.fixedCellSizeProperty().multiply(lines.rows().size() + HEAD));
        table.minHeightProperty().bind(table.prefHeightProperty());
        table.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            FieldValues selected = table.getSelectionModel().getSelectedItem();
            if (selected != null && Line.COPY.match(pressed)) {
                pressed.consume();
                CopyValue.toClipboard(said(told, selected));
            }
        });
        return table;
    }

    private TableColumn<FieldValues, String> column(FieldSpec field) {
        TableColumn<FieldValues, String> column = new TableColumn<>(texts.get(field.key()));
        column.setSortable(false);
        column.setReorderable(false);
        boolean words = field.type() instanceof FieldType.Choice
                || field.type() instanceof FieldType.Text(int longest) && longest > CODE;
        column.setPrefWidth(words ? WORDS : FIGURE);
        if (!words) {
            column.setCellFactory(made -> new WholeCell<>());
            if (!(field.type() instanceof FieldType.Text)) {
                column.getStyleClass().add(field.type() instanceof FieldType.Day ? "date" : "amount");
            }
        }
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value(field, row.getValue())));
        return column;
    }

    private String value(FieldSpec field, FieldValues line) {
        return input.shown(field, line.get(field.key()).orElse(null), texts);
    }

    private String said(List<FieldSpec> columns, FieldValues line) {
        return columns.stream().map(column -> value(column, line)).collect(Collectors.joining("\t"));
    }
}
