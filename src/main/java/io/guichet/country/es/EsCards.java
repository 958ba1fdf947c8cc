package io.guichet.country.es;

import static io.guichet.country.binding.CardQuery.shown;

import io.guichet.country.binding.CardQuery;
import io.guichet.country.binding.CardQuery.RelatedQuery;
import io.guichet.country.binding.CardQuery.TableQuery;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldType.Figure.Unit;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import java.util.List;

/// Spanish policyholders, policies and reimbursement requests in their first form.
final class EsCards {

    private static final FieldType AMOUNT = new FieldType.Figure(Unit.MONEY);

    private EsCards() {
    }

    static List<CardQuery> all(CountryCode country) {
        return List.of(tomador(country), poliza(country), solicitud(country));
    }

    private static CardQuery tomador(CountryCode country) {
        return new CardQuery(country, FileKind.COMPANY, EsMembers::key, """
                SELECT t.nombre, t.nif, t.ccc, t.plantilla, t.actividad, t.domicilio, t.codigo_postal, t.municipio, p.nombre
                FROM es.tomador t LEFT JOIN es.provincia p ON p.codigo = t.provincia
                WHERE t.id = ? AND t.tipo = 'EMPRESA'
                """, List.of(new FieldGroup("es.company.group.company", List.of(
                shown("es.company.nif", new FieldType.Identifier(EsIdentifiers.NIF), "tomador.nif"),
                shown("es.company.contributionAccount", new FieldType.Text(11), "tomador.ccc"),
                shown("es.company.employees", new FieldType.Figure(Unit.NUMBER), "tomador.plantilla"),
                shown("es.company.activity", new FieldType.Text(4), "tomador.actividad"),
                shown("es.company.street", new FieldType.Text(160), "tomador.domicilio"),
                shown("es.company.postcode", new FieldType.Text(5), "tomador.codigo_postal"),
                shown("es.company.city", new FieldType.Text(80), "tomador.municipio"),
                shown("es.company.province", new FieldType.Text(40), "provincia.nombre")))),
                List.of(new RelatedQuery(FileKind.CONTRACT, """
                        SELECT id, numero FROM es.poliza WHERE tomador = ? ORDER BY efecto DESC, numero LIMIT 50
                        """)));
    }

    private static CardQuery poliza(CountryCode country) {
        return new CardQuery(country, FileKind.CONTRACT, EsMembers::key, """
                SELECT p.numero, p.numero, o.nombre, m.nombre, m.tipo, p.efecto, p.vencimiento, p.fin, p.forma_pago, p.aportacion
                FROM es.poliza p
                LEFT JOIN LATERAL (SELECT modalidad FROM es.poliza_modalidad WHERE poliza = p.id ORDER BY desde DESC LIMIT 1) pm
                    ON true
                LEFT JOIN es.modalidad m ON m.id = pm.modalidad
                LEFT JOIN es.producto o ON o.id = m.producto
                WHERE p.id = ?
                """, List.of(new FieldGroup("es.contract.group.contract", List.of(
                shown("es.contract.number", new FieldType.Text(10), "poliza.numero"),
                shown("es.contract.product", new FieldType.Text(80), "producto.nombre"),
                shown("es.contract.option", new FieldType.Text(80), "modalidad.nombre"),
                shown("es.contract.modality", new FieldType.Choice(EsWords.MODALITIES), "modalidad.tipo"),
                shown("es.contract.start", new FieldType.Day(), "poliza.efecto"),
                shown("es.contract.expiry", new FieldType.Day(), "poliza.vencimiento"),
                shown("es.contract.end", new FieldType.Day(), "poliza.fin"),
                shown("es.contract.payment", new FieldType.Choice(EsWords.PAYMENTS), "poliza.forma_pago"),
                shown("es.contract.companyShare", new FieldType.Figure(Unit.PERCENT), "poliza.aportacion")))),
                List.of(new RelatedQuery(FileKind.COMPANY, """
                        SELECT t.id, t.nombre
                        FROM es.poliza p JOIN es.tomador t ON t.id = p.tomador
                        WHERE p.id = ? AND t.tipo = 'EMPRESA'
                        """)));
    }

