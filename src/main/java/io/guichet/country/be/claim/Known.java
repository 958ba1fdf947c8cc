package io.guichet.country.be.claim;

import io.guichet.country.be.adjudication.Plan;
import io.guichet.country.be.claim.Dossier.Line;
import io.guichet.country.be.claim.Dossier.Stay;
import io.guichet.country.be.table.Rows;
import io.guichet.country.claim.Alike;
import io.guichet.kernel.CountryCode;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What statements are judged by beside themselves, read once for some of them. Grows by what is decided of them in their order.
///
/// @param people   of the statements
/// @param tariffs  of their acts
/// @param terms    of the formulas of these people, by code
/// @param same     other statements with the same care, by line: `number/rank`
/// @param alike    other statements that are recognised by the same, by number
/// @param withheld deductible taken off already, by stay, cents
record Known(People people, Tariffs tariffs, Map<String, FormulaTerms> terms, Map<String, SameCare> same, Map<String, List<Alike>> alike,
             Map<String, Long> withheld) {

    private static final String SAME_CARE = "SELECT ogm, rang, andere, ontvangen FROM be.zelfde_zorg(?)";
    private static final String WITHHELD = """
            SELECT f.opname, sum(f.franchise) AS franchise FROM be.afrekening f
            WHERE f.opname = ANY (?) AND f.toestand IN ('BEREKEND', 'BETAALD') GROUP BY f.opname
            """;

    /// Another statement with the same care.
    ///
    /// @param received the day it came in
    record SameCare(String ogm, LocalDate received) {
    }

    /// What their amounts follow from.
    static Known figures(Connection connection, List<Dossier> dossiers) throws SQLException {
        People people = People.of(connection, dossiers.stream().map(Dossier::member).distinct().toList());
        return new Known(people, Tariffs.of(connection, dossiers.stream().flatMap(each -> each.lines().stream()).map(Line::code).distinct().toList()),
                FormulaTerms.of(connection, people.formulas()), Map.of(), Map.of(), Map.of());
    }

    /// All of it. Of statements that look like each other, the later one is like the one before it.
    ///
    /// @param dossiers in the order they came in
    static Known of(Connection connection, CountryCode country, List<Dossier> dossiers) throws SQLException {
        Known figures = figures(connection, dossiers);
        List<String> numbers = dossiers.stream().map(Dossier::ogm).toList();
        Map<String, SameCare> same = new HashMap<>();
        Rows.list(connection, SAME_CARE, row -> same.put(place(row.getString("ogm"), row.getInt("rang") - 1),
                new SameCare(row.getString("andere"), Rows.knownDay(row, "ontvangen"))), texts(connection, numbers));
        Map<String, Long> withheld = new HashMap<>();
        List<String> stays = dossiers.stream().map(Dossier::stay).filter(Objects::nonNull).map(Stay::number).distinct().toList();
        if (!stays.isEmpty()) {
            Rows.list(connection, WITHHELD, row -> withheld.put(row.getString("opname"), Rows.cents(row, "franchise")), texts(connection, stays));
        }
        return new Known(figures.people(), figures.tariffs(), figures.terms(), same, Alike.of(connection, country, numbers), withheld);
    }

    private static Array texts(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    /// A line of a statement.
    ///
    /// @param line from 0
    static String place(String ogm, int line) {
        return ogm + "/" + line;
    }

    /// The lines of a statement with their figures and the policies that decide about them.
    ///
    /// @throws IllegalStateException when nobody ever insured the person
    List<Covered> covered(Dossier dossier) {
        return dossier.reckon(tariffs, people.status(dossier.member())).stream().map(line -> Covered.of(dossier, line, people)).toList();
    }

    /// What a policy pays, day by day; nothing outside it, and nothing of another branch.
    Plan.Terms terms(Covered line) {
        FormulaTerms formula = terms.get(line.coverage().formula());
        return day -> formula != null && line.isPaid(day) ? formula.on(day) : null;
    }

    /// What other statements took off already as deductible of the stay that a statement is for; cents.
    long withheld(Dossier dossier) {
        Stay stay = dossier.stay();
        return stay == null || !dossier.within() ? 0 : withheld.getOrDefault(stay.number(), 0L);
    }

    /// A statement is accepted: what it uses is used for those behind it.
    void accept(Dossier dossier, Settled settled) {
        for (Settled.Line line : settled.lines()) {
            if (line.used() > 0) {
                people.use(dossier.member(), line.covered().coverage().formula(), line.covered().reckoned().line().from().getYear(), line.used());
            }
        }
        Stay stay = dossier.stay();
        if (stay != null && dossier.within()) {
            withheld.merge(stay.number(), settled.deductible(), Long::sum);
        }
    }
}
