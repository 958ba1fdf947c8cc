package io.guichet.directory.ui;

import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.PaymentLine;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.Line;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.WholeCell;
import java.time.Clock;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All claims or all payments of a member in a table: Enter opens, Ctrl+C copies the row.
final class LedgerView {

    /// Rows before the end at which the next page is asked for.
    private static final int AHEAD = 40;
    /// Rows that are seen above the one that was chosen, where nobody knows how far the table was scrolled.
    private static final int ABOVE = 3;

    private final Pen pen;
    private final Texts texts;
    private final ClaimLines lines;
    private final ScreenLifecycle life;

    LedgerView(Pen pen, Clock clock, ScreenLifecycle life) {
        this.pen = pen;
        this.texts = pen.texts();
        this.lines = new ClaimLines(pen, clock.getZone());
        this.life = life;
    }

    Node claims(LedgerViewModel<ClaimLine> ledger) {
        TableView<ClaimLine> table = new TableView<>();
        table.setId("claims");
        column(table, "directory.claim.day", 104, "date", claim -> pen.day(claim.day()));
        column(table, "directory.claim.number", 150, "whole", ClaimLine::number);
        column(table, "directory.claim.what", 320, "", claim -> texts.get(claim.what()));
        column(table, "directory.claim.charged", 120, "amount", claim -> pen.amount(claim.charged()));
        column(table, "directory.claim.paid", 120, "amount", lines::paid);
        TableColumn<ClaimLine, ClaimLine.State> state = new TableColumn<>(texts.get("directory.claim.state"));
        state.setPrefWidth(150);
        state.setSortable(false);
        state.setReorderable(false);
        state.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().state()));
        state.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(ClaimLine.@Nullable State shown, boolean empty) {
                super.updateItem(shown, empty);
                Label said = empty || shown == null ? null : lines.state(shown, 0);
                setGraphic(said);
                if (said != null) {
                    WholeCell.keepRoomFor(getTableColumn(), said);
                }
            }
        });
        table.getColumns().add(state);
        return page(table, ledger, "directory.overview.claims.none", ClaimLine::claim, ClaimLine::number, lines::said);
    }

    Node payments(LedgerViewModel<PaymentLine> ledger) {
        TableView<PaymentLine> table = new TableView<>();
        table.setId("payments");
        column(table, "directory.payment.day", 104, "date", payment -> pen.day(payment.day()));
        column(table, "directory.payment.amount", 140, "amount", payment -> pen.amount(payment.amount()));
        column(table, "directory.payment.claim", 200, "whole", PaymentLine::number);
        column(table, "directory.payment.to", 260, "", lines::account);
        return page(table, ledger, "directory.overview.payments.none", PaymentLine::claim, PaymentLine::number, lines::said);
    }

    /// @param style of what is never cut: `date`, `amount`, `whole`; empty for words, which may be
    private <R> void column(TableView<R> table, String title, double width, String style, Function<R, String> value) {
        TableColumn<R, String> column = new TableColumn<>(texts.get(title));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        if (!style.isEmpty()) {
            column.getStyleClass().add(style);
            column.setCellFactory(made -> new WholeCell<>());
        }
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        table.getColumns().add(column);
    }

    private <R> Node page(TableView<R> table, LedgerViewModel<R> ledger, String nothing, Function<R, FileRef> file,
                          Function<R, String> label, Function<R, String> said) {
        table.setItems(ledger.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Pen.nothing(texts.get(nothing)));
        table.setRowFactory(made -> row(ledger, file, label));
        table.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            R selected = table.getSelectionModel().getSelectedItem();
            if (selected != null && Line.COPY.match(pressed)) {
                pressed.consume();
                pen.copy(said.apply(selected));
            } else if (selected != null && pressed.getCode() == KeyCode.ENTER && !pressed.isAltDown()) {
                pressed.consume();
                pen.navigator().open(file.apply(selected), label.apply(selected), pressed.isShortcutDown());
            }
        });
        keepPlace(table, ledger);
        ErrorPanel problem = new ErrorPanel();
        LoadingPane loading = new LoadingPane();
        loading.setRows(12);
        loading.setContent(table);
        VBox.setVgrow(loading, Priority.ALWAYS);
        life.follow(() -> {
            problem.show(texts, ledger.problemProperty().get(), ledger::retry);
            loading.setLoading(!ledger.loadedProperty().get() && ledger.problemProperty().get() == null);
        }, ledger.problemProperty(), ledger.loadedProperty());
        VBox page = new VBox(problem, loading);
        page.getStyleClass().add("overview-page");
        return page;
    }

    /// The chosen row stays chosen when rows are read again; a new view begins where the one before was left.
    private <R> void keepPlace(TableView<R> table, LedgerViewModel<R> ledger) {
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                ledger.choose(row);
            }
        });
        int chosen = ledger.chosenIndex();
        int top = ledger.top() > 0 || chosen < 0 ? ledger.top() : Math.max(0, chosen - ABOVE);
        boolean[] placed = {false};
        life.whileShown(() -> {
            ListChangeListener<R> read = change -> chooseAgain(table, ledger);
            ledger.rows().addListener(read);
            chooseAgain(table, ledger);
            if (!placed[0]) {
                placed[0] = true;
                onceLaidOut(table.getScene(), () -> table.scrollTo(top));
            }
            return () -> {
                ledger.rows().removeListener(read);
                if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null) {
                    ledger.setTop(flow.getFirstVisibleCell().getIndex());
                }
            };
        });
    }

    /// A table that has not been laid out yet forgets where it was scrolled to.
    private static void onceLaidOut(Scene scene, Runnable action) {
        Runnable[] once = new Runnable[1];
        once[0] = () -> {
            scene.removePostLayoutPulseListener(once[0]);
            action.run();
        };
        scene.addPostLayoutPulseListener(once[0]);
    }

    private static <R> void chooseAgain(TableView<R> table, LedgerViewModel<R> ledger) {
        int index = ledger.chosenIndex();
        if (index >= 0 && table.getSelectionModel().getSelectedIndex() != index) {
            table.getSelectionModel().clearAndSelect(index);
        }
    }

    private <R> TableRow<R> row(LedgerViewModel<R> ledger, Function<R, FileRef> file, Function<R, String> label) {
        TableRow<R> row = new TableRow<>();
        row.indexProperty().subscribe(index -> {
            if (index.intValue() >= ledger.rows().size() - AHEAD) {
                ledger.nearEnd();
            }
        });
        row.setOnMouseClicked(clicked -> {
            if (clicked.getClickCount() == 2 && row.getItem() != null) {
                pen.navigator().open(file.apply(row.getItem()), label.apply(row.getItem()), clicked.isShortcutDown());
            }
        });
        return row;
    }
}
