package io.guichet.country.es;

import io.guichet.country.es.EsPremium.People;
import io.guichet.country.es.EsPremium.Price;
import io.guichet.country.es.EsPremium.Tariff;
import io.guichet.country.es.sql.EsSql;
import io.guichet.country.sample.Household;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a modality says, gathered once so that a million people can be given acts and invoices that agree with it.
final class EsSampleTerms {

    private static final int OLDEST = 120;
    private static final int PROVINCES = 53;
    private static final LocalDate THIS_YEAR = LocalDate.of(Household.TODAY.getYear(), 1, 1);

    final String code;
    final UUID id;
    final boolean network;
    final boolean reimburses;
    private final boolean copays;
    private final List<Copay> copay;
    private final long ceiling;
    private final @Nullable Limit[] limits = new Limit[EsWords.ACTS.size()];
    final long capital;
    private final int[] waiting = new int[EsWords.ACTS.size()];
    private final boolean[] waivable = new boolean[EsWords.ACTS.size()];
    private final boolean[] offered = new boolean[EsWords.ACTS.size()];
    private final boolean[] authorised = new boolean[EsWords.ACTS.size()];
    private final Tariff tariff;
    private final int[][] prices = new int[PROVINCES][];

    /// A copay: of an act (or −1 for all) and services of the year, over a period.
    private record Copay(int act, int from, int to, long amount, LocalDate since, LocalDate until) {
    }

    /// What is given back of an act; amounts in cents, `Long.MAX_VALUE` for no limit.
    record Limit(BigDecimal spain, BigDecimal abroad, long perAct, long perYear) {
        long share(long euros, boolean outside) {
            return (outside ? abroad : spain).movePointLeft(2).multiply(BigDecimal.valueOf(euros))
                    .setScale(0, RoundingMode.HALF_UP).longValueExact();
        }
    }

    private EsSampleTerms(Connection connection, UUID id, String code, String kind, UUID product) throws SQLException {
        this.id = id;
        this.code = code;
        this.network = !kind.equals("REEMBOLSO");
        this.reimburses = kind.equals("REEMBOLSO") || kind.equals("MIXTA");
        this.copay = EsSql.list(connection, "SELECT * FROM es.copago_tramo WHERE modalidad = ?", row -> new Copay(
                place(row.getString("acto")), row.getInt("servicio_desde"),
                row.getObject("servicio_hasta") == null ? Integer.MAX_VALUE : row.getInt("servicio_hasta"),
                EsSql.cents(row.getBigDecimal("importe")), EsSql.day(row, "desde"),
                row.getObject("hasta") == null ? LocalDate.MAX : EsSql.day(row, "hasta")), id);
        this.copays = !copay.isEmpty();
        this.ceiling = EsSql.first(connection, "SELECT importe FROM es.copago_tope WHERE modalidad = ? AND hasta IS NULL",
                row -> EsSql.cents(row.getBigDecimal(1)), id).orElse(Long.MAX_VALUE);
        this.capital = loadLimits(connection);
        EsSql.list(connection, "SELECT acto, meses, dispensable FROM es.carencia WHERE producto = ? AND hasta IS NULL", row -> {
            int act = EsWords.ACTS.indexOf(row.getString("acto"));
            waivable[act] = row.getBoolean("dispensable");
            return waiting[act] = row.getInt("meses");
        }, product);
        EsSql.list(connection, "SELECT acto, autorizacion FROM es.prestacion WHERE producto = ? AND hasta IS NULL", row -> {
            int act = EsWords.ACTS.indexOf(row.getString("acto"));
            offered[act] = true;
            return authorised[act] = row.getBoolean("autorizacion");
        }, product);
        this.tariff = EsTariffs.tariff(connection, id, THIS_YEAR);
        Map<String, int[]> byZone = new HashMap<>();
        for (int province = 0; province < PROVINCES; province++) {
            String digits = EsText.padded(province, 2);
            prices[province] = byZone.computeIfAbsent(tariff.zones().getOrDefault(digits, ""), zone -> prices(digits));
        }
    }

    private int[] prices(String province) {
        int[] byAge = new int[OLDEST + 1];
        for (int age = 0; age <= OLDEST; age++) {
            Price price = EsPremium.price(new People(province, age, 1), tariff);
            byAge[age] = price == null ? 0 : (int) price.monthly();
        }
        return byAge;
    }

    /// All modalities that are for sale, by code.
    static Map<String, EsSampleTerms> all(Connection connection) throws SQLException {
        Map<String, EsSampleTerms> all = new HashMap<>();
        record Row(UUID id, String code, String kind, UUID product) {
        }
        for (Row row : EsSql.list(connection, """
                SELECT m.id, m.codigo, m.tipo, m.producto FROM es.modalidad m JOIN es.producto p ON p.id = m.producto WHERE p.muestra
                """, each -> new Row(EsSql.key(each, "id"), each.getString("codigo"), each.getString("tipo"),
                EsSql.key(each, "producto")))) {
            all.put(row.code(), new EsSampleTerms(connection, row.id(), row.code(), row.kind(), row.product()));
        }
        return all;
    }

    private long loadLimits(Connection connection) throws SQLException {
        List<Long> capitals = new ArrayList<>();
        EsSql.list(connection, "SELECT * FROM es.limite_reembolso WHERE modalidad = ? AND hasta IS NULL ORDER BY acto NULLS FIRST",
                row -> {
                    Limit limit = new Limit(row.getBigDecimal("porcentaje_espana"), row.getBigDecimal("porcentaje_extranjero"),
                            limit(row.getBigDecimal("limite_acto")), limit(row.getBigDecimal("limite_anual")));
                    String act = row.getString("acto");
                    if (act == null) {
                        capitals.add(EsSql.cents(row.getBigDecimal("capital")));
                        Arrays.fill(limits, limit);
                    } else {
                        limits[EsWords.ACTS.indexOf(act)] = limit;
                    }
                    return limit;
                }, id);
        return capitals.isEmpty() ? 0 : capitals.getFirst();
    }

    /// The place of a kind of act, −1 for all.
    private static int place(@Nullable String act) {
        return act == null ? -1 : EsWords.ACTS.indexOf(act);
    }

    private static long limit(@Nullable BigDecimal amount) {
        return amount == null ? Long.MAX_VALUE : EsSql.cents(amount);
    }

    @Nullable Limit limit(int act) {
        return limits[act];
    }

    boolean offers(int act) {
        return offered[act];
    }

    boolean authorises(int act) {
        return authorised[act];
    }

    /// Whether that kind of act is not paid yet.
    boolean waits(int act, LocalDate entry, @Nullable LocalDate seniority, LocalDate day) {
        return waiting[act] > 0 && !(waivable[act] && seniority != null) && day.isBefore(entry.plusMonths(waiting[act]));
    }

    /// What a service costs its person, in cents.
    ///
    /// @param service which of the year
    /// @param paid    copays of the year so far
    long copay(int act, int service, LocalDate day, long paid) {
        if (!copays) {
            return 0;
        }
        for (Copay each : copay) {
            if ((each.act() == act || each.act() < 0) && service >= each.from() && service <= each.to()
                    && !day.isBefore(each.since()) && !day.isAfter(each.until())) {
                return Math.min(each.amount(), ceiling - paid);
            }
        }
        return 0;
    }

    /// Net premium a month of one person this year, in cents.
    int price(int province, LocalDate birth) {
        int age = birth.isBefore(THIS_YEAR) ? birth.until(THIS_YEAR).getYears() : 0;
        return prices[province][Math.min(age, OLDEST)];
    }

    Tariff tariff() {
        return tariff;
    }
}
