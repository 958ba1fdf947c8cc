package io.guichet.country.fr.adjudication;

import io.guichet.country.adjudication.Act;
import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.country.adjudication.WhatIfForm;
import io.guichet.country.contract.Offer;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.country.field.Sensitivity;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The rules of reimbursement of France.
public final class FrenchAdjudication implements Adjudication {

    private static final int CODE = 40;
    private static final int LEVEL = 12;
    private static final Money DEAREST = Money.euros(100_000_000);
    private static final Money FLAT_A_YEAR = Money.euros(5_000);
    private static final int SINCE = 1000;

    @Override
    public ClaimDecision simulate(ClaimInput claim) throws InputRefused {
        ClaimReader reader = new ClaimReader(claim);
        List<CareLine> lines = reader.read();
        return FrenchRules.decide(reader.plan(), lines, reader.used());
    }

    @Override
    public WhatIfForm whatIf() {
        return new WhatIfForm(
                List.of(new FieldGroup("fr.whatif.plan", List.of(
                        field("fr.whatif.plan.responsible", new FieldType.Flag()),
                        field("fr.whatif.plan.guarantee.mode", choice(Mode.values())),
                        field("fr.whatif.plan.guarantee.value", new FieldType.Text(LEVEL)),
                        field("fr.whatif.plan.guarantee.plusFlat", new FieldType.Amount(DEAREST)),
                        field("fr.whatif.plan.usedThisYear", new FieldType.Amount(DEAREST))))),
                List.of(),
                List.of(new FieldGroup("fr.whatif.line", List.of(
                        field("fr.whatif.line.act", new FieldType.Text(CODE)),
                        field("fr.whatif.line.careDate", new FieldType.Day()),
                        field("fr.whatif.line.from", new FieldType.Day()),
                        field("fr.whatif.line.to", new FieldType.Day()),
                        field("fr.whatif.line.charged", new FieldType.Amount(DEAREST)),
                        field("fr.whatif.line.sector", choice(Sector.values())),
                        field("fr.whatif.line.inPathway", new FieldType.Flag()),
                        field("fr.whatif.line.basket", choice(Basket.values())),
                        field("fr.whatif.line.base", new FieldType.Amount(DEAREST)),
                        field("fr.whatif.line.publicRate", new FieldType.Rate(BigDecimal.ONE)),
                        field("fr.whatif.line.flatFeePaidThisYear", new FieldType.Amount(FLAT_A_YEAR))))),
                // What the rules take for granted, and the guarantee that every contract has.
                FieldValues.of(Map.of("fr.whatif.plan.responsible", "true", "fr.whatif.plan.guarantee.mode", Mode.BRSS_INCLUDED.name(),
                        "fr.whatif.plan.guarantee.value", "1.00", "fr.whatif.line.inPathway", "true")));
    }

    private static FieldSpec field(String key, FieldType type) {
        return new FieldSpec(key, type, false, true, Sensitivity.PLAIN, "", SINCE);
    }

    private static FieldType choice(Enum<?>[] options) {
        return new FieldType.Choice(Arrays.stream(options).map(Enum::name).toList());
    }

    @Override
    public List<Act> acts(LocalDate day) {
        return CareAct.all().stream().filter(act -> act.known(day))
                .map(act -> new Act(act.code(), act.label(), UserMessage.of("fr.guarantee.family." + act.family()))).toList();
    }

    @Override
    public List<Offer> products() {
        return Products.samples().offers();
    }
}
