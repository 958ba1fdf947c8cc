package io.guichet.country.be;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.audit.internal.BulkLoad;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;

/// Every constraint of the Belgian tables is tried by SQL, and refuses: `constraints.txt` says which statement must meet
/// which constraint. Columns that cannot be empty are tried one by one without standing there.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BeConstraintsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @BeforeAll
    void populate() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            BulkLoad.begin(connection);
            new BePopulation().write(connection, new SampleRequest(600, 800, 5), members -> { });
            connection.commit();
        }
    }

    Stream<Arguments> statements() throws IOException {
        try (InputStream stream = BeConstraintsTest.class.getResourceAsStream("constraints.txt")) {
            return new BufferedReader(new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8)).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> {
                        String[] parts = line.split("\\|", 2);
                        return Arguments.of(parts[0].strip(), parts[1].strip());
                    }).toList().stream();
        }
    }

    /// The constraint that refused, as the server names it.
    private static String refusal(String sql) {
        try (Connection connection = DATABASE.connect(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(sql);
                connection.commit();
            } catch (PSQLException refused) {
                connection.rollback();
                assertThat(refused.getSQLState()).as(refused.getMessage()).startsWith("23");
                return String.valueOf(Objects.requireNonNull(refused.getServerErrorMessage()).getConstraint());
            }
            return "nothing";
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void refuses(String constraint, String sql) {
        assertThat(refusal(sql)).as(sql).isEqualTo(constraint);
    }

    @Test
    void noConstraintIsLeftUntried() throws IOException {
        Set<String> tried = statements().map(arguments -> String.valueOf(arguments.get()[0])).collect(Collectors.toCollection(TreeSet::new));
        assertThat(DATABASE.query("""
                SELECT conname FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
                WHERE c.connamespace = 'be'::regnamespace AND c.contype IN ('c', 'u', 'p', 'f', 'x', 't') AND t.relname NOT LIKE 'flyway%'
                  -- what holds the primary key is unique by it: there for references only
                  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE c.contype = 'u' AND k.contype = 'p' AND k.conrelid = c.conrelid
                                  AND k.conkey <@ c.conkey)
                UNION
                SELECT i.indexrelid::regclass::oid::regclass::text FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
                WHERE t.relnamespace = 'be'::regnamespace AND i.indisunique AND t.relname NOT LIKE 'flyway%'
                  AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)""").stream()
                .map(name -> name.replace("be.", "")).filter(name -> !tried.contains(name))).isEmpty();
    }

    @Test
    void noColumnThatMustBeFilledMayBeEmpty() {
        List<String> columns = DATABASE.query("""
                SELECT c.table_name || ' ' || c.column_name FROM information_schema.columns c
                WHERE c.table_schema = 'be' AND c.is_nullable = 'NO' AND c.table_name NOT LIKE 'flyway%' ORDER BY 1""");
        assertThat(columns).hasSizeGreaterThan(100).allSatisfy(column -> {
            String[] parts = column.split(" ");
            assertThatThrownBy(() -> DATABASE.run("UPDATE be." + parts[0] + " SET " + parts[1] + " = NULL")).as(column).cause()
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("23502"));
        });
    }
}
