package io.guichet.reimbursement.ui;

import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.platform.i18n.Amounts;
import io.guichet.platform.i18n.Texts;
import io.guichet.reimbursement.ui.WhatIfViewModel.About;
import io.guichet.reimbursement.ui.WhatIfViewModel.Answer;
import java.util.ArrayList;
import java.util.List;

/// An answer in the words of the language in use.
final class WhatIfWords {

    private final Texts texts;

    WhatIfWords(Texts texts) {
        this.texts = texts;
    }

    /// Whose terms these are.
    String choice(PlanChoice choice, String member) {
        return switch (choice.kind()) {
            case MEMBER -> choice.label() != null ? texts.get(choice.label()) : member.isEmpty() ? texts.get("reimbursement.whatIf.membersPlan")
                    : texts.get("reimbursement.whatIf.planOf", member);
            case PRODUCT -> choice.name();
            case TYPED -> texts.get("reimbursement.whatIf.ownTerms");
        };
    }

    /// What a line was about: "G · GP consultation, 21/11/2026".
    String about(About about) {
        return texts.get("reimbursement.whatIf.about", about.written(), about.day());
    }

    /// A sentence of a step.
    String sentence(Step step) {
        return texts.get(step.sentence());
    }

    /// The answer as plain text, to be sent or read out.
    String asText(Answer answer, String terms) {
        Amounts amounts = Amounts.of(texts);
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("reimbursement.whatIf.copyTitle", terms));
        for (int i = 0; i < answer.lines().size(); i++) {
            LineDecision line = answer.decision().lines().get(i);
            lines.add("");
            lines.add(about(answer.lines().get(i)));
            lines.add(texts.get("reimbursement.whatIf.copyParts", line.charged(), line.publicPaid(), line.insurerPaid(), line.memberPays()));
            line.steps().forEach(step -> lines.add("- " + sentence(step) + " " + amounts.text(step.amount())));
        }
        if (answer.lines().size() > 1) {
            lines.add("");
            lines.add(texts.get("reimbursement.whatIf.inAll"));
            lines.add(texts.get("reimbursement.whatIf.copyParts", answer.decision().charged(), answer.decision().publicPaid(),
                    answer.decision().insurerPaid(), answer.decision().memberPays()));
        }
        return String.join("\n", lines);
    }
}
