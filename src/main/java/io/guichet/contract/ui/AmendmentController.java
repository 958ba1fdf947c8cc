package io.guichet.contract.ui;

import io.guichet.contract.AmendmentDetails;
import io.guichet.contract.AmendmentRow;
import io.guichet.contract.ui.AmendmentState.Phase;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.ContractFile;
import io.guichet.country.form.FormView;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CopyValue;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.Dialogs;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.ScreenLifecycle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Shows an amendment: which kind, then what is asked at the left and what it would do at the right, and below what can be
/// done with it.
public final class AmendmentController {

    private static final String DO = "do";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AmendmentViewModel amendment;
    private final AmendmentState state;
    private final ContractWork work;
    private final ScreenParts parts;
    private final Texts texts;
    private final ContractWords words;
    private final ObservableValue<List<FilePanel>> panels;
    private final DraftView draftView;
    private final LookView lookView;

    @FXML private LoadingPane root;
    @FXML private VBox empty;
    @FXML private VBox failed;
    @FXML private ErrorPanel failure;
    @FXML private VBox file;
    @FXML private HBox who;
    @FXML private Button chooseAgain;
    @FXML private FlowPane facts;
    @FXML private VBox messages;
    @FXML private ErrorPanel problem;
    @FXML private ErrorPanel saveProblem;
    @FXML private ErrorPanel decisionProblem;
    @FXML private HBox elsewhere;
    @FXML private Label elsewhereText;
    @FXML private VBox conflict;
    @FXML private ScrollPane kindsScroll;
    @FXML private VBox kinds;
    @FXML private HBox halves;
    @FXML private ScrollPane scroll;
    @FXML private VBox form;
    @FXML private ScrollPane lookScroll;
    @FXML private VBox look;
    @FXML private HBox saveBar;
    @FXML private Label saved;
    @FXML private Button discard;
    @FXML private Button save;
    @FXML private Button preview;
    @FXML private Button apply;

    /// @param panels what other components bring to it, once it is stored
    public AmendmentController(AmendmentViewModel amendment, ContractWork work, ScreenParts parts,
                               ObservableValue<List<FilePanel>> panels) {
        this.amendment = amendment;
        this.panels = panels;
        this.work = work;
        this.parts = parts;
        state = amendment.now();
        texts = parts.texts();
        words = parts.words();
        draftView = new DraftView(amendment, parts);
        lookView = new LookView(amendment, parts);
    }

    @FXML
    private void initialize() {
        ScreenLifecycle life = ScreenLifecycle.of(root);
        elsewhereText.setGraphic(Icons.of(Feather.ALERT_CIRCLE));
        messages.getChildren().forEach(message -> message.visibleProperty().subscribe(this::makeRoom));
        chooseAgain.setOnAction(pressed -> amendment.chooseAgain());
        save.setOnAction(pressed -> amendment.save());
        preview.setOnAction(pressed -> amendment.preview());
        discard.setOnAction(pressed -> askDiscard());
        apply.setOnAction(pressed -> askApply());
        apply.setGraphic(Icons.of(Feather.CHECK));
        preview.setGraphic(Icons.of(Feather.EYE));
        life.follow(state.phaseProperty(), this::showPhase);
        life.follow(state.problemProperty(), shown -> {
            failure.show(texts, shown, amendment::load);
            problem.show(texts, shown, amendment::refresh);
        });
        life.follow(amendment.saving().problemProperty(), shown -> saveProblem.show(texts, shown, amendment::save));
        life.follow(amendment.decisions().problemProperty(), shown -> decisionProblem.show(texts, shown, null));
        life.follow(this::showElsewhere, amendment.saving().elsewhereProperty(), amendment.decisions().refusalProperty());
        life.follow(amendment.saving().conflictProperty(), this::showConflict);
        life.follow(state.kindsProperty(), this::showKinds);
        life.follow(this::showHeader, state.draftProperty(), state.detailsProperty(),
                amendment.contractFile().valueProperty(), state.phaseProperty());
        life.follow(state.draftProperty(), typed -> draftView.fill(scroll, form, typed));
        lookView.fill(look, life);
        VBox beside = new VBox();
        beside.getStyleClass().add("section-content");
        look.getChildren().add(beside);
        life.follow(panels, made -> beside.getChildren().setAll(made.stream()
                .map(panel -> FormView.block(panel.title().getValue(), panel.createView())).toList()));
        ObservableValue<Boolean> dirty = state.draftProperty().flatMap(DraftForm::dirtyProperty).orElse(false);
        ObservableValue<Boolean> stranger = state.draftProperty().flatMap(DraftForm::strangerProperty).orElse(false);
        ObservableValue<String> day = state.draftProperty().flatMap(typed -> typed.form().field(DraftForm.EFFECTIVE)
                .orElseThrow().valueProperty());
        // What is put together must be followed by its value: unread, it would tell of its first change only.
        life.follow(dirty, now -> showBar());
        life.follow(stranger, now -> showBar());
        life.follow(day, now -> showBar());
        life.follow(this::showBar, state.phaseProperty(), state.detailsProperty(),
                amendment.saving().savingProperty(), amendment.saving().savedAtProperty(),
                amendment.saving().conflictProperty(), amendment.decisions().busyProperty(),
                amendment.look().currentProperty(), amendment.look().preview().valueProperty(),
                amendment.look().preview().busyProperty(), amendment.look().duplicates().valueProperty());
        life.follow(state.attentionProperty(), draftView::attend);
        life.whileShown(() -> work.ticker().every(MINUTE, this::showBar)::cancel);
        // Nothing typed is lost by looking at something else.
        life.whileShown(() -> amendment::store);
    }

