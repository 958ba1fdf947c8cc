package io.guichet.platform.database;

import io.guichet.kernel.CountryCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.core.Utils;

/// What is there before any schema migrates: roles, extensions, the schemas themselves. Idempotent, one transaction.
final class Foundation {

    private final List<String> schemas;
    private final List<CountryCode> countries;

    Foundation(List<String> schemas, List<CountryCode> countries) {
        this.schemas = schemas;
        this.countries = countries;
    }

    void lay(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(script());
            for (CountryCode country : countries) {
                statement.execute("""
                        DO $$ BEGIN
                            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
                                CREATE ROLE %1$s NOLOGIN;
                            END IF;
                        END $$""".formatted("country_" + country.folder()));
            }
            for (String schema : schemas) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS "
                        + Utils.escapeIdentifier(null, schema) + " AUTHORIZATION guichet_owner");
            }
            connection.commit();
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static String script() {
        try (InputStream file = Foundation.class.getResourceAsStream("/db/foundation.sql")) {
            if (file == null) {
                throw new IllegalStateException("db/foundation.sql is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("db/foundation.sql cannot be read", unreadable);
        }
    }
}
