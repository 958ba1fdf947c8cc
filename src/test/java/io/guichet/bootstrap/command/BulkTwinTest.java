package io.guichet.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.bootstrap.Components;
import io.guichet.bootstrap.SampleInstallation;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.claim.ClaimForm;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.claim.FileClaim;
import io.guichet.country.field.FieldValues;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.reimbursement.Intake;
import io.guichet.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Claims that come in together are what they would be one by one: every row of every table, of every country that knows how to
/// take many in at once.
class BulkTwinTest {

    @RegisterExtension
    static final TestDatabase ALONE = new TestDatabase();

    @RegisterExtension
    static final TestDatabase TOGETHER = new TestDatabase();

    /// What differs from one run to the next: times, keys that only tell rows apart, and who locked what.
    private static final String VOLATILE = "'{at,id,xact,opened_in,until,slot,entry,asked_at,assigned_at,answered_at,decision,origin}'::text[]";

    @BeforeAll
    static void seed() throws Exception {
        for (TestDatabase database : List.of(ALONE, TOGETHER)) {
            try (Connection connection = database.connect()) {
                connection.setAutoCommit(false);
                new SampleInstallation(Countries.load()).seed(connection, new SampleRequest(60, 120, 9), (step, done) -> { });
                connection.commit();
            }
        }
    }

    static Stream<Arguments> files() {
        return Countries.load().all().stream()
                .filter(country -> country.claims().flatMap(ClaimRecords::bulk).isPresent())
                .flatMap(country -> Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(country, seed)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("files")
    void togetherIsWhatOneByOneIs(Country country, long seed) throws Exception {
        List<ClaimIntake> intakes = intakes(country, seed);

        List<String> alone = new ArrayList<>();
        Intake one = intake(ALONE);
        intakes.forEach(intake -> alone.add(outcome(one.receive(country.code(), intake))));
        List<String> together = new ArrayList<>();
        Intake many = intake(TOGETHER);
        for (int i = 0; i < intakes.size(); i += 150) {
            many.receiveAll(country.code(), intakes.subList(i, Math.min(intakes.size(), i + 150)))
                    .forEach(each -> together.add(outcome(each)));
        }

        assertThat(together).isEqualTo(alone);
        assertThat(alone).as("what is tried").anyMatch(each -> each.startsWith("refused")).contains("known", "new");
        Map<String, List<String>> before = contents(ALONE, country);
        Map<String, List<String>> after = contents(TOGETHER, country);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((table, rows) -> {
            assertThat(without(rows, after.get(table))).as("%s, only one by one", table).isEmpty();
            assertThat(without(after.get(table), rows)).as("%s, only together", table).isEmpty();
            assertThat(after.get(table)).as(table).isEqualTo(rows);
        });
        assertThat(before.get("reimbursement.decision")).anyMatch(row -> row.contains("\"AUTO\"")).anyMatch(row -> row.contains("\"PEND\""));
    }

    /// The first few rows that the others have less often.
    private static List<String> without(List<String> rows, List<String> others) {
        Map<String, Integer> left = new HashMap<>();
        others.forEach(row -> left.merge(row, 1, Integer::sum));
        return rows.stream().filter(row -> left.merge(row, -1, Integer::sum) < 0).limit(3).toList();
    }

    private static Intake intake(TestDatabase database) {
        return Components.over(database.as("operations"), Countries.load(), Clock.systemDefaultZone()).intake();
    }

    private static String outcome(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?>(Intake.Taken taken) -> taken.known() ? "known" : "new";
            case Outcome.Done<?>(Intake.Arrived arrived) -> arrived.known() ? "known" : "new";
            case Outcome.Invalid<?> invalid -> "refused " + invalid.problems();
            default -> outcome.getClass().getSimpleName();
        };
    }

    // A file of everyday claims, with what goes wrong now and then.
    private static List<ClaimIntake> intakes(Country country, long seed) throws SQLException, IOException {
        ClaimRecords records = country.claims().orElseThrow();
        ClaimFileReader reader = records.files().getFirst();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Connection connection = ALONE.connect()) {
            assertThat(country.sample().writeClaimFile(connection, file, 330, seed)).isPositive();
        }
        List<FileClaim> read = new ArrayList<>();
        reader.read(new ByteArrayInputStream(file.toByteArray()), "file:" + seed, new ClaimFileReader.Rows() {
            @Override
            public void claim(FileClaim claim) {
                read.add(claim);
            }

            @Override
            public void problem(int line, UserMessage reason) {
                throw new AssertionError(line + " " + reason);
            }
        });
        Map<String, String> members = new HashMap<>();
        Database database = TOGETHER.as("operations");
        database.read(work -> {
            members.putAll(reader.members(work, read.stream().map(FileClaim::person).toList()));
            return members;
        });
        Random random = new Random(seed);
        List<String> few = members.values().stream().sorted().limit(7).toList();
        List<ClaimIntake> intakes = new ArrayList<>();
        for (FileClaim claim : read) {
            // often the same few: their counters are used up, and their claims meet
            ClaimIntake intake = claim.of(random.nextInt(3) == 0 ? few.get(random.nextInt(few.size())) : members.get(claim.person()));
            intakes.add(spoilt(records.form(), intake, random));
            if (random.nextInt(12) == 0) {
                intakes.add(intake);
            }
            if (random.nextInt(15) == 0) {
                intakes.add(new ClaimIntake(intake.member(), intake.claim(), intake.lines(), intake.origin() + ":again"));
            }
        }
        return intakes;
    }

