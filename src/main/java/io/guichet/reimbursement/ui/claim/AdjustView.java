package io.guichet.reimbursement.ui.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.reimbursement.OpenClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The form that decides lines otherwise than the rules. Beyond what the person may decide, it says so and hands what was
/// typed to a lead.
final class AdjustView {

    private final AdjustForm form;
    private final OpenClaim claim;
    private final ClaimDeciding deciding;
    private final ClaimWords words;
    private final Texts texts;
    private final ScreenLifecycle life;
    private final FormView around;

    AdjustView(AdjustForm form, OpenClaim claim, ClaimDeciding deciding, ClaimWords words, ScreenLifecycle life, FormView around) {
        this.form = form;
        this.claim = claim;
        this.deciding = deciding;
        this.words = words;
        texts = words.texts();
        this.life = life;
        this.around = around;
    }

    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>(List.of(around.title("reimbursement.claim.adjust.title")));
        FormRows rows = new FormRows(form, texts, life);
        if (form.lines().size() > 1) {
            ComboBox<AdjustForm.Line> line = rows.choice("adjust-line", form.lines(), new SimpleObjectProperty<>(),
                    each -> texts.get("reimbursement.claim.adjust.lineOf", each.number() + 1,
                            words.line(claim.file(), each.number())));
            life.follow(form.chosenProperty(), chosen -> line.setValue(form.line()));
            line.setOnAction(chosen -> {
                if (line.getValue() != null) {
                    form.chosenProperty().set(line.getValue().number());
                }
            });
            nodes.add(rows.field("reimbursement.claim.adjust.line", line, "line"));
            around.begin(line);
        }
        VBox fields = new VBox();
        fields.getStyleClass().add("claim-form-fields");
        nodes.add(fields);
        life.follow(form.chosenProperty(), chosen -> fields.getChildren().setAll(fields(form.line(), ScreenLifecycle.of(fields))));
        Label becomes = ClaimFactsView.wrapped("");
        becomes.setId("adjust-result");
        Label beyond = around.hint("");
        beyond.setId("adjust-beyond");
        beyond.getStyleClass().add("warning-text");
        Label says = new Label();
        life.follow(form.resultProperty(), result -> show(result, becomes, beyond, says));
        nodes.addAll(List.of(becomes, beyond));
        around.foot(form, says, "accent");
        return nodes;
    }

    private void show(@Nullable ClaimDecision result, Label becomes, Label beyond, Label says) {
        String now = around.result(Optional.ofNullable(result));
        becomes.setText(result == null ? texts.get("reimbursement.claim.adjust.noResult")
                : texts.get("reimbursement.claim.adjust.result", form.rules().insurerPaid(), result.insurerPaid(), now));
        Optional<UserMessage> barred = result == null ? Optional.empty() : deciding.barred(claim, result.insurerPaid());
        beyond.setVisible(barred.isPresent());
        beyond.setManaged(barred.isPresent());
        beyond.setText(barred.map(texts::get).orElse(""));
        says.setText(result == null ? texts.get("reimbursement.claim.adjust.confirmUnknown")
                : texts.get(barred.isPresent() ? "reimbursement.claim.handOver.confirm" : "reimbursement.claim.adjust.confirm",
                        result.insurerPaid()));
    }

    private List<Node> fields(AdjustForm.Line line, ScreenLifecycle fieldLife) {
        FormRows rows = new FormRows(form, texts, fieldLife);
        String prefix = "lines[" + line.number() + "].";
        TextField amount = rows.line("adjust-amount", line.amountProperty());
        amount.getStyleClass().add("amount");
        amount.setPrefColumnCount(8);
        Label unit = new Label(line.decided().charged().currency().getSymbol(texts.locale()));
        unit.getStyleClass().add("field-unit");
        HBox.setHgrow(amount, Priority.ALWAYS);
        HBox measured = new HBox(amount, unit);
        measured.getStyleClass().add("field-line");
        ComboBox<String> reason = rows.choice("adjust-reason", form.reasons(), line.reasonProperty(),
                code -> texts.get("country.adjustment." + code));
        HBox both = new HBox(rows.field("reimbursement.claim.adjust.amount", measured, amount, () -> prefix + "insurer"),
                rows.field("reimbursement.claim.adjust.reason", reason, prefix + "reason"));
        both.getStyleClass().add("claim-form-row");
        HBox.setHgrow(both.getChildren().getLast(), Priority.ALWAYS);
        if (form.lines().size() == 1) {
            around.begin(amount);
        }
        List<String> steps = new ArrayList<>(List.of(""));
        line.steps().stream().map(Step::rule).distinct().forEach(steps::add);
        ComboBox<String> step = rows.choice("adjust-step", steps, line.stepProperty(), rule -> rule.isEmpty()
                ? texts.get("reimbursement.claim.adjust.wholeLine") : line.steps().stream()
                        .filter(each -> each.rule().equals(rule)).findFirst().map(each -> texts.get(each.sentence())).orElse(rule));
        return List.of(both, rows.field("reimbursement.claim.adjust.step", step, prefix + "step"),
                rows.field("reimbursement.claim.note", rows.prose("adjust-note", line.noteProperty()), prefix + "note"));
    }
}
