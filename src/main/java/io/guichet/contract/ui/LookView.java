package io.guichet.contract.ui;

import io.guichet.contract.AmendmentDetails;
import io.guichet.contract.AmendmentRow;
import io.guichet.contract.FollowUp;
import io.guichet.contract.ui.AmendmentState.Phase;
import io.guichet.country.contract.PossibleDuplicate;
import io.guichet.country.form.FormView;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Dialogs;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The right half of an amendment: who a newcomer may already be and what applying would do; once it is applied, what that
/// left to do and how to take it back.
final class LookView {

    private static final String DO = "do";

    private final AmendmentViewModel amendment;
    private final AmendmentState state;
    private final ScreenParts parts;
    private final Texts texts;
    private final ContractWords words;
    private final VBox alike = new VBox();
    private final VBox outdated = new VBox();
    private final VBox decided = new VBox();

    LookView(AmendmentViewModel amendment, ScreenParts parts) {
        this.amendment = amendment;
        this.parts = parts;
        state = amendment.now();
        texts = parts.texts();
        words = parts.words();
    }

    void fill(VBox place, ScreenLifecycle life) {
        Label hint = SectionBlock.nothing(texts.get("contract.preview.hint"));
        hint.setId("previewHint");
        HBox stale = new HBox(ContractWords.sign(texts.get("contract.preview.outdated"), Feather.REFRESH_CW, "warning-text"));
        stale.getStyleClass().add("message-bar");
        stale.setId("previewOutdated");
        outdated.getChildren().setAll(stale);
        VBox seen = SectionBlock.content(amendment.look().preview(), texts, life,
                preview -> new PreviewView(amendment, parts).view(preview));
        VBox before = FormView.block(texts.get("contract.preview.title"), new VBox(hint, outdated, seen));
        place.getChildren().setAll(alike, before, decided);
        alike.getStyleClass().add("section-content");
        decided.getStyleClass().add("section-content");
        AmendmentLook look = amendment.look();
        life.follow(() -> {
            boolean draft = state.phaseProperty().get() == Phase.DRAFT;
            boolean any = look.preview().value() != null;
            boolean asked = any || look.preview().busyProperty().get() || look.preview().problemProperty().get() != null;
            show(before, draft);
            show(hint, !asked);
            show(seen, asked);
            show(outdated, any && !look.currentProperty().get());
        }, state.phaseProperty(), look.preview().valueProperty(), look.preview().busyProperty(),
                look.preview().problemProperty(), look.currentProperty());
        life.follow(this::showAlike, look.duplicates().valueProperty(), state.draftProperty());
        life.follow(state.draftProperty().flatMap(DraftForm::strangerProperty).orElse(false), now -> showAlike());
        life.follow(state.draftProperty().flatMap(DraftForm::subjectProperty), now -> showAlike());
        life.follow(state.detailsProperty(), now -> decided.getChildren().setAll(
                now == null || state.phaseProperty().get() != Phase.CLOSED ? List.of() : decided(now)));
        life.follow(state.phaseProperty(), phase -> {
            AmendmentDetails now = state.detailsProperty().get();
            decided.getChildren().setAll(now == null || phase != Phase.CLOSED ? List.of() : decided(now));
        });
    }

    private void showAlike() {
        DraftForm draft = state.draftProperty().get();
        List<PossibleDuplicate> open = draft == null ? List.of() : amendment.look().open(draft);
        show(alike, !open.isEmpty());
        List<Node> lines = new ArrayList<>();
        if (!open.isEmpty()) {
            boolean certain = open.stream().anyMatch(each -> each.why() == PossibleDuplicate.Why.NATIONAL_ID);
            Label title = ContractWords.sign(texts.get(certain ? "contract.alike.certain" : "contract.alike.title"),
                    Feather.ALERT_TRIANGLE, "warning-text");
            title.getStyleClass().add("strong");
            title.setWrapText(true);
            lines.add(title);
            open.forEach(each -> lines.add(alike(each)));
            if (!certain) {
                Button other = new Button(texts.get("contract.alike.stranger"));
                other.setId("stranger");
                other.setOnAction(pressed -> amendment.decideDuplicate(null));
                lines.add(other);
            }
        }
        alike.getStyleClass().setAll("section-content", "conflict");
        alike.getChildren().setAll(lines);
    }