    private static ClaimIntake spoilt(ClaimForm form, ClaimIntake intake, Random random) {
        return switch (random.nextInt(14)) {
            case 0 -> with(intake, form.charged(), "-3");
            case 1 -> with(intake, form.careDay(), LocalDate.of(2099, 1, 1).toString());
            case 2 -> with(intake, form.charged(), Integer.toString(random.nextInt(200, 99_000)));
            case 3 -> with(intake, form.careDay(), "2006-01-02");
            case 4 -> with(intake, form.act(), "NOTHING_OF_THE_KIND");
            case 5 -> new ClaimIntake("999999999999", intake.claim(), intake.lines(), intake.origin());
            default -> intake;
        };
    }

    private static ClaimIntake with(ClaimIntake intake, String field, String value) {
        List<FieldValues> lines = new ArrayList<>(intake.lines());
        lines.set(lines.size() - 1, lines.getLast().with(field, value));
        return new ClaimIntake(intake.member(), intake.claim(), lines, intake.origin());
    }

    /// Every table with its rows, in no order but their own.
    private static Map<String, List<String>> contents(TestDatabase database, Country country) {
        Map<String, List<String>> contents = new TreeMap<>();
        List<String> tables = database.query("SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                + "WHERE c.relkind = 'r' AND NOT c.relispartition AND n.nspname IN (?, 'reimbursement', 'directory', 'audit', 'contract') "
                + "AND c.relname NOT IN ('flyway_schema_history', 'tally', 'open_now', 'opening')", country.code().value().toLowerCase());
        tables.add("audit.trail");
        for (String table : tables) {
            String order = table.equals("reimbursement.decision") ? "t.id" : "1";
            contents.put(table, database.query("SELECT (to_jsonb(t) - " + VOLATILE + ")::text FROM " + table + " t ORDER BY " + order));
        }
        // an import opens a member once for all that comes with a chunk; counts are kept in any number of slots
        contents.put("audit.opening", database.query("SELECT DISTINCT o.staff || o.country || o.kind || o.reference || o.purpose "
                + "FROM audit.opening o ORDER BY 1"));
        contents.put("reimbursement.tally", database.query("SELECT t.country || t.state || t.taken || ' ' || sum(t.claims) || ' ' "
                + "|| sum(t.charged) || ' ' || sum(t.insurer) FROM reimbursement.tally t GROUP BY t.country, t.state, t.taken ORDER BY 1"));
        return contents;
    }
}
