package io.guichet.reimbursement.ui.claim;

import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.FilePanels;
import io.guichet.platform.ui.Icons;
import io.guichet.reimbursement.OpenClaim;
import io.guichet.reimbursement.WorkRow;
import io.guichet.reimbursement.ui.WhatIfScreens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Who and what a claim is, where it stands, who has it, and where one can go from here.
final class ClaimHeadView {

    private final ClaimWords words;
    private final Texts texts;
    private final ClaimWork work;
    private final ClaimParts parts;
    private final boolean beside;

    /// @param beside whether it stands beside a list, from which it can be opened in a tab
    ClaimHeadView(ClaimWords words, ClaimWork work, ClaimParts parts, boolean beside) {
        this.words = words;
        this.texts = words.texts();
        this.work = work;
        this.parts = parts;
        this.beside = beside;
    }

    List<Node> nodes(OpenClaim claim, ClaimDeciding deciding) {
        return List.of(first(claim), facts(claim, deciding));
    }

    private Node first(OpenClaim claim) {
        ClaimFile file = claim.file();
        Label number = new Label(file.number());
        number.setId("claim-number");
        number.getStyleClass().add(beside ? "section-title" : "page-title");
        number.setMinWidth(0);
        Label state = new Label(words.state(file.state()), Icons.of(ClaimWords.icon(file.state())));
        state.setId("claim-state");
        state.getStyleClass().addAll("sign", ClaimWords.style(file.state()));
        state.setMinWidth(Region.USE_PREF_SIZE);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox first = new HBox(new CountryTag(file.ref().country()), number, state, between);
        first.getStyleClass().add("file-who");
        first.getChildren().addAll(ways(file));
        return first;
    }

    private List<Node> ways(ClaimFile file) {
        List<Node> ways = new ArrayList<>();
        for (FilePanels each : file.decision().isPresent() || file.state() == ClaimState.REJECTED ? parts.links()
                : List.<FilePanels>of()) {
            each.link(file.ref()).ifPresent(link -> ways.add(way(link.icon(), link.text().getValue(), "claim-statement", link.go())));
        }
        if (work.countries().find(file.ref().country()).filter(country -> country.adjudication().isPresent()).isPresent()) {
            ways.add(way(Feather.SLIDERS, texts.get("reimbursement.whatIf.title"), "claim-what-if",
                    () -> parts.navigator().open(WhatIfScreens.id(file.member()), false)));
        }
        if (beside) {
            ways.add(way(Feather.EXTERNAL_LINK, texts.get("reimbursement.claim.inTab"), "claim-in-tab",
                    () -> parts.navigator().open(file.ref(), file.number(), false)));
        }
        return ways;
    }

    private static Button way(Ikon icon, String says, String id, Runnable go) {
        Button way = Icons.button(icon, says);
        way.setId(id);
        way.setOnAction(pressed -> go.run());
        return way;
    }

    private Node facts(OpenClaim claim, ClaimDeciding deciding) {
        ClaimFile file = claim.file();
        FlowPane facts = new FlowPane();
        facts.getStyleClass().add("claim-facts");
        facts.getChildren().addAll(member(claim.file().member(), claim.whose().name()));
        boolean outside = claim.assessment().stream().flatMap(found -> found.findings().stream())
                .anyMatch(finding -> finding.code() == Finding.Code.OUTSIDE_COVER);
        claim.whose().covered().map(any -> any && !outside).ifPresent(covered -> facts.getChildren().add(sign(covered ? Feather.CHECK_CIRCLE
                : Feather.ALERT_TRIANGLE, texts.get(covered ? "reimbursement.claim.covered" : "reimbursement.claim.notCovered"),
                covered ? "success-text" : "warning-text")));
        facts.getChildren().add(plain(texts.get("reimbursement.claim.received", file.received())));
        claim.work().filter(row -> ClaimViewModel.undecided(claim)).ifPresent(row -> facts.getChildren().add(due(row)));
        file.paidOn().ifPresent(day -> facts.getChildren().add(plain(texts.get("reimbursement.claim.paidOn", day))));
        if (ClaimViewModel.undecided(claim)) {
            facts.getChildren().add(holder(claim, deciding));
        }
        return facts;
    }

    private Node member(FileRef member, String name) {
        Button open = new Button(name.isEmpty() ? member.reference() : name, Icons.of(FileKind.MEMBER));
        open.setId("claim-member");
        open.setMnemonicParsing(false);
        open.getStyleClass().addAll("flat", "claim-link");
        open.setAccessibleText(texts.get("reimbursement.claim.member", open.getText()));
        open.setOnAction(pressed -> parts.navigator().open(member, name, false));
        return open;
    }

    private Node due(WorkRow row) {
        LocalDate today = work.today();
        return row.overdue(today) ? sign(Feather.ALERT_CIRCLE, texts.get("reimbursement.claim.overdue", row.due()), "danger-text")
                : plain(texts.get("reimbursement.claim.due", row.due()));
    }

    private Node holder(OpenClaim claim, ClaimDeciding deciding) {
        Optional<String> who = claim.work().map(WorkRow::assignee);
        boolean mine = who.filter(work.rights().user()::equals).isPresent();
        String said = who.isEmpty() ? texts.get("reimbursement.claim.free")
                : mine ? texts.get("reimbursement.claim.mine") : texts.get("reimbursement.claim.heldBy", who.get());
        HBox holder = new HBox(sign(who.isEmpty() ? Feather.USER_PLUS : Feather.USER_CHECK, said,
                who.isEmpty() || mine ? "muted" : "warning-text"));
        holder.getStyleClass().add("claim-holder");
        if (who.isEmpty() && work.decides(claim.file().ref().country())) {
            holder.getChildren().add(link("claim-take", "reimbursement.claim.take", deciding::take));
        } else if (deciding.releasable(claim)) {
            holder.getChildren().add(link("claim-release", "reimbursement.claim.release", deciding::release));
        }
        return holder;
    }

    private Button link(String id, String key, Runnable does) {
        Button button = new Button(texts.get(key));
        button.setId(id);
        button.getStyleClass().addAll("flat", "claim-link");
        button.setOnAction(pressed -> does.run());
        return button;
    }

    private static Label plain(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label sign(Ikon icon, String text, String style) {
        Label label = new Label(text, Icons.of(icon));
        label.getStyleClass().addAll("sign", style);
        return label;
    }
}
