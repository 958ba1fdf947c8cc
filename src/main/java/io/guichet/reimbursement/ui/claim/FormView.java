package io.guichet.reimbursement.ui.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.form.DayButton;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.KeyNames;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.reimbursement.OpenClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The form that is open on a claim. It says what it would do on its button; nothing covers the claim meanwhile.
final class FormView {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    static final KeyCombination CONFIRM = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination LEAVE = new KeyCodeCombination(KeyCode.ESCAPE);

    private final ClaimDeciding deciding;
    private final ClaimWork work;
    private final ClaimWords words;
    private final Texts texts;
    private final ScreenLifecycle life;
    private @Nullable Node first;
    private List<Node> foot = List.of();

    FormView(ClaimDeciding deciding, ClaimWork work, ClaimWords words, ScreenLifecycle life) {
        this.deciding = deciding;
        this.work = work;
        this.words = words;
        texts = words.texts();
        this.life = life;
    }

    /// Where the cursor begins.
    @Nullable Node first() {
        return first;
    }

    /// What stays in view below the fields, once they are made: why it was refused, and the buttons.
    List<Node> foot() {
        return foot;
    }

    /// The fields.
    List<Node> nodes(DecidingForm form, OpenClaim claim) {
        return switch (form) {
            case AdjustForm adjust -> new AdjustView(adjust, claim, deciding, words, life, this).nodes();
            case RejectForm reject -> reject(reject);
            case AskForm ask -> ask(ask);
            case ReopenForm reopen -> reopen(reopen);
            case HandOverForm hand -> handOver(hand);
        };
    }

    private List<Node> reject(RejectForm form) {
        FormRows rows = new FormRows(form, texts, life);
        ComboBox<String> reason = rows.choice("reject-reason", form.reasons(), form.reasonProperty(),
                code -> texts.get("country.rejection." + code));
        begin(reason);
        Label title = new Label(texts.get("reimbursement.claim.letter", form.language().getDisplayLanguage(texts.locale())));
        title.getStyleClass().add("field-label");
        Label letter = ClaimFactsView.wrapped("");
        letter.setId("reject-letter");
        letter.getStyleClass().add("claim-letter");
        letter.setMaxWidth(Double.MAX_VALUE);
        life.follow(form.reasonProperty(), chosen -> {
            UserMessage said = form.letter();
            letter.setText(said == null ? texts.get("reimbursement.claim.letter.none") : texts.get(form.language(), said));
            letter.pseudoClassStateChanged(STALE, said == null);
        });
        VBox told = new VBox(title, letter);
        told.getStyleClass().add("field");
        foot(form, new Label(texts.get("reimbursement.claim.reject.confirm")), "danger");
        return List.of(title("reimbursement.claim.reject.title"),
                rows.field("reimbursement.claim.reject.reason", reason, RejectForm.REASON), told,
                rows.field("reimbursement.claim.note", rows.prose("reject-note", form.noteProperty()), RejectForm.NOTE));
    }

    private List<Node> ask(AskForm form) {
        FormRows rows = new FormRows(form, texts, life);
        ComboBox<String> document = rows.choice("ask-document", form.documents(), form.documentProperty(), words::document);
        begin(document);
        TextField until = rows.line("ask-until", form.untilProperty());
        HBox.setHgrow(until, Priority.ALWAYS);
        HBox day = new HBox(until, DayButton.make(texts.get("country.form.pickDay"), texts::locale, until, form::typedDay,
                chosen -> until.setText(texts.day(chosen))));
        day.getStyleClass().add("field-line");
        HBox both = new HBox(rows.field("reimbursement.claim.ask.document", document, AskForm.DOCUMENT),
                rows.field("reimbursement.claim.ask.until", day, until, () -> AskForm.UNTIL));
        both.getStyleClass().add("claim-form-row");
        both.getChildren().forEach(each -> HBox.setHgrow(each, Priority.ALWAYS));
        foot(form, new Label(texts.get("reimbursement.claim.ask.confirm")), "accent");
        return List.of(title("reimbursement.claim.ask.title"), both,
                rows.field("reimbursement.claim.ask.note", rows.prose("ask-note", form.noteProperty()), AskForm.NOTE));
    }

