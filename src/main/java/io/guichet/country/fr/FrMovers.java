package io.guichet.country.fr;

import io.guichet.country.contract.PremiumLine;
import io.guichet.country.contract.PremiumLine.Kind;
import io.guichet.country.fr.SampleFamilies.Covered;
import io.guichet.country.fr.sql.Rows;
import io.guichet.country.sample.CopyLoad;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.Household.Person;
import io.guichet.country.sample.Household.Role;
import io.guichet.country.sample.Mover;
import io.guichet.country.sample.SampleWords;
import io.guichet.kernel.CountryCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Sample people who came to France or left it, on contracts that are there and whose premiums are due every month.
final class FrMovers {

    private static final int YEARS_BEFORE = 3;
    private static final int CLAIMS = 3;

    private final CountryCode country;

    FrMovers(CountryCode country) {
        this.country = country;
    }

    private record Place(long contract, String product, String option, LocalDate from) {
    }

    /// @param first        the number of the first of them
    /// @param firstEver    the first number there is: registrations are counted from it
    /// @param nextClaim    serial of the next statement
    Map<Integer, String> write(Connection connection, List<Mover> movers, long seed, long first, long firstEver, long nextClaim)
            throws SQLException {
        List<Mover> ours = movers.stream().filter(mover -> mover.from().equals(country) || mover.to().equals(country)).toList();
        List<Place> places = Rows.list(connection, """
                SELECT k.numero, f.produit, f.option, k.effet FROM fr.contrat k
                JOIN fr.formule f ON f.contrat = k.numero AND f.fin IS NULL
                JOIN (SELECT contrat FROM fr.cotisation GROUP BY contrat HAVING count(*) = 6) c
                    ON c.contrat = k.numero
                WHERE k.genre = 'COLLECTIF' AND k.fin IS NULL AND k.suspendu_depuis IS NULL
                ORDER BY k.effet, k.numero LIMIT 200
                """, row -> new Place(row.getLong("numero"), row.getString("produit"), row.getString("option"),
                        row.getObject("effet", LocalDate.class)));
        if (ours.isEmpty() || places.isEmpty()) {
            return Map.of();
        }
        Draw draw = new Draw(seed, first);
        SampleCare care = new SampleCare(draw, SampleTariffs.read(connection), nextClaim);
        FrPeople people = new FrPeople(draw, SampleWords.of(FrPeople.class, "sample.txt"), seed, first - firstEver, care.doctors());
        CopyTable covers = new CopyTable("fr.affiliation", "contrat, personne, assure, qualite, college, debut, fin, motif_fin");
        List<Long> joined = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            Mover mover = ours.get(i);
            long number = first + i;
            boolean left = mover.from().equals(country);
            Person person = new Person(Role.HEAD, mover.female(), mover.birth());
            people.add(new Household(List.of(person)), number, new FrPeople.Known(mover.firstName(), mover.familyName(), mover.email()));
            LocalDate last = mover.moved().minusDays(1);
            List<Place> then = places.stream().filter(each -> !each.from().isAfter(left ? last : mover.moved())).toList();
            Place place = then.isEmpty() ? places.getFirst() : draw.any(then);
            LocalDate from = left ? latest(last.minusYears(YEARS_BEFORE), latest(place.from(), mover.birth())) : latest(mover.moved(), place.from());
            if (left && last.isBefore(from)) {
                from = last;
            }
            LocalDate to = left ? last : null;
            covers.row(place.contract(), number, number, "ASSURE", "NON_CADRE", from, to, left ? "DEPART" : null);
            if (!left) {
                joined.add(place.contract());
            }
            LocalDate until = to == null || to.isAfter(Household.TODAY) ? Household.TODAY : to;
            if (!until.isBefore(from)) {
                care.add(List.of(new Covered(number, person, place.product(), place.option(), from, until)), CLAIMS, people.accountEnd());
            }
        }
        List<CopyTable> tables = new ArrayList<>(people.neighbours());
        tables.add(covers);
        tables.addAll(care.tables());
        tables.add(people.persons());
        new CopyLoad(connection, tables).flush();
        for (long contract : joined) {
            charge(connection, contract);
        }
        FrPopulation.continueNumbers(connection);
        return FrPopulation.references(ours, first);
    }

    /// The premiums that were written before these people came.
    private static void charge(Connection connection, long contract) throws SQLException {
        for (LocalDate month : Rows.list(connection, "SELECT mois FROM fr.cotisation WHERE contrat = ?",
                row -> row.getObject(1, LocalDate.class), contract)) {
            List<PremiumLine> lines = FrPremiums.lines(connection, contract, month);
            Rows.write(connection, "UPDATE fr.cotisation SET assures = assures + 1, personnes = personnes + 1, ht = ?, tsa = ?, "
                    + "part_employeur = ?, part_assure = ? WHERE contrat = ? AND mois = ?", sum(lines, Kind.NET), sum(lines, Kind.TAX),
                    sum(lines, Kind.EMPLOYER_SHARE), sum(lines, Kind.MEMBER_SHARE), contract, month);
        }
    }

    private static long sum(List<PremiumLine> lines, Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).mapToLong(line -> line.amount().minor()).sum();
    }

    private static LocalDate latest(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
