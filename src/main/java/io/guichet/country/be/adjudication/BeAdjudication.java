package io.guichet.country.be.adjudication;

import io.guichet.country.adjudication.Act;
import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.country.adjudication.WhatIfForm;
import io.guichet.country.contract.Offer;
import io.guichet.kernel.UserMessage;
import java.time.LocalDate;
import java.util.List;

/// The Belgian rules: what the mutuality pays after the nomenclature, and what hospitalisation, ambulatory and dental plans pay
/// of the rest.
public final class BeAdjudication implements Adjudication {

    @Override
    public ClaimDecision simulate(ClaimInput claim) throws InputRefused {
        ClaimReader.Claim read = ClaimReader.read(claim);
        return ClaimRules.decide(read.terms(), read.standing(), read.lines());
    }

    @Override
    public WhatIfForm whatIf() {
        return BeWhatIf.FORM;
    }

    @Override
    public List<Act> acts(LocalDate day) {
        Nomenclature published = Nomenclature.published();
        return published.acts().stream()
                .filter(act -> published.tariffs(act.code()).isEmpty() || published.tariff(act.code(), day).isPresent())
                .map(act -> new Act(act.code(), label(act), UserMessage.of("be.claim.act." + act.rubriek()))).toList();
    }

    /// What people call an act. Which speciality a specialist's code stands for is not published here: they bear their code.
    public static UserMessage label(Prestatie act) {
        return act.rubriek() == Rubriek.SPECIALIST ? UserMessage.of("be.act.specialist", act.code()) : UserMessage.of("be.act." + act.code());
    }

    @Override
    public List<Offer> products() {
        return Formulas.samples().all().stream().map(formula -> new Offer(formula.code(), formula.name())).toList();
    }
}
