package io.guichet.contract.internal;

import io.guichet.kernel.CountryCode;
import io.guichet.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The rows of all tables of a country that the journal keeps, without versions.
final class Tables {

    private static final String JOURNALLED = """
            SELECT DISTINCT c.oid::regclass::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE t.tgfoid = 'contract.journal'::regproc AND c.relnamespace = ?::regnamespace ORDER BY 1""";

    private final CountryCode country;

    Tables(CountryCode country) {
        this.country = country;
    }

    /// Every row as it is.
    List<String> rows(TestDatabase database) {
        List<String> rows = new ArrayList<>();
        for (String table : database.query(JOURNALLED, country.folder())) {
            database.query("SELECT to_jsonb(t) - 'version' FROM " + table + " t")
                    .forEach(row -> rows.add(table + " " + row));
        }
        return rows.stream().sorted().toList();
    }

    /// The same without keys that the database makes, and with newcomers by the place in which they came.
    ///
    /// @param newcomers reference, and what it is called here
    List<String> comparable(TestDatabase database, Map<String, String> newcomers) {
        List<String> rows = new ArrayList<>();
        for (String table : database.query(JOURNALLED, country.folder())) {
            String made = String.join(",", database.query("""
                    SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                    WHERE i.indrelid = ?::regclass AND i.indisprimary AND (a.attidentity <> '' OR a.atthasdef)""", table));
            for (String row : database.query("SELECT to_jsonb(t) - 'version' FROM " + table + " t")) {
                String named = row;
                for (Map.Entry<String, String> newcomer : newcomers.entrySet()) {
                    named = named.replaceAll("(?<![\\w-])\"?" + newcomer.getKey() + "\"?(?![\\w-])", newcomer.getValue());
                }
                for (String key : made.isEmpty() ? new String[0] : made.split(",")) {
                    named = named.replaceFirst("\"" + key + "\": \"?(?!newcomer)[\\w-]+\"?", "\"" + key + "\": made");
                }
                rows.add(table + " " + named);
            }
        }
        return rows.stream().sorted().toList();
    }
}
