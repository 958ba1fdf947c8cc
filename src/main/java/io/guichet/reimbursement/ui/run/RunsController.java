package io.guichet.reimbursement.ui.run;

import io.guichet.country.form.DayButton;
import io.guichet.kernel.CountryCode;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.WholeCell;
import io.guichet.platform.ui.WindowedTable;
import io.guichet.reimbursement.PastRun;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Shows past runs, and begins new ones.
public final class RunsController {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final RunsViewModel model;
    private final RunParts parts;
    private final Consumer<RunSubject> begin;
    private final Texts texts;
    private final RunWords words;

    @FXML private VBox root;
    @FXML private HBox wrongBar;
    @FXML private Label wrong;
    @FXML private Button beginWrong;
    @FXML private ErrorPanel wrongProblem;
    @FXML private FlowPane beginBar;
    @FXML private ComboBox<CountryCode> country;
    @FXML private ComboBox<Boolean> kind;
    @FXML private HBox days;
    @FXML private TextField acts;
    @FXML private TextField from;
    @FXML private TextField to;
    @FXML private Button beginDecided;
    @FXML private ErrorPanel problem;
    @FXML private LoadingPane loading;
    @FXML private TableView<PastRun> table;
    @FXML private TableColumn<PastRun, String> number;
    @FXML private TableColumn<PastRun, String> when;
    @FXML private TableColumn<PastRun, String> who;
    @FXML private TableColumn<PastRun, String> what;
    @FXML private TableColumn<PastRun, PastRun> state;
    @FXML private TableColumn<PastRun, String> claims;
    @FXML private TableColumn<PastRun, String> done;
    @FXML private TableColumn<PastRun, String> refused;
    @FXML private TableColumn<PastRun, String> difference;

    RunsController(RunsViewModel model, RunParts parts, Consumer<RunSubject> begin) {
        this.model = model;
        this.parts = parts;
        this.begin = begin;
        texts = parts.texts();
        words = new RunWords(texts, model.desk().clock());
    }

    @FXML
    private void initialize() {
        ScreenLifecycle life = ScreenLifecycle.of(root);
        boolean decides = model.desk().decides();
        show(beginBar, decides);
        show(wrongBar, false);
        country.getItems().setAll(model.desk().countries());
        country.valueProperty().bindBidirectional(model.countryProperty());
        day(from, model.fromProperty());
        day(to, model.toProperty());
        kind.getItems().setAll(true, false);
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Boolean byCare) {
                return byCare == null ? "" : texts.get(byCare ? "reimbursement.runs.byCare" : "reimbursement.runs.byDecision");
            }

            @Override
            public Boolean fromString(String shown) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        kind.setValue(model.byCareProperty().get());
        kind.valueProperty().subscribe((before, after) -> model.byCareProperty().set(after));
        acts.textProperty().bindBidirectional(model.actsProperty());
        acts.visibleProperty().bind(model.byCareProperty());
        acts.managedProperty().bind(model.byCareProperty());
        life.follow(() -> beginDecided.setDisable(model.subject().isEmpty()), model.countryProperty(), model.fromProperty(),
                model.toProperty(), model.actsProperty(), model.byCareProperty());
        beginDecided.setOnAction(pressed -> model.subject().ifPresent(begin));
        beginWrong.setOnAction(pressed -> begin.accept(new RunSubject.MadeWrong()));
        life.follow(model.madeWrong().valueProperty(), found -> {
            int many = found == null ? 0 : found.claims().size();
            show(wrongBar, many > 0);
            wrong.setText(texts.get("reimbursement.runs.madeWrong", many));
        });
        life.follow(model.madeWrong().problemProperty(), shown -> wrongProblem.show(texts, shown, model.madeWrong()::load));
        describeColumns();
        table.setPlaceholder(nothing());
        WindowedTable.show(table, model.window(), life, (run, behind) -> parts.navigator().open(RunScreens.id(run.run()), behind));
        life.follow(model.window().loadedProperty(), loaded -> loading.setLoading(!loaded));
        life.follow(model.window().problemProperty(), shown -> {
            problem.show(texts, shown, model.window()::load);
            if (shown != null) {
                loading.setLoading(false);
            }
        });
    }

    /// What is typed is left as it is, and marked when it is no day.
    private void day(TextField field, StringProperty typed) {
        field.textProperty().bindBidirectional(typed);
        field.textProperty().subscribe(text -> field.pseudoClassStateChanged(ERROR, !text.isEmpty() && model.day(text).isEmpty()));
        int place = days.getChildren().indexOf(field);
        Button pick = DayButton.make(texts.get("country.form.pickDay"), texts::locale, field,
                () -> model.day(field.getText()).orElse(model.desk().today()), picked -> field.setText(texts.day(picked)));
        days.getChildren().add(place + 1, pick);
    }

    private void describeColumns() {
        whole(number, run -> String.valueOf(run.run()));
        whole(when, run -> words.moment(run.at()));
        worded(who, PastRun::staff);
        worded(what, run -> run.note().isEmpty() ? words.ordered(run) : words.ordered(run) + " · " + run.note());
        state.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        state.setCellFactory(column -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable PastRun run, boolean empty) {
                super.updateItem(run, empty);
                Label said = empty || run == null ? null : words.state(run.state(model.desk().clock().instant()));
                setGraphic(said);
                if (said != null) {
                    WholeCell.keepRoomFor(getTableColumn(), said);
                }
            }
        });
        whole(claims, run -> words.amounts().count(run.ordered()));
        whole(done, run -> words.amounts().count(run.done()));
        whole(refused, run -> words.amounts().count(run.refused()));
        whole(difference, run -> words.amounts().difference(run.after().minus(run.before())));
    }

    private static void whole(TableColumn<PastRun, String> column, Function<PastRun, String> value) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(made -> new WholeCell<>());
    }

    private static void worded(TableColumn<PastRun, String> column, Function<PastRun, String> value) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String said, boolean empty) {
                super.updateItem(said, empty);
                setText(empty ? null : said);
                setTooltip(empty || said == null || said.isEmpty() ? null : new Tooltip(said));
            }
        });
    }

    private Node nothing() {
        Label heading = new Label(texts.get("reimbursement.runs.empty.title"), Icons.of(Feather.LAYERS));
        heading.getStyleClass().add("section-title");
        Label advice = new Label(texts.get("reimbursement.runs.empty.text"));
        advice.getStyleClass().add("muted");
        advice.setWrapText(true);
        VBox nothing = new VBox(heading, advice);
        nothing.getStyleClass().add("empty-state");
        return nothing;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
