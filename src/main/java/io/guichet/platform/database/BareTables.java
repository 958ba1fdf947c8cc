package io.guichet.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The empty tables of a schema, made bare for a bulk load and dressed again behind it, in one transaction of their
/// owner: who else looks sees them whole, or waits.
///
/// Checking a reference or keeping an index row by row costs several times what checking and building them once costs.
/// So references are not enforced, indexes that only serve searching and uniqueness are dropped, and the row triggers of
/// shared components, which keep silent while the owner loads in bulk, are not called. `dress` brings everything back:
/// what was loaded has then passed every constraint, or the transaction fails. Primary keys and indexes that lead from a
/// row to its neighbours stay, since publishing reads along them. Tables that hold rows stay as they are.
public final class BareTables {

    private static final String TABLES = """
            SELECT c.oid::regclass::text FROM pg_class c
            WHERE c.relnamespace = ?::regnamespace AND c.relkind = 'r'
              AND NOT EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid)
            ORDER BY c.relname""";
    /// Those that no other table refers to. What is written into a table that was emptied in the same transaction is
    /// not logged row by row where no replica asks for it.
    private static final String EMPTIED = """
            WITH RECURSIVE those AS MATERIALIZED (SELECT unnest(?::regclass[])::oid AS relation), kept AS (
                SELECT confrelid AS relation FROM pg_constraint
                WHERE contype = 'f' AND confrelid IN (SELECT relation FROM those)
                  AND conrelid NOT IN (SELECT relation FROM those)
                UNION
                SELECT f.confrelid FROM pg_constraint f JOIN kept k ON f.conrelid = k.relation WHERE f.contype = 'f')
            SELECT 'TRUNCATE ' || string_agg(t.relation::regclass::text, ', ') FROM those t
            WHERE t.relation NOT IN (SELECT relation FROM kept) HAVING count(*) > 0""";
    private static final String REFERENCES = """
            SELECT format('ALTER TABLE %s ALTER CONSTRAINT %I', conrelid::regclass, conname)
            FROM pg_constraint WHERE contype = 'f' AND conenforced AND conrelid = ANY (?::regclass[]) ORDER BY 1""";
    private static final String CONSTRAINTS = """
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                   format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                   || CASE WHEN obj_description(oid, 'pg_constraint') IS NULL THEN '' ELSE
                      format('; COMMENT ON CONSTRAINT %I ON %s IS %L', conname, conrelid::regclass,
                             obj_description(oid, 'pg_constraint')) END
            FROM pg_constraint c
            WHERE contype IN ('x', 'u') AND conrelid = ANY (?::regclass[])
              AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = c.conindid)
              AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid = c.conrelid
                              AND c.contype = 'u' AND f.conkey[1] = c.conkey[1])
            ORDER BY 1""";
    private static final String INDEXES = """
            SELECT format('DROP INDEX %s', indexrelid::regclass),
                   pg_get_indexdef(indexrelid)
                   || CASE WHEN obj_description(indexrelid, 'pg_class') IS NULL THEN '' ELSE
                      format('; COMMENT ON INDEX %s IS %L', indexrelid::regclass, obj_description(indexrelid, 'pg_class')) END
            FROM pg_index i
            WHERE indrelid = ANY (?::regclass[])
              AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
              AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid = i.indrelid
                              AND f.conkey[1] = i.indkey[0])
            ORDER BY 1""";
    /// An exclusion constraint that also served to find the rows of a neighbour leaves a plain index in its place.
    private static final String STAND_INS = """
            SELECT format('CREATE INDEX %I ON %s (%I)', conname || '_loading', conrelid::regclass, a.attname),
                   format('DROP INDEX %I.%I', n.nspname, conname || '_loading')
            FROM pg_constraint c
            JOIN pg_namespace n ON n.oid = c.connamespace
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
            WHERE c.contype = 'x' AND c.conrelid = ANY (?::regclass[])
              AND EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid = c.conrelid
                          AND f.conkey[1] = c.conkey[1])
              AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indexrelid <> c.conindid
                              AND i.indkey[0] = c.conkey[1])
            ORDER BY 1""";
    private static final String TRIGGERS = """
            SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', t.tgrelid::regclass, t.tgname),
                   format('ALTER TABLE %s ENABLE TRIGGER %I', t.tgrelid::regclass, t.tgname)
            FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid
            JOIN pg_proc p ON p.oid = t.tgfoid
            WHERE NOT t.tgisinternal AND t.tgenabled = 'O' AND t.tgtype & 1 = 1 AND p.pronamespace <> c.relnamespace
              AND t.tgrelid = ANY (?::regclass[])
            ORDER BY 1""";

    private final Connection owner;
    private final List<String> tables;
    private final List<String> dress = new ArrayList<>();
    private final List<String> references = new ArrayList<>();

    private BareTables(Connection owner, List<String> tables) {
        this.owner = owner;
        this.tables = tables;
    }

    /// Makes the empty tables of `schema` bare.
    ///
    /// @param owner a member of the owner of the tables, in a transaction
    public static BareTables of(Connection owner, String schema) throws SQLException {
        List<String> empty = new ArrayList<>();
        for (List<String> table : rows(owner, TABLES, schema)) {
            if (rows(owner, "SELECT 1 FROM " + table.getFirst() + " LIMIT 1", "").isEmpty()) {
                empty.add(table.getFirst());
            }
        }
        BareTables bare = new BareTables(owner, empty);
        bare.strip();
        return bare;
    }

    private void strip() throws SQLException {
        if (tables.isEmpty()) {
            return;
        }
        String those = "{" + String.join(",", tables.stream().map(table -> "\"" + table.replace("\"", "\\\"") + "\"").toList())
                + "}";
        List<String> undress = new ArrayList<>();
        rows(owner, EMPTIED, those).forEach(row -> undress.add(row.getFirst()));
        for (List<String> reference : rows(owner, REFERENCES, those)) {
            undress.add(reference.getFirst() + " NOT ENFORCED");
            references.add(reference.getFirst() + " ENFORCED");
        }
        for (String question : List.of(TRIGGERS, STAND_INS, INDEXES, CONSTRAINTS)) {
            for (List<String> pair : rows(owner, question, those)) {
                undress.add(pair.getFirst());
                dress.add(pair.getLast());
            }
        }
        run(undress);
    }

    /// Brings back what was taken off, and checks every row.
    public void dress() throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("SELECT set_config('maintenance_work_mem', '512MB', true)");
        }
        run(dress);
        // Last: they are checked by the indexes.
        run(references);
    }

    private void run(List<String> statements) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static List<List<String>> rows(Connection connection, String sql, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (!argument.isEmpty()) {
                statement.setString(1, argument);
            }
            try (ResultSet row = statement.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                List<List<String>> rows = new ArrayList<>();
                while (row.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        values.add(row.getString(i));
                    }
                    rows.add(values);
                }
                return rows;
            }
        }
    }
}
