package io.guichet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BareTablesTest {

    private static final String SHAPE = """
            SELECT pg_get_indexdef(indexrelid) || indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
            WHERE c.relnamespace = 'shop'::regnamespace
            UNION ALL
            SELECT conrelid::regclass || conname || pg_get_constraintdef(oid) || convalidated || conenforced
                   || coalesce(obj_description(oid, 'pg_constraint'), '-')
            FROM pg_constraint WHERE connamespace = 'shop'::regnamespace
            UNION ALL
            SELECT tgrelid::regclass || tgname || tgenabled::text FROM pg_trigger
            WHERE NOT tgisinternal AND tgrelid::regclass::text LIKE 'shop.%' ORDER BY 1""";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @BeforeEach
    void shop() {
        DATABASE.run("""
                DROP SCHEMA IF EXISTS shop CASCADE;
                CREATE SCHEMA shop;
                CREATE FUNCTION shop.own() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.note := ''own''; RETURN NEW; END';
                CREATE TABLE shop.ware (code text PRIMARY KEY, name text UNIQUE, price integer CHECK (price > 0));
                CREATE TABLE shop.buyer (no bigint PRIMARY KEY, mail text, note text);
                CREATE UNIQUE INDEX buyer_mail ON shop.buyer (mail);
                CREATE TABLE shop.lease (
                    buyer bigint NOT NULL REFERENCES shop.buyer DEFERRABLE, ware text NOT NULL REFERENCES shop.ware,
                    term daterange NOT NULL, place integer,
                    CONSTRAINT lease_no_overlap EXCLUDE USING gist (buyer WITH =, term WITH &&), UNIQUE (buyer, place));
                CREATE INDEX lease_ware ON shop.lease (ware);
                CREATE INDEX lease_term ON shop.lease (term);
                CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON shop.lease FOR EACH ROW
                    EXECUTE FUNCTION audit.track('lease', 'buyer');
                CREATE TRIGGER own BEFORE INSERT ON shop.buyer FOR EACH ROW EXECUTE FUNCTION shop.own();
                COMMENT ON CONSTRAINT lease_no_overlap ON shop.lease IS 'Nobody leases twice at once';
                INSERT INTO shop.ware VALUES ('A', 'Anvil', 3)""");
    }

    private static List<String> shape() {
        return DATABASE.query(SHAPE);
    }

    private static void load(String rows) throws SQLException {
        try (Connection owner = DATABASE.connect(); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            BareTables bare = BareTables.of(owner, "shop");
            statement.execute(rows);
            bare.dress();
            owner.commit();
        }
    }

    @Test
    void everythingIsBackBehindTheLoad() throws SQLException {
        List<String> before = shape();
        load("INSERT INTO shop.lease VALUES (1, 'A', '[2026-01-01,2026-02-01)', 1), (1, 'A', '[2026-02-01,2026-03-01)', 2);"
                + "INSERT INTO shop.buyer VALUES (1, 'a@example.org')");

        assertThat(shape()).isEqualTo(before);
        assertThat(DATABASE.query("SELECT count(*) FROM shop.lease")).containsExactly("2");
        // the tables' own triggers worked, those of other components kept silent
        assertThat(DATABASE.query("SELECT note FROM shop.buyer")).containsExactly("own");
        assertThat(DATABASE.query("SELECT count(*) FROM audit.trail WHERE schema_name = 'shop'")).containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "INSERT INTO shop.lease VALUES (1, 'B', '[2026-01-01,2026-02-01)', 1)",
            "INSERT INTO shop.lease VALUES (2, 'A', '[2026-01-01,2026-02-01)', 1)",
            "INSERT INTO shop.lease VALUES (1, 'A', '[2026-01-01,2026-02-01)', 1), (1, 'A', '[2026-01-05,2026-02-09)', 2)",
            "INSERT INTO shop.lease VALUES (1, 'A', '[2026-01-01,2026-02-01)', 1), (1, 'A', '[2026-03-05,2026-04-09)', 1)",
            "INSERT INTO shop.buyer VALUES (2, 'a@example.org')",
            "INSERT INTO shop.ware VALUES ('B', 'Anvil', 3)"})
    void whatNoConstraintAllowsIsRefusedAsAWhole(String wrong) {
        List<String> before = shape();
        assertThatThrownBy(() -> load("INSERT INTO shop.buyer VALUES (1, 'a@example.org');" + wrong))
                .isInstanceOf(SQLException.class);
        assertThat(shape()).isEqualTo(before);
        assertThat(DATABASE.query("SELECT count(*) FROM shop.buyer")).containsExactly("0");
    }

    @Test
    void neighboursAreStillFoundByAnIndexWhileBare() throws SQLException {
        try (Connection owner = DATABASE.connect()) {
            owner.setAutoCommit(false);
            BareTables.of(owner, "shop");
            try (Statement statement = owner.createStatement();
                    var row = statement.executeQuery("""
                            SELECT string_agg(pg_get_indexdef(indexrelid), '|' ORDER BY 1) FROM pg_index
                            WHERE indrelid = 'shop.lease'::regclass""")) {
                row.next();
                assertThat(row.getString(1)).contains("(ware)").contains("(buyer, place)").doesNotContain("(term)")
                        .doesNotContain("gist");
            }
            owner.rollback();
        }
    }
}
