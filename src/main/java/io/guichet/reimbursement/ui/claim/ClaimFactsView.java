package io.guichet.reimbursement.ui.claim;

import io.guichet.country.claim.Adjustment;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimForm;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.Navigator;
import io.guichet.reimbursement.Difference;
import io.guichet.reimbursement.DocumentRequest;
import io.guichet.reimbursement.OpenClaim;
import io.guichet.reimbursement.PastDecision;
import io.guichet.reimbursement.Proposal;
import io.guichet.reimbursement.ui.entry.EntryScreens;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What is known of a claim beside its amounts: why it waits, what was proposed, asked for, entered and decided.
final class ClaimFactsView {

    private final ClaimWords words;
    private final Texts texts;
    private final ClaimWork work;
    private final Navigator navigator;

    ClaimFactsView(ClaimWords words, ClaimWork work, Navigator navigator) {
        this.navigator = navigator;
        this.words = words;
        this.texts = words.texts();
        this.work = work;
    }

    /// Why somebody has to look at it, each with its sentence and who can solve it.
    List<Node> findings(OpenClaim claim) {
        List<Node> nodes = new ArrayList<>();
        Set<Finding.Code> told = EnumSet.noneOf(Finding.Code.class);
        // The same of several lines is said once.
        Map<Said, List<Integer>> lines = new LinkedHashMap<>();
        for (Finding finding : claim.assessment().map(Assessment::findings).orElse(List.of())) {
            told.add(finding.code());
            lines.computeIfAbsent(new Said(finding.code(), finding.sentence()), each -> new ArrayList<>()).add(finding.line() + 1);
        }
        lines.forEach((said, of) -> nodes.add(finding(said.code(), where(claim, of) + texts.get(said.sentence()))));
        // Found when it came in, and not any more, or by a person.
        claim.work().filter(row -> ClaimViewModel.undecided(claim)).ifPresent(row -> row.reasons().stream()
                .filter(code -> !told.contains(code)).forEach(code -> nodes.add(finding(code, ""))));
        return nodes;
    }

    private record Said(Finding.Code code, UserMessage sentence) {
    }

    private String where(OpenClaim claim, List<Integer> lines) {
        List<Integer> meant = lines.stream().filter(line -> line > 0).toList();
        if (meant.isEmpty() || claim.file().lines().size() < 2) {
            return "";
        }
        return (meant.size() == 1 ? texts.get("reimbursement.claim.line", meant.getFirst()) : texts.get("reimbursement.claim.severalLines",
                String.join(", ", meant.stream().map(String::valueOf).toList()))) + ": ";
    }

    private Node finding(Finding.Code code, String sentence) {
        Label what = new Label(words.finding(code));
        what.getStyleClass().add("medium");
        Label solver = new Label(words.solver(code.solver()), Icons.of(Feather.USER));
        solver.getStyleClass().addAll("sign", "caption");
        solver.setMinWidth(Region.USE_PREF_SIZE);
        solver.setAccessibleText(texts.get("reimbursement.claim.solver", words.solver(code.solver())));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox first = new HBox(what, between, solver);
        first.getStyleClass().add("answer-head");
        VBox told = new VBox(first);
        HBox.setHgrow(told, Priority.ALWAYS);
        if (!sentence.isEmpty()) {
            told.getChildren().add(wrapped(sentence));
        }
        HBox row = new HBox(icon(Feather.ALERT_TRIANGLE, "warning-text"), told);
        row.getStyleClass().addAll("claim-finding");
        return row;
    }

    /// What waits for a lead.
    List<Node> proposal(OpenClaim claim, ClaimDeciding deciding) {
        return claim.proposal().filter(proposal -> ClaimViewModel.undecided(claim))
                .<List<Node>>map(proposal -> List.of(proposal(claim, proposal, deciding))).orElse(List.of());
    }

