package io.guichet.country.be.adjudication;

import io.guichet.country.adjudication.WhatIfForm;
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

/// What can be typed in the Belgian what-if.
final class BeWhatIf {

    private static final Money MOST = Money.euros(10_000_000_00L);
    private static final BigDecimal TENFOLD = BigDecimal.TEN;
    private static final int CODE = 20;
    private static final int OLDEST = 120;
    private static final int MONTHS = 24;
    private static final int DAYS = 365;

    static final WhatIfForm FORM = new WhatIfForm(
            List.of(new FieldGroup("be.whatif.group.plan", List.of(
                            field("be.whatif.plan.kind", choice(Branch.values()), true),
                            field("be.whatif.plan.rate", new FieldType.Rate(BigDecimal.ONE), false),
                            field("be.whatif.plan.preventiveRate", new FieldType.Rate(BigDecimal.ONE), false),
                            amount("be.whatif.plan.yearlyMax"),
                            field("be.whatif.plan.waitingMonths", new FieldType.Count(0, MONTHS), false))),
                    new FieldGroup("be.whatif.group.hospital", List.of(
                            amount("be.whatif.plan.deductible.SINGLE"),
                            amount("be.whatif.plan.deductible.DOUBLE"),
                            amount("be.whatif.plan.deductible.COMMON"),
                            field("be.whatif.plan.maxFeeSupplement", new FieldType.Rate(TENFOLD), false),
                            amount("be.whatif.plan.roomSupplementPerDay"),
                            field("be.whatif.plan.daysBefore", new FieldType.Count(0, DAYS), false),
                            field("be.whatif.plan.daysAfter", new FieldType.Count(0, DAYS), false)))),
            List.of(new FieldGroup("be.whatif.group.person", List.of(
                    field("be.whatif.plan.memberSince", new FieldType.Day(), false),
                    field("be.whatif.plan.membershipYear", new FieldType.Count(1, OLDEST), false),
                    amount("be.whatif.plan.usedThisYear")))),
            List.of(new FieldGroup("be.whatif.group.care", List.of(
                            field("be.whatif.line.code", new FieldType.Text(CODE), true),
                            field("be.whatif.line.careDate", new FieldType.Day(), true),
                            field("be.whatif.line.charged", new FieldType.Amount(MOST), true),
                            amount("be.whatif.line.honorarium"),
                            amount("be.whatif.line.intervention"),
                            flag("be.whatif.line.bim"),
                            flag("be.whatif.line.gmd"),
                            flag("be.whatif.line.preventive"))),
                    new FieldGroup("be.whatif.group.stay", List.of(
                            field("be.whatif.line.room", choice(Room.values()), false),
                            flag("be.whatif.line.partnerHospital"),
                            amount("be.whatif.line.roomSupplement"),
                            amount("be.whatif.line.feeSupplement"),
                            field("be.whatif.line.stayFrom", new FieldType.Day(), false),
                            field("be.whatif.line.stayTo", new FieldType.Day(), false)))),
            // What most plans are.
            FieldValues.of(Map.of("be.whatif.plan.kind", Branch.AMBULATORY.name(), "be.whatif.plan.rate", "0.8")));

    private BeWhatIf() {
    }

    private static FieldSpec amount(String key) {
        return field(key, new FieldType.Amount(MOST), false);
    }

    private static FieldSpec flag(String key) {
        return field(key, new FieldType.Flag(), false);
    }

    private static FieldType choice(Enum<?>[] options) {
        return new FieldType.Choice(Arrays.stream(options).map(Enum::name).toList());
    }

    private static FieldSpec field(String key, FieldType type, boolean required) {
        return new FieldSpec(key, type, required, true, Sensitivity.PLAIN, "", 1);
    }
}
