package io.guichet.reimbursement.ui.queue;

import io.guichet.kernel.CountryCode;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CopyValue;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.KeyNames;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.WindowedTable;
import io.guichet.platform.ui.list.ViewsMenu;
import io.guichet.reimbursement.WorkNumbers;
import io.guichet.reimbursement.WorkRow;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The queue on the screen: views at the left, the table, the claim beside or below it, and what is done with many at the
/// bottom.
public final class WorklistController {

    /// Wide enough for the table and a claim side by side.
    private static final double SIDE_BY_SIDE = 1240;
    private static final double BESIDE = 0.6;
    private static final double BELOW = 0.38;
    /// Wide enough for every column.
    private static final double EVERYTHING = 900;

    private final WorklistScreen screen;
    private final WorklistViewModel list;
    private final QueueFlow flow;
    private final QueueWork work;
    private final QueueParts parts;
    private final Texts texts;
    private final QueueWords words;

    @FXML private HBox root;
    @FXML private VBox rail;
    @FXML private TextField number;
    @FXML private TextField member;
    @FXML private HBox countries;
    @FXML private FlowPane filters;
    @FXML private CheckBox overdue;
    @FXML private Button clear;
    @FXML private MenuButton viewMenu;
    @FXML private HBox naming;
    @FXML private Label namingText;
    @FXML private TextField viewName;
    @FXML private Label nameTaken;
    @FXML private Button keepName;
    @FXML private Button leaveName;
    @FXML private ErrorPanel viewProblem;
    @FXML private ErrorPanel problem;
    @FXML private ErrorPanel flowProblem;
    @FXML private HBox handed;
    @FXML private Label handedText;
    @FXML private SplitPane split;
    @FXML private LoadingPane loading;
    @FXML private TableView<WorkRow> table;
    @FXML private TableColumn<WorkRow, WorkRow> tick;
    @FXML private TableColumn<WorkRow, CountryCode> country;
    @FXML private TableColumn<WorkRow, String> claim;
    @FXML private TableColumn<WorkRow, String> person;
    @FXML private TableColumn<WorkRow, WorkRow> state;
    @FXML private TableColumn<WorkRow, String> received;
    @FXML private TableColumn<WorkRow, WorkRow> due;
    @FXML private TableColumn<WorkRow, String> charged;
    @FXML private TableColumn<WorkRow, String> insurer;
    @FXML private TableColumn<WorkRow, String> assignee;
    @FXML private TableColumn<WorkRow, WorkRow> priority;
    @FXML private StackPane beside;
    @FXML private Label sums;
    @FXML private HBox actions;

    public WorklistController(WorklistScreen screen, WorklistViewModel list, QueueFlow flow, QueueWork work, QueueParts parts) {
        this.screen = screen;
        this.list = list;
        this.flow = flow;
        this.work = work;
        this.parts = parts;
        texts = parts.texts();
        words = new QueueWords(texts, work);
    }

    @FXML
    private void initialize() {
        ScreenLifecycle life = ScreenLifecycle.of(root);
        number.textProperty().bindBidirectional(list.numberProperty());
        member.textProperty().bindBidirectional(list.memberProperty());
        enterTable(number);
        enterTable(member);
        new ViewRail(rail, list, work, words).follow(life);
        new QueueFilters(list, work, words).show(countries, filters, overdue, life);
        clear.setOnAction(pressed -> list.clear());
        new ViewsMenu(list, texts, parts.dialogs(), viewMenu, new ViewsMenu.Naming(naming, namingText, viewName, nameTaken,
                keepName, leaveName)).follow(life);
        describeTable(life);
        new QueueBar(list, flow, work, words, parts, sums, actions).follow(life);
        life.follow(list.views().problemProperty(), shown -> viewProblem.show(texts, shown, null));
        life.follow(list.queryProperty(), now -> clear.setVisible(list.filtered()));
        life.follow(() -> table.setPlaceholder(nothing()), list.queryProperty(), list.tooCommonProperty());
        life.follow(list.window().loadedProperty(), loaded -> loading.setLoading(!loaded));
        life.follow(list.window().problemProperty(), shown -> {
            problem.show(texts, shown, list::reload);
            if (shown != null) {
                loading.setLoading(false);
            }
        });
        life.follow(flow.problemProperty(), shown -> flowProblem.show(texts, shown, null));
        life.follow(flow.handedProperty(), this::tell);
        showClaim(life);
        life.whileShown(() -> list::leave);
    }

