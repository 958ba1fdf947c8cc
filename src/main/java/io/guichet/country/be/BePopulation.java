package io.guichet.country.be;

import io.guichet.country.be.BeCare.Patient;
import io.guichet.country.be.SamplePolicy.Membership;
import io.guichet.country.be.claim.SampleStatements;
import io.guichet.country.be.table.Rows;
import io.guichet.country.sample.CompanySizes;
import io.guichet.country.sample.CopyLoad;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.Household.Person;
import io.guichet.country.sample.Household.Role;
import io.guichet.country.sample.Mover;
import io.guichet.country.sample.SampleNames;
import io.guichet.country.sample.SamplePopulation;
import io.guichet.country.sample.SampleWords;
import io.guichet.country.sample.Shares;
import io.guichet.kernel.CountryCode;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes sample members of Belgium, in three languages: employees with their families, on their employers' policies,
/// with their care and what was paid for it.
final class BePopulation implements SamplePopulation {

    private static final int CHUNK = 10_000;
    private static final CountryCode BELGIUM = new CountryCode("BE");

    /// One load: all that draws, over the same source of chance.
    private static final class Load {
        private final Draw draw;
        private final BePeople people;
        private final BeEmployment employment;
        private final BeCare care;
        private final CopyLoad tables;
        private long nextMember;

        Load(Connection connection, long seed, long members) throws SQLException {
            SampleFormulas.load(connection);
            SampleWords words = SampleWords.of(BePopulation.class, "sample.txt");
            nextMember = next(connection, "verzekerde", "substr(nummer, 2)");
            draw = new Draw(seed, nextMember);
            SampleTerms terms = SampleTerms.read(connection);
            people = new BePeople(draw, words, seed, BirthCounters.read(connection));
            employment = new BeEmployment(draw, new CompanySizes(draw, members), words, terms,
                    next(connection, "polis", "substr(nummer, 2)"), next(connection, "aansluiting", "substr(nummer, 2)"),
                    next(connection, "werkgever", null) - 1);
            care = care(connection, draw, terms, words);
            List<CopyTable> all = new ArrayList<>(employment.tables());
            all.addAll(care.tables());
            all.addAll(people.tables());
            tables = new CopyLoad(connection, all);
        }

        static BeCare care(Connection connection, Draw draw, SampleTerms terms, SampleWords words) throws SQLException {
            return new BeCare(draw, terms, BeProviders.of(connection, words), next(connection, "afrekening", "left(ogm, 10)"),
                    next(connection, "opname", "substr(nummer, 2)"));
        }

        /// The number behind the largest one, or behind how many there are.
        private static long next(Connection connection, String table, @Nullable String number) throws SQLException {
            String last = number == null ? "count(*)" : "coalesce(max((" + number + ")::bigint), 0)";
            return 1 + Rows.first(connection, "SELECT " + last + " FROM be." + table, row -> row.getLong(1)).orElse(0L);
        }

        Household add(int most, Shares shares) {
            String[] city = employment.nextEmployee();
            Household drawn = Household.draw(draw, most);
            Household household = employment.mayHaveEmployed(drawn) ? drawn : Household.working(draw, most);
            List<Patient> patients = people.add(household, nextMember, city);
            nextMember += patients.size();
            List<Membership> covers = employment.add(household, patients.stream().map(Patient::number).toList());
            care.add(patients, covers, shares.next(patients.size()));
            return household;
        }

        Map<String, Long> finish(Connection connection) throws SQLException {
            employment.finish();
            care.finish();
            tables.flush();
            continueNumbers(connection);
            recognise(connection);
            return tables.written();
        }
    }

    @Override
    public Map<String, Long> write(Connection connection, SampleRequest request, Progress progress)
            throws SQLException {
        Load load = new Load(connection, request.seed(), request.members());
        Shares shares = new Shares(request.claims(), request.members());
        long done = 0;
        long flushed = 0;
        while (done < request.members()) {
            done += load.add((int) Math.min(8, request.members() - done), shares).people().size();
            if (done - flushed >= CHUNK) {
                load.tables.flushBehind();
                flushed = done;
                progress.done(done);
            }
        }
        Map<String, Long> written = load.finish(connection);
        progress.done(done);
        return written;
    }

