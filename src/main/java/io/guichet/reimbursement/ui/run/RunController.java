package io.guichet.reimbursement.ui.run;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Dialogs;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.FileDialogs;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.reimbursement.PastRun;
import io.guichet.reimbursement.PastRun.Kind;
import io.guichet.reimbursement.RunReport;
import io.guichet.reimbursement.RunReport.Result;
import io.guichet.reimbursement.RunReport.Row;
import io.guichet.reimbursement.ui.run.RunWork.Doing;
import java.util.List;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Shows one run: what is ordered, what the dry run found, the rows, and the one button that carries it out.
public final class RunController {

    private static final String CSV = "csv";
    private static final String DO = "do";

    private final RunViewModel model;
    private final RunParts parts;
    private final Texts texts;
    private final RunWords words;

    @FXML private VBox root;
    @FXML private Label title;
    @FXML private Label about;
    @FXML private HBox state;
    @FXML private FlowPane ordering;
    @FXML private ComboBox<Kind> kind;
    @FXML private HBox why;
    @FXML private ComboBox<String> reason;
    @FXML private TextField note;
    @FXML private Button rehearse;
    @FXML private Label inParts;
    @FXML private ErrorPanel problem;
    @FXML private HBox running;
    @FXML private Label doing;
    @FXML private ProgressBar progress;
    @FXML private Button stop;
    @FXML private FlowPane totals;
    @FXML private HBox details;
    @FXML private HBox rowBar;
    @FXML private HBox results;
    @FXML private Button export;
    @FXML private TableView<Row> table;
    @FXML private HBox foot;
    @FXML private Label outcome;
    @FXML private Button next;
    @FXML private Button undo;
    @FXML private Button finish;
    @FXML private Button carryOut;
    private boolean writing;

    RunController(RunViewModel model, RunParts parts) {
        this.model = model;
        this.parts = parts;
        texts = parts.texts();
        words = new RunWords(texts, model.desk().clock());
    }

    @FXML
    private void initialize() {
        ScreenLifecycle life = ScreenLifecycle.of(root);
        stop.setGraphic(Icons.of(Feather.PAUSE));
        export.setGraphic(Icons.of(Feather.DOWNLOAD));
        undo.setGraphic(Icons.of(Feather.ROTATE_CCW));
        finish.setGraphic(Icons.of(Feather.PLAY));
        carryOut.setGraphic(Icons.of(Feather.CHECK));
        rehearse.setGraphic(Icons.of(Feather.EYE));
        new RunTable(table, texts, words, () -> model.runProperty().get() == null, row -> parts.navigator().open(row.claim(), row.number(), false));
        order(life);
        rehearse.setOnAction(pressed -> model.rehearse());
        stop.setOnAction(pressed -> model.work().stop());
        export.setOnAction(pressed -> export());
        carryOut.setOnAction(pressed -> carryOut());
        finish.setOnAction(pressed -> model.finish());
        undo.setOnAction(pressed -> ask(texts.get("reimbursement.run.undo"), texts.get("reimbursement.run.undoText"),
                Dialogs.Role.DESTRUCTIVE, model::undo));
        next.setOnAction(pressed -> model.next());
        progress.progressProperty().bind(model.work().shareProperty());
        life.follow(model.work().problemProperty(), shown -> problem.show(texts, shown,
                shown != null && model.runProperty().get() != null ? model::read : null));
        life.follow(this::show, model.reportProperty(), model.pastProperty(), model.runProperty(), model.work().doingProperty(),
                model.work().stoppingProperty(), model.shownProperty());
    }

    private void order(ScreenLifecycle life) {
        RunDraft draft = model.draft();
        show(ordering, draft != null);
        if (draft == null) {
            return;
        }
        kind.setConverter(said(words::kind));
        kind.getItems().setAll(draft.kinds());
        reason.setConverter(said(code -> words.reason(draft.kindProperty().get() == Kind.REJECT ? Kind.REJECT : Kind.AGAIN, code)));
        kind.valueProperty().subscribe((before, after) -> {
            if (!writing && after != null) {
                model.choose(after);
            }
        });
        reason.valueProperty().subscribe((before, after) -> {
            if (!writing) {
                model.because(after);
            }
        });
        note.textProperty().bindBidirectional(draft.noteProperty());
        life.follow(() -> {
            writing = true;
            kind.setValue(draft.kindProperty().get());
            reason.getItems().setAll(draft.reasons());
            reason.setValue(draft.reasonProperty().get());
            show(why, !draft.reasons().isEmpty());
            writing = false;
            show();
        }, draft.selectionProperty(), draft.kindProperty(), draft.reasonProperty(), draft.partProperty());
    }

