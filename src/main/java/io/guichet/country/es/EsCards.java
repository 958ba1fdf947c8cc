package io.guichet.country.es;

import static io.guichet.country.binding.CardQuery.shown;

import io.guichet.country.binding.CardQuery;
import io.guichet.country.binding.CardQuery.RelatedQuery;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldType;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import java.util.List;

/// Spanish policyholders, policies and reimbursement requests in their first form.
final class EsCards {

    private EsCards() {
    }

    static List<CardQuery> all(CountryCode country) {
        return List.of(tomador(country), poliza(country), solicitud(country));
    }

    private static CardQuery tomador(CountryCode country) {
        return new CardQuery(country, FileKind.COMPANY, EsMembers::key, """
                SELECT nombre, nif, ccc, plantilla, codigo_postal, municipio
                FROM es.tomador WHERE id = ? AND tipo = 'EMPRESA'
                """, List.of(new FieldGroup("es.company.group.company", List.of(
                shown("es.company.nif", new FieldType.Identifier(EsIdentifiers.NIF), "tomador.nif"),
                shown("es.company.contributionAccount", new FieldType.Text(11), "tomador.ccc"),
                shown("es.company.employees", new FieldType.Text(9), "tomador.plantilla"),
                shown("es.company.postcode", new FieldType.Text(5), "tomador.codigo_postal"),
                shown("es.company.city", new FieldType.Text(80), "tomador.municipio")))),
                List.of(new RelatedQuery(FileKind.CONTRACT, """
                        SELECT id, numero FROM es.poliza WHERE tomador = ? ORDER BY efecto DESC, numero LIMIT 50
                        """)));
    }

    private static CardQuery poliza(CountryCode country) {
        return new CardQuery(country, FileKind.CONTRACT, EsMembers::key, """
                SELECT p.numero, p.numero, m.tipo, p.efecto, p.vencimiento, p.forma_pago
                FROM es.poliza p
                LEFT JOIN LATERAL (SELECT modalidad FROM es.poliza_modalidad WHERE poliza = p.id ORDER BY desde DESC LIMIT 1) pm
                    ON true
                LEFT JOIN es.modalidad m ON m.id = pm.modalidad
                WHERE p.id = ?
                """, List.of(new FieldGroup("es.contract.group.contract", List.of(
                shown("es.contract.number", new FieldType.Text(10), "poliza.numero"),
                shown("es.contract.modality", new FieldType.Choice(
                        List.of("CUADRO_MEDICO", "COPAGO", "REEMBOLSO", "MIXTA")), "modalidad.tipo"),
                shown("es.contract.start", new FieldType.Day(), "poliza.efecto"),
                shown("es.contract.expiry", new FieldType.Day(), "poliza.vencimiento"),
                shown("es.contract.payment", new FieldType.Choice(
                        List.of("MENSUAL", "TRIMESTRAL", "SEMESTRAL", "ANUAL")), "poliza.forma_pago")))),
                List.of(new RelatedQuery(FileKind.COMPANY, """
                        SELECT t.id, t.nombre
                        FROM es.poliza p JOIN es.tomador t ON t.id = p.tomador
                        WHERE p.id = ? AND t.tipo = 'EMPRESA'
                        """)));
    }

    private static CardQuery solicitud(CountryCode country) {
        return new CardQuery(country, FileKind.CLAIM, EsMembers::key, """
                SELECT numero, numero, recibida, territorio, moneda, estado FROM es.solicitud_reembolso WHERE id = ?
                """, List.of(new FieldGroup("es.claim.group.claim", List.of(
                shown("es.claim.number", new FieldType.Text(13), "solicitud_reembolso.numero"),
                shown("es.claim.received", new FieldType.Day(), "solicitud_reembolso.recibida"),
                shown("es.claim.territory", new FieldType.Choice(List.of("ES", "EXTRANJERO")),
                        "solicitud_reembolso.territorio"),
                shown("es.claim.currency", new FieldType.Text(3), "solicitud_reembolso.moneda"),
                shown("es.claim.state", new FieldType.Choice(
                        List.of("RECIBIDA", "EN_TRAMITE", "LIQUIDADA", "PAGADA", "DENEGADA")),
                        "solicitud_reembolso.estado")))),
                List.of(new RelatedQuery(FileKind.MEMBER, """
                        SELECT a.id, es.nombre_completo(a.nombre, a.primer_apellido, a.segundo_apellido)
                        FROM es.solicitud_reembolso s JOIN es.asegurado a ON a.id = s.asegurado
                        WHERE s.id = ?
                        """), new RelatedQuery(FileKind.CONTRACT, """
                        SELECT p.id, p.numero
                        FROM es.solicitud_reembolso s JOIN es.asegurado a ON a.id = s.asegurado
                        JOIN es.poliza p ON p.id = a.poliza
                        WHERE s.id = ?
                        """)));
    }
}
