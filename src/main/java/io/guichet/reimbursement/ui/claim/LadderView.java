package io.guichet.reimbursement.ui.claim;

import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/// The steps of an amount in a few words each, one leading to the next: "BRSS 120.00 → public 60 % 72.00 → …". A step's short
/// words are the text `<country>.rung.<rule>`, filled like its sentence; a step without any is told in sentences only.
final class LadderView {

    private static final String STEP = ".step.";
    private static final String RUNG = ".rung.";
    private static final String ARROW = "\u2192";

    private LadderView() {
    }

    static FlowPane of(LineDecision line, Texts texts, Locale language) {
        FlowPane ladder = new FlowPane();
        ladder.getStyleClass().add("ladder");
        List<String> rungs = rungs(line, texts, language);
        for (int i = 0; i < rungs.size(); i++) {
            boolean last = i == rungs.size() - 1;
            Label rung = new Label(i == 0 ? rungs.get(i) : ARROW + "\u00a0" + rungs.get(i));
            rung.getStyleClass().add(last ? "medium" : "secondary");
            ladder.getChildren().add(rung);
        }
        ladder.setAccessibleText(String.join(" " + ARROW + " ", rungs));
        return ladder;
    }

    /// The steps in words, the last of them what we pay.
    static List<String> rungs(LineDecision line, Texts texts, Locale language) {
        List<String> rungs = new ArrayList<>();
        for (Step step : line.steps()) {
            rung(step).filter(said -> texts.has(said.key())).ifPresent(said -> rungs.add(texts.get(language, said)));
        }
        rungs.add(texts.get(language, UserMessage.of("reimbursement.claim.rung.insurer", line.insurerPaid())));
        return rungs;
    }

    private static Optional<UserMessage> rung(Step step) {
        String key = step.sentence().key();
        int at = key.indexOf(STEP);
        return at < 0 ? Optional.empty() : Optional.of(new UserMessage(
                key.substring(0, at) + RUNG + key.substring(at + STEP.length()), step.sentence().arguments()));
    }
}