    private void showPhase(Phase now) {
        root.setLoading(now == Phase.LOADING);
        show(empty, now == Phase.MISSING);
        show(failed, now == Phase.FAILED);
        show(file, now == Phase.CHOOSING || now == Phase.DRAFT || now == Phase.CLOSED);
        show(kindsScroll, now == Phase.CHOOSING);
        show(halves, now == Phase.DRAFT || now == Phase.CLOSED);
        if (now == Phase.CLOSED) {
            scroll.setVvalue(0);
        }
        show(saveBar, now == Phase.DRAFT && amendment.editable());
    }

    private void showKinds(List<AmendmentKind> offered) {
        Label title = new Label(texts.get("contract.amendment.choose"));
        title.getStyleClass().add("section-title");
        FlowPane choices = new FlowPane();
        choices.getStyleClass().add("kind-choices");
        for (AmendmentKind kind : offered) {
            Label name = new Label(words.kind(amendment.contract().country(), kind.code()));
            name.getStyleClass().add("medium");
            Label about = new Label(texts.get(switch (kind.subject()) {
                case CONTRACT -> "contract.amendment.about.contract";
                case COVERED -> "contract.amendment.about.covered";
                case NEWCOMER -> "contract.amendment.about.newcomer";
            }));
            about.getStyleClass().add("secondary");
            Button choice = new Button();
            choice.setGraphic(new VBox(name, about));
            choice.setAccessibleText(name.getText());
            choice.setId("kind-" + kind.code());
            choice.getStyleClass().addAll("choice-button", "kind-choice");
            choice.setOnAction(pressed -> amendment.choose(kind));
            choices.getChildren().add(choice);
        }
        if (offered.isEmpty()) {
            choices.getChildren().add(SectionBlock.nothing(texts.get("contract.amendment.noKinds")));
        }
        kinds.getChildren().setAll(title, choices);
    }

