package io.guichet.country.es.adjudication;

import io.guichet.country.adjudication.WhatIfForm;
import io.guichet.country.es.adjudication.Modality.Kind;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.country.field.Sensitivity;
import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What a care agent can change in the what-if: terms and facts of the plan, and one line.
final class SpanishWhatIf {

    private static final Money MOST = Money.euros(100_000_000);
    private static final Money MOST_COPAY = Money.euros(1_000_000);
    private static final int MOST_SERVICES = 999;

    private SpanishWhatIf() {
    }

    static WhatIfForm form() {
        return new WhatIfForm(List.of(
                new FieldGroup("es.whatif.group.terms", List.of(
                        field("es.whatif.plan.modality", new FieldType.Choice(Arrays.stream(Kind.values()).map(Kind::name).toList())),
                        field("es.whatif.plan.rateSpain", new FieldType.Rate(BigDecimal.ONE)),
                        field("es.whatif.plan.rateAbroad", new FieldType.Rate(BigDecimal.ONE)),
                        field("es.whatif.plan.capital", new FieldType.Amount(MOST)),
                        field("es.whatif.plan.copay.amount", new FieldType.Amount(MOST_COPAY)),
                        field("es.whatif.plan.copay.yearlyLimit", new FieldType.Amount(MOST_COPAY))))),
                List.of(new FieldGroup("es.whatif.group.facts", List.of(
                        field("es.whatif.plan.coverFrom", new FieldType.Day()),
                        field("es.whatif.plan.fromOtherInsurer", new FieldType.Flag()),
                        field("es.whatif.plan.usedThisYear", new FieldType.Amount(MOST)),
                        field("es.whatif.plan.copayPaidThisYear", new FieldType.Amount(MOST_COPAY)),
                        field("es.whatif.plan.servicesUsedThisYear", new FieldType.Count(0, MOST_SERVICES)),
                        field("es.whatif.plan.sessionsUsedThisYear", new FieldType.Count(0, MOST_SERVICES))))),
                List.of(new FieldGroup("es.whatif.group.care", List.of(
                        required("es.whatif.line.act", new FieldType.Choice(
                                Arrays.stream(MedicalAct.values()).map(MedicalAct::name).toList())),
                        required("es.whatif.line.careDate", new FieldType.Day()),
                        required("es.whatif.line.charged", new FieldType.Amount(MOST)),
                        required("es.whatif.line.territory", new FieldType.Choice(List.of("ES", "ABROAD"))),
                        required("es.whatif.line.inNetwork", new FieldType.Flag()),
                        field("es.whatif.line.authorisedUntil", new FieldType.Day())))),
                // What is asked most.
                FieldValues.of(Map.of("es.whatif.plan.modality", Kind.REIMBURSEMENT.name(), "es.whatif.plan.rateSpain", "0.8",
                        "es.whatif.plan.rateAbroad", "0.8", "es.whatif.line.territory", "ES")));
    }

    private static FieldSpec field(String key, FieldType type) {
        return spec(key, type, false);
    }

    private static FieldSpec required(String key, FieldType type) {
        return spec(key, type, true);
    }

    private static FieldSpec spec(String key, FieldType type, boolean required) {
        return new FieldSpec(key, type, required, true, Sensitivity.PLAIN, "", 0);
    }
}
