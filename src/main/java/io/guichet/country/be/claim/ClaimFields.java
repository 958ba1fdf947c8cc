package io.guichet.country.be.claim;

import io.guichet.country.be.adjudication.Room;
import io.guichet.country.claim.ClaimForm;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.Sensitivity;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.kernel.Money;
import java.util.Arrays;
import java.util.List;

/// What a person enters of a statement.
final class ClaimFields {

    static final String RECEIVED = "be.claim.received";
    static final String INVOICE = "be.claim.invoice";
    static final String HOSPITAL = "be.claim.hospitalNumber";
    static final String ROOM = "be.claim.room";
    static final String ADMISSION = "be.claim.admission";
    static final String DISCHARGE = "be.claim.discharge";
    static final String ACT = "be.claimLine.act";
    static final String CARE_DAY = "be.claimLine.careDay";
    static final String LAST_DAY = "be.claimLine.lastDay";
    static final String TIMES = "be.claimLine.times";
    static final String CHARGED = "be.claimLine.charged";
    static final String PROVIDER = "be.claimLine.provider";
    static final String HONORARIUM = "be.claimLine.honorarium";
    static final String INTERVENTION = "be.claimLine.intervention";
    static final String ROOM_SUPPLEMENT = "be.claimLine.roomSupplement";
    static final String OTHERS = "be.claimLine.others";

    /// Cents: a million euros a line.
    static final Money DEAREST = Money.euros(1_000_000_00L);
    static final int MOST_TIMES = 365;

    private static final int INVOICE_LENGTH = 40;
    private static final int CODE_LENGTH = 20;
    private static final int RECOGNITION = 3;

    private ClaimFields() {
    }

    static ClaimForm form(IdentifierKind provider) {
        return new ClaimForm(
                List.of(new FieldGroup("be.claim.group.claim", List.of(
                                field(RECEIVED, new FieldType.Day(), true, "afrekening.ontvangen"),
                                field(INVOICE, new FieldType.Text(INVOICE_LENGTH), false, "afrekening.factuurnummer"))),
                        new FieldGroup("be.claim.group.stay", List.of(
                                field(HOSPITAL, new FieldType.Text(RECOGNITION), false, "opname.ziekenhuis"),
                                field(ROOM, new FieldType.Choice(Arrays.stream(Room.values()).map(Room::kamer).toList()), false, "opname.kamer"),
                                field(ADMISSION, new FieldType.Day(), false, "opname.van"),
                                field(DISCHARGE, new FieldType.Day(), false, "opname.tot")))),
                List.of(new FieldGroup("be.claim.group.line", List.of(
                        field(ACT, new FieldType.Text(CODE_LENGTH), true, "factuurlijn.code"),
                        field(CARE_DAY, new FieldType.Day(), true, "factuurlijn.van"),
                        field(CHARGED, new FieldType.Amount(DEAREST), true, "factuurlijn.gevraagd"),
                        field(PROVIDER, new FieldType.Identifier(provider), false, "factuurlijn.inami"),
                        field(TIMES, new FieldType.Count(1, MOST_TIMES), false, "factuurlijn.aantal"),
                        field(LAST_DAY, new FieldType.Day(), false, "factuurlijn.tot"),
                        field(HONORARIUM, new FieldType.Amount(DEAREST), false, "factuurlijn.basis"),
                        field(INTERVENTION, new FieldType.Amount(DEAREST), false, "factuurlijn.mutualiteit"),
                        field(ROOM_SUPPLEMENT, new FieldType.Amount(DEAREST), false, "factuurlijn.kamersupplement"),
                        field(OTHERS, new FieldType.Amount(DEAREST), false, "factuurlijn.andere")))),
                ACT, CARE_DAY, CHARGED, List.of("invoice", "prescription", "other"));
    }

    private static FieldSpec field(String key, FieldType type, boolean required, String source) {
        return new FieldSpec(key, type, required, true, Sensitivity.HEALTH, source, 1);
    }
}