    private Node alike(PossibleDuplicate each) {
        Label why = new Label(texts.get(each.why() == PossibleDuplicate.Why.NATIONAL_ID
                ? "contract.alike.nationalId" : "contract.alike.nameAndBirth"));
        why.getStyleClass().add("secondary");
        Label name = new Label(texts.get(UserMessage.of("contract.subject.born", each.name(), each.birth())));
        name.getStyleClass().add("medium");
        Button same = new Button(texts.get("contract.alike.same"));
        same.setId("same-" + each.member().reference());
        same.setOnAction(pressed -> amendment.decideDuplicate(each));
        Button open = new Button(texts.get("contract.alike.open"), Icons.of(each.member().kind()));
        open.getStyleClass().add("flat");
        open.setOnAction(pressed -> parts.navigator().open(each.member(), each.name(), true));
        FlowPane buttons = new FlowPane(same, open);
        buttons.getStyleClass().add("rail-buttons");
        return new VBox(name, why, buttons);
    }

    private List<Node> decided(AmendmentDetails now) {
        List<Node> all = new ArrayList<>();
        String by = texts.get("contract.amendments.by", now.row().by(), words.moment(now.row().at()));
        VBox what = new VBox(words.state(now.row().state()), new Label(by));
        what.getStyleClass().add("entry-lines");
        if (now.reason() != null) {
            Label reason = new Label(texts.get("contract.amendment.because", now.reason()));
            reason.setWrapText(true);
            what.getChildren().add(reason);
        }
        all.add(FormView.block(texts.get("contract.amendment.outcome"), what));
        if (now.row().state() != AmendmentRow.State.DISCARDED) {
            // Made while another view is being followed: it follows by itself.
            VBox left = new VBox();
            left.getChildren().add(SectionBlock.content(amendment.decisions().followUps(), texts,
                    ScreenLifecycle.of(left), this::followUps));
            all.add(FormView.block(texts.get("contract.followUp.title"), left));
        }
        if (now.row().state() == AmendmentRow.State.APPLIED && amendment.editable()) {
            all.add(FormView.block(texts.get("contract.amendment.takeBack"), cancelling()));
        }
        return all;
    }

    private Node followUps(List<FollowUp> left) {
        if (left.isEmpty()) {
            return SectionBlock.nothing(texts.get("contract.followUp.none"));
        }
        VBox lines = new VBox();
        lines.setId("followUps");
        lines.getStyleClass().add("entry-list");
        for (FollowUp each : left) {
            String what = each.kind() == FollowUp.Kind.READJUDICATE
                    ? texts.get("contract.followUp.claim", each.number(), each.day())
                    : texts.get("contract.followUp.premium", words.month(YearMonth.from(each.day())),
                            each.amount() == null ? "" : words.amounts().difference(each.amount()));
            Button open = new Button(what, Icons.of(each.file().kind()));
            open.setMnemonicParsing(false);
            open.getStyleClass().add("row-button");
            open.setWrapText(true);
            open.setOnAction(pressed -> parts.navigator().open(each.file(), each.number(), false));
            lines.getChildren().add(SectionBlock.line(open, words.state(each.state())));
        }
        return lines;
    }

    private Node cancelling() {
        Label text = SectionBlock.nothing(texts.get("contract.amendment.cancelText"));
        TextField reason = new TextField();
        reason.setId("cancelReason");
        reason.setPromptText(texts.get("contract.amendment.reason"));
        reason.setAccessibleText(texts.get("contract.amendment.reason"));
        reason.textProperty().bindBidirectional(amendment.decisions().reasonProperty());
        Button cancel = new Button(texts.get("contract.amendment.cancel"));
        cancel.setId("cancelAmendment");
        cancel.setGraphic(Icons.of(Feather.ROTATE_CCW));
        cancel.setOnAction(pressed -> parts.dialogs().ask(new Dialogs.Question(
                texts.get("contract.amendment.cancelTitle"), texts.get("contract.amendment.cancelText"), List.of(
                new Dialogs.Answer("leave", texts.get("contract.amendment.leave"), Dialogs.Role.CANCEL),
                new Dialogs.Answer(DO, texts.get("contract.amendment.cancel"), Dialogs.Role.DESTRUCTIVE))), answer -> {
            if (answer.equals(DO)) {
                amendment.decisions().cancel();
            }
        }));
        VBox all = new VBox(text, reason, new HBox(cancel));
        ScreenLifecycle own = ScreenLifecycle.of(all);
        own.follow(() -> cancel.setDisable(reason.getText().isBlank() || amendment.decisions().busyProperty().get()),
                reason.textProperty(), amendment.decisions().busyProperty());
        all.getStyleClass().add("section-content");
        return all;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
