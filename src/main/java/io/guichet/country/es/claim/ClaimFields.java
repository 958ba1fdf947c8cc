package io.guichet.country.es.claim;

import io.guichet.country.claim.ClaimForm;
import io.guichet.country.es.adjudication.MedicalAct;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.Sensitivity;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.kernel.Money;
import java.util.Arrays;
import java.util.List;

/// What a person enters of an invoice whose reimbursement is asked for.
final class ClaimFields {

    static final String RECEIVED = "es.claim.received";
    static final String PROVIDER = "es.claim.provider";
    static final String PROVIDER_NIF = "es.claim.providerNif";
    static final String INVOICE = "es.claim.invoice";
    static final String IN_NETWORK = "es.claim.inNetwork";
    static final String TERRITORY = "es.claim.territory";
    static final String CURRENCY = "es.claim.currency";
    static final String RATE = "es.claim.exchangeRate";
    static final String ACT = "es.claimLine.act";
    static final String CARE_DAY = "es.claimLine.careDay";
    static final String CHARGED = "es.claimLine.charged";
    static final String CONCEPT = "es.claimLine.concept";

    static final String AT_HOME = "ES";
    static final String ABROAD = "EXTRANJERO";
    static final int LONGEST_PROVIDER = 120;
    static final int LONGEST_INVOICE = 40;
    static final int LONGEST_CONCEPT = 120;
    /// One line of an invoice: a hundred thousand euros.
    static final Money DEAREST = Money.euros(10_000_000);

    private static final int CURRENCY_LETTERS = 3;
    private static final int LONGEST_RATE = 14;
    private static final int SINCE = 1000;

    private ClaimFields() {
    }

    /// @param nif the tax number of who makes invoices
    static ClaimForm form(IdentifierKind nif) {
        return new ClaimForm(
                List.of(new FieldGroup("es.claim.group.claim", List.of(
                        field(RECEIVED, new FieldType.Day(), true, "solicitud_reembolso.recibida"),
                        field(PROVIDER, new FieldType.Text(LONGEST_PROVIDER), true, "solicitud_reembolso.proveedor"),
                        field(PROVIDER_NIF, new FieldType.Identifier(nif), false, "solicitud_reembolso.proveedor_nif"),
                        field(INVOICE, new FieldType.Text(LONGEST_INVOICE), false, "solicitud_reembolso.numero_factura"),
                        field(IN_NETWORK, new FieldType.Flag(), false, "solicitud_reembolso.en_cuadro"),
                        field(TERRITORY, new FieldType.Choice(List.of(AT_HOME, ABROAD)), true, "solicitud_reembolso.territorio"),
                        field(CURRENCY, new FieldType.Text(CURRENCY_LETTERS), true, "solicitud_reembolso.moneda"),
                        field(RATE, new FieldType.Text(LONGEST_RATE), false, "solicitud_reembolso.cambio")))),
                List.of(new FieldGroup("es.claim.group.lines", List.of(
                        field(ACT, new FieldType.Choice(Arrays.stream(MedicalAct.values()).map(MedicalAct::name).toList()), true,
                                "factura_linea.acto"),
                        field(CARE_DAY, new FieldType.Day(), true, "factura_linea.fecha"),
                        field(CHARGED, new FieldType.Amount(DEAREST), true, "factura_linea.importe"),
                        field(CONCEPT, new FieldType.Text(LONGEST_CONCEPT), false, "factura_linea.concepto")))),
                ACT, CARE_DAY, CHARGED, List.of("invoice", "bankDetails", "letter", "other"));
    }

    private static FieldSpec field(String key, FieldType type, boolean required, String source) {
        return new FieldSpec(key, type, required, true, Sensitivity.PLAIN, source, SINCE);
    }
}
