package io.guichet.reimbursement.ui.claim;

import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.ScrollPlaces;
import io.guichet.reimbursement.OpenClaim;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Shows a claim: what it comes to and why at the left, papers and history beside it where there is room, else below.
public final class ClaimController {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    /// From this width on there is room for two columns, in parts of the size of text.
    private static final double WIDE = 74;
    private static final double TEXT = 13;
    /// Below a list on a small screen there is less: what a claim comes to leaves the room to its lines.
    private static final double LOW = 480;
    private static final double FORM_EDGE = 4;
    /// What a form leaves of the lines where there is room for both, and what it takes at the least.
    private static final double LINES_LEFT = 64;
    private static final double LEAST_FORM = 80;

    private final ClaimPane pane;
    private final ClaimViewModel claim;
    private final ClaimDeciding deciding;
    private final ClaimWork work;
    private final Texts texts;
    private final ClaimWords words;
    private final ClaimFactsView facts;
    private final Map<FilePanel, Node> panelViews = new IdentityHashMap<>();
    private boolean wide;
    private boolean low;

    @FXML private LoadingPane root;
    @FXML private VBox nothing;
    @FXML private VBox missing;
    @FXML private VBox failed;
    @FXML private ErrorPanel failure;
    @FXML private VBox file;
    @FXML private VBox head;
    @FXML private VBox messages;
    @FXML private ErrorPanel problem;
    @FXML private ErrorPanel decisionProblem;
    @FXML private HBox news;
    @FXML private Label newsText;
    @FXML private HBox refusal;
    @FXML private Label refusalText;
    @FXML private ScrollPane scroll;
    @FXML private VBox blocks;
    @FXML private ScrollPane formScroll;
    @FXML private VBox form;
    @FXML private VBox formFoot;
    @FXML private ScrollPane asideScroll;
    @FXML private VBox aside;
    @FXML private VBox actions;

    public ClaimController(ClaimPane pane, ClaimWork work, Texts texts) {
        this.pane = pane;
        this.work = work;
        this.texts = texts;
        claim = pane.claim();
        deciding = pane.deciding();
        words = new ClaimWords(texts, work);
        facts = new ClaimFactsView(words, work, pane.parts().navigator());
    }

    @FXML
    private void initialize() {
        ScreenLifecycle life = ScreenLifecycle.of(root);
        newsText.setGraphic(Icons.of(Feather.BELL));
        refusalText.setGraphic(Icons.of(Feather.ALERT_CIRCLE));
        life.follow(claim.stateProperty(), this::showState);
        life.follow(claim.problemProperty(), shown -> {
            problem.show(texts, claim.stateProperty().get() == ClaimViewModel.State.OPEN ? shown : null, claim::load);
            failure.show(texts, shown, claim::load);
            showMessages();
        });
        life.follow(deciding.commands().problemProperty(), shown -> {
            decisionProblem.show(texts, shown, null);
            showMessages();
        });
        life.follow(claim.newsProperty(), told -> {
            newsText.setText(told.stream().map(texts::get).collect(Collectors.joining("\n")));
            show(news, !told.isEmpty());
            showMessages();
        });
        life.follow(deciding.commands().refusalProperty(), this::showRefusal);
        life.follow(this::showClaim, claim.claimProperty(), pane.look().asMemberProperty(), pane.againProperty());
        life.follow(this::showActions, claim.claimProperty(), claim.currentProperty(), deciding.commands().workingProperty(),
                claim.formProperty());
        life.follow(claim.currentProperty(), current -> file.pseudoClassStateChanged(STALE, !current));
        life.follow(this::showForm, claim.formProperty());
        life.follow(this::room, root.widthProperty(), root.heightProperty());
        life.follow(this::formRoom, root.heightProperty(), head.heightProperty(), messages.heightProperty(), messages.visibleProperty(),
                form.heightProperty(), formFoot.heightProperty());
        life.follow(root.sceneProperty().flatMap(Scene::focusOwnerProperty), focused -> {
            ScrollPlaces.reach(scroll, focused);
            ScrollPlaces.reach(formScroll, focused);
        });
    }

    private void room() {
        boolean nowWide = root.getWidth() > WIDE * TEXT;
        boolean nowLow = root.getHeight() < LOW;
        if (nowWide != wide || nowLow != low) {
            wide = nowWide;
            low = nowLow;
            showClaim();
        }
    }

    /// A form is as high as what it holds; what it is about keeps some room, unless there is little. Its buttons are always in view.
    private void formRoom() {
        double room = root.getHeight() - head.getHeight() - (messages.isVisible() ? messages.getHeight() : 0) - formFoot.getHeight();
        double high = Math.min(form.getHeight() + FORM_EDGE, Math.max(room - (low ? 0 : LINES_LEFT), LEAST_FORM));
        formScroll.setMinHeight(high);
        formScroll.setPrefHeight(high);
    }