    private static <T> StringConverter<T> said(Function<T, String> word) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T shown) {
                return shown == null ? "" : word.apply(shown);
            }

            @Override
            public T fromString(String shown) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        };
    }

    private void show() {
        RunDraft draft = model.draft();
        RunReport seen = model.reportProperty().get();
        PastRun past = model.pastProperty().get();
        boolean carriedOut = model.runProperty().get() != null;
        boolean idle = model.work().idle();
        title.setText(carriedOut ? texts.get("reimbursement.run.titleOf", String.valueOf(model.runProperty().get()))
                : texts.get("reimbursement.run.new"));
        about.setText(about(draft, past));
        state.getChildren().setAll(past == null ? List.of() : List.of(words.state(past.state(model.desk().clock().instant()))));
        ordering.setDisable(!idle || carriedOut);
        show(ordering, draft != null && !carriedOut);
        rehearse.setDisable(!idle || !model.ready());
        rehearse.setText(texts.get(seen == null ? "reimbursement.run.rehearse" : "reimbursement.run.rehearseAgain"));
        inParts.setText(draft == null ? "" : parts(draft));
        show(inParts, !inParts.getText().isEmpty());
        running(idle);
        show(totals, seen != null);
        show(details, seen != null);
        show(rowBar, seen != null && !seen.rows().isEmpty());
        if (seen != null) {
            RunFigures figures = new RunFigures(texts, words, !carriedOut);
            totals.getChildren().setAll(figures.totals(seen));
            details.getChildren().setAll(figures.details(seen));
            show(details, !details.getChildren().isEmpty());
            results(seen);
        }
        RunTable.show(table, seen, model.shownProperty().get());
        table.setPlaceholder(placeholder(draft, seen, idle));
        foot(draft, seen, past, idle);
    }

    private String about(@Nullable RunDraft draft, @Nullable PastRun past) {
        if (past != null) {
            String told = texts.get("reimbursement.run.by", words.ordered(past), past.staff(), words.moment(past.at()));
            return past.note().isEmpty() ? told : told + " · " + past.note();
        }
        return draft == null ? "" : words.subject(draft.subject());
    }

    private String parts(RunDraft draft) {
        var found = draft.selectionProperty().get();
        if (found == null) {
            return "";
        }
        int many = draft.parts().size();
        String more = found.more() ? texts.get("reimbursement.run.more", found.claims().size()) : "";
        return many > 1 ? (texts.get("reimbursement.run.parts", found.claims().size(), io.guichet.reimbursement.Runs.LARGEST,
                draft.partProperty().get() + 1, many) + " " + more).strip() : more;
    }

    private void running(boolean idle) {
        Doing now = model.work().doingProperty().get();
        boolean quick = now == Doing.READING || now == Doing.WRITING;
        show(running, !idle && !quick);
        doing.setText(model.work().stoppingProperty().get() ? texts.get("reimbursement.run.stopping") : switch (now) {
            case NOTHING, READING, WRITING -> "";
            case SELECTING -> texts.get("reimbursement.run.selecting");
            case REHEARSING -> texts.get("reimbursement.run.rehearsing");
            case CARRYING_OUT -> texts.get("reimbursement.run.carryingOut");
            case TAKING_BACK -> texts.get("reimbursement.run.takingBack");
        });
        stop.setDisable(model.work().stoppingProperty().get());
    }

    private void results(RunReport seen) {
        results.getChildren().setAll(new ResultChoice(texts, words, seen, model.runProperty().get() == null, model.shownProperty()).buttons());
    }

    private Node placeholder(@Nullable RunDraft draft, @Nullable RunReport seen, boolean idle) {
        boolean none = draft != null && draft.selectionProperty().get() != null && draft.claims().isEmpty();
        String key = none ? "nobody" : seen != null ? "noRows" : idle && draft != null ? "hint" : "";
        if (key.isEmpty()) {
            return new VBox();
        }
        Label heading = new Label(texts.get(none ? "reimbursement.run.nobody.title" : seen != null ? "reimbursement.run.noRows.title"
                : "reimbursement.run.hint.title"));
        heading.getStyleClass().add("section-title");
        Label advice = new Label(texts.get(none ? "reimbursement.run.nobody.text" : seen != null ? "reimbursement.run.noRows.text"
                : "reimbursement.run.hint.text"));
        advice.getStyleClass().add("muted");
        advice.setWrapText(true);
        VBox nothing = new VBox(heading, advice);
        nothing.getStyleClass().add("empty-state");
        return nothing;
    }

    private void foot(@Nullable RunDraft draft, @Nullable RunReport seen, @Nullable PastRun past, boolean idle) {
        boolean carriedOut = model.runProperty().get() != null;
        boolean decides = model.desk().decides();
        boolean undone = past != null && past.undoneBy() != null;
        show(foot, seen != null || carriedOut);
        show(carryOut, seen != null && !carriedOut);
        carryOut.setDisable(!idle || !model.rehearsed());
        if (seen != null && draft != null) {
            carryOut.setText(words.carryOut(draft.kindProperty().get(), seen));
        }
        boolean own = past != null && past.staff().equals(model.desk().rights().user());
        show(finish, past != null && past.left() > 0 && !undone && own && decides);
        finish.setDisable(!idle);
        if (past != null) {
            finish.setText(texts.get("reimbursement.run.finish", past.left()));
        }
        show(undo, past != null && past.done() > 0 && !undone && undoable(past) && decides);
        undo.setDisable(!idle);
        show(next, carriedOut && draft != null && draft.hasNext() && past != null && past.left() == 0);
        next.setDisable(!idle);
        outcome.setText(outcome(seen, past, carriedOut));
    }

    private static boolean undoable(PastRun past) {
        return past.kind() != Kind.UNDO;
    }

    private String outcome(@Nullable RunReport seen, @Nullable PastRun past, boolean carriedOut) {
        if (!carriedOut) {
            return texts.get(seen != null && seen.count(Result.DONE) == 0 ? "reimbursement.run.nothingToDo" : "reimbursement.run.nothingYet");
        }
        if (past == null) {
            return "";
        }
        if (past.undoneBy() != null) {
            return texts.get("reimbursement.run.undoneBy", String.valueOf(past.undoneBy()));
        }
        long other = model.otherThanRehearsed();
        String told = past.left() > 0 ? texts.get("reimbursement.run.leftOver", past.ordered() - past.left(), past.ordered())
                : texts.get("reimbursement.run.isDone", past.done());
        return other > 0 ? told + " " + texts.get("reimbursement.run.other", (int) other) : told;
    }

    /// Tries it without effect.
    void rehearse() {
        model.rehearse();
    }

    /// Asks, and carries it out: it pays, or refuses.
    void carryOut() {
        RunReport seen = model.reportProperty().get();
        RunDraft draft = model.draft();
        if (seen != null && draft != null && model.rehearsed() && model.work().idle()) {
            int refused = (int) seen.count(Result.REFUSED);
            String text = texts.get("reimbursement.run.carryOutText");
            ask(words.carryOut(draft.kindProperty().get(), seen),
                    refused == 0 ? text : texts.get("reimbursement.run.refusedStay", refused) + "\n" + text,
                    draft.kindProperty().get() == Kind.REJECT ? Dialogs.Role.DESTRUCTIVE : Dialogs.Role.PRIMARY, model::apply);
        }
    }

    private void ask(String verb, String text, Dialogs.Role role, Runnable then) {
        parts.dialogs().ask(new Dialogs.Question(verb, text, List.of(
                new Dialogs.Answer("leave", texts.get("reimbursement.run.leave"), Dialogs.Role.CANCEL),
                new Dialogs.Answer(DO, verb, role))), answer -> {
            if (answer.equals(DO)) {
                then.run();
            }
        });
    }

    private void export() {
        String name = model.runProperty().get() == null ? "run.csv" : "run-" + model.runProperty().get() + ".csv";
        parts.fileDialogs().save(new FileDialogs.Request(texts.get("reimbursement.run.export"), name, texts.get("reimbursement.run.csv"), CSV),
                chosen -> chosen.ifPresent(target -> model.write(words.csv(List.copyOf(table.getItems()),
                        model.runProperty().get() == null), target)));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
