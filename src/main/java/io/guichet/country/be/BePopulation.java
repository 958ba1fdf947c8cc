package io.guichet.country.be;

import io.guichet.country.sample.CompanySizes;
import io.guichet.country.sample.CopyLoad;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.SamplePopulation;
import io.guichet.country.sample.SampleWords;
import io.guichet.country.sample.Shares;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/// Writes sample members of Belgium, in three languages: employees with their families, on their employers' policies.
final class BePopulation implements SamplePopulation {

    private static final int CHUNK = 10_000;

    @Override
    public Map<String, Long> write(Connection connection, SampleRequest request, Progress progress)
            throws SQLException {
        long member = 1 + single(connection, "SELECT coalesce(max(substr(nummer, 2)::bigint), 0) FROM be.verzekerde");
        long policy = 1 + single(connection, "SELECT coalesce(max(substr(nummer, 2)::bigint), 0) FROM be.polis");
        long statement = 1 + single(connection, "SELECT coalesce(max(left(ogm, 10)::bigint), 0) FROM be.afrekening");
        long employers = single(connection, "SELECT count(*) FROM be.werkgever");
        SampleFormulas.load(connection);
        Draw draw = new Draw(request.seed(), member);
        SampleWords words = SampleWords.of(BePopulation.class, "sample.txt");
        BePeople people = new BePeople(draw, words, request.seed(), BirthCounters.read(connection));
        BeCover cover = new BeCover(draw, new CompanySizes(draw, request.members()), words, policy, employers, statement);
        // the person last: see CopyLoad
        CopyLoad load = new CopyLoad(connection, List.of(cover.employers(), cover.policies(), cover.formulas(), people.contacts(),
                people.accounts(), people.mutualities(), cover.affiliations(), cover.statements(), people.persons()));
        Shares shares = new Shares(request.claims(), request.members());
        long done = 0;
        long flushed = 0;
        while (done < request.members()) {
            Household household = Household.draw(draw, (int) Math.min(8, request.members() - done));
            String[] city = cover.nextEmployee();
            List<String> numbers = people.add(household, member + done, city);
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
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT setval('be.verzekerde_volgnummer', max(substr(nummer, 2)::bigint)) "
                    + "FROM be.verzekerde HAVING max(nummer) IS NOT NULL");
            statement.execute("SELECT setval('be.polis_volgnummer', max(substr(nummer, 2)::bigint)) "
                    + "FROM be.polis HAVING max(nummer) IS NOT NULL");
        }
    }

    private static long single(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
