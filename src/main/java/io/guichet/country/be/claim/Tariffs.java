package io.guichet.country.be.claim;

import io.guichet.country.be.adjudication.CareLine;
import io.guichet.country.be.adjudication.Rubriek;
import io.guichet.country.be.adjudication.Status;
import io.guichet.country.be.adjudication.Tariff;
import io.guichet.country.be.table.Rows;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The nomenclature as the tables have it, of some acts in all their periods.
final class Tariffs {

    private static final String ACTS = """
            SELECT p.code, p.rubriek, p.preventief, n.begin, n.einde, n.honorarium, n.gewoon, n.bim, n.gewoon_gmd, n.bim_gmd
            FROM be.prestatie p LEFT JOIN be.nomenclatuur n ON n.code = p.code
            WHERE p.code = ANY (?)
            """;

    /// A period of an act.
    ///
    /// @param tariff null for acts whose figures come with the invoice
    private record Dated(LocalDate from, @Nullable LocalDate to, @Nullable Tariff tariff) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    private record Act(Rubriek kind, boolean preventive, List<Dated> periods) {
    }

    private final Map<String, Act> acts = new HashMap<>();

    private Tariffs() {
    }

    static Tariffs of(Connection connection, Collection<String> codes) throws SQLException {
        Tariffs tariffs = new Tariffs();
        try (PreparedStatement statement = connection.prepareStatement(ACTS)) {
            statement.setArray(1, connection.createArrayOf("text", codes.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tariffs.add(row);
                }
            }
        }
        return tariffs;
    }

    private void add(ResultSet row) throws SQLException {
        Act act = acts.get(row.getString("code"));
        if (act == null) {
            act = new Act(Rubriek.valueOf(row.getString("rubriek")), row.getBoolean("preventief"), new ArrayList<>());
            acts.put(row.getString("code"), act);
        }
        LocalDate from = Rows.day(row, "begin");
        if (from == null) {
            return;
        }
        LocalDate to = Rows.day(row, "einde");
        act.periods().add(new Dated(from, to, row.getBigDecimal("gewoon") == null ? null : new Tariff(from, to, Rows.cents(row, "honorarium"),
                Rows.cents(row, "gewoon"), cents(row, "bim"), cents(row, "gewoon_gmd"), cents(row, "bim_gmd"), "")));
    }

    private static @Nullable Long cents(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? null : amount.movePointRight(2).longValueExact();
    }

    /// What an act costs on a day for people of that status; empty when nobody knows the act.
    Optional<LineFigures> figures(String code, LocalDate day, Status status) {
        Act act = acts.get(code);
        if (act == null) {
            return Optional.empty();
        }
        Dated dated = act.periods().stream().filter(each -> each.holds(day)).findFirst().orElse(null);
        Tariff tariff = dated == null ? null : dated.tariff();
        return Optional.of(new LineFigures(act.kind(), act.preventive(), tariff == null ? null : tariff.honorarium(),
                tariff == null ? null : tariff.intervention(status),
                new CareLine.Origin(status, false, dated == null ? "" : "RIZIV/INAMI " + code + " " + dated.from())));
    }
}
