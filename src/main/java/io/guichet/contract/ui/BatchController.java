package io.guichet.contract.ui;

import io.guichet.contract.Batch;
import io.guichet.contract.BatchReport;
import io.guichet.contract.BatchReport.RowReport;
import io.guichet.contract.ui.BatchViewModel.Work;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.kernel.Money;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CopyValue;
import io.guichet.platform.ui.Dialogs;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.FileDialogs;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Shows many changes from a file: chosen, tried, its rows with what is wrong, and the one button that applies.
public final class BatchController {

    private static final String CSV = "csv";
    private static final String DO = "do";

    private final BatchViewModel batch;
    private final ScreenParts parts;
    private final Texts texts;
    private final ContractWords words;

    @FXML private VBox root;
    @FXML private Button contract;
    @FXML private ComboBox<AmendmentKind> kind;
    @FXML private Button choose;
    @FXML private Button template;
    @FXML private Label fileName;
    @FXML private ErrorPanel kindsProblem;
    @FXML private ErrorPanel problem;
    @FXML private VBox refused;
    @FXML private VBox papers;
    @FXML private HBox running;
    @FXML private Label doing;
    @FXML private ProgressBar progress;
    @FXML private Button stop;
    @FXML private FlowPane totals;
    @FXML private HBox rowBar;
    @FXML private CheckBox errorsOnly;
    @FXML private Button copyErrors;
    @FXML private Button saveErrors;
    @FXML private TableView<RowReport> table;
    @FXML private TableColumn<RowReport, String> line;
    @FXML private TableColumn<RowReport, String> name;
    @FXML private TableColumn<RowReport, RowReport> result;
    @FXML private TableColumn<RowReport, String> why;
    @FXML private HBox foot;
    @FXML private Label outcome;
    @FXML private Button again;
    @FXML private Button apply;

    public BatchController(BatchViewModel batch, ScreenParts parts) {
        this.batch = batch;
        this.parts = parts;
        texts = parts.texts();
        words = parts.words();
    }

    @FXML
    private void initialize() {
        ScreenLifecycle life = ScreenLifecycle.of(root);
        choose.setGraphic(Icons.of(Feather.UPLOAD));
        template.setGraphic(Icons.of(Feather.DOWNLOAD));
        copyErrors.setGraphic(Icons.of(Feather.COPY));
        saveErrors.setGraphic(Icons.of(Feather.DOWNLOAD));
        contract.setMnemonicParsing(false);
        life.follow(batch.contractFile().valueProperty(), found -> {
            contract.setText(found == null || found.isEmpty() ? batch.contract().reference()
                    : texts.get("contract.amendment.ofContract", found.get().number(), found.get().holderName()));
            contract.setGraphic(Icons.of(batch.contract().kind()));
        });
        contract.setOnAction(pressed -> parts.navigator().open(batch.contract(), false));
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable AmendmentKind shown) {
                return shown == null ? "" : words.kind(batch.contract().country(), shown.code());
            }

