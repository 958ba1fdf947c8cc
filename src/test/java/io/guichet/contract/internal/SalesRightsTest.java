package io.guichet.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.audit.internal.BulkLoad;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.platform.database.Database;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whatever table of a country sales may read, no contract that a person took out alone is in it.
class SalesRightsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Countries COUNTRIES = Countries.load();
    private static Database sales;
    private static Database care;

    @BeforeAll
    static void populate() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            BulkLoad.begin(connection);
            for (Country country : amending()) {
                country.sample().write(connection, new SampleRequest(300, 300, 5), members -> { });
            }
            connection.commit();
        }
        sales = DATABASE.as("sales");
        care = DATABASE.as("care");
    }

    private static List<Country> amending() {
        return COUNTRIES.all().stream().filter(country -> country.contracts().isPresent()).toList();
    }

    /// Tables of the schema of which the role may read a column, as `table.column`: one for each that refers to a contract.
    private static List<String> columns(String schema, String role) {
        return DATABASE.query("""
                SELECT c.relname || '.' || a.attname
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE c.relnamespace = ?::regnamespace AND c.relkind = 'r'
                  AND has_column_privilege(?, c.oid, a.attnum, 'SELECT') ORDER BY 1""", schema, role);
    }

    private static Set<String> values(Database who, String schema, String column) {
        String[] parts = column.split("\\.");
        return who.read(work -> work.sql(connection -> {
            Set<String> found = new HashSet<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT DISTINCT " + parts[1] + "::text FROM " + schema + "."
                    + parts[0]); ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(String.valueOf(row.getString(1)));
                }
            }
            return found;
        }));
    }

    @Test
    void contractsOfPeopleAreNotTheirs() {
        Set<String> checked = new HashSet<>();
        for (Country country : amending()) {
            String code = country.code().value();
            Set<String> own = new HashSet<>(DATABASE.query(
                    "SELECT unnest(ARRAY[reference, number]) FROM contract.entry WHERE country = ? AND holder IS NULL", code));
            Set<String> companies = new HashSet<>(DATABASE.query(
                    "SELECT unnest(ARRAY[reference, number]) FROM contract.entry WHERE country = ? AND holder IS NOT NULL", code));
            checked.addAll(own);
            assertThat(companies).as(code).isNotEmpty();
            List<String> seen = new ArrayList<>();
            Set<String> found = new HashSet<>();
            for (String column : columns(country.code().folder(), "sales")) {
                Set<String> values = values(sales, country.code().folder(), column);
                values.stream().filter(own::contains).findFirst().ifPresent(number -> seen.add(column + " shows " + number));
                values.stream().filter(companies::contains).forEach(found::add);
            }
            assertThat(seen).as(code).isEmpty();
            assertThat(found).as(code + ": what companies have").isNotEmpty();
        }
        assertThat(checked).isNotEmpty();
    }

    @Test
    void careSeesThemAll() {
        for (Country country : amending()) {
            Set<String> found = new HashSet<>();
            columns(country.code().folder(), "care_agent")
                    .forEach(column -> found.addAll(values(care, country.code().folder(), column)));
            assertThat(found).as(country.code().value()).containsAll(DATABASE.query(
                    "SELECT reference FROM contract.entry WHERE country = ?", country.code().value()));
        }
    }
}