    private Node proposal(OpenClaim claim, Proposal proposal, ClaimDeciding deciding) {
        boolean own = proposal.by().equals(work.rights().user());
        Label title = new Label(own ? texts.get("reimbursement.claim.proposal.own", words.moment(proposal.at()))
                : texts.get("reimbursement.claim.proposal.title", proposal.by(), words.moment(proposal.at())),
                Icons.of(Feather.CORNER_UP_RIGHT));
        title.getStyleClass().add("medium");
        title.setWrapText(true);
        VBox block = new VBox(title);
        block.setId("claim-proposal");
        block.getStyleClass().add("panel-form");
        if (proposal.lines().isEmpty()) {
            block.getChildren().add(wrapped(texts.get("reimbursement.claim.proposal.rules")));
        }
        proposal.lines().forEach(line -> block.getChildren().add(wrapped(adjusted(line))));
        if (!proposal.note().isEmpty() && proposal.lines().stream().noneMatch(line -> line.note().equals(proposal.note()))) {
            block.getChildren().add(note(proposal.note()));
        }
        if (work.leads() && !proposal.lines().isEmpty() && deciding.ready()) {
            Money rules = claim.assessment().map(found -> found.decision().insurerPaid()).orElse(Money.ZERO);
            Button instead = new Button(texts.get("reimbursement.claim.proposal.byRules", rules));
            instead.setId("claim-by-rules");
            instead.setOnAction(pressed -> deciding.approveByTheRules());
            block.getChildren().add(new HBox(instead));
        }
        return block;
    }

    private String adjusted(Adjustment line) {
        String said = texts.get("reimbursement.claim.adjustedLine", line.line() + 1, line.insurer(),
                UserMessage.of("country.adjustment." + line.reason()));
        return line.note().isEmpty() ? said : said + " \u2013 " + line.note();
    }

    /// Documents that were asked for.
    List<Node> requests(OpenClaim claim, ClaimDeciding deciding) {
        List<Node> nodes = new ArrayList<>();
        for (DocumentRequest request : claim.requests()) {
            boolean open = request.answered() == null;
            boolean late = open && request.until().isBefore(work.today());
            Label what = new Label(words.document(request.document()));
            what.getStyleClass().add("medium");
            Label when = new Label(open ? texts.get(late ? "reimbursement.claim.request.late" : "reimbursement.claim.request.until",
                    request.until(), request.by()) : texts.get("reimbursement.claim.request.answered", words.moment(request.answered())));
            when.getStyleClass().addAll(late ? "danger-text" : "secondary");
            when.setWrapText(true);
            VBox told = new VBox(what, when);
            if (!request.note().isEmpty()) {
                told.getChildren().add(note(request.note()));
            }
            told.setMinWidth(0);
            HBox.setHgrow(told, Priority.ALWAYS);
            HBox row = new HBox(icon(open ? Feather.CLOCK : Feather.CHECK, open ? late ? "danger-text" : "warning-text"
                    : "success-text"), told);
            row.getStyleClass().add("panel-row");
            if (open && work.rights().changesMembers()) {
                Button here = new Button(texts.get("reimbursement.claim.request.here"));
                here.setId("answered-" + request.document());
                here.setMinWidth(Region.USE_PREF_SIZE);
                here.setOnAction(pressed -> deciding.answered(request.document()));
                row.getChildren().add(here);
            }
            nodes.add(row);
        }
        return nodes;
    }

    /// What corrections left to pay or to recover.
    List<Node> differences(OpenClaim claim) {
        return claim.differences().stream().map(this::difference).toList();
    }

    private Node difference(Difference difference) {
        String said = difference.amount().map(amount -> texts.get("reimbursement.claim.difference.of", difference.paid(),
                difference.decided().orElse(Money.ZERO), ClaimDone.difference(amount)))
                .orElseGet(() -> texts.get("reimbursement.claim.difference.open", difference.paid()));
        Label text = wrapped(said);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(icon(difference.settled() ? Feather.CHECK : Feather.CORNER_DOWN_RIGHT,
                difference.settled() ? "success-text" : "warning-text"), text);
        row.getStyleClass().add("panel-row");
        if (difference.settled()) {
            Label settled = new Label(texts.get("reimbursement.claim.difference.settled"));
            settled.getStyleClass().add("caption");
            settled.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(settled);
        }
        return row;
    }