            @Override
            public AmendmentKind fromString(String shown) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        life.follow(batch.kinds().valueProperty(), found -> kind.getItems().setAll(found == null ? List.of() : found));
        life.follow(batch.kinds().problemProperty(), shown -> kindsProblem.show(texts, shown, batch.kinds()::load));
        life.follow(batch.kindProperty(), kind::setValue);
        kind.valueProperty().subscribe((before, after) -> {
            if (after != null) {
                batch.choose(after);
            }
        });
        template.setOnAction(pressed -> parts.fileDialogs().save(csv("contract.batch.template", "template.csv"),
                chosen -> chosen.ifPresent(batch::template)));
        choose.setOnAction(pressed -> parts.fileDialogs().open(csv("contract.batch.choose", ""),
                chosen -> chosen.ifPresent(batch::read)));
        saveErrors.setOnAction(pressed -> parts.fileDialogs().save(csv("contract.batch.saveErrors", "errors.csv"),
                chosen -> chosen.ifPresent(target -> batch.write(errors(), target))));
        copyErrors.setOnAction(pressed -> CopyValue.toClipboard(errors()));
        stop.setOnAction(pressed -> batch.cancel());
        again.setOnAction(pressed -> batch.rehearse());
        apply.setOnAction(pressed -> askApply());
        apply.setGraphic(Icons.of(Feather.CHECK));
        errorsOnly.selectedProperty().bindBidirectional(batch.errorsOnlyProperty());
        progress.progressProperty().bind(batch.progressProperty());
        describeColumns();
        life.follow(batch.problemProperty(), shown -> problem.show(texts, shown, null));
        life.follow(this::show, batch.batchProperty(), batch.reportProperty(), batch.busyProperty(),
                batch.refusalsProperty(), batch.errorsOnlyProperty(), batch.kindProperty());
    }

    private FileDialogs.Request csv(String key, String proposed) {
        return new FileDialogs.Request(texts.get(key), proposed, texts.get("contract.batch.csv"), CSV);
    }

    private String errors() {
        return batch.errors(String.join(";", texts.get("contract.batch.line"), texts.get("contract.people.name"),
                texts.get("contract.batch.why")), words::wrong);
    }

    private void describeColumns() {
        line.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(words.amounts().count(row.getValue().line())));
        name.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().name()));
        why.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().problems().stream()
                .map(words::wrong).collect(Collectors.joining(" "))));
        why.setCellFactory(column -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String sentence, boolean empty) {
                super.updateItem(sentence, empty);
                setText(empty ? null : sentence);
                setTooltip(empty || sentence == null || sentence.isEmpty() ? null : new Tooltip(sentence));
            }
        });
        result.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        result.setCellFactory(column -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable RowReport row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : sign(row));
            }
        });
    }

    private Label sign(RowReport row) {
        BatchReport seen = batch.reportProperty().get();
        if (!row.good()) {
            return ContractWords.sign(texts.get("contract.batch.bad"), Feather.ALERT_CIRCLE, "danger-text");
        }
        if (seen == null) {
            return ContractWords.sign(texts.get("contract.batch.read"), Feather.MINUS, "muted");
        }
        return ContractWords.sign(texts.get(seen.applied() ? "contract.batch.applied" : "contract.batch.possible"),
                Feather.CHECK_CIRCLE, "success-text");
    }

    private void show() {
        Batch read = batch.batchProperty().get();
        BatchReport seen = batch.reportProperty().get();
        Work doingNow = batch.busyProperty().get();
        boolean idle = doingNow == Work.NOTHING;
        fileName.setText(read == null ? "" : texts.get("contract.batch.file", read.fileName(), read.rows().size()));
        show(running, !idle);
        doing.setText(switch (doingNow) {
            case NOTHING, WRITING -> "";
            case READING, ADDING -> texts.get("contract.batch.reading");
            case REHEARSING -> texts.get("contract.batch.rehearsing");
            case APPLYING -> texts.get("contract.batch.applying");
        });
        choose.setDisable(!idle || batch.kindProperty().get() == null);
        template.setDisable(!idle || batch.kindProperty().get() == null);
        kind.setDisable(!idle);
        refused.getChildren().setAll(batch.refusalsProperty().get().stream().map(each -> {
            Label sentence = ContractWords.sign(texts.get(each.message()), Feather.ALERT_CIRCLE, "danger-text");
            sentence.setWrapText(true);
            return sentence;
        }).toList());
        show(refused, !batch.refusalsProperty().get().isEmpty());
        boolean open = read != null && (seen == null || !seen.applied());
        papers.getChildren().setAll(read == null ? List.of() : new BatchPapersView(batch, parts).rows(read, open && idle));
        show(papers, read != null && !read.demanded().isEmpty());
        table.getItems().setAll(batch.rows());
        table.setPlaceholder(SectionBlock.nothing(texts.get(read == null ? "contract.batch.hint"
                : "contract.batch.noErrors")));
        boolean errors = batch.rows().stream().anyMatch(row -> !row.good());
        show(rowBar, read != null);
        copyErrors.setDisable(!errors);
        saveErrors.setDisable(!errors || !idle);
        showTotals(seen);
        show(foot, read != null);
        show(again, seen == null || !seen.applied());
        again.setDisable(!idle);
        show(apply, seen != null && !seen.applied());
        apply.setDisable(!batch.ready());
        if (seen != null) {
            apply.setText(texts.get("contract.batch.apply", seen.good(), seen.rows().size()));
        }
        outcome.setText(seen == null ? "" : seen.applied()
                ? texts.get("contract.batch.done", seen.good())
                : texts.get(read != null && !read.missing().isEmpty() ? "contract.batch.papersFirst" : "contract.batch.nothingYet"));
    }

    private void showTotals(@Nullable BatchReport seen) {
        show(totals, seen != null);
        if (seen == null) {
            return;
        }
        Money difference = seen.premiumAfter().minus(seen.premiumBefore());
        totals.getChildren().setAll(
                fact("contract.batch.possibleRows", words.amounts().count(seen.good())),
                fact("contract.batch.badRows", words.amounts().count(seen.rows().size() - seen.good())),
                fact("contract.batch.premiumBefore", words.amounts().text(seen.premiumBefore())),
                fact("contract.batch.premiumAfter", words.amounts().text(seen.premiumAfter())),
                fact("contract.preview.difference", words.amounts().difference(difference)),
                fact("contract.batch.openClaims", words.amounts().count(seen.openClaims())),
                fact("contract.batch.wrongClaims", words.amounts().count(seen.wrongClaims())));
    }

    private Node fact(String key, String value) {
        return CopyValue.captioned(texts, texts.get(key), value);
    }

    private void askApply() {
        BatchReport seen = batch.reportProperty().get();
        if (seen != null && batch.ready()) {
            String verb = texts.get("contract.batch.apply", seen.good(), seen.rows().size());
            parts.dialogs().ask(new Dialogs.Question(verb, texts.get("contract.batch.applyText"), List.of(
                    new Dialogs.Answer("leave", texts.get("contract.amendment.leave"), Dialogs.Role.CANCEL),
                    new Dialogs.Answer(DO, verb, Dialogs.Role.PRIMARY))), answer -> {
                if (answer.equals(DO)) {
                    batch.apply();
                }
            });
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
