package io.guichet.reimbursement.ui.run;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.Money;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.WholeCell;
import io.guichet.reimbursement.RunReport;
import io.guichet.reimbursement.RunReport.Result;
import io.guichet.reimbursement.RunReport.Row;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The rows of a run: what became of each claim. Sorted by any column; Enter or a double click opens the claim.
final class RunTable {

    private static final int COUNTRY = 56;
    private static final int NARROW = 100;
    private static final int MEMBER = 150;
    private static final int WHY = 240;
    private static final int AMOUNT = 118;

    private final Texts texts;
    private final RunWords words;
    private final BooleanSupplier tried;

    /// @param tried whether the rows are those of a dry run
    RunTable(TableView<Row> table, Texts texts, RunWords words, BooleanSupplier tried, Consumer<Row> open) {
        this.texts = texts;
        this.words = words;
        this.tried = tried;
        table.getColumns().setAll(List.of(country(), plain("number", NARROW, Row::number), worded("member", MEMBER, Row::memberName),
                result(), worded("why", WHY, words::why), amount("before", Row::before, words.amounts()::text),
                amount("after", Row::after, words.amounts()::text), amount("difference", Row::change, words.amounts()::difference)));
        table.setRowFactory(shown -> {
            TableRow<Row> row = new TableRow<>();
            row.setOnMouseClicked(clicked -> {
                if (clicked.getClickCount() == 2 && row.getItem() != null) {
                    open.accept(row.getItem());
                }
            });
            return row;
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            Row selected = table.getSelectionModel().getSelectedItem();
            if (pressed.getCode() == KeyCode.ENTER && !pressed.isShortcutDown() && selected != null) {
                pressed.consume();
                open.accept(selected);
            }
        });
    }

    /// Shows the rows of that result, all when it is null, in the order the person sorted them.
    static void show(TableView<Row> table, @Nullable RunReport seen, @Nullable Result result) {
        List<Row> rows = seen == null ? List.of() : seen.rows().stream().filter(row -> result == null || row.result() == result).toList();
        SortedList<Row> sorted = new SortedList<>(FXCollections.observableList(rows));
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
    }

    private <T> TableColumn<Row, T> column(String name, int width, Function<Row, T> value) {
        TableColumn<Row, T> column = new TableColumn<>(texts.get("reimbursement.run.column." + name));
        column.setId(name);
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    private TableColumn<Row, CountryCode> country() {
        TableColumn<Row, CountryCode> column = column("country", COUNTRY, row -> row.claim().country());
        column.setMinWidth(COUNTRY);
        column.setText("");
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable CountryCode code, boolean empty) {
                super.updateItem(code, empty);
                setGraphic(empty || code == null ? null : new CountryTag(code));
            }
        });
        return column;
    }

    private TableColumn<Row, String> plain(String name, int width, Function<Row, String> value) {
        TableColumn<Row, String> column = column(name, width, value);
        column.setCellFactory(made -> new WholeCell<>());
        return column;
    }

    /// Words may be cut where the window is narrow; then a tooltip tells them.
    private TableColumn<Row, String> worded(String name, int width, Function<Row, String> value) {
        TableColumn<Row, String> column = column(name, width, value);
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String said, boolean empty) {
                super.updateItem(said, empty);
                setText(empty ? null : said);
                setTooltip(empty || said == null || said.isEmpty() ? null : new Tooltip(said));
            }
        });
        return column;
    }

    private TableColumn<Row, Result> result() {
        TableColumn<Row, Result> column = column("result", NARROW, Row::result);
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Result shown, boolean empty) {
                super.updateItem(shown, empty);
                Label said = empty || shown == null ? null : words.result(shown, tried.getAsBoolean());
                setGraphic(said);
                if (said != null) {
                    WholeCell.keepRoomFor(getTableColumn(), said);
                }
            }
        });
        return column;
    }

    private TableColumn<Row, Money> amount(String name, Function<Row, Money> value, Function<Money, String> said) {
        TableColumn<Row, Money> column = column(name, AMOUNT, value);
        column.setMinWidth(AMOUNT);
        column.getStyleClass().add("amount");
        column.setComparator(Comparator.naturalOrder());
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Money amount, boolean empty) {
                super.updateItem(amount, empty);
                setText(empty || amount == null ? null : said.apply(amount));
            }
        });
        return column;
    }
}