    private List<Node> reopen(ReopenForm form) {
        FormRows rows = new FormRows(form, texts, life);
        ComboBox<String> reason = rows.choice("reopen-reason", form.reasons(), form.reasonProperty(),
                code -> texts.get("reimbursement.correction." + code));
        begin(reason);
        List<Node> nodes = new ArrayList<>(List.of(title("reimbursement.claim.reopen.title")));
        Money paid = form.paid();
        if (paid != null) {
            nodes.add(hint(texts.get("reimbursement.claim.reopen.paid", paid)));
        }
        nodes.add(rows.field("reimbursement.claim.reopen.reason", reason, ReopenForm.REASON));
        nodes.add(rows.field("reimbursement.claim.note", rows.prose("reopen-note", form.noteProperty()), ReopenForm.NOTE));
        if (form.favourable()) {
            CheckBox again = new CheckBox(texts.get("reimbursement.claim.reopen.again"));
            again.setId("reopen-again");
            again.setWrapText(true);
            life.whileShown(() -> {
                again.selectedProperty().bindBidirectional(form.againProperty());
                return () -> again.selectedProperty().unbindBidirectional(form.againProperty());
            });
            nodes.add(again);
        }
        Label says = new Label();
        life.follow(form.againProperty(), again -> says.setText(texts.get(again ? "reimbursement.claim.reopen.decideAgain"
                : "reimbursement.claim.reopen.confirm")));
        foot(form, says, "accent");
        return nodes;
    }

    private List<Node> handOver(HandOverForm form) {
        FormRows rows = new FormRows(form, texts, life);
        TextArea note = rows.prose("hand-over-note", form.noteProperty());
        begin(note);
        foot(form, new Label(texts.get("reimbursement.claim.handOver.confirm", form.amount())), "accent");
        return List.of(title("reimbursement.claim.handOver.title"), hint(texts.get(form.why())),
                rows.field("reimbursement.claim.handOver.note", note, HandOverForm.NOTE));
    }

    void begin(Node where) {
        first = where;
    }

    Label title(String key) {
        Label title = new Label(texts.get(key));
        title.getStyleClass().add("section-title");
        return title;
    }

    Label hint(String text) {
        Label hint = ClaimFactsView.wrapped(text);
        hint.setGraphic(Icons.of(Feather.INFO));
        hint.getStyleClass().add("claim-hint");
        return hint;
    }

    /// @param says  what the button does; its text may change
    /// @param style of the button
    void foot(DecidingForm form, Label says, String style) {
        foot = List.of(refusal(form), buttons(says, style));
    }

    /// Why it was refused, where no field is the cause.
    private Node refusal(DecidingForm form) {
        Label refused = ClaimFactsView.wrapped("");
        refused.setId("form-refusal");
        refused.setGraphic(Icons.of(Feather.ALERT_CIRCLE));
        refused.getStyleClass().add("danger-text");
        HBox bar = new HBox(refused);
        bar.getStyleClass().addAll("message-bar", "danger-bar");
        life.follow(form.refusalProperty(), why -> {
            bar.setVisible(why != null);
            bar.setManaged(why != null);
            refused.setText(why == null ? "" : texts.get(why));
        });
        return bar;
    }

    /// The button that does it, saying what, and the one that leaves.
    private Node buttons(Label says, String style) {
        Button confirm = KeyedButton.of("form-confirm", says.textProperty(), KeyNames.of(texts, CONFIRM));
        confirm.getStyleClass().add(style);
        confirm.setOnAction(pressed -> deciding.confirm());
        Button leave = KeyedButton.of("form-leave", new Label(texts.get("reimbursement.claim.leave")).textProperty(),
                KeyNames.of(texts, LEAVE));
        leave.setOnAction(pressed -> deciding.leave());
        life.follow(deciding.commands().workingProperty(), working -> confirm.setDisable(working));
        FlowPane buttons = new FlowPane(confirm, leave);
        buttons.getStyleClass().add("panel-tools");
        return buttons;
    }

    /// What becomes of the claim, in one line.
    String result(Optional<ClaimDecision> result) {
        return result.map(to -> texts.get("reimbursement.whatIf.copyParts", to.charged(), to.publicPaid(), to.insurerPaid(),
                to.memberPays())).orElse("");
    }
}
