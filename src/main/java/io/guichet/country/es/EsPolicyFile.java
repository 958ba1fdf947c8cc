package io.guichet.country.es;

import static io.guichet.country.binding.CardQuery.shown;

import io.guichet.country.contract.ContractFile;
import io.guichet.country.contract.ContractState;
import io.guichet.country.es.sql.EsSql;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldType.Figure.Unit;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.UnitOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A policy as of a day.
final class EsPolicyFile {

    private static final String SQL = """
            SELECT p.id, p.version, p.numero, p.efecto, p.vencimiento, p.fin, p.motivo_fin, p.forma_pago, p.aportacion,
                   t.id AS tomador, t.tipo AS tipo_tomador, t.nombre AS nombre_tomador, t.nif,
                   o.nombre AS producto, m.nombre AS modalidad, m.tipo, o.segmento, s.desde AS suspendida, s.motivo AS motivo_suspension,
                   (SELECT count(*) FROM es.asegurado a
                    WHERE a.poliza = p.id AND a.fecha_alta <= ? AND coalesce(a.fecha_baja >= ?, true)
                        AND coalesce(p.fin >= ?, true)) AS personas
            FROM es.poliza p
            JOIN es.tomador t ON t.id = p.tomador
            LEFT JOIN LATERAL (SELECT x.modalidad FROM es.poliza_modalidad x
                               WHERE x.poliza = p.id AND x.desde <= greatest(?, p.efecto) ORDER BY x.desde DESC LIMIT 1) pm ON true
            LEFT JOIN es.modalidad m ON m.id = pm.modalidad
            LEFT JOIN es.producto o ON o.id = m.producto
            LEFT JOIN LATERAL (SELECT x.desde, x.motivo FROM es.poliza_suspension x
                               WHERE x.poliza = p.id AND x.desde <= ? AND coalesce(x.hasta >= ?, true)
                               ORDER BY x.desde DESC LIMIT 1) s ON true
            WHERE p.id = ?
            """;

    /// Field and column, in the order people read them.
    private static final List<Shown> FIELDS = List.of(
            new Shown("numero", shown("es.contract.number", new FieldType.Text(10), "poliza.numero")),
            new Shown("producto", shown("es.contract.product", new FieldType.Text(80), "producto.nombre")),
            new Shown("modalidad", shown("es.contract.option", new FieldType.Text(80), "modalidad.nombre")),
            new Shown("tipo", shown("es.contract.modality", new FieldType.Choice(EsWords.MODALITIES), "modalidad.tipo")),
            new Shown("segmento", shown("es.contract.segment", new FieldType.Choice(
                    List.of("FAMILIA", "AUTONOMO", "PYME", "GRAN_CUENTA")), "producto.segmento")),
            new Shown("nombre_tomador", shown("es.contract.holder", new FieldType.Text(160), "tomador.nombre")),
            new Shown("efecto", shown("es.contract.start", new FieldType.Day(), "poliza.efecto")),
            new Shown("vencimiento", shown("es.contract.expiry", new FieldType.Day(), "poliza.vencimiento")),
            new Shown("fin", shown("es.contract.end", new FieldType.Day(), "poliza.fin")),
            new Shown("motivo_fin", shown("es.amendment.dates.reason", new FieldType.Choice(
                    List.of("OPOSICION", "IMPAGO", "FALLECIMIENTO", "OTRO")), "poliza.motivo_fin")),
            new Shown("suspendida", shown("es.contract.suspended", new FieldType.Day(), "poliza_suspension.desde")),
            new Shown("motivo_suspension", shown("es.amendment.suspend.reason", new FieldType.Choice(
                    List.of("IMPAGO", "PETICION")), "poliza_suspension.motivo")),
            new Shown("forma_pago", shown("es.contract.payment", new FieldType.Choice(EsWords.PAYMENTS), "poliza.forma_pago")),
            new Shown("aportacion", shown("es.contract.companyShare", new FieldType.Figure(Unit.PERCENT), "poliza.aportacion")));

    private static final List<FieldGroup> GROUPS = List.of(new FieldGroup("es.contract.group.contract",
            FIELDS.stream().map(Shown::spec).toList()));

    private final CountryCode country;

    EsPolicyFile(CountryCode country) {
        this.country = country;
    }

    /// A field and the column of the query that fills it.
    private record Shown(String column, FieldSpec spec) {
    }

    Optional<ContractFile> find(UnitOfWork work, String contract, LocalDate day) {
        return EsMembers.key(contract).flatMap(key -> EsSql.list(work, SQL, row -> file(row, contract, day),
                day, day, day, day, day, day, key).stream().findFirst());
    }

    private ContractFile file(ResultSet row, String contract, LocalDate day) throws SQLException {
        Map<String, @Nullable String> values = new HashMap<>();
        for (Shown field : FIELDS) {
            values.put(field.spec().key(), row.getString(field.column()));
        }
        LocalDate from = EsSql.day(row, "efecto");
        LocalDate to = EsSql.dayOrNull(row, "fin");
        boolean company = row.getString("tipo_tomador").equals("EMPRESA");
        String product = row.getString("producto");
        return new ContractFile(new FileRef(country, FileKind.CONTRACT, contract), row.getString("numero"), row.getLong("version"),
                GROUPS, FieldValues.of(values), product == null ? row.getString("numero") : product + " · " + row.getString("modalidad"),
                company ? new FileRef(country, FileKind.COMPANY, row.getString("tomador")) : null,
                row.getString("nombre_tomador"), from, to,
                state(from, to, EsSql.dayOrNull(row, "suspendida") != null, day), row.getLong("personas"),
                EsSql.day(row, "vencimiento").plusDays(1).getMonth());
    }

    private static ContractState state(LocalDate from, @Nullable LocalDate to, boolean suspended, LocalDate day) {
        if (from.isAfter(day)) {
            return ContractState.COMING;
        }
        return to != null && to.isBefore(day) ? ContractState.ENDED : suspended ? ContractState.SUSPENDED : ContractState.RUNNING;
    }
}
