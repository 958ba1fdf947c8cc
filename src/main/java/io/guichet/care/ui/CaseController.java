package io.guichet.care.ui;

import io.guichet.care.CaseDetails;
import io.guichet.care.CaseRow;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Moments;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Shows a case, and forwards what is written into it.
public final class CaseController {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final CaseViewModel model;
    private final CaseDesk desk;
    private final Texts texts;
    private final Moments moments;
    private final List<FilePanel> panels;

    @FXML private LoadingPane root;
    @FXML private VBox empty;
    @FXML private Label emptyText;
    @FXML private VBox failed;
    @FXML private ErrorPanel failure;
    @FXML private VBox file;
    @FXML private HBox who;
    @FXML private FlowPane facts;
    @FXML private VBox messages;
    @FXML private HBox notice;
    @FXML private Label noticeText;
    @FXML private ErrorPanel problem;
    @FXML private ScrollPane scroll;
    @FXML private VBox thread;
    @FXML private VBox composer;
    @FXML private TextArea text;
    @FXML private Label textProblem;
    @FXML private Button note;
    @FXML private Button wait;
    @FXML private Button answer;
    @FXML private Button reopen;
    @FXML private ScrollPane rail;
    @FXML private VBox beside;

    CaseController(CaseViewModel model, CaseDesk desk, List<FilePanel> panels) {
        this.model = model;
        this.desk = desk;
        this.panels = panels;
        texts = desk.texts();
        moments = new Moments(texts, desk.clock());
    }

    @FXML
    private void initialize() {
        ScreenLifecycle life = ScreenLifecycle.of(root);
        noticeText.setGraphic(Icons.of(Feather.INFO));
        textProblem.setGraphic(Icons.of(Feather.ALERT_CIRCLE));
        answer.setGraphic(Icons.of(Feather.CHECK_CIRCLE));
        wait.setGraphic(Icons.of(Feather.CLOCK));
        reopen.setGraphic(Icons.of(Feather.ROTATE_CCW));
        text.addEventFilter(KeyEvent.KEY_PRESSED, NewCaseForm::tabLeaves);
        note.setOnAction(pressed -> model.note());
        wait.setOnAction(pressed -> model.move(CaseRow.State.WAITING));
        answer.setOnAction(pressed -> model.move(CaseRow.State.CLOSED));
        reopen.setOnAction(pressed -> model.move(CaseRow.State.OPEN));
        life.whileShown(() -> {
            text.textProperty().bindBidirectional(model.textProperty());
            return () -> text.textProperty().unbindBidirectional(model.textProperty());
        });
        life.follow(model.stateProperty(), this::showState);
        life.follow(this::showProblems, model.problemProperty(), model.overtakenProperty(), model.stateProperty());
        life.follow(model.textProblemProperty(), this::showTextProblem);
        life.follow(this::showCase, model.shownProperty(), model.workingProperty());
        showPanels(life);
    }

    private void showState(CaseViewModel.State now) {
        root.setLoading(now == CaseViewModel.State.LOADING);
        show(empty, now == CaseViewModel.State.MISSING);
        show(failed, now == CaseViewModel.State.FAILED);
        show(file, now == CaseViewModel.State.OPEN);
        emptyText.setText(texts.get("care.case.missing.text", model.file().reference()));
    }

    private void showProblems() {
        failure.show(texts, model.problemProperty().get(), model::load);
        problem.show(texts, model.problemProperty().get(), model::load);
        FieldChange change = model.overtakenProperty().get();
        show(notice, change != null);
        if (change != null) {
            noticeText.setText(texts.get("care.case.overtakenBy", change.by(), moments.of(change.at()), what(change)));
        }
        show(messages, messages.getChildren().stream().anyMatch(Node::isVisible));
    }

    private String what(FieldChange change) {
        String field = texts.get(change.field());
        String after = change.after();
        if (after == null) {
            return field;
        }
        return field + " → " + (change.field().equals("care.case.state")
                ? CaseWords.state(texts, CaseRow.State.valueOf(after)) : after);
    }

    private void showTextProblem(@Nullable UserMessage wrong) {
        show(textProblem, wrong != null);
        textProblem.setText(wrong == null ? "" : texts.get(wrong));
        text.pseudoClassStateChanged(ERROR, wrong != null);
        if (wrong != null) {
            text.requestFocus();
        }
    }