    private void enterTable(TextField field) {
        field.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.DOWN || pressed.getCode() == KeyCode.ENTER) {
                pressed.consume();
                WindowedTable.enter(table);
                if (flow.currentProperty().get() == null) {
                    flow.next();
                }
            }
        });
    }

    private void describeTable(ScreenLifecycle life) {
        QueueTable rows = new QueueTable(table, list, flow, words);
        rows.tick(tick, life);
        rows.country(country);
        QueueTable.whole(claim, WorkRow::number);
        QueueTable.words(person, WorkRow::memberName);
        rows.labels(state, row -> words.state(row, list.live().isStray(row.claim())), false);
        QueueTable.whole(received, row -> words.day(row.received()));
        rows.labels(due, words::due, true);
        QueueTable.whole(charged, row -> words.amounts().text(row.charged()));
        QueueTable.whole(insurer, words::insurer);
        QueueTable.words(assignee, words::assignee);
        rows.labels(priority, words::priority, true);
        // What says least gives room first.
        life.follow(table.widthProperty(), width -> received.setVisible(width.doubleValue() >= EVERYTHING));
        life.follow(list.queryProperty(), now -> insurer.setVisible(!now.isUndecided()));
        life.follow(() -> priority.setVisible(list.window().rows().stream().anyMatch(row -> row.priority() > 0)), list.window().rows());
        rows.show(life, (row, behind) -> parts.navigator().open(row.claim(), row.number(), behind));
    }

    /// Beside the table where there is room, else below it.
    private void showClaim(ScreenLifecycle life) {
        Node view = screen.claim().createView();
        life.follow(split.widthProperty(), width -> {
            Orientation wanted = width.doubleValue() >= SIDE_BY_SIDE ? Orientation.HORIZONTAL : Orientation.VERTICAL;
            if (split.getOrientation() != wanted) {
                split.setOrientation(wanted);
                split.setDividerPositions(wanted == Orientation.HORIZONTAL ? BESIDE : BELOW);
            }
        });
        life.follow(() -> {
            boolean any = flow.currentProperty().get() != null;
            Node shown = any ? view : nobody();
            if (!beside.getChildren().contains(shown)) {
                beside.getChildren().setAll(shown);
            }
        }, flow.currentProperty(), flow.nothingLeftProperty(), flow.busyProperty(), list.numbers().valueProperty());
    }

    /// Nothing is looked at: what to do now.
    private Node nobody() {
        WorkNumbers known = list.numbers().value();
        boolean left = !flow.nothingLeftProperty().get();
        boolean any = known == null || known.undecided() > 0;
        Label title = new Label(words.get(!left ? "reimbursement.queue.nothingLeft.title"
                : any ? "reimbursement.queue.begin.title" : "reimbursement.queue.done.title"));
        title.getStyleClass().add("section-title");
        Label text = new Label(words.get(!left ? "reimbursement.queue.nothingLeft.text" : !any ? "reimbursement.queue.done.text"
                : work.decides() ? "reimbursement.queue.begin.text" : "reimbursement.queue.begin.look"));
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        VBox empty = new VBox(title, text);
        if (work.decides() && any) {
            Button take = new Button(words.get("reimbursement.queue.takeNext",
                    KeyNames.of(texts, WorklistScreen.TAKE)), Icons.of(Feather.DOWNLOAD));
            take.setId("takeNext");
            take.getStyleClass().add("accent");
            take.setMnemonicParsing(false);
            take.setDisable(flow.busyProperty().get());
            take.setOnAction(pressed -> flow.takeNext());
            empty.getChildren().add(take);
        }
        empty.getStyleClass().add("empty-state");
        return empty;
    }

    private Node nothing() {
        boolean common = list.tooCommonProperty().get();
        boolean filtered = list.filtered();
        Label title = new Label(words.get(common ? "reimbursement.queue.common.title"
                : filtered ? "reimbursement.queue.none.title" : "reimbursement.queue.done.title"));
        title.getStyleClass().add("section-title");
        Label text = new Label(words.get(common ? "reimbursement.queue.common.text"
                : filtered ? "reimbursement.queue.none.text" : "reimbursement.queue.done.text"));
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        VBox empty = new VBox(title, text);
        if (filtered) {
            Button all = new Button(words.get("reimbursement.queue.clear"));
            all.setId("clearNothing");
            all.setOnAction(pressed -> list.clear());
            empty.getChildren().add(all);
        }
        empty.getStyleClass().add("empty-state");
        return empty;
    }

    private void tell(QueueFlow.@Nullable Handed done) {
        boolean some = done != null && done.others() > 0;
        handed.setVisible(some);
        handed.setManaged(some);
        if (done != null && some) {
            handedText.setText(words.get("reimbursement.queue.handed", words.amounts().count(done.done()),
                    words.amounts().count(done.others()),
                    done.refused().stream().map(texts::get).collect(Collectors.joining(" "))));
        }
    }

    /// Puts the cursor into the field of numbers.
    void focusNumber() {
        number.requestFocus();
        number.selectAll();
    }

    /// Puts the cursor into the field of names.
    void focusMember() {
        member.requestFocus();
        member.selectAll();
    }

    /// Copies the number of the claim that is looked at.
    void copyNumber() {
        WorkRow now = flow.currentProperty().get();
        if (now != null) {
            CopyValue.toClipboard(now.number());
        }
    }

    /// Opens the claim that is looked at in a tab of its own.
    void open() {
        WorkRow now = flow.currentProperty().get();
        if (now != null) {
            parts.navigator().open(now.claim(), now.number(), false);
        }
    }
}
