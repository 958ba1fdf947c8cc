package io.guichet.country.es;

import io.guichet.country.contract.PremiumLine;
import io.guichet.country.es.EsPremium.People;
import io.guichet.country.es.EsPremium.Policy;
import io.guichet.country.es.EsPremium.Price;
import io.guichet.country.es.EsPremium.Tariff;
import io.guichet.country.es.sql.EsSql;
import io.guichet.platform.database.UnitOfWork;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gathers what the premium of a policy depends on: a policy of thousands is counted by age and province in the database.
final class EsTariffs {

    /// What the premium of a month is for: the policy and its modality.
    private record Terms(Policy policy, @Nullable UUID modality, boolean ended) {
    }

    List<PremiumLine> premium(UnitOfWork work, UUID policy, LocalDate day) {
        return work.sql(connection -> {
            Optional<Terms> terms = terms(connection, policy, day);
            if (terms.isEmpty()) {
                return List.of();
            }
            UUID modality = terms.get().modality();
            List<People> people = terms.get().ended() ? List.of() : people(connection, policy, day);
            return EsPremium.lines(day, terms.get().policy(), people, tariff(connection, modality, day));
        });
    }

    private static Optional<Terms> terms(Connection connection, UUID policy, LocalDate day) throws SQLException {
        return EsSql.first(connection, """
                SELECT p.efecto, p.forma_pago, p.aportacion, t.tipo = 'EMPRESA' AS empresa, pm.modalidad,
                       coalesce(p.fin < ?, false) OR p.efecto > ? AS fuera
                FROM es.poliza p
                JOIN es.tomador t ON t.id = p.tomador
                LEFT JOIN LATERAL (SELECT x.modalidad FROM es.poliza_modalidad x
                                   WHERE x.poliza = p.id AND x.desde <= ? ORDER BY x.desde DESC LIMIT 1) pm ON true
                WHERE p.id = ?
                """, row -> new Terms(new Policy(EsSql.day(row, "efecto"), row.getString("forma_pago"), row.getBoolean("empresa"),
                row.getBigDecimal("aportacion")), row.getObject("modalidad", UUID.class), row.getBoolean("fuera")),
                day, day, day, policy);
    }

    private static List<People> people(Connection connection, UUID policy, LocalDate day) throws SQLException {
        return EsSql.list(connection, """
                SELECT coalesce(left(d.codigo_postal, 2), t.provincia) AS provincia,
                       greatest(0, extract(year FROM age(?::date, a.fecha_nacimiento)))::integer AS edad, count(*) AS personas
                FROM es.asegurado a
                JOIN es.poliza p ON p.id = a.poliza
                JOIN es.tomador t ON t.id = p.tomador
                LEFT JOIN es.domicilio d ON d.asegurado = a.id
                WHERE a.poliza = ? AND a.fecha_alta <= ? AND coalesce(a.fecha_baja >= ?, true)
                GROUP BY 1, 2
                ORDER BY 1, 2
                """, row -> new People(row.getString("provincia"), row.getInt("edad"), row.getInt("personas")),
                LocalDate.of(day.getYear(), 1, 1), policy, day, day);
    }

    /// The tariff of a modality on a day; without a modality there are no prices.
    static Tariff tariff(Connection connection, @Nullable UUID modality, LocalDate day) throws SQLException {
        List<Price> prices = EsSql.list(connection, """
                SELECT zona, edad_desde, edad_hasta, mensual, desde FROM es.tarifa
                WHERE modalidad = ? AND daterange(desde, hasta, '[]') @> ?::date
                ORDER BY zona, edad_desde
                """, row -> new Price(row.getString("zona"), row.getInt("edad_desde"), row.getInt("edad_hasta"),
                EsSql.cents(row.getBigDecimal("mensual")), EsSql.day(row, "desde")), modality, day);
        Map<String, String> zones = new HashMap<>();
        EsSql.list(connection, "SELECT provincia, zona FROM es.zona_tarifa WHERE daterange(desde, hasta, '[]') @> ?::date",
                row -> zones.put(row.getString("provincia"), row.getString("zona")), day);
        Map<String, BigDecimal> rates = new HashMap<>();
        EsSql.list(connection, "SELECT codigo, valor FROM es.parametro WHERE daterange(desde, hasta, '[]') @> ?::date",
                row -> rates.put(row.getString("codigo"), row.getBigDecimal("valor")), day);
        return new Tariff(prices, zones, rates.getOrDefault("CCS", BigDecimal.ZERO),
                rates.getOrDefault("PAGO_ANUAL", BigDecimal.ZERO), rates.getOrDefault("GRUPO", BigDecimal.ZERO));
    }
}
