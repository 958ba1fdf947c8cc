package io.guichet.reimbursement.ui.entry;

import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.Navigator;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.Entries.Rehearsal;
import io.guichet.reimbursement.Intake.Taken;
import io.guichet.reimbursement.ui.AnswerView;
import io.guichet.reimbursement.ui.WhatIfViewModel;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What would become of a claim while it is typed, and what became of it.
final class EntryOutlook {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final EntryViewModel entry;
    private final Navigator navigator;
    private final Texts texts;

    EntryOutlook(EntryViewModel entry, Navigator navigator) {
        this.entry = entry;
        this.navigator = navigator;
        texts = entry.work().texts();
    }

    /// A finding: what it is, in this claim, and who can solve it.
    static Label finding(Texts texts, Finding finding) {
        return EntryController.said(texts, UserMessage.of("reimbursement.entry.finding",
                UserMessage.of("country.finding." + finding.code()), finding.sentence(),
                UserMessage.of("country.solver." + finding.code().solver())), Feather.ALERT_TRIANGLE, "warning-text");
    }

    /// In short below the form, at length behind its lines.
    void show(VBox outlook, VBox answer) {
        EntryState state = entry.state();
        Rehearsal rehearsal = state.rehearsalProperty().get();
        UserMessage hint = state.hintProperty().get();
        List<Node> brief = new ArrayList<>();
        state.refusalsProperty().get().forEach(why -> brief.add(EntryController.said(texts, why, Feather.ALERT_CIRCLE, "danger-text")));
        if (rehearsal != null) {
            brief.add(verdict(rehearsal));
            rehearsal.assessment().findings().stream().filter(found -> found.line() < 0)
                    .forEach(found -> brief.add(finding(texts, found)));
        } else if (hint != null) {
            brief.add(EntryController.said(texts, hint, Feather.INFO, "muted"));
        }
        outlook.getChildren().setAll(brief);
        EntryController.show(outlook, !brief.isEmpty());
        boolean current = state.currentProperty().get();
        outlook.pseudoClassStateChanged(STALE, rehearsal != null && !current);
        answer.pseudoClassStateChanged(STALE, rehearsal != null && !current);
        answer.getChildren().setAll(rehearsal == null ? List.of() : explained(rehearsal));
    }

    private Label verdict(Rehearsal rehearsal) {
        var decision = rehearsal.assessment().decision();
        int reasons = rehearsal.assessment().findings().size();
        Label label = rehearsal.decidedAtOnce()
                ? EntryController.said(texts, UserMessage.of("reimbursement.entry.wouldPay", decision.insurerPaid(), decision.memberPays()),
                        Feather.CHECK_CIRCLE, "success-text")
                : reasons == 0
                ? EntryController.said(texts, UserMessage.of("reimbursement.entry.wouldBeLookedAt", decision.insurerPaid(),
                        rehearsal.automatic()), Feather.CLOCK, "warning-text")
                : EntryController.said(texts, UserMessage.of("reimbursement.entry.wouldWait", decision.insurerPaid(), reasons),
                        Feather.CLOCK, "warning-text");
        label.setId("verdict");
        return label;
    }

    private List<Node> explained(Rehearsal rehearsal) {
        EntryCase now = entry.state().enteredProperty().get();
        if (now == null) {
            return List.of();
        }
        List<WhatIfViewModel.About> about = now.filled().stream().map(line -> new WhatIfViewModel.About(
                line.act().textProperty().get(), line.on())).toList();
        return about.size() == rehearsal.assessment().decision().lines().size()
                ? new AnswerView(texts).nodes(new WhatIfViewModel.Answer(rehearsal.assessment().decision(), about)) : List.of();
    }

    /// What became of it, and what may follow.
    void showStored(VBox stored) {
        Taken taken = entry.state().storedProperty().get();
        if (taken == null) {
            return;
        }
        Decided decided = taken.decided();
        boolean accepted = decided.state() == ClaimState.ACCEPTED;
        Label title = EntryController.said(texts, accepted ? UserMessage.of("reimbursement.entry.decided", decided.insurer())
                : decided.findings().isEmpty() ? UserMessage.of("reimbursement.entry.waitsForSomebody")
                : UserMessage.of("reimbursement.entry.waits"),
                accepted ? Feather.CHECK_CIRCLE : Feather.CLOCK, accepted ? "success-text" : "warning-text");
        title.setId("outcome");
        title.getStyleClass().add("section-title");
        List<Node> nodes = new ArrayList<>(List.of(title));
        // The same reason of several lines is one to whoever reads it here.
        VBox reasons = new VBox();
        decided.findings().stream().map(found -> new Finding(found.code(), found.sentence(), -1)).distinct()
                .forEach(found -> reasons.getChildren().add(finding(texts, found)));
        reasons.getStyleClass().add("entry-reasons");
        reasons.setMaxWidth(Region.USE_PREF_SIZE);
        nodes.add(reasons);
        Button next = new Button(texts.get("reimbursement.entry.next"), Icons.of(Feather.FILE_PLUS));
        next.setId("next");
        next.getStyleClass().add("accent");
        next.setDefaultButton(true);
        next.setOnAction(pressed -> entry.next(true));
        Button open = new Button(texts.get("reimbursement.entry.open"), Icons.of(Feather.EXTERNAL_LINK));
        open.setId("open");
        FileRef claim = decided.claim();
        open.setOnAction(pressed -> navigator.open(claim, false));
        HBox buttons = new HBox(open);
        if (entry.revises() == null) {
            Button another = new Button(texts.get("reimbursement.entry.otherMember"));
            another.setId("another");
            another.setOnAction(pressed -> entry.next(false));
            buttons.getChildren().setAll(next, another, open);
        }
        buttons.getStyleClass().add("entry-buttons");
        buttons.setMaxWidth(Region.USE_PREF_SIZE);
        nodes.add(buttons);
        stored.getChildren().setAll(nodes);
        (entry.revises() == null ? next : open).requestFocus();
    }

    /// What a colleague made different, and which of both is to stand.
    List<Node> conflict(List<FieldChange> changes) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(EntryController.said(texts, UserMessage.of("reimbursement.entry.conflict", changes.getFirst().by()),
                Feather.ALERT_TRIANGLE, "warning-text"));
        EntryCase now = entry.state().enteredProperty().get();
        for (FieldChange change : changes) {
            nodes.add(new Label(told(now, change)));
        }
        Button theirs = new Button(texts.get("reimbursement.entry.takeTheirs"));
        theirs.setId("take-theirs");
        theirs.setOnAction(pressed -> entry.startAfresh());
        Button mine = new Button(texts.get("reimbursement.entry.keepMine"));
        mine.setId("keep-mine");
        mine.setOnAction(pressed -> entry.keepMine());
        HBox buttons = new HBox(theirs, mine);
        buttons.getStyleClass().add("panel-tools");
        nodes.add(buttons);
        return nodes;
    }

    private String told(@Nullable EntryCase now, FieldChange change) {
        if (now == null) {
            return change.field();
        }
        EntryCase.Label label = now.label(change.field());
        String name = texts.get(label.key());
        String before = now.shown(label.key(), change.before(), texts);
        String after = now.shown(label.key(), change.after(), texts);
        return label.line() == 0 ? texts.get("reimbursement.entry.changed", name, before, after)
                : texts.get("reimbursement.entry.changedLine", label.line(), name, before, after);
    }
}
