package io.guichet.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.audit.internal.BulkLoad;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Loaded in bulk or entry by entry: the index is the same.
class IndexLoadTest {

    private static final int MEMBERS = 600;
    private static final int ENTRIES = 5_000;
    /// Spellings that take the long way, and one file that is told twice.
    private static final String ODD = """
            SELECT directory.publish(ARRAY[
                ROW('FR', 'member', 'odd-1', 'Élodie', 'Lyon', 'Élodie  Marie-Ève d''Artagnan', '1987-03-14', ARRAY[
                    ROW('phone', '+33 (6) 12.34.56.78'), ROW('phone', '0033612345678'), ROW('phone', '+1 212 555 0100'),
                    ROW('phone', '+351 21 555 0100'), ROW('email', ' A.B@Example.org '), ROW('iban', 'fr14 2004'),
                    ROW('contract', NULL), ROW('claim', '-')]::directory.published_key[])::directory.published_entry,
                ROW('BE', 'member', 'odd-2', 'Jan', '', 'Jan van de -Velde- ß 2', NULL, NULL)::directory.published_entry,
                ROW('BE', 'company', 'odd-3', NULL, NULL, NULL, NULL, ARRAY[ROW('company', '0403.019.261')]
                    ::directory.published_key[])::directory.published_entry,
                ROW('BE', 'contract', 'odd-4', 'x', 'y', '---', NULL, ARRAY[ROW('contract', '..')]
                    ::directory.published_key[])::directory.published_entry])""";
    private static final String AGAIN = """
            SELECT directory.publish(ARRAY[
                ROW('BE', 'member', 'odd-2', 'Jan twee', 'Gent', '-Velde- van de Jan ß', '1999-01-01', ARRAY[ROW('iban', 'BE32 1')]
                    ::directory.published_key[])::directory.published_entry])""";

    private static final List<String> CONTENT = List.of("""
            SELECT (e.country, e.kind, e.reference, e.label, e.detail, e.names, e.birth_date, e.keys)::text
            FROM directory.entry e ORDER BY 1""", """
            SELECT (w.country, w.kind, w.turned, e.country, e.kind, e.reference)::text
            FROM directory.entry_word w LEFT JOIN directory.entry e ON e.id = w.entry ORDER BY 1""", """
            SELECT (k.country, k.kind, k.key, k.what, e.country, e.kind, e.reference)::text
            FROM directory.entry_key k LEFT JOIN directory.entry e ON e.id = k.entry ORDER BY 1""",
            "SELECT word FROM directory.word ORDER BY 1",
            "SELECT (spelling, word)::text FROM directory.misspelling ORDER BY 1");
    private static final String SHAPE = """
            SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid::regclass::text LIKE 'directory.%'
            UNION ALL
            SELECT conrelid::regclass || conname || pg_get_constraintdef(oid) FROM pg_constraint
            WHERE connamespace = 'directory'::regnamespace
            UNION ALL
            SELECT a.attrelid::regclass || a.attname || a.attnum || a.attnotnull || format_type(a.atttypid, a.atttypmod)
                   || (SELECT collname FROM pg_collation WHERE oid = a.attcollation)
                   || coalesce(col_description(a.attrelid, a.attnum), 'none') || obj_description(a.attrelid, 'pg_class')
                   || (SELECT relowner::regrole FROM pg_class WHERE oid = a.attrelid)
            FROM pg_attribute a WHERE a.attnum > 0 AND a.attrelid::regclass::text LIKE 'directory.%'
            ORDER BY 1""";

    @RegisterExtension
    static final TestDatabase ONE_BY_ONE = new TestDatabase();

    @RegisterExtension
    static final TestDatabase IN_BULK = new TestDatabase();

    private static List<String> shape = List.of();

    @BeforeAll
    static void load() throws SQLException {
        shape = IN_BULK.query(SHAPE);
        fill(ONE_BY_ONE, 0, MEMBERS);
        fill(IN_BULK, ENTRIES, MEMBERS);
    }

    private static void fill(TestDatabase database, long expected, long members) throws SQLException {
        try (Connection owner = database.connect(); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            BulkLoad.begin(owner);
            IndexLoad load = IndexLoad.begin(owner, expected);
            for (Country country : Countries.load().all()) {
                country.sample().write(owner, new SampleRequest(members, members, 3), done -> { });
            }
            statement.execute(ODD);
            statement.execute(AGAIN);
            load.know();
            load.finish(part -> assertThat(part).isBetween(0.0, 1.0));
            owner.commit();
        }
    }

    private static void assertSameIndex() {
        for (String content : CONTENT) {
            List<String> expected = ONE_BY_ONE.query(content);
            assertThat(expected).isNotEmpty();
            assertThat(IN_BULK.query(content)).as(content).isEqualTo(expected);
        }
        assertThat(IN_BULK.query(SHAPE)).isEqualTo(shape);
    }

    @Test
    void bothWaysEndInTheSameRows() throws SQLException {
        assertSameIndex();

        // behind what is there, with files that are told anew
        fill(ONE_BY_ONE, 0, MEMBERS);
        fill(IN_BULK, 100 * ENTRIES, MEMBERS);
        assertSameIndex();

        // and entry by entry again
        ONE_BY_ONE.run(ODD);
        IN_BULK.run(ODD);
        assertSameIndex();
    }

    @Test
    void aSmallLoadIsIndexedAsItComes() throws SQLException {
        TestDatabase small = new TestDatabase();
        small.beforeAll(null);
        try (Connection owner = small.connect(); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            IndexLoad load = IndexLoad.begin(owner, 10);
            statement.execute(AGAIN);
            owner.commit();
            assertThat(small.query("SELECT key FROM directory.entry_key WHERE what = 'iban'")).containsExactly("BE321");
            load.finish(part -> { });
        } finally {
            small.afterAll(null);
        }
    }

    @Test
    void aLoadThatIsRolledBackLeavesNothing() throws SQLException {
        List<String> before = IN_BULK.query(CONTENT.getFirst());
        try (Connection owner = IN_BULK.connect(); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            IndexLoad load = IndexLoad.begin(owner, 100 * ENTRIES);
            statement.execute(AGAIN.replace("odd-2", "odd-9"));
            load.know();
            load.finish(part -> { });
            owner.rollback();
        }
        assertThat(IN_BULK.query(CONTENT.getFirst())).isEqualTo(before);
        assertThat(IN_BULK.query(SHAPE)).isEqualTo(shape);
    }
}
