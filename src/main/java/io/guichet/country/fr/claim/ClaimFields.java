package io.guichet.country.fr.claim;

import io.guichet.country.claim.ClaimForm;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.Sensitivity;
import io.guichet.country.fr.adjudication.Basket;
import io.guichet.country.fr.adjudication.Sector;
import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/// What a person enters of a French claim.
final class ClaimFields {

    static final String RECEIVED = "fr.claim.received";
    static final String INVOICE = "fr.claim.invoice";

    static final String ACT = "fr.claimLine.act";
    static final String DAY = "fr.claimLine.careDay";
    static final String LAST_DAY = "fr.claimLine.lastDay";
    static final String CHARGED = "fr.claimLine.charged";
    static final String QUANTITY = "fr.claimLine.quantity";
    static final String PROVIDER = "fr.claimLine.provider";
    static final String SECTOR = "fr.claimLine.sector";
    static final String PATHWAY = "fr.claimLine.inPathway";
    static final String BASKET = "fr.claimLine.basket";
    static final String BASE = "fr.claimLine.base";
    static final String RATE = "fr.claimLine.rate";
    static final String PUBLIC_PAID = "fr.claimLine.publicPaid";

    private static final int CODE = 40;
    private static final int PROVIDER_DIGITS = 11;
    private static final int MOST_TIMES = 99;
    private static final Money DEAREST = Money.euros(100_000_000);
    private static final int SINCE = 1000;

    private ClaimFields() {
    }

    static ClaimForm form() {
        return new ClaimForm(
                List.of(new FieldGroup("fr.claim.group.claim", List.of(
                        field(RECEIVED, new FieldType.Day(), true, "decompte.recu"),
                        field(INVOICE, new FieldType.Text(CODE), false, "decompte.facture")))),
                List.of(new FieldGroup("fr.claimLine.group.care", List.of(
                        field(ACT, new FieldType.Text(CODE), true, "acte.code"),
                        field(DAY, new FieldType.Day(), true, "acte.jour"),
                        field(LAST_DAY, new FieldType.Day(), false, "acte.fin"),
                        field(CHARGED, new FieldType.Amount(DEAREST), true, "acte.depense"),
                        field(QUANTITY, new FieldType.Count(1, MOST_TIMES), false, "acte.quantite"),
                        field(PROVIDER, new FieldType.Text(PROVIDER_DIGITS), false, "acte.executant"),
                        field(SECTOR, choice(Sector.values()), false, "acte.optam"),
                        field(PATHWAY, new FieldType.Flag(), false, "acte.parcours"),
                        field(BASKET, choice(Basket.values()), false, "acte.panier"))),
                        new FieldGroup("fr.claimLine.group.publicInsurance", List.of(
                                field(BASE, new FieldType.Amount(DEAREST), false, "acte.brss_declaree"),
                                field(RATE, new FieldType.Rate(BigDecimal.ONE), false, "acte.taux_declare"),
                                field(PUBLIC_PAID, new FieldType.Amount(DEAREST), false, "acte.amo_declare")))),
                ACT, DAY, CHARGED, List.of("invoice", "prescription"));
    }

    private static FieldSpec field(String key, FieldType type, boolean required, String source) {
        return new FieldSpec(key, type, required, true, Sensitivity.PLAIN, source, SINCE);
    }

    private static FieldType choice(Enum<?>[] options) {
        return new FieldType.Choice(Arrays.stream(options).map(Enum::name).toList());
    }
}
