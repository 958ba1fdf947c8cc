package io.guichet.reimbursement.ui.entry;

import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldWords;
import io.guichet.country.form.FormView;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Moments;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.KeyNames;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.ScrollPlaces;
import io.guichet.reimbursement.ui.entry.EntryState.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Shows a claim that is being entered: its fields and lines at the left, what would become of it below them, its papers at
/// the right.
public final class EntryController {

    private static final int SKELETON_ROWS = 8;

    private final EntryViewModel entry;
    private final EntryState state;
    private final EntryParts parts;
    private final List<FilePanel> beside;
    private final Texts texts;
    private final EntryLines lineViews;
    private final EntryOutlook outlooks;
    private final PapersView paperViews;
    private final MemberChooser chooser;

    @FXML private VBox root;
    @FXML private HBox who;
    @FXML private Button other;
    @FXML private Button store;
    @FXML private VBox messages;
    @FXML private ErrorPanel problem;
    @FXML private HBox restored;
    @FXML private Label restoredText;
    @FXML private Button afresh;
    @FXML private VBox conflict;
    @FXML private LoadingPane loading;
    @FXML private ScrollPane choosing;
    @FXML private HBox typing;
    @FXML private ScrollPane scroll;
    @FXML private VBox claim;
    @FXML private VBox lines;
    @FXML private Button add;
    @FXML private VBox answer;
    @FXML private VBox outlook;
    @FXML private VBox papers;
    @FXML private VBox stored;
    @FXML private VBox nothing;

    /// @param beside shows the papers that a claim which is entered anew has already
    public EntryController(EntryViewModel entry, EntryParts parts, List<FilePanel> beside) {
        this.entry = entry;
        this.beside = beside;
        this.parts = parts;
        state = entry.state();
        texts = entry.work().texts();
        lineViews = new EntryLines(entry, this::showLines);
        outlooks = new EntryOutlook(entry, parts.navigator());
        paperViews = new PapersView(entry.papers(), parts.files(), texts);
        chooser = new MemberChooser(entry, texts);
    }

