package io.guichet.reimbursement.ui.queue;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.CountryCell;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.WholeCell;
import io.guichet.platform.ui.WindowedTable;
import io.guichet.platform.ui.WordsCell;
import io.guichet.reimbursement.WorkRow;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/// The rows of the queue. What is selected is the claim that is looked at, however the rows around it come and go.
final class QueueTable {

    private static final PseudoClass STRAY = PseudoClass.getPseudoClass("stray");

    private final TableView<WorkRow> table;
    private final WorklistViewModel list;
    private final QueueFlow flow;
    private final QueueWords words;

    QueueTable(TableView<WorkRow> table, WorklistViewModel list, QueueFlow flow, QueueWords words) {
        this.table = table;
        this.list = list;
        this.flow = flow;
        this.words = words;
    }

    void show(ScreenLifecycle life, BiConsumer<WorkRow, Boolean> open) {
        WindowedTable.show(table, list.window(), life, open);
        Callback<TableView<WorkRow>, TableRow<WorkRow>> made = table.getRowFactory();
        table.setRowFactory(shown -> row(made.call(shown)));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.addEventHandler(KeyEvent.KEY_RELEASED, this::released);
        life.follow(flow.currentProperty(), now -> select(true));
        life.whileShown(() -> {
            // After the table itself: what it makes of a change is put right.
            ListChangeListener<WorkRow> changed = change -> select(false);
            list.window().rows().addListener(changed);
            return () -> list.window().rows().removeListener(changed);
        });
        life.follow(() -> table.refresh(), list.live().revisionProperty(), list.ticked().totalsProperty());
    }

    private TableRow<WorkRow> row(TableRow<WorkRow> row) {
        row.addEventHandler(MouseEvent.MOUSE_CLICKED, clicked -> {
            WorkRow item = row.getItem();
            if (item != null && clicked.getButton() == MouseButton.PRIMARY) {
                if (clicked.isShortcutDown()) {
                    list.ticked().toggle(item);
                    select(false);
                } else {
                    flow.choose(item);
                }
            }
        });
        return row;
    }

    private void pressed(KeyEvent pressed) {
        if (pressed.isShortcutDown() || pressed.isAltDown()) {
            return;
        }
        switch (pressed.getCode()) {
            case UP -> {
                pressed.consume();
                flow.previous();
            }
            case DOWN -> {
                pressed.consume();
                flow.next();
            }
            case SPACE -> {
                pressed.consume();
                tick();
            }
            case ESCAPE -> {
                if (list.ticked().choosingProperty().get()) {
                    pressed.consume();
                    list.ticked().end();
                }
            }
            default -> { }
        }
    }

    /// Chooses the row that is looked at, or leaves it out, and goes on.
    void tick() {
        WorkRow now = flow.currentProperty().get();
        if (now == null) {
            list.ticked().begin();
        } else {
            list.window().rows().stream().filter(row -> row.claim().equals(now.claim())).findFirst().ifPresent(list.ticked()::toggle);
        }
    }

    /// Keys that leap: only where one comes to rest is looked at.
    private void released(KeyEvent released) {
        switch (released.getCode()) {
            case HOME, END, PAGE_UP, PAGE_DOWN -> {
                WorkRow selected = table.getSelectionModel().getSelectedItem();
                if (selected != null) {
                    flow.choose(selected);
                }
            }
            default -> { }
        }
    }

    private void select(boolean reveal) {
        WorkRow now = flow.currentProperty().get();
        int at = now == null ? -1 : index(now.claim());
        if (at < 0) {
            table.getSelectionModel().clearSelection();
        } else if (table.getSelectionModel().getSelectedIndex() != at || table.getSelectionModel().getSelectedIndices().size() != 1) {
            table.getSelectionModel().clearAndSelect(at);
        }
        if (reveal && at >= 0) {
            reveal(at);
        }
    }

    private int index(FileRef claim) {
        List<WorkRow> rows = table.getItems();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).claim().equals(claim)) {
                return i;
            }
        }
        return -1;
    }

    /// Scrolls as little as it takes to see the row and the one beyond.
    private void reveal(int at) {
        table.getFocusModel().focus(at);
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> rows && rows.getFirstVisibleCell() != null
                && rows.getLastVisibleCell() != null) {
            int first = rows.getFirstVisibleCell().getIndex();
            int last = rows.getLastVisibleCell().getIndex();
            if (at <= first) {
                table.scrollTo(Math.max(0, at - 1));
            } else if (at >= last - 1) {
                table.scrollTo(Math.max(0, at - (last - first) + 3));
            }
        } else {
            table.scrollTo(Math.max(0, at - 1));
        }
    }

    void tick(TableColumn<WorkRow, WorkRow> column, ScreenLifecycle life) {
        itself(column);
        column.setCellFactory(made -> new TableCell<>() {
            private final CheckBox box = new CheckBox();

            @Override
            protected void updateItem(@Nullable WorkRow row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : box);
                if (row != null) {
                    box.setSelected(list.ticked().has(row.claim()));
                    box.setFocusTraversable(false);
                    box.setAccessibleText(words.get("reimbursement.queue.tick", row.number()));
                    box.setOnAction(pressed -> list.ticked().toggle(row));
                }
            }
        });
        life.follow(list.ticked().choosingProperty(), column::setVisible);
    }

    void country(TableColumn<WorkRow, CountryCode> column) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().claim().country()));
        column.setCellFactory(made -> new CountryCell<>());
    }

    /// A column whose cells are labels with an icon.
    void labels(TableColumn<WorkRow, WorkRow> column, Function<WorkRow, Label> label, boolean whole) {
        itself(column);
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable WorkRow row, boolean empty) {
                super.updateItem(row, empty);
                Label said = empty || row == null ? null : label.apply(row);
                setGraphic(said);
                if (said != null && whole) {
                    WholeCell.keepRoomFor(getTableColumn(), said);
                }
                if (getTableRow() != null) {
                    getTableRow().pseudoClassStateChanged(STRAY, row != null && list.live().isStray(row.claim()));
                }
            }
        });
    }

    private static void itself(TableColumn<WorkRow, WorkRow> column) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    }

    static void whole(TableColumn<WorkRow, String> column, Function<WorkRow, String> value) {
        text(column, value);
        column.setCellFactory(made -> new WholeCell<>());
    }

    static void words(TableColumn<WorkRow, String> column, Function<WorkRow, String> value) {
        text(column, value);
        column.setCellFactory(made -> new WordsCell<>());
    }

    private static void text(TableColumn<WorkRow, String> column, Function<WorkRow, String> value) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    }
}
