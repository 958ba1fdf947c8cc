package io.guichet.country.es.adjudication;

import io.guichet.country.adjudication.Act;
import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.WhatIfForm;
import io.guichet.country.contract.Offer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rules of Spain. Products are the modalities in which they are taken: `REEMBOLSO-80`.
public final class SpanishAdjudication implements Adjudication {

    private final SampleProducts products = SampleProducts.read();
    private final ClaimReader reader = new ClaimReader(products);

    @Override
    public ClaimDecision simulate(ClaimInput input) throws InputRefused {
        ClaimReader.Claim claim = reader.read(input);
        List<LineDecision> lines = new ArrayList<>();
        for (Care care : claim.lines()) {
            lines.add(Rules.decide(claim.modality(), claim.insured(), care, claim.usage()));
        }
        return new ClaimDecision(lines);
    }

    @Override
    public WhatIfForm whatIf() {
        return SpanishWhatIf.form();
    }

    /// No act of Spain has a tariff: policies pay what was charged.
    @Override
    public List<Act> acts(LocalDate day) {
        return Arrays.stream(MedicalAct.values()).map(act -> new Act(act.name(), act.label(), act.family())).toList();
    }

    @Override
    public List<Offer> products() {
        return products.all().stream().map(modality -> new Offer(modality.code(), modality.name())).toList();
    }
}
