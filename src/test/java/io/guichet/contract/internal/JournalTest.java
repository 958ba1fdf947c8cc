package io.guichet.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the database itself keeps of amendments, whatever program writes.
class JournalTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();
    private static final String STATE = """
            SELECT (SELECT coalesce(jsonb_agg(to_jsonb(s) - 'version' ORDER BY s.id), '[]') FROM zz.stay s)::text
                || (SELECT coalesce(jsonb_agg(to_jsonb(t) - 'version' ORDER BY t.pact), '[]') FROM zz.terms t)::text
                || (SELECT coalesce(jsonb_agg(to_jsonb(p) - 'version' ORDER BY p.person), '[]') FROM zz.post p)::text""";

    private static Database care;
    private static Database other;
    private static Database auditor;
    private static Database sales;
    private static Database foreign;

    @BeforeAll
    static void create() {
        Scratch.create(DATABASE);
        care = DATABASE.as("care.zz");
        other = DATABASE.as("operations");
        auditor = DATABASE.as("auditor");
        sales = DATABASE.as("sales");
        foreign = DATABASE.as("care.fr");
    }

    @BeforeEach
    void empty() {
        DATABASE.run("TRUNCATE contract.amendment, contract.effect, contract.follow_up, contract.working, zz.stay, zz.post");
        DATABASE.run("UPDATE zz.terms SET choice = 'A', ends = NULL, people = 0");
    }

    @Test
    void staffChangeAContractByAnAmendmentAndNotOtherwise() {
        assertDenied(() -> run(care, stay("P1")));
        assertDenied(() -> run(care, "UPDATE zz.terms SET choice = 'B', version = version + 1"));
        assertDenied(() -> run(care, "SELECT set_config('guichet.amendment', '1000001', false)", stay("P1")));
        run(care, "INSERT INTO zz.post (person, street) VALUES ('P1', 'Elm 1')");
        assertThat(DATABASE.query("SELECT count(*) FROM zz.stay")).containsExactly("0");
        assertThat(DATABASE.query("SELECT count(*) FROM contract.effect")).containsExactly("0");
    }

    @Test
    void nobodyWritesInTheNameOfAnAmendmentOfAnotherTransaction() {
        long number = draft(care, "enrol", null);
        apply(care, number, stay("P1"));
        assertDenied(() -> run(care, "SELECT set_config('guichet.amendment', '" + number + "', true)", stay("P2")));
        long unfinished = draft(care, "enrol", null);
        care.write(work -> work.sql(connection -> {
            execute(connection, begin(unfinished));
            // Another window, while this transaction is under way.
            assertDenied(() -> run(other, "SELECT set_config('guichet.amendment', '" + unfinished + "', true)", stay("P2")));
            execute(connection, stay("P3"));
            execute(connection, "SELECT contract.finish(" + unfinished + ", NULL)");
            // Finished is finished, in the same transaction too.
            execute(connection, "SELECT set_config('guichet.amendment', '" + unfinished + "', true)");
            java.sql.Savepoint before = connection.setSavepoint();
            assertThatThrownBy(() -> execute(connection, stay("P4"))).hasMessageContaining("by an amendment");
            connection.rollback(before);
            return true;
        }));
        assertThat(DATABASE.query("SELECT person FROM zz.stay ORDER BY 1")).containsExactly("P1", "P3");
    }

    @Test
    void anAmendmentWritesInItsOwnCountry() {
        // Whoever may cancel it there has perhaps no right here.
        DATABASE.run("INSERT INTO contract.entry (country, reference, number, holder_name, holder_words, product, product_name, valid_from,"
                + " renewal_month) VALUES ('FR', '1', '1', 'x', 'x', 'x', 'x', '2020-01-01', 1) ON CONFLICT DO NOTHING");
        long french = Long.parseLong(first(other, "INSERT INTO contract.amendment (country, contract, kind, effective)"
                + " VALUES ('FR', '1', 'enrol', '2026-01-01') RETURNING number"));
        assertDenied(() -> run(other, begin(french), stay("P1")));
        assertDenied(() -> run(other, begin(french), "INSERT INTO zz.post (person, street) VALUES ('P1', 'Elm 1')"));
        assertThat(DATABASE.query("SELECT count(*) FROM zz.stay")).containsExactly("0");
    }

    @Test
    void effectsAreNeitherReadNorChangedByStaff() {
        for (Database staff : List.of(care, other, auditor, sales)) {
            for (String table : List.of("contract.effect", "contract.working", "contract.entry")) {
                assertDenied(() -> run(staff, "SELECT * FROM " + table));
            }
            assertDenied(() -> run(staff, "UPDATE contract.effect SET before = NULL"));
            assertDenied(() -> run(staff, "INSERT INTO contract.working (amendment, purpose) VALUES (1, 'APPLY')"));
            assertDenied(() -> run(staff, "SELECT contract.publish('{}')"));
            assertDenied(() -> run(staff, "SELECT contract.restore(NULL)"));
        }
    }

    @Test
    void theStateChangesByFunctionsOnly() {
        long number = draft(care, "enrol", null);
        for (String column : List.of("state = 'APPLIED'", "place = 1", "country = 'FR'", "contract = 'T000002'",
                "touched_by = 'nobody'", "batch = gen_random_uuid()", "newcomer = 'x'")) {
            assertDenied(() -> run(care, "UPDATE contract.amendment SET " + column + ", version = version + 1 WHERE number = " + number));
        }
        assertDenied(() -> run(care, "DELETE FROM contract.amendment"));
        assertDenied(() -> run(care, "UPDATE contract.amendment SET note = 'x' WHERE number = " + number));
        run(care, "UPDATE contract.amendment SET note = 'x', version = version + 1 WHERE number = " + number);
        apply(care, number, stay("P1"));
        run(care, "UPDATE contract.amendment SET note = 'y', version = version + 1 WHERE number = " + number);
        assertThat(DATABASE.query("SELECT note || touched_by FROM contract.amendment")).containsExactly("xcare.zz");
    }

    @Test
    void draftsAreSeenByColleaguesOfTheCountryAndWrittenByWhoMayAmend() {
        draft(care, "enrol", null);
        assertThat(count(other)).isEqualTo(1);
        assertThat(count(auditor)).isEqualTo(1);
        assertThat(count(foreign)).isZero();
        assertDenied(() -> count(sales));
        for (Database no : List.of(auditor, foreign, sales)) {
            assertDenied(() -> draft(no, "enrol", null));
            long number = Long.parseLong(DATABASE.query("SELECT number FROM contract.amendment").getFirst());
            assertDenied(() -> apply(no, number, stay("P1")));
        }
        assertThatThrownBy(() -> run(care, "INSERT INTO contract.amendment (country, contract, kind, effective)"
                + " VALUES ('ZZ', 'T999999', 'enrol', '2026-01-01')")).isInstanceOf(DatabaseFailure.class);
        assertThatThrownBy(() -> draft(care, "unheardOf", null)).isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void aRehearsalIsNeverCommitted() {
        long number = draft(care, "enrol", null);
        String before = state();
        assertThatThrownBy(() -> run(care, "SELECT contract.begin(" + number + ", true)", stay("P1")))
                .isInstanceOf(DatabaseFailure.class);
        assertThatThrownBy(() -> run(care, "SELECT contract.begin(" + number + ", true)", stay("P1"),
                "SELECT contract.finish(" + number + ", NULL)")).isInstanceOf(DatabaseFailure.class);
        assertThatThrownBy(() -> run(care, begin(number), stay("P1"))).as("begun and not finished")
                .isInstanceOf(DatabaseFailure.class);
        assertThat(state()).isEqualTo(before);
        assertThat(DATABASE.query("SELECT state FROM contract.amendment")).containsExactly("DRAFT");
        assertThat(DATABASE.query("SELECT count(*) FROM contract.effect")).containsExactly("0");
    }

    @Test
    void cancellingBringsTheStateBeforeBack() {
        apply(care, draft(care, "enrol", null), stay("P1"), "INSERT INTO zz.post (person, street) VALUES ('P1', 'Elm 1')");
        String before = state();
        String versions = "SELECT version FROM zz.stay UNION ALL SELECT version FROM zz.post";
        long number = draft(care, "option", "P1");
        apply(care, number,
                "UPDATE zz.stay SET until = '2026-05-31', version = version + 1 WHERE person = 'P1'",
                "INSERT INTO zz.stay (pact, person, choice, since) VALUES ('T000001', 'P1', 'B', '2026-06-01')",
                "UPDATE zz.stay SET choice = 'C', version = version + 1 WHERE choice = 'B'",
                "UPDATE zz.post SET street = 'Oak 2', version = version + 1 WHERE person = 'P1'");
        assertThat(DATABASE.query("SELECT choice FROM zz.stay ORDER BY since")).containsExactly("A", "C");

        assertThat(cancel(other, number)).isEqualTo("true/null");

        assertThat(state()).isEqualTo(before);
        assertThat(DATABASE.query(versions)).as("an open form notices").containsExactly("3", "3");
        assertThat(DATABASE.query("SELECT state || reason || touched_by FROM contract.amendment WHERE number = " + number))
                .containsExactly("CANCELLEDwrong formoperations");
        assertThatThrownBy(() -> cancel(care, number)).as("once").isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void aRowThatOnlyGotAVersionIsNoChange() {
        apply(care, draft(care, "enrol", null), stay("P1"));
        long number = draft(care, "terminate", "P1");
        String changed = care.write(work -> work.sql(connection -> {
            execute(connection, begin(number), "UPDATE zz.stay SET until = NULL, version = version + 1");
            try (PreparedStatement finish = connection.prepareStatement("SELECT contract.finish(" + number + ", NULL)");
                    ResultSet row = finish.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }));
        assertThat(changed).isEqualTo("f");
    }

    @Test
    void whatSettingsADifferentWindowHasMakesNoDifference() {
        long number = draft(care, "enrol", null);
        apply(care, number, "SET LOCAL timezone = 'Asia/Tokyo'", "SET LOCAL bytea_output = 'escape'", stay("P1"));
        assertThat(cancel(other, number)).isEqualTo("true/null");
        assertThat(DATABASE.query("SELECT count(*) FROM zz.stay")).containsExactly("0");
    }

    @Test
    void laterAmendmentsOfTheSameMemberMustBeCancelledFirst() {
        long enrolled = draft(care, "enrol", null);
        apply(care, enrolled, stay("P1"));
        long moved = draft(care, "address", "P1");
        apply(care, moved, "INSERT INTO zz.post (person, street) VALUES ('P1', 'Elm 1')");
        long somebodyElse = draft(care, "enrol", null);
        apply(care, somebodyElse, stay("P2"));

        assertThat(cancel(care, enrolled)).isEqualTo("false/" + moved);
        assertThat(cancel(care, moved)).isEqualTo("true/null");
        assertThat(cancel(care, enrolled)).isEqualTo("true/null");
        assertThat(DATABASE.query("SELECT person FROM zz.stay")).containsExactly("P2");
    }

    @Test
    void anAmendmentOfTheWholeContractStandsBetween() {
        long enrolled = draft(care, "enrol", null);
        apply(care, enrolled, stay("P1"), "UPDATE zz.terms SET version = version + 1 WHERE pact = 'T000001'");
        long joined = draft(care, "enrol", null);
        apply(care, joined, stay("P2"), "UPDATE zz.terms SET version = version + 1 WHERE pact = 'T000001'");
        long structure = draft(care, "structure", null);
        apply(care, structure, "UPDATE zz.terms SET choice = 'B', version = version + 1 WHERE pact = 'T000001'");
        long last = draft(care, "enrol", null);
        apply(care, last, stay("P3"));

        assertThat(cancel(care, enrolled)).as("not by a row that only got a version").isEqualTo("false/" + structure);
        assertThat(cancel(care, structure)).isEqualTo("false/" + last);
        assertThat(cancel(care, last)).isEqualTo("true/null");
        assertThat(cancel(care, structure)).isEqualTo("true/null");
        assertThat(cancel(care, enrolled)).isEqualTo("true/null");
        assertThat(DATABASE.query("SELECT person FROM zz.stay")).containsExactly("P2");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE zz.post SET street = 'Pine 9', version = version + 1",
        "DELETE FROM zz.post"
    })
    void aRowThatWasCorrectedSinceIsNotWrittenOver(String correction) {
        long number = draft(care, "address", "P1");
        DATABASE.run("INSERT INTO zz.post (person, street, town) VALUES ('P1', 'Elm 1', 'Here')");
        apply(care, number, "UPDATE zz.post SET street = 'Oak 2', version = version + 1 WHERE person = 'P1'");
        DATABASE.run(correction);
        String now = state();
        assertThat(cancel(care, number)).isEqualTo("false/null");
        assertThat(state()).isEqualTo(now);
        assertThat(DATABASE.query("SELECT state FROM contract.amendment")).containsExactly("APPLIED");
        assertThat(DATABASE.query("SELECT count(*) FROM contract.working")).containsExactly("0");
    }

    @Test
    void whatOthersCorrectedInOtherColumnsStays() {
        DATABASE.run("INSERT INTO zz.post (person, street, town) VALUES ('P1', 'Elm 1', 'Here')");
        long number = draft(care, "address", "P1");
        apply(care, number, "UPDATE zz.post SET street = 'Oak 2', version = version + 1 WHERE person = 'P1'");
        run(care, "UPDATE zz.post SET town = 'There', version = version + 1");
        assertThat(cancel(care, number)).isEqualTo("true/null");
        assertThat(DATABASE.query("SELECT street || ', ' || town || ' ' || version FROM zz.post")).containsExactly("Elm 1, There 4");
    }

    @Test
    void rowsThatStandOnItKeepItInForce() {
        long head = draft(care, "enrol", null);
        apply(care, head, stay("P1"));
        long child = draft(care, "enrol", null);
        apply(care, child, "INSERT INTO zz.stay (pact, person, since, head) SELECT 'T000001', 'P2', '2026-01-01', id FROM zz.stay");
        String now = state();
        assertThat(cancel(care, head)).isEqualTo("false/null");
        assertThat(state()).isEqualTo(now);
        assertThat(cancel(care, child)).isEqualTo("true/null");
        assertThat(cancel(care, head)).isEqualTo("true/null");
    }

    @Test
    void aDeletedRowComesBack() {
        DATABASE.run(stay("P1"));
        String before = state();
        long number = draft(care, "terminate", "P1");
        DATABASE.run("GRANT DELETE ON zz.stay TO care_agent");
        apply(care, number, "DELETE FROM zz.stay");
        DATABASE.run("REVOKE DELETE ON zz.stay FROM care_agent");
        assertThat(cancel(care, number)).isEqualTo("true/null");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void documentsAreDemandedByTheDatabase() {
        long number = draft(care, "sealed", null);
        assertThat(DATABASE.query("SELECT array_to_string(documents, ',') FROM contract.amendment_kind WHERE code = 'sealed'"))
                .containsExactly("form,seal");
        assertThatThrownBy(() -> apply(care, number, stay("P1"))).isInstanceOfSatisfying(DatabaseFailure.class,
                refused -> assertThat(refused.kind()).isEqualTo(DatabaseFailure.Kind.RULE_BROKEN));
        assertThat(DATABASE.query("SELECT state FROM contract.amendment")).containsExactly("DRAFT");
        assertThat(DATABASE.query("SELECT count(*) FROM zz.stay")).containsExactly("0");
        attach(number, "form");
        assertThat(first(care, "SELECT contract.missing_documents(" + number + ")")).isEqualTo("{seal}");
        attach(number, "seal");
        apply(care, number, stay("P1"));
        assertThat(DATABASE.query("SELECT state FROM contract.amendment")).containsExactly("APPLIED");
    }

    private static void attach(long number, String type) {
        run(care, "SELECT document.attach('ZZ', 'amendment', '" + number + "', '" + type + "', 'scan.txt', 'text/plain', '"
                + type + "'::bytea)");
    }

    @Test
    void anAmendmentWritesWhatItsKindSays() {
        DATABASE.run("SELECT contract.define_kind('ZZ', 'narrow', '{}')");
        DATABASE.run("SELECT contract.limit_kind('ZZ', 'narrow', 'stay', true, '{until}', '{choice}')");
        DATABASE.run("ALTER TABLE zz.stay ALTER choice DROP NOT NULL");
        apply(care, draft(care, "enrol", null), stay("P1"));
        long number = draft(care, "narrow", "P1");
        for (String beyond : List.of(stay("P2"), "UPDATE zz.stay SET choice = 'B', version = version + 1",
                "UPDATE zz.stay SET until = '2026-05-31', since = '2025-01-01', version = version + 1",
                "UPDATE zz.terms SET choice = 'B', version = version + 1", "INSERT INTO zz.post (person, street) VALUES ('P1', 'Elm 1')")) {
            assertDenied(() -> apply(care, number, beyond));
            assertDenied(() -> run(care, "SELECT contract.begin(" + number + ", true)", beyond));
        }
        apply(care, number, "UPDATE zz.stay SET until = '2026-05-31', choice = NULL, version = version + 1",
                "UPDATE zz.terms SET version = version + 1",
                "INSERT INTO zz.stay (pact, person, since, choice) VALUES ('T000001', 'P1', '2026-06-01', NULL)");
        assertThat(cancel(care, number)).isEqualTo("true/null");
        assertThat(DATABASE.query("SELECT coalesce(until::text, '') || choice FROM zz.stay")).containsExactly("A");
        DATABASE.run("ALTER TABLE zz.stay ALTER choice SET NOT NULL");
    }

    @Test
    void whatIsBegunDoesNotBecomeAnotherKind() {
        long number = draft(care, "sealed", null);
        for (String turn : List.of("kind = 'option'", "effective = '2027-01-01'", "subject = 'P9'", "fields = '{\"a\": \"b\"}'")) {
            assertDenied(() -> run(care, begin(number), "UPDATE zz.terms SET choice = 'B', version = version + 1 WHERE pact = 'T000001'",
                    "UPDATE contract.amendment SET " + turn + ", version = version + 1 WHERE number = " + number,
                    "SELECT contract.finish(" + number + ", NULL)"));
        }
        run(care, "UPDATE contract.amendment SET kind = 'option', version = version + 1 WHERE number = " + number);
    }

    @Test
    void countriesSayWhatTheirKindsWriteOrNothingAtAll() {
        String silent = "NOT EXISTS (SELECT FROM contract.kind_reach r WHERE (r.country, r.kind) = (k.country, k.code))";
        assertThat(DATABASE.query("SELECT k.country || ' ' || k.code FROM contract.amendment_kind k WHERE " + silent
                + " AND EXISTS (SELECT FROM contract.kind_reach o WHERE o.country = k.country AND o.country <> 'ZZ')")).isEmpty();
        assertThat(DATABASE.query("SELECT count(DISTINCT country) FROM contract.kind_reach WHERE country <> 'ZZ'")).doesNotContain("0");
        assertThat(DATABASE.query("""
                SELECT r.country || '.' || r.table_name || '.' || coalesce(c, '') FROM contract.kind_reach r
                LEFT JOIN LATERAL unnest(r.columns || r.empty) c ON true
                WHERE NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgfoid = 'contract.journal()'::regprocedure
                                    AND t.tgrelid = to_regclass(lower(r.country) || '.' || r.table_name))
                   OR c IS NOT NULL AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attname = c AND a.attnum > 0
                                    AND a.attrelid = to_regclass(lower(r.country) || '.' || r.table_name))""")).isEmpty();
    }

    @Test
    void aDraftIsDiscardedOnce() {
        long number = draft(care, "enrol", null);
        assertThat(first(care, "SELECT contract.discard(" + number + ")")).isEqualTo("t");
        assertThat(first(care, "SELECT contract.discard(" + number + ")")).isEqualTo("f");
        assertThatThrownBy(() -> apply(care, number, stay("P1"))).isInstanceOf(DatabaseFailure.class);
        assertThat(first(foreign, "SELECT contract.discard(" + draft(care, "enrol", null) + ")")).isEqualTo("f");
    }

    @Test
    void workIsQueuedOnlyByWhoJustAppliedOrCancelled() {
        long number = draft(care, "enrol", null);
        String queue = "SELECT contract.queue_follow_ups(" + number + ", 'READJUDICATE', ARRAY['c1', 'c2'], ARRAY['C 1', 'C 2'],"
                + " ARRAY['2026-02-01', '2026-03-01']::date[], ARRAY[NULL, NULL]::bigint[], NULL)";
        run(care, queue);
        assertThat(open()).isEmpty();
        apply(care, number, stay("P1"));
        run(care, queue);
        assertThat(open()).as("not later").isEmpty();
        assertThat(cancel(care, number)).isEqualTo("true/null");

        long again = draft(care, "enrol", null);
        run(care, begin(again), stay("P1"), "SELECT contract.finish(" + again + ", NULL)", queue.replace("" + number, "" + again));
        assertThat(open()).containsExactly("READJUDICATE c1", "READJUDICATE c2");
        assertDenied(() -> run(care, "UPDATE contract.follow_up SET state = 'DONE'"));
        run(care, "SELECT contract.cancel(" + again + ", 'wrong')", queue.replace("" + number, "" + again));
        assertThat(open()).as("right again").isEmpty();
    }

    @Test
    void theTrailKnowsWhoDidWhatToAnAmendment() {
        long number = draft(care, "enrol", null);
        apply(care, number, stay("P1"));
        cancel(other, number);
        assertThat(DATABASE.query("SELECT staff || ' ' || coalesce(after ->> 'state', '') FROM audit.trail WHERE kind = 'amendment'"
                + " AND country = 'ZZ' AND reference = ? ORDER BY id", "" + number))
                .containsExactly("care.zz DRAFT", "care.zz APPLIED", "operations CANCELLED");
        assertThat(first(auditor, "SELECT count(*) FROM audit.trail WHERE kind = 'amendment' AND reference = '" + number + "'"))
                .as("an amendment has no file that could be opened").isEqualTo("3");
    }

    private static List<String> open() {
        return DATABASE.query("SELECT kind || ' ' || reference FROM contract.follow_up WHERE state = 'OPEN' ORDER BY 1");
    }

    private static String state() {
        return DATABASE.query(STATE).getFirst();
    }

    private static String stay(String person) {
        return "INSERT INTO zz.stay (pact, person, since) VALUES ('T000001', '" + person + "', '2026-01-01')";
    }

    private static String begin(long number) {
        return "SELECT contract.begin(" + number + ", false)";
    }

    private static long draft(Database who, String kind, @Nullable String subject) {
        return Long.parseLong(first(who, "INSERT INTO contract.amendment (country, contract, kind, effective, subject) VALUES ('ZZ',"
                + " 'T000001', '" + kind + "', '2026-01-01', " + (subject == null ? "NULL" : "'" + subject + "'")
                + ") RETURNING number"));
    }

    private static void apply(Database who, long number, String... writes) {
        List<String> statements = new ArrayList<>(List.of(begin(number)));
        statements.addAll(List.of(writes));
        statements.add("SELECT contract.finish(" + number + ", NULL)");
        run(who, statements.toArray(String[]::new));
    }

    private static String cancel(Database who, long number) {
        return first(who, "SELECT cancelled || '/' || coalesce(blocker::text, 'null') FROM contract.cancel(" + number
                + ", ' wrong form ')");
    }

    private static long count(Database who) {
        return Long.parseLong(first(who, "SELECT count(*) FROM contract.amendment"));
    }

    private static String first(Database who, String sql) {
        return who.write(work -> work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql); ResultSet row = statement.executeQuery()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        }));
    }

    private static void run(Database who, String... statements) {
        who.write(work -> work.sql(connection -> {
            execute(connection, statements);
            return true;
        }));
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        for (String sql : statements) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.execute();
            }
        }
    }

    private static void assertDenied(Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(DatabaseFailure.class,
                refused -> assertThat(refused.kind()).as(refused.getMessage()).isEqualTo(DatabaseFailure.Kind.DENIED));
    }
}
