package io.guichet.platform.database;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.UserMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;

/// Brings a database to the version of this program, and tells which version it has. Each schema migrates on its own,
/// with its own history, as `guichet_owner`, a role that nobody can sign in as.
public final class Migrations {

    private static final String HISTORY = "flyway_schema_history";
    private static final String UNDEFINED_SCHEMA = "3F000";
    private static final String UNDEFINED_FUNCTION = "42883";
    // Any number, the same in each client: whoever migrates a database holds it.
    private static final long ONE_AT_A_TIME = 0x6775_6963_6865_74L;

    private final List<String> schemas;
    private final List<CountryCode> countries;

    /// @param components schemas of the shared components, in the order they migrate
    /// @param countries  the registered countries; their schemas follow, in this order
    public Migrations(List<String> components, List<CountryCode> countries) {
        this.countries = List.copyOf(countries);
        this.schemas = Stream.concat(components.stream(), countries.stream().map(CountryCode::folder)).toList();
    }

    /// What a migration did to one schema.
    ///
    /// @param schema its name
    /// @param from   version before, or null when it was new
    /// @param to     version after, or null when it has no migrations
    public record Migrated(String schema, @Nullable String from, @Nullable String to) {
    }

    /// How the database compares with this program.
    public enum Comparison {
        /// Nothing of Guichet is there yet.
        EMPTY,
        /// The database must be migrated.
        DATABASE_OLDER,
        EQUAL,
        /// This program must be updated.
        PROGRAM_OLDER
    }

    /// Migrates all schemas, in order. Does nothing where nothing is to do.
    ///
    /// @param owner a superuser, or the owner of the database with the right to create roles
    /// @throws DatabaseFailure when the database is newer, refuses, or a migration fails; that migration is rolled back
    public List<Migrated> migrate(DatabaseAddress address, Credentials owner) {
        Connections connections = new Connections(() -> address, owner, "").unbounded();
        try (Connection connection = connections.getConnection()) {
            lock(connection, "pg_advisory_lock");
            try {
                if (compare(connection) == Comparison.PROGRAM_OLDER) {
                    throw refusal(Comparison.PROGRAM_OLDER, address);
                }
                new Foundation(schemas, countries).lay(connection);
                List<Migrated> migrated = new ArrayList<>();
                for (String schema : schemas) {
                    migrated.add(migrate(connections, schema));
                }
                return List.copyOf(migrated);
            } finally {
                lock(connection, "pg_advisory_unlock");
            }
        } catch (SQLException | FlywayException failed) {
            DatabaseFailure failure = DatabaseFailures.of(failed, address);
            if (failure.kind() == DatabaseFailure.Kind.DENIED) {
                throw new DatabaseFailure(DatabaseFailure.Kind.DENIED,
                        UserMessage.of("platform.error.migrateDenied", owner.user(), address.place()),
                        String.valueOf(failure.getMessage()), failed);
            }
            throw failure;
        }
    }

    private static Migrated migrate(Connections connections, String schema) {
        MigrateResult result = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(connections.acting("guichet_owner"))
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(false)
                .table(HISTORY)
                .locations(new SchemaScripts(schema).location())
                // SQL has dollar signs and braces of its own.
                .placeholderReplacement(false)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load()
                .migrate();
        String before = result.initialSchemaVersion;
        String after = result.targetSchemaVersion == null ? before : result.targetSchemaVersion;
        return new Migrated(schema, before == null || before.isEmpty() ? null : before, after);
    }

    /// @throws DatabaseFailure of kind `VERSION`, saying which side must be updated, unless both are equal
    public void requireEqual(Connection connection, DatabaseAddress address) throws SQLException {
        Comparison comparison = compare(connection);
        if (comparison != Comparison.EQUAL) {
            throw refusal(comparison, address);
        }
    }

    /// Compares the database with this program, as far as the signed-in role may see: any staff role may.
    public Comparison compare(Connection connection) throws SQLException {
        Map<String, String> there = versions(connection);
        if (there.isEmpty()) {
            return Comparison.EMPTY;
        }
        boolean databaseOlder = false;
        for (String schema : schemas) {
            OptionalInt ours = new SchemaScripts(schema).highest();
            int theirs = Integer.parseInt(there.getOrDefault(schema, "0"));
            if (ours.isEmpty()) {
                continue;
            }
            if (theirs > ours.getAsInt()) {
                return Comparison.PROGRAM_OLDER;
            }
            databaseOlder |= theirs < ours.getAsInt();
        }
        if (!schemas.containsAll(there.keySet())) {
            return Comparison.PROGRAM_OLDER;
        }
        return databaseOlder ? Comparison.DATABASE_OLDER : Comparison.EQUAL;
    }

    private static Map<String, String> versions(Connection connection) throws SQLException {
        Map<String, String> versions = new HashMap<>();
        boolean transaction = !connection.getAutoCommit();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT schema_name, coalesce(version, '0') FROM guichet.schema_versions()");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                versions.put(rows.getString(1), rows.getString(2));
            }
        } catch (SQLException refused) {
            String state = refused.getSQLState();
            if (!UNDEFINED_SCHEMA.equals(state) && !UNDEFINED_FUNCTION.equals(state)) {
                throw refused;
            }
            if (transaction) {
                connection.rollback();
            }
        }
        return versions;
    }

    private static DatabaseFailure refusal(Comparison comparison, DatabaseAddress address) {
        UserMessage sentence = switch (comparison) {
            case EMPTY -> UserMessage.of("platform.error.databaseEmpty", address.place());
            case DATABASE_OLDER -> UserMessage.of("platform.error.databaseOlder", address.place());
            case PROGRAM_OLDER -> UserMessage.of("platform.error.programOlder", address.place());
            case EQUAL -> throw new IllegalArgumentException("equal versions are no failure");
        };
        return new DatabaseFailure(DatabaseFailure.Kind.VERSION, sentence, "versions differ: " + comparison, null);
    }

    private static void lock(Connection connection, String function) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + function + "(?)")) {
            statement.setLong(1, ONE_AT_A_TIME);
            statement.execute();
        }
    }
}
