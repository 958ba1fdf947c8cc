package io.guichet.country.es.claim;

import io.guichet.country.es.adjudication.MedicalAct;
import io.guichet.country.es.adjudication.Modality;
import io.guichet.country.es.adjudication.Modality.Rows;
import io.guichet.country.es.adjudication.Period;
import io.guichet.country.es.adjudication.Terms;
import io.guichet.country.es.adjudication.Terms.Rate;
import io.guichet.country.es.adjudication.Terms.Share;
import io.guichet.country.es.adjudication.Terms.Tier;
import io.guichet.country.es.sql.EsSql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// The terms of a modality from the tables, all periods at once.
final class StoredTerms {

    private static final String TERMS = """
            SELECT 'ACTO' AS que, acto::text, autorizacion AS si, NULL::integer AS n, NULL::integer AS m, NULL::numeric AS a,
                   NULL::numeric AS b, NULL::numeric AS c, NULL::numeric AS d, NULL::numeric AS e, desde, hasta
            FROM es.prestacion WHERE producto = ?
            UNION ALL
            SELECT 'CARENCIA', acto::text, dispensable, meses, NULL, NULL, NULL, NULL, NULL, NULL, desde, hasta
            FROM es.carencia WHERE producto = ?
            UNION ALL
            SELECT 'TRAMO', acto::text, NULL, servicio_desde, servicio_hasta, importe, NULL, NULL, NULL, NULL, desde, hasta
            FROM es.copago_tramo WHERE modalidad = ?
            UNION ALL
            SELECT 'TOPE', NULL, NULL, NULL, NULL, importe, NULL, NULL, NULL, NULL, desde, hasta FROM es.copago_tope WHERE modalidad = ?
            UNION ALL
            SELECT 'LIMITE', acto::text, NULL, NULL, NULL, porcentaje_espana, porcentaje_extranjero, limite_acto, limite_anual, capital,
                   desde, hasta
            FROM es.limite_reembolso WHERE modalidad = ?
            """;

    private StoredTerms() {
    }

    /// @param rows gathers them
    static Modality read(Connection connection, UUID product, UUID modality, Rows rows) throws SQLException {
        EsSql.list(connection, TERMS, row -> add(rows, row), product, product, modality, modality, modality);
        return rows.build();
    }

    private static boolean add(Rows rows, ResultSet row) throws SQLException {
        String code = row.getString("acto");
        MedicalAct act = code == null ? null : MedicalAct.valueOf(code);
        Period period = period(row);
        switch (row.getString("que")) {
            case "ACTO" -> rows.covers(MedicalAct.valueOf(code), row.getBoolean("si"), period);
            case "CARENCIA" -> rows.waits(MedicalAct.valueOf(code), row.getInt("n"), row.getBoolean("si"), period);
            case "TRAMO" -> rows.copay(act, new Tier(row.getInt("n"), row.getObject("m") == null ? Integer.MAX_VALUE : row.getInt("m"),
                    EsSql.cents(row.getBigDecimal("a"))), period);
            case "TOPE" -> rows.copayLimit(EsSql.cents(row.getBigDecimal("a")), period);
            default -> {
                rows.gives(act, new Share(percent(row, "a"), percent(row, "b"), limit(row, "c"), limit(row, "d")), period);
                if (row.getBigDecimal("e") != null) {
                    rows.capital(EsSql.cents(row.getBigDecimal("e")), period);
                }
            }
        }
        return true;
    }

    private static Rate percent(ResultSet row, String column) throws SQLException {
        return Rate.of(row.getBigDecimal(column).movePointLeft(2));
    }

    private static long limit(ResultSet row, String column) throws SQLException {
        BigDecimal limit = row.getBigDecimal(column);
        return limit == null ? Terms.NO_LIMIT : EsSql.cents(limit);
    }

    static Period period(ResultSet row) throws SQLException {
        return new Period(EsSql.day(row, "desde"), EsSql.dayOrNull(row, "hasta"));
    }
}