    private void showState(ClaimViewModel.State state) {
        root.setLoading(state == ClaimViewModel.State.LOADING);
        show(nothing, state == ClaimViewModel.State.NOTHING);
        show(missing, state == ClaimViewModel.State.MISSING);
        show(failed, state == ClaimViewModel.State.FAILED);
        show(file, state == ClaimViewModel.State.OPEN);
    }

    private void showMessages() {
        show(messages, problem.isVisible() || decisionProblem.isVisible() || news.isVisible() || refusal.isVisible());
    }

    private void showRefusal(@Nullable UserMessage why) {
        show(refusal, why != null);
        refusalText.setText(why == null ? "" : texts.get(why));
        showMessages();
    }

    private void showClaim() {
        OpenClaim shown = claim.claimProperty().get();
        if (shown == null) {
            return;
        }
        pane.look().of(shown.file().ref());
        head.getChildren().setAll(new ClaimHeadView(words, work, pane.parts(), pane.isBeside()).nodes(shown, deciding));
        List<Node> first = new ArrayList<>(facts.proposal(shown, deciding));
        first.addAll(facts.differences(shown));
        List<Node> found = facts.findings(shown);
        if (!found.isEmpty()) {
            VBox findings = new VBox();
            findings.setId("claim-findings");
            findings.getStyleClass().add("claim-findings");
            findings.getChildren().setAll(found);
            first.add(findings);
        }
        VBox lines = new VBox();
        lines.getStyleClass().add("claim-lines");
        lines.getChildren().setAll(new ClaimLinesView(words, pane.look(), pane::again, low).nodes(shown));
        first.add(lines);
        List<Node> second = beside(shown);
        aside.getChildren().setAll(wide ? second : List.of());
        show(asideScroll, wide);
        blocks.getChildren().setAll(first);
        if (!wide) {
            blocks.getChildren().addAll(second);
        }
    }

    private List<Node> beside(OpenClaim shown) {
        List<Node> nodes = new ArrayList<>();
        List<FilePanel> panels = pane.panels(shown.file().ref());
        // A view is kept while its claim is shown: papers stay where they were turned to.
        panelViews.keySet().retainAll(panels);
        for (FilePanel panel : panels) {
            nodes.add(panelViews.computeIfAbsent(panel, made -> block(made.title().getValue(), made.createView())));
        }
        List<Node> requests = facts.requests(shown, deciding);
        if (!requests.isEmpty()) {
            VBox rows = new VBox();
            rows.getStyleClass().add("panel-rows");
            rows.getChildren().setAll(requests);
            nodes.add(block(texts.get("reimbursement.claim.requests"), rows));
        }
        nodes.add(block(texts.get("reimbursement.claim.entered"), facts.entered(shown, pane.look(), pane::again)));
        List<Node> history = facts.history(shown);
        if (!history.isEmpty()) {
            VBox rows = new VBox();
            rows.getStyleClass().add("history-entries");
            rows.getChildren().setAll(history);
            nodes.add(block(texts.get("reimbursement.claim.history"), rows));
        }
        return nodes;
    }

    private static Node block(String title, Node content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        VBox block = new VBox(heading, content);
        block.getStyleClass().add("field-group");
        return block;
    }

    private void showActions() {
        OpenClaim shown = claim.claimProperty().get();
        List<Node> nodes = shown == null || claim.formProperty().get() != null ? List.of()
                : new ActionBar(deciding, work, texts).nodes(shown);
        actions.getChildren().setAll(nodes);
        show(actions, !nodes.isEmpty());
    }

    private void showForm() {
        DecidingForm wanted = claim.formProperty().get();
        OpenClaim shown = claim.claimProperty().get();
        show(formScroll, wanted != null && shown != null);
        show(formFoot, wanted != null && shown != null);
        if (wanted == null || shown == null) {
            form.getChildren().clear();
            formFoot.getChildren().clear();
            // The keys of the claim mean something again.
            if (root.getScene() != null && (root.getScene().getFocusOwner() == null || within(root.getScene().getFocusOwner()))) {
                scroll.requestFocus();
            }
            return;
        }
        VBox content = new VBox();
        content.getStyleClass().add("claim-form-fields");
        FormView made = new FormView(deciding, work, words, ScreenLifecycle.of(content));
        content.getChildren().setAll(made.nodes(wanted, shown));
        formFoot.getChildren().setAll(made.foot());
        form.getChildren().setAll(content);
        Node first = made.first();
        if (first != null) {
            first.requestFocus();
            if (first instanceof TextInputControl typed) {
                typed.selectAll();
            }
        }
    }

    private boolean within(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == form || each == formFoot) {
                return true;
            }
        }
        return node.getScene() == null;
    }

    private static void show(Region node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
