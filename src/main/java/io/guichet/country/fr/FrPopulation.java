package io.guichet.country.fr;

import io.guichet.country.sample.CompanySizes;
import io.guichet.country.sample.CopyLoad;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.SamplePopulation;
import io.guichet.country.sample.Shares;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/// Writes sample members of France: employees with their families, on their companies' contracts.
final class FrPopulation implements SamplePopulation {

    private static final int CHUNK = 10_000;
    private static final long FIRST_NUMBER = 100_000_001L;
    private static final long FIRST_CONTRACT = 40_000_001L;

    @Override
    public Map<String, Long> write(Connection connection, SampleRequest request, Progress progress)
            throws SQLException {
        long number = 1 + single(connection, "SELECT coalesce(max(numero), " + (FIRST_NUMBER - 1) + ") FROM fr.personne");
        long contract = 1 + single(connection,
                "SELECT coalesce(max(numero), " + (FIRST_CONTRACT - 1) + ") FROM fr.contrat");
        long claim = 1 + single(connection, "SELECT coalesce(max(numero % 100000000), 0) FROM fr.decompte");
        if (single(connection, "SELECT count(*) FROM fr.produit WHERE exemple") == 0) {
            new CopyLoad(connection, new SampleCatalogue().read().tables()).flush();
        }
        Draw draw = new Draw(request.seed(), number);
        FrPeople people = new FrPeople(draw, request.seed(), number - FIRST_NUMBER);
        FrCover cover = new FrCover(draw, new CompanySizes(draw, request.members()), people, contract,
                contract - FIRST_CONTRACT, claim);
        // the person last: see CopyLoad
        CopyLoad load = new CopyLoad(connection, List.of(cover.companies(), cover.groups(), cover.terms(),
                cover.contracts(), people.contacts(),
                people.accounts(), people.publicInsurance(), cover.affiliations(), cover.claims(), people.persons()));
        Shares shares = new Shares(request.claims(), request.members());
        long done = 0;
        long flushed = 0;
        while (done < request.members()) {
            Household household = Household.draw(draw, (int) Math.min(8, request.members() - done));
            List<Long> numbers = people.add(household, number + done);
            cover.add(household, numbers, shares.next(numbers.size()));
            done += numbers.size();
            if (done - flushed >= CHUNK) {
                load.flush();
                flushed = done;
                progress.done(done);
            }
        }
        load.flush();
        continueNumbers(connection);
        progress.done(done);
        return load.written();
    }

    /// What is typed in later is numbered behind the samples.
    private static void continueNumbers(Connection connection) throws SQLException {
        for (String table : List.of("fr.personne", "fr.contrat", "fr.formule", "fr.affiliation")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT setval(pg_get_serial_sequence('" + table + "', 'numero'), max(numero)) FROM "
                        + table + " HAVING max(numero) IS NOT NULL");
            }
        }
    }

    private static long single(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
