package io.guichet.country.es;

import io.guichet.country.contract.Guarantee;
import io.guichet.country.es.sql.EsSql;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a policy pays for, in words.
final class EsGuarantees {

    private static final Set<String> HOSPITAL = Set.of("HOSPITALIZACION", "PARTO", "CIRUGIA");

    private static final String WHICH = """
            WITH cual AS (
                SELECT m.id, m.producto, m.tipo
                FROM es.poliza p
                JOIN LATERAL (SELECT x.modalidad FROM es.poliza_modalidad x
                              WHERE x.poliza = p.id AND x.desde <= greatest(?, p.efecto) ORDER BY x.desde DESC LIMIT 1) pm ON true
                JOIN es.modalidad m ON m.id = pm.modalidad
                WHERE p.id = ?)
            """;
    private static final String ACTS = WHICH + """
            SELECT cual.tipo, b.acto, b.autorizacion, b.desde, b.hasta, c.meses, t.importe AS copago, r.porcentaje_espana,
                   r.porcentaje_extranjero, r.limite_acto, r.limite_anual,
                   EXISTS (SELECT FROM es.copago_tramo e WHERE e.modalidad = cual.id AND e.acto IS NULL) AS por_tramos
            FROM cual
            JOIN es.prestacion b ON b.producto = cual.producto AND daterange(b.desde, b.hasta, '[]') @> ?::date
            LEFT JOIN es.carencia c ON c.producto = cual.producto AND c.acto = b.acto AND daterange(c.desde, c.hasta, '[]') @> ?::date
            LEFT JOIN es.copago_tramo t ON t.modalidad = cual.id AND t.acto = b.acto AND t.servicio_desde = 1
                AND daterange(t.desde, t.hasta, '[]') @> ?::date
            LEFT JOIN LATERAL (SELECT l.* FROM es.limite_reembolso l
                               WHERE l.modalidad = cual.id AND (l.acto = b.acto OR l.acto IS NULL)
                                   AND daterange(l.desde, l.hasta, '[]') @> ?::date
                               ORDER BY l.acto IS NULL LIMIT 1) r ON true
            ORDER BY array_position(ARRAY['CONSULTA', 'ESPECIALISTA', 'URGENCIA', 'FISIOTERAPIA', 'PRUEBA_COMPLEJA', 'HOSPITALIZACION',
                'PARTO', 'CIRUGIA'], b.acto::text)
            """;
    private static final String LIMITS = WHICH + """
            SELECT 1 AS orden, 'CAPITAL' AS que, l.capital AS importe, 0 AS servicio_desde, NULL::integer AS servicio_hasta, l.desde, l.hasta
            FROM cual JOIN es.limite_reembolso l ON l.modalidad = cual.id AND l.acto IS NULL AND daterange(l.desde, l.hasta, '[]') @> ?::date
            UNION ALL
            SELECT 2, 'TRAMO', t.importe, t.servicio_desde, t.servicio_hasta, t.desde, t.hasta
            FROM cual JOIN es.copago_tramo t ON t.modalidad = cual.id AND t.acto IS NULL AND daterange(t.desde, t.hasta, '[]') @> ?::date
            UNION ALL
            SELECT 3, 'TOPE', o.importe, 0, NULL, o.desde, o.hasta
            FROM cual JOIN es.copago_tope o ON o.modalidad = cual.id AND daterange(o.desde, o.hasta, '[]') @> ?::date
            ORDER BY orden, servicio_desde
            """;

    List<Guarantee> of(UnitOfWork work, UUID policy, LocalDate day) {
        List<Guarantee> all = new ArrayList<>(EsSql.list(work, ACTS, EsGuarantees::act, day, policy, day, day, day, day));
        all.addAll(EsSql.list(work, LIMITS, EsGuarantees::limit, day, policy, day, day, day));
        return all;
    }

    private static Guarantee act(ResultSet row) throws SQLException {
        String act = row.getString("acto");
        List<UserMessage> parts = new ArrayList<>();
        String kind = row.getString("tipo");
        if (!kind.equals("REEMBOLSO")) {
            BigDecimal copay = row.getBigDecimal("copago");
            parts.add(copay != null ? UserMessage.of("es.guarantee.copay", EsSql.euros(row, "copago"))
                    : UserMessage.of(row.getBoolean("por_tramos") ? "es.guarantee.tiers" : "es.guarantee.network"));
        }
        if (row.getBigDecimal("porcentaje_espana") != null) {
            parts.add(UserMessage.of("es.guarantee.share", number(row, "porcentaje_espana"), number(row, "porcentaje_extranjero")));
            if (row.getBigDecimal("limite_acto") != null) {
                parts.add(UserMessage.of("es.guarantee.perAct", EsSql.euros(row, "limite_acto")));
            }
            if (row.getBigDecimal("limite_anual") != null) {
                parts.add(UserMessage.of("es.guarantee.perYear", EsSql.euros(row, "limite_anual")));
            }
        }
        if (row.getInt("meses") > 0) {
            parts.add(UserMessage.of("es.guarantee.waiting", row.getInt("meses")));
        }
        if (row.getBoolean("autorizacion")) {
            parts.add(UserMessage.of("es.guarantee.authorised"));
        }
        return new Guarantee(UserMessage.of(HOSPITAL.contains(act) ? "es.guarantee.family.hospital" : "es.guarantee.family.ambulatory"),
                act, EsWords.act(act), joined(parts), EsSql.day(row, "desde"), EsSql.dayOrNull(row, "hasta"));
    }

    private static Guarantee limit(ResultSet row) throws SQLException {
        LocalDate from = EsSql.day(row, "desde");
        @Nullable LocalDate to = EsSql.dayOrNull(row, "hasta");
        UserMessage family = UserMessage.of("es.guarantee.family.limits");
        String what = row.getString("que");
        UserMessage yearly = UserMessage.of("es.guarantee.yearly", EsSql.euros(row, "importe"));
        return switch (what) {
            case "CAPITAL" -> new Guarantee(family, what, UserMessage.of("es.allowance.capital"), yearly, from, to);
            case "TOPE" -> new Guarantee(family, what, UserMessage.of("es.guarantee.copayCeiling"), yearly, from, to);
            default -> new Guarantee(family, what + "." + row.getInt("servicio_desde"),
                    row.getObject("servicio_hasta") == null
                            ? UserMessage.of("es.guarantee.tierOpen", row.getInt("servicio_desde"))
                            : UserMessage.of("es.guarantee.tier", row.getInt("servicio_desde"), row.getInt("servicio_hasta")),
                    UserMessage.of("es.guarantee.copay", EsSql.euros(row, "importe")), from, to);
        };
    }

    private static BigDecimal number(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).stripTrailingZeros();
    }

    private static UserMessage joined(List<UserMessage> parts) {
        return parts.stream().reduce((left, right) -> UserMessage.of("es.guarantee.and", left, right))
                .orElse(UserMessage.of("es.guarantee.network"));
    }
}