    @Override
    public SampleNames names(Locale language, long seed) {
        SampleWords words = SampleWords.of(BePopulation.class, "sample.txt");
        String spoken = language.getLanguage();
        return new SampleNames(words.list("female." + spoken), words.list("male." + spoken),
                words.surnames("surname." + spoken, language, seed));
    }

    @Override
    public Map<Integer, String> writeMovers(Connection connection, List<Mover> movers, long seed) throws SQLException {
        List<Mover> ours = movers.stream().filter(mover -> mover.from().equals(BELGIUM) || mover.to().equals(BELGIUM)).toList();
        if (ours.isEmpty()) {
            return Map.of();
        }
        Load load = new Load(connection, seed, 2L * movers.size());
        Map<Integer, String> references = new HashMap<>();
        for (Mover mover : ours) {
            boolean leaves = mover.from().equals(BELGIUM);
            LocalDate from = leaves ? mover.moved().minusDays(load.draw.between(400, 1500)) : mover.moved();
            LocalDate to = leaves ? mover.moved().minusDays(1) : null;
            Patient patient = load.people.add(mover, load.nextMember++, load.employment.nextEmployee(from));
            Household alone = new Household(List.of(new Person(Role.HEAD, mover.female(), mover.birth())));
            List<Membership> covers = load.employment.add(alone, List.of(patient.number()), from, to);
            load.care.add(List.of(patient), covers, load.draw.between(1, 6));
            references.put(mover.id(), patient.number());
        }
        load.finish(connection);
        return references;
    }

    @Override
    public long writeClaims(Connection connection, String member, long count, long seed) throws SQLException {
        BeHistory history = BeHistory.of(connection, member);
        if (history.covers().isEmpty()) {
            return 0;
        }
        Draw draw = new Draw(seed, member.hashCode());
        BeCare care = Load.care(connection, draw, SampleTerms.read(connection), SampleWords.of(BePopulation.class, "sample.txt"));
        history.takeOver(connection, care);
        CopyLoad load = new CopyLoad(connection, care.tables());
        care.add(List.of(history.patient()), history.covers(), Math.toIntExact(count));
        load.flush();
        continueNumbers(connection);
        return load.written().getOrDefault("afrekening", 0L);
    }

    @Override
    public long writeClaimFile(Connection connection, OutputStream file, long lines, long seed) throws SQLException, IOException {
        List<String> people = texts(connection, """
                SELECT coalesce(v.inss, v.nummer) FROM be.verzekerde v
                WHERE EXISTS (SELECT FROM be.aansluiting a JOIN be.polis p ON p.nummer = a.polis
                              WHERE a.verzekerde = v.nummer AND p.tak = 'AMBULANT' AND a.einde IS NULL AND p.einde IS NULL)
                ORDER BY v.nummer""");
        return people.isEmpty() ? 0 : new SampleStatements(new Draw(seed, people.size()),
                texts(connection, "SELECT inami FROM be.zorgverlener WHERE beroep = 'ARTS' ORDER BY inami"),
                texts(connection, "SELECT inami FROM be.zorgverlener WHERE beroep = 'TANDARTS' ORDER BY inami"),
                texts(connection, "SELECT erkenning FROM be.ziekenhuis ORDER BY erkenning"), Household.TODAY).write(file, people, lines);
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        return Rows.list(connection, sql, row -> row.getString(1));
    }

    /// What comes in later is compared with what is still open.
    private static void recognise(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT be.herken_open()");
        }
    }

    /// What is typed in later is numbered behind the samples.
    private static void continueNumbers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : List.of("verzekerde", "polis", "aansluiting", "opname")) {
                statement.execute("SELECT setval('be." + table + "_volgnummer', max(substr(nummer, 2)::bigint)) FROM be." + table
                        + " HAVING max(nummer) IS NOT NULL");
            }
            statement.execute("SELECT setval('be.afrekening_volgnummer', max(left(ogm, 10)::bigint)) FROM be.afrekening HAVING max(ogm) IS NOT NULL");
        }
    }
}