    /// What was entered: of the claim, and once it is opened of each line.
    Node entered(OpenClaim claim, ClaimLook look, Runnable again) {
        VBox block = new VBox();
        block.getStyleClass().add("section-content");
        ClaimForm form = work.form(claim.file().ref().country()).orElseThrow();
        block.getChildren().add(grid(words.entries(form.claim(), claim.file().claim())));
        if (look.showsEntered()) {
            for (int i = 0; i < claim.file().lines().size(); i++) {
                Label line = new Label(texts.get("reimbursement.claim.line", i + 1));
                line.getStyleClass().add("medium");
                block.getChildren().addAll(line, grid(words.entries(form.line(), claim.file().lines().get(i))));
            }
        }
        ToggleButton lines = new ToggleButton(texts.get(look.showsEntered() ? "reimbursement.claim.entered.hideLines"
                : "reimbursement.claim.entered.lines"), Icons.of(look.showsEntered() ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
        lines.setId("claim-entered-lines");
        lines.setSelected(look.showsEntered());
        lines.getStyleClass().addAll("flat", "claim-link");
        lines.setOnAction(pressed -> {
            look.showEntered(lines.isSelected());
            again.run();
        });
        FlowPane ways = new FlowPane(lines);
        ways.getStyleClass().add("panel-tools");
        if (ClaimViewModel.undecided(claim) && work.decides(claim.file().ref().country())
                && !ClaimViewModel.held(claim, work.rights().user())) {
            Button correct = new Button(texts.get("reimbursement.claim.correct"), Icons.of(Feather.EDIT_2));
            correct.setId("claim-correct");
            correct.setOnAction(pressed -> navigator.open(EntryScreens.reviseId(claim.file().ref()), false));
            ways.getChildren().add(correct);
        }
        block.getChildren().add(ways);
        return block;
    }

    private static GridPane grid(List<ClaimWords.Entry> entries) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("claim-entries");
        for (ClaimWords.Entry entry : entries) {
            Label label = new Label(entry.label());
            label.getStyleClass().add("secondary");
            label.setWrapText(true);
            Label value = new Label(entry.value());
            value.setWrapText(true);
            GridPane.setHgrow(value, Priority.ALWAYS);
            grid.addRow(grid.getRowCount(), label, value);
        }
        return grid;
    }

    /// What was decided, newest first.
    List<Node> history(OpenClaim claim) {
        return claim.history().stream().map(this::past).toList();
    }

    private Node past(PastDecision past) {
        String kind = past.reason().equals(PastDecision.FOR_A_LEAD) ? texts.get("reimbursement.claim.forALead")
                : texts.get("reimbursement.decision." + past.kind().name());
        String reason = past.reason().equals(PastDecision.FOR_A_LEAD) ? "" : words.reason(past);
        Label what = new Label(reason.isEmpty() ? kind : texts.get("reimbursement.claim.history.why", kind, reason));
        what.getStyleClass().add("medium");
        what.setWrapText(true);
        Label who = new Label(texts.get("reimbursement.claim.history.who", past.staff(), words.moment(past.at())));
        who.getStyleClass().add("secondary");
        VBox entry = new VBox(what, who);
        entry.getStyleClass().add("history-entry");
        if (!past.before().equals(past.after())) {
            Label amounts = new Label(texts.get("reimbursement.claim.history.amounts", past.before(), past.after()));
            amounts.getStyleClass().add("secondary");
            entry.getChildren().add(amounts);
        }
        past.lines().forEach(line -> entry.getChildren().add(secondary(adjusted(line))));
        if (!past.reasons().isEmpty()) {
            entry.getChildren().add(secondary(String.join(" \u00b7 ", past.reasons().stream().map(words::finding).toList())));
        }
        if (!past.note().isEmpty() && past.lines().isEmpty()) {
            entry.getChildren().add(note(past.note()));
        }
        return entry;
    }

    private Label note(String text) {
        return wrapped(texts.get("reimbursement.claim.quoted", text));
    }

    private static Label secondary(String text) {
        Label label = wrapped(text);
        label.getStyleClass().add("secondary");
        return label;
    }

    static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label icon(Ikon icon, String style) {
        Label label = new Label("", Icons.of(icon));
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
