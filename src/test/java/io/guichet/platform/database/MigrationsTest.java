package io.guichet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guichet.bootstrap.Schemas;
import io.guichet.country.Countries;
import io.guichet.platform.database.Migrations.Comparison;
import io.guichet.platform.database.Migrations.Migrated;
import io.guichet.platform.embedded.EmbeddedServer;
import io.guichet.testing.TestHome;
import io.guichet.testing.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    private final Migrations migrations = new Schemas(Countries.load()).migrations();
    private final Credentials superuser = TestServer.shared().superuser();
    private DatabaseAddress database;

    @BeforeEach
    void create() {
        database = TestServer.shared().createEmpty();
    }

    @AfterEach
    void drop() {
        TestServer.shared().drop(database);
    }

    @Test
    void bringsAnEmptyDatabaseToThisVersionOnce() throws SQLException {
        assertThat(compare(superuser)).isEqualTo(Comparison.EMPTY);
        List<Migrated> first = migrations.migrate(database, superuser);
        assertThat(first).extracting(Migrated::schema).startsWith("access", "audit", "directory");
        assertThat(first).allMatch(schema -> schema.from() == null && schema.to() != null);
        assertThat(compare(superuser)).isEqualTo(Comparison.EQUAL);
        List<Migrated> second = migrations.migrate(database, superuser);
        assertThat(second).allMatch(schema -> schema.to() != null && schema.to().equals(schema.from()));
    }

    @Test
    void lettingTwoMigrateAtOnceHarmsNobody() {
        CompletableFuture<List<Migrated>> other =
                CompletableFuture.supplyAsync(() -> migrations.migrate(database, superuser));
        List<Migrated> mine = migrations.migrate(database, superuser);
        assertThat(mine).extracting(Migrated::to).isEqualTo(other.join().stream().map(Migrated::to).toList());
    }

    @Test
    void belongsToARoleThatNobodyCanSignInAs() throws SQLException {
        migrations.migrate(database, superuser);
        assertThat(value("SELECT rolcanlogin FROM pg_roles WHERE rolname = 'guichet_owner'")).isEqualTo("f");
        assertThat(value("""
                SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname IN ('access', 'audit', 'directory') AND pg_get_userbyid(c.relowner) <> 'guichet_owner'"""))
                .isEqualTo("0");
        assertThat(value("SELECT has_schema_privilege('public', 'public', 'CREATE')")).isEqualTo("f");
    }

    @Test
    void tellsStaffWhichSideIsOlder() throws SQLException {
        migrations.migrate(database, superuser);
        Credentials care = new Credentials("care", "care");
        assertThat(compare(care)).isEqualTo(Comparison.EQUAL);

        run("UPDATE audit.flyway_schema_history SET version = '000' WHERE version IS NOT NULL");
        assertThat(compare(care)).isEqualTo(Comparison.DATABASE_OLDER);
        assertThat(refusal(care).userMessage().key()).isEqualTo("platform.error.databaseOlder");

        run("UPDATE directory.flyway_schema_history SET version = '999' WHERE version IS NOT NULL");
        assertThat(compare(care)).isEqualTo(Comparison.PROGRAM_OLDER);
        assertThat(refusal(care).userMessage().key()).isEqualTo("platform.error.programOlder");
    }

    @Test
    void refusesADatabaseOfTheFutureAndLeavesItAlone() throws SQLException {
        migrations.migrate(database, superuser);
        run("UPDATE directory.flyway_schema_history SET version = '999' WHERE version IS NOT NULL");
        DatabaseFailure failure = catchThrowableOfType(DatabaseFailure.class,
                () -> migrations.migrate(database, superuser));
        assertThat(failure.kind()).isEqualTo(DatabaseFailure.Kind.VERSION);
        assertThat(failure.userMessage().key()).isEqualTo("platform.error.programOlder");
    }

    @Test
    void refusesWhoMayNotMigrate() {
        DatabaseFailure failure = catchThrowableOfType(DatabaseFailure.class,
                () -> migrations.migrate(database, new Credentials("care", "care")));
        assertThat(failure.kind()).isEqualTo(DatabaseFailure.Kind.DENIED);
        assertThat(failure.userMessage().key()).isEqualTo("platform.error.migrateDenied");
    }

    /// A central server: its database belongs to a role that is no superuser, and nothing of Guichet is there.
    @Test
    void letsTheOwnerOfACentralDatabaseMigrate(@TempDir Path temporary) throws SQLException {
        try (TestHome home = TestHome.unpacked(temporary)) {
            EmbeddedServer server = home.client();
            server.start();
            try (Connection connection = new Connections(server::address, server.superuser(), "").getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE chief LOGIN CREATEROLE PASSWORD 'chief'");
                statement.execute("CREATE DATABASE central OWNER chief");
            }
            DatabaseAddress central = new DatabaseAddress("127.0.0.1", server.address().port(), "central");
            Credentials chief = new Credentials("chief", "chief");
            assertThat(migrations.migrate(central, chief)).allMatch(schema -> schema.to() != null);
            assertThat(migrations.migrate(central, chief)).allMatch(schema -> schema.from() != null);
        }
    }

    private Comparison compare(Credentials who) throws SQLException {
        try (Connection connection = connect(who)) {
            return migrations.compare(connection);
        }
    }

    private DatabaseFailure refusal(Credentials who) throws SQLException {
        try (Connection connection = connect(who)) {
            return catchThrowableOfType(DatabaseFailure.class, () -> migrations.requireEqual(connection, database));
        }
    }

    private Connection connect(Credentials who) throws SQLException {
        return new Connections(() -> database, who, "").getConnection();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = connect(superuser); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String value(String sql) throws SQLException {
        try (Connection connection = connect(superuser); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