    private void showHeader() {
        DraftForm typed = state.draftProperty().get();
        AmendmentDetails stored = state.detailsProperty().get();
        boolean choosing = state.phaseProperty().get() == Phase.CHOOSING;
        Label title = new Label(typed == null || choosing ? texts.get("contract.amendments.new")
                : words.kind(amendment.contract().country(), typed.kind().code()));
        title.setId("amendmentTitle");
        title.getStyleClass().add("page-title");
        List<Node> first = new ArrayList<>(List.of(new CountryTag(amendment.contract().country()), title,
                words.state(stored == null ? AmendmentRow.State.DRAFT : stored.row().state())));
        who.getChildren().setAll(first);
        List<Node> second = new ArrayList<>();
        Optional<ContractFile> contract = amendment.contractFile().value();
        if (contract != null && contract.isPresent()) {
            Button open = new Button(texts.get("contract.amendment.ofContract", contract.get().number(),
                    contract.get().holderName()), Icons.of(contract.get().ref().kind()));
            open.setId("contract");
            open.setMnemonicParsing(false);
            open.getStyleClass().addAll("row-button", "header-link");
            open.setOnAction(pressed ->
                    parts.navigator().open(contract.get().ref(), contract.get().number(), false));
            second.add(open);
        }
        if (stored != null) {
            CopyValue number = new CopyValue(texts, texts.get("contract.amendment.number"), stored.row().ref().reference());
            number.setId("copy-amendment");
            second.add(CopyValue.captioned(texts.get("contract.amendment.number"), number));
            second.add(CopyValue.captioned(texts, texts.get("contract.amendment.touched"),
                    texts.get("contract.amendments.by", stored.row().by(), words.moment(stored.row().at()))));
        }
        facts.getChildren().setAll(second);
        show(chooseAgain, state.isDraft() && stored == null);
    }

    private void showElsewhere() {
        String all = Stream.concat(amendment.saving().elsewhereProperty().get().stream(),
                        amendment.decisions().refusalProperty().get().stream())
                .map(each -> texts.get(each.message())).distinct().collect(Collectors.joining(" "));
        elsewhereText.setText(all);
        show(elsewhere, !all.isEmpty());
    }

    private void showConflict(DraftSaving.@Nullable Conflict shown) {
        DraftForm mine = state.draftProperty().get();
        show(conflict, shown != null && mine != null);
        if (shown != null && mine != null) {
            conflict.getChildren().setAll(new DraftConflictView(amendment, parts).rows(mine, shown.theirs()));
        }
        showBar();
    }

    private void showBar() {
        DraftForm typed = state.draftProperty().get();
        if (typed == null) {
            return;
        }
        boolean waiting = amendment.saving().savingProperty().get() || amendment.decisions().busyProperty().get()
                || amendment.saving().conflictProperty().get() != null;
        Instant at = amendment.saving().savedAtProperty().get();
        boolean stored = state.detailsProperty().get() != null;
        saved.setText(typed.dirtyProperty().get() ? texts.get("contract.amendment.notSaved")
                : at != null ? texts.get("contract.amendment.savedAt", words.moment(at))
                : stored ? texts.get("contract.amendment.saved") : texts.get("contract.amendment.untouched"));
        boolean ready = amendment.ready();
        save.setDisable(waiting || stored && !typed.dirtyProperty().get());
        preview.setDisable(waiting);
        discard.setDisable(waiting);
        show(discard, stored);
        apply.setText(texts.get("contract.amendment.apply", words.dayOnButton(typed.effective())));
        apply.setDisable(waiting || !ready);
        accent(apply, ready);
        accent(preview, !ready);
    }

    /// One primary action at a time: what comes next.
    private static void accent(Button button, boolean primary) {
        button.getStyleClass().remove("accent");
        if (primary) {
            button.getStyleClass().add("accent");
        }
    }

    /// Asks, then applies.
    void askApply() {
        DraftForm typed = state.draftProperty().get();
        if (typed != null && amendment.ready()) {
            String day = words.dayOnButton(typed.effective());
            ask(texts.get("contract.amendment.applyTitle", day), words.consequences(amendment.look().preview().value()),
                    texts.get("contract.amendment.apply", day), Dialogs.Role.PRIMARY, amendment.decisions()::apply);
        }
    }

    private void askDiscard() {
        ask(texts.get("contract.amendment.discardTitle"), texts.get("contract.amendment.discardText"),
                texts.get("contract.amendment.discard"), Dialogs.Role.DESTRUCTIVE, amendment.decisions()::discard);
    }

    private void ask(String title, String text, String verb, Dialogs.Role role, Runnable then) {
        parts.dialogs().ask(new Dialogs.Question(title, text, List.of(
                new Dialogs.Answer("leave", texts.get("contract.amendment.leave"), Dialogs.Role.CANCEL),
                new Dialogs.Answer(DO, verb, role))), answer -> {
            if (answer.equals(DO)) {
                then.run();
            }
        });
    }

    private void makeRoom() {
        show(messages, messages.getChildren().stream().anyMatch(Node::isVisible));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