    @FXML
    private void initialize() {
        ScreenLifecycle life = ScreenLifecycle.of(root);
        store.setText(texts.get("reimbursement.entry.store", KeyNames.of(texts,
                new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN))));
        store.setOnAction(pressed -> store());
        other.setOnAction(pressed -> entry.next(false));
        add.setGraphic(Icons.of(Feather.PLUS));
        add.setOnAction(pressed -> addLine());
        afresh.setOnAction(pressed -> entry.startAfresh());
        loading.setRows(SKELETON_ROWS);
        choosing.setContent(chooser.view());
        if (beside.isEmpty()) {
            paperViews.fill(papers, life);
        }
        life.follow(this::head, state.nameProperty(), state.phaseProperty());
        life.follow(this::showStoring, state.storingProperty(), state.phaseProperty());
        life.follow(state.enteredProperty(), this::showCase);
        life.follow(this::showPhase, state.phaseProperty(), state.storedProperty());
        life.follow(root.sceneProperty(), shown -> {
            // Nothing takes the keyboard before it is in a window.
            if (shown != null && state.phaseProperty().get() == Phase.CHOOSING) {
                chooser.focus();
            }
        });
        life.follow(this::showMessages, state.problemProperty(), state.restoredProperty(), state.conflictProperty());
        life.follow(() -> {
            outlooks.show(outlook, answer);
            lineViews.tell();
        }, state.rehearsalProperty(), state.currentProperty(), state.hintProperty(), state.refusalsProperty());
        life.follow(root.sceneProperty().flatMap(Scene::focusOwnerProperty), focused -> ScrollPlaces.reach(scroll, focused));
    }

    /// Stores it; once stored, begins the next claim of the member.
    void store() {
        if (state.phaseProperty().get() == Phase.STORED) {
            entry.next(true);
        } else {
            entry.store();
        }
    }

    /// Puts the cursor into the act of the first line that has none, else of the last line.
    void focusAct() {
        lineViews.focusAct();
    }

    /// One line more, with the cursor in its act.
    void addLine() {
        lineViews.next();
    }

    /// Asks for a paper of this computer.
    void choosePaper() {
        if (state.phaseProperty().get() == Phase.TYPING && beside.isEmpty()) {
            paperViews.choose();
        }
    }

    /// Puts the keyboard on the pages of the paper that is looked at.
    void focusPages() {
        paperViews.focusPages();
    }

    private void showPhase() {
        Phase phase = state.phaseProperty().get();
        loading.setLoading(phase == Phase.OPENING && state.problemProperty().get() == null);
        loading.setVisible(phase == Phase.OPENING);
        choosing.setVisible(phase == Phase.CHOOSING);
        typing.setVisible(phase == Phase.TYPING);
        stored.setVisible(phase == Phase.STORED);
        nothing.setVisible(phase == Phase.NOTHING);
        other.setVisible(phase != Phase.CHOOSING && entry.revises() == null);
        other.setManaged(other.isVisible());
        store.setVisible(phase == Phase.TYPING);
        store.setManaged(store.isVisible());
        if (phase == Phase.STORED) {
            outlooks.showStored(stored);
        } else if (phase == Phase.CHOOSING) {
            chooser.focus();
        } else if (phase == Phase.TYPING && entry.revises() == null) {
            focusAct();
        } else if (phase == Phase.TYPING && papers.getChildren().isEmpty()) {
            // Not before: the claim is open now, and its papers may be read.
            beside.forEach(panel -> {
                Node view = panel.createView();
                VBox.setVgrow(view, Priority.ALWAYS);
                papers.getChildren().add(view);
            });
        }
    }

    private void showStoring() {
        store.setDisable(state.storingProperty().get());
        typing.setDisable(state.storingProperty().get());
    }

    private void head() {
        List<Node> nodes = new ArrayList<>();
        FileRef member = entry.member();
        if (member != null) {
            nodes.add(new CountryTag(member.country()));
        }
        Label title = new Label(texts.get(entry.revises() == null ? "reimbursement.entry.title" : "reimbursement.entry.reviseTitle"));
        title.getStyleClass().add("page-title");
        nodes.add(title);
        String name = state.nameProperty().get();
        if (member != null && !name.isEmpty()) {
            Button open = new Button(name, Icons.of(FileKind.MEMBER));
            open.setId("member");
            open.setMnemonicParsing(false);
            open.getStyleClass().add("row-button");
            open.setOnAction(pressed -> parts.navigator().open(member, name, false));
            nodes.add(open);
        }
        who.getChildren().setAll(nodes);
    }

    private void showCase(@Nullable EntryCase now) {
        claim.getChildren().clear();
        if (now != null) {
            VBox block = new VBox();
            ScreenLifecycle life = ScreenLifecycle.of(block);
            FieldWords words = new FieldWords(texts, entry.work().input());
            for (FieldForm.Group group : now.claim().groups()) {
                block.getChildren().add(FormView.group(now.claim().groups().size() > 1 ? texts.get(group.key()) : null, group,
                        EntryLines.TYPING, texts, words, life));
            }
            block.getStyleClass().add("entry-claim");
            claim.getChildren().add(block);
        }
        showLines();
    }

    private void showLines() {
        lineViews.fill(lines);
        EntryCase now = state.enteredProperty().get();
        add.setDisable(now == null || now.lines().size() >= EntryCase.MOST_LINES);
    }

    private void showMessages() {
        problem.show(texts, state.problemProperty().get(), () -> {
            if (state.phaseProperty().get() == Phase.OPENING) {
                entry.begin();
            } else {
                entry.refresh();
            }
        });
        Instant kept = state.restoredProperty().get();
        show(restored, kept != null);
        restoredText.setText(kept == null ? "" : texts.get("reimbursement.entry.restored",
                new Moments(texts, entry.work().clock()).of(kept)));
        boolean differs = !state.conflictProperty().get().isEmpty();
        show(conflict, differs);
        if (differs) {
            conflict.getChildren().setAll(outlooks.conflict(state.conflictProperty().get()));
        }
        show(messages, state.problemProperty().get() != null || kept != null || differs);
    }

    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// A sentence with an icon, in the colour of what it means.
    static Label said(Texts texts, UserMessage sentence, Feather icon, String style) {
        Label label = new Label(texts.get(sentence), Icons.of(icon));
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }
}