    private void showCase() {
        CaseViewModel.Shown shown = model.shownProperty().get();
        if (shown == null) {
            return;
        }
        CaseRow row = shown.details().row();
        Label title = new Label(row.title());
        title.setId("caseTitle");
        title.getStyleClass().add("page-title");
        title.setMinWidth(0);
        who.getChildren().setAll(new CountryTag(row.ref().country()), Icons.of(row.ref().kind()), title,
                CaseWords.shown(texts, row.state()));
        facts.getChildren().setAll(facts(shown));
        showThread(shown.details().notes());
        boolean closed = row.state() == CaseRow.State.CLOSED;
        show(composer, shown.details().editable());
        show(answer, !closed);
        show(wait, row.state() == CaseRow.State.OPEN);
        show(reopen, closed || row.state() == CaseRow.State.WAITING);
        show(note, !closed);
        reopen.setText(texts.get(closed ? "care.case.reopen" : "care.case.resume"));
        text.setPromptText(texts.get(closed ? "care.case.prompt.closed" : "care.case.prompt.open"));
        boolean working = model.workingProperty().get();
        List.of(note, wait, answer, reopen).forEach(button -> button.setDisable(working));
    }

    private List<Node> facts(CaseViewModel.Shown shown) {
        CaseRow row = shown.details().row();
        Button member = new Button(shown.member().isEmpty() ? row.member().reference() : shown.member(),
                Icons.of(row.member().kind()));
        member.setId("caseMember");
        member.getStyleClass().addAll("flat", "case-link");
        member.setOnAction(pressed -> desk.navigator().open(row.member(), member.getText(), false));
        List<Node> nodes = new ArrayList<>(List.of(fact("care.case.fact.member", member),
                fact("care.case.fact.number", value(row.number())),
                fact("care.case.fact.topic", value(CaseWords.topic(texts, row.topic()))),
                fact("care.case.fact.channel", value(CaseWords.channel(texts, row.channel()))),
                fact("care.case.fact.opened", value(moments.of(row.opened())))));
        if (row.closed() != null) {
            nodes.add(fact("care.case.fact.closed", value(moments.of(row.closed()))));
        }
        HBox by = new HBox(value(row.by()));
        by.getStyleClass().add("case-first");
        if (shown.details().editable() && !model.isMine() && row.state() != CaseRow.State.CLOSED) {
            Button take = new Button(texts.get("care.case.take"), Icons.of(Feather.USER_CHECK));
            take.setId("caseTake");
            take.getStyleClass().add("flat");
            take.setDisable(model.workingProperty().get());
            take.setOnAction(pressed -> model.take());
            by.getChildren().add(take);
        }
        nodes.add(fact("care.case.fact.by", by));
        return nodes;
    }

    private static Label value(String text) {
        Label value = new Label(text);
        value.getStyleClass().add("medium");
        return value;
    }

    private VBox fact(String captionKey, Node value) {
        Label caption = new Label(texts.get(captionKey));
        caption.getStyleClass().add("field-label");
        HBox line = new HBox(value);
        line.getStyleClass().add("fact-line");
        VBox fact = new VBox(caption, line);
        fact.getStyleClass().add("fact");
        return fact;
    }

    private void showThread(List<CaseDetails.Note> notes) {
        List<Node> shown = new ArrayList<>();
        for (CaseDetails.Note each : notes) {
            Label head = new Label(each.by() + " · " + moments.of(each.at()));
            head.getStyleClass().add("caption");
            HBox line = new HBox(head);
            line.getStyleClass().add("case-first");
            if (each.answer()) {
                Label mark = new Label(texts.get("care.case.answer"), Icons.of(Feather.CHECK_CIRCLE));
                mark.getStyleClass().addAll("case-state", "success-text");
                line.getChildren().add(mark);
            }
            Label said = new Label(each.text());
            said.setWrapText(true);
            said.setMinHeight(Region.USE_PREF_SIZE);
            VBox card = new VBox(line, said);
            card.getStyleClass().addAll("card", "note");
            shown.add(card);
        }
        if (shown.isEmpty()) {
            Label none = new Label(texts.get("care.case.noNotes"));
            none.getStyleClass().add("secondary");
            shown.add(none);
        }
        boolean grown = shown.size() > thread.getChildren().size();
        thread.getChildren().setAll(shown);
        if (grown) {
            // The newest is what one came for; known only once it is laid out.
            scroll.layout();
            scroll.setVvalue(1);
        }
    }

    private void showPanels(ScreenLifecycle life) {
        show(rail, !panels.isEmpty());
        for (FilePanel panel : panels) {
            Label heading = new Label();
            heading.getStyleClass().add("section-title");
            life.follow(panel.title(), heading::setText);
            VBox block = new VBox(heading);
            block.getStyleClass().add("case-panel");
            beside.getChildren().add(block);
            // Its documents can be read once the case is open, not before.
            life.follow(model.stateProperty(), now -> {
                if (now == CaseViewModel.State.OPEN && block.getChildren().size() == 1) {
                    block.getChildren().add(panel.createView());
                }
            });
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
