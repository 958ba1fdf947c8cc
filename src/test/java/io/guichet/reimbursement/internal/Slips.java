package io.guichet.reimbursement.internal;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.testing.TestDatabase;

/// Tables of a country that keeps as little of claims as can be decided, in a test database: slips of people, each paid from the
/// person's pot at one rate, behind row-level security like any country's.
final class Slips {

    static final CountryCode COUNTRY = new CountryCode("ZZ");

    private Slips() {
    }

    static FileRef claim(String slip) {
        return new FileRef(COUNTRY, FileKind.CLAIM, slip);
    }

    static FileRef member(String person) {
        return new FileRef(COUNTRY, FileKind.MEMBER, person);
    }

    /// Creates the tables; the rate is 80 %.
    static void create(TestDatabase database) {
        database.run("""
                CREATE TABLE zz.rate (percent bigint NOT NULL);
                INSERT INTO zz.rate VALUES (80);
                CREATE TABLE zz.pot (person text PRIMARY KEY, used bigint NOT NULL DEFAULT 0, most bigint NOT NULL,
                    CHECK (used BETWEEN 0 AND most));
                CREATE TABLE zz.slip (
                    code text PRIMARY KEY, person text NOT NULL, state text NOT NULL DEFAULT 'RECEIVED',
                    came date NOT NULL, charged bigint NOT NULL, insurer bigint NOT NULL DEFAULT 0, paper boolean NOT NULL DEFAULT true,
                    origin text NOT NULL UNIQUE, why text NOT NULL DEFAULT '', CHECK (insurer BETWEEN 0 AND charged));
                CREATE INDEX slip_person ON zz.slip (person);
                CREATE SEQUENCE zz.slip_code;
                ALTER TABLE zz.rate OWNER TO guichet_owner;
                ALTER TABLE zz.pot OWNER TO guichet_owner;
                ALTER TABLE zz.slip OWNER TO guichet_owner;
                ALTER SEQUENCE zz.slip_code OWNER TO guichet_owner;
                GRANT SELECT ON zz.rate, zz.pot, zz.slip TO care_agent, operations, operations_lead;
                GRANT USAGE ON SEQUENCE zz.slip_code TO operations, operations_lead;
                GRANT UPDATE (used) ON zz.pot TO operations, operations_lead;
                GRANT INSERT, UPDATE (state, insurer, why) ON zz.slip TO operations, operations_lead;
                ALTER TABLE zz.pot ENABLE ROW LEVEL SECURITY;
                CREATE POLICY open_file ON zz.pot USING (directory.has_open('ZZ', 'member', person));
                ALTER TABLE zz.slip ENABLE ROW LEVEL SECURITY;
                CREATE POLICY open_file ON zz.slip USING (directory.has_open('ZZ', 'member', person)
                    OR directory.has_open('ZZ', 'claim', code));
                """);
        database.run("""
                CREATE FUNCTION zz.slips_publish() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
                    SET search_path = zz, public, pg_temp AS $$
                BEGIN
                    IF TG_OP = 'INSERT' THEN
                        PERFORM directory.publish((SELECT array_agg(ROW('ZZ', 'claim', n.code, n.code, n.person, '', NULL,
                            ARRAY[ROW('claim', n.code)::directory.published_key])::directory.published_entry) FROM new_rows n));
                        PERFORM reimbursement.publish_prints((SELECT array_agg(ROW('ZZ', n.code, 'care',
                            n.person || ' ' || n.came || ' ' || n.charged, NULL)::reimbursement.published_print) FROM new_rows n));
                        PERFORM reimbursement.publish((SELECT array_agg(ROW('ZZ', n.code, n.code, n.person, n.state, n.came, NULL,
                            NULL, n.charged / 100.0, n.insurer / 100.0, NULL, NULL, NULL)::reimbursement.published_claim) FROM new_rows n));
                    ELSE
                        PERFORM reimbursement.publish((SELECT array_agg(ROW('ZZ', n.code, n.code, n.person, n.state, n.came, NULL,
                            NULL, n.charged / 100.0, n.insurer / 100.0, NULL, o.state, o.insurer / 100.0)::reimbursement.published_claim)
                            FROM new_rows n LEFT JOIN old_rows o USING (code)));
                    END IF;
                    RETURN NULL;
                END
                $$;
                ALTER FUNCTION zz.slips_publish() OWNER TO guichet_owner;
                CREATE TRIGGER publish_insert AFTER INSERT ON zz.slip REFERENCING NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION zz.slips_publish();
                CREATE TRIGGER publish_update AFTER UPDATE ON zz.slip REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION zz.slips_publish();
                """);
    }

    /// People `P1`, `P2` … with so much in their pots.
    ///
    /// @param cents in each
    static void people(TestDatabase database, int number, long cents) {
        database.run("INSERT INTO zz.pot (person, most) SELECT 'P' || n, ? FROM generate_series(1, ?) n", cents, number);
        database.run("SELECT directory.publish(array_agg(ROW('ZZ', 'member', 'P' || n, 'Person ' || n, '', 'Person', NULL, "
                + "'{}')::directory.published_entry)) FROM generate_series(1, ?) n", number);
    }

    /// One undecided slip.
    static FileRef slip(TestDatabase database, String code, String person, long cents) {
        database.run("INSERT INTO zz.slip (code, person, came, charged, origin) VALUES (?, ?, '2026-11-02', ?, ?)", code, person,
                cents, "test:" + code);
        return claim(code);
    }

    static long used(TestDatabase database, String person) {
        return Long.parseLong(database.query("SELECT used FROM zz.pot WHERE person = ?", person).getFirst());
    }
}
