package io.guichet.platform.ui;

import java.util.function.BiConsumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Lets a table show a `RowWindow`: pages come as the person scrolls, what is seen stays in its place, and Enter or a
/// double click opens a row, with Ctrl behind.
public final class WindowedTable {

    /// Rows before the end at which the next page is asked for.
    private static final int AHEAD = 40;

    private WindowedTable() {
    }

    /// Dresses `table`.
    ///
    /// @param open gets the row, and whether to open it behind
    public static <R> void show(TableView<R> table, RowWindow<R> window, ScreenLifecycle life,
                                BiConsumer<R, Boolean> open) {
        table.setItems(window.rows());
        table.setRowFactory(shown -> row(table, window, open));
        table.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            R selected = table.getSelectionModel().getSelectedItem();
            if (pressed.getCode() == KeyCode.ENTER && selected != null) {
                pressed.consume();
                open.accept(selected, pressed.isShortcutDown());
            }
        });
        life.whileShown(() -> {
            ListChangeListener<R> moved = change -> stayInPlace(table, change);
            window.rows().addListener(moved);
            return () -> window.rows().removeListener(moved);
        });
    }

    /// Puts the cursor into the table, on its first row when none is selected.
    public static void enter(TableView<?> table) {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    private static <R> TableRow<R> row(TableView<R> table, RowWindow<R> window, BiConsumer<R, Boolean> open) {
        TableRow<R> row = new TableRow<>();
        row.indexProperty().subscribe(index -> {
            if (index.intValue() >= table.getItems().size() - AHEAD) {
                window.nearEnd();
            }
            if (index.intValue() >= 0 && index.intValue() < AHEAD) {
                window.nearBeginning();
            }
        });
        row.setOnMouseClicked(clicked -> {
            if (clicked.getClickCount() == 2 && row.getItem() != null) {
                open.accept(row.getItem(), clicked.isShortcutDown());
            }
        });
        return row;
    }

    /// Rows that come or go above what is seen do not move what is seen.
    private static <R> void stayInPlace(TableView<R> table, ListChangeListener.Change<? extends R> change) {
        int first = table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null
                ? flow.getFirstVisibleCell().getIndex() : -1;
        int moved = first;
        while (change.next()) {
            if (change.getFrom() == 0 && change.wasReplaced() && change.getAddedSize() == change.getList().size()) {
                table.scrollTo(0);
                return;
            }
            if (!change.wasReplaced() && first > 0 && change.getFrom() <= moved) {
                moved += change.getAddedSize() - Math.min(change.getRemovedSize(), moved - change.getFrom());
            }
        }
        if (moved != first && moved >= 0) {
            table.scrollTo(moved);
        }
    }
}