    private static CardQuery solicitud(CountryCode country) {
        return new CardQuery(country, FileKind.CLAIM, EsMembers::key, """
                SELECT s.numero, s.numero, s.recibida, s.primer_dia, s.proveedor, s.numero_factura, s.territorio,
                       s.importe || ' ' || s.moneda, s.importe_euros || ' EUR',
                       CASE WHEN s.estado IN ('LIQUIDADA', 'PAGADA') THEN s.reembolso || ' EUR' END, s.estado, s.motivo_denegacion,
                       s.pagada, s.cuenta_final
                FROM es.solicitud_reembolso s
                WHERE s.id = ?
                """, List.of(new FieldGroup("es.claim.group.claim", List.of(
                shown("es.claim.number", new FieldType.Text(13), "solicitud_reembolso.numero"),
                shown("es.claim.received", new FieldType.Day(), "solicitud_reembolso.recibida"),
                shown("es.claim.firstDay", new FieldType.Day(), "solicitud_reembolso.primer_dia"),
                shown("es.claim.provider", new FieldType.Text(120), "solicitud_reembolso.proveedor"),
                shown("es.claim.invoice", new FieldType.Text(40), "solicitud_reembolso.numero_factura"),
                shown("es.claim.territory", new FieldType.Choice(List.of("ES", "EXTRANJERO")),
                        "solicitud_reembolso.territorio"),
                shown("es.claim.amount", AMOUNT, "solicitud_reembolso.importe"),
                shown("es.claim.amountEuros", AMOUNT, "solicitud_reembolso.importe_euros"),
                shown("es.claim.reimbursed", AMOUNT, "solicitud_reembolso.reembolso"),
                shown("es.claim.state", new FieldType.Choice(
                        List.of("RECIBIDA", "EN_TRAMITE", "LIQUIDADA", "PAGADA", "DENEGADA")),
                        "solicitud_reembolso.estado"),
                shown("es.claim.refusal", new FieldType.Choice(List.of("CARENCIA", "CUADRO_MEDICO", "SIN_COBERTURA",
                        "FUERA_DE_VIGENCIA", "CAPITAL_AGOTADO", "SIN_AUTORIZACION", "DUPLICADA", "OTRO")), "solicitud_reembolso.motivo_denegacion"),
                shown("es.claim.paidOn", new FieldType.Day(), "solicitud_reembolso.pagada"),
                shown("es.claim.accountEnd", new FieldType.Text(4), "solicitud_reembolso.cuenta_final")))),
                List.of(new TableQuery("es.claim.group.lines", List.of(
                        shown("es.claim.line.day", new FieldType.Day(), "factura_linea.fecha"),
                        shown("es.claim.line.what", new FieldType.Text(120), "factura_linea.concepto"),
                        shown("es.claim.line.amount", AMOUNT, "factura_linea.importe"),
                        shown("es.claim.line.percent", new FieldType.Figure(Unit.PERCENT), "factura_linea.porcentaje"),
                        shown("es.claim.reimbursed", AMOUNT, "factura_linea.reembolso"),
                        shown("es.claim.line.left", AMOUNT, "factura_linea.importe_euros")), """
                        SELECT f.fecha, f.concepto, f.importe || ' ' || s.moneda, f.porcentaje,
                               CASE WHEN f.porcentaje IS NOT NULL THEN f.reembolso || ' EUR' END,
                               CASE WHEN f.porcentaje IS NOT NULL THEN f.importe_euros - f.reembolso || ' EUR' END
                        FROM es.factura_linea f JOIN es.solicitud_reembolso s ON s.id = f.solicitud
                        WHERE f.solicitud = ? ORDER BY f.orden
                        """)),
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
