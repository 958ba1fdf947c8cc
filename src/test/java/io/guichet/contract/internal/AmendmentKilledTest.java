package io.guichet.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.bootstrap.Schemas;
import io.guichet.country.Countries;
import io.guichet.platform.database.Connections;
import io.guichet.platform.embedded.EmbeddedServer;
import io.guichet.testing.TestHome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server is killed while an amendment is carried out, and while one is taken back.
class AmendmentKilledTest {

    private static final String[] TABLES = {
        "CREATE TABLE zz.stay (id bigint PRIMARY KEY, person text NOT NULL, until date, version bigint NOT NULL DEFAULT 1)",
        "ALTER TABLE zz.stay OWNER TO guichet_owner",
        "CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON zz.stay FOR EACH ROW EXECUTE FUNCTION contract.journal('only', 'person')",
        "SELECT contract.define_kind('ZZ', 'enrol', '{}')",
        "INSERT INTO contract.amendment (country, contract, kind, effective) VALUES ('ZZ', 'T1', 'enrol', '2026-01-01')"};
    private static final String BEGIN = "SELECT contract.begin(1000001, false)";
    private static final String WRITE = "INSERT INTO zz.stay (id, person) VALUES (1, 'P1')";
    private static final String FINISH = "SELECT contract.finish(1000001, NULL)";
    private static final String CANCEL = "SELECT cancelled FROM contract.cancel(1000001, 'wrong')";
    private static final String STATE = "SELECT a.state || ' ' || (SELECT count(*) FROM zz.stay) || ' ' || (SELECT count(*) FROM contract.effect)"
            + " || ' ' || (SELECT count(*) FROM contract.working) FROM contract.amendment a";

    @Test
    void whatWasNotFinishedNeverHappened(@TempDir Path temporary) throws SQLException {
        try (TestHome home = TestHome.unpacked(temporary)) {
            EmbeddedServer server = home.client();
            server.start();
            new Schemas(Countries.load()).migrations().migrate(server.address(), server.superuser());
            run(server, TABLES);

            killedAfter(server, BEGIN, WRITE);
            assertThat(state(server)).as("begun, never finished").isEqualTo("DRAFT 0 0 0");
            killedAfter(server, BEGIN, WRITE, FINISH);
            assertThat(state(server)).as("finished, never committed").isEqualTo("DRAFT 0 0 0");
            run(server, BEGIN, WRITE, FINISH);
            assertThat(state(server)).as("nothing of before is in the way").isEqualTo("APPLIED 1 1 0");
            killedAfter(server, CANCEL);
            assertThat(state(server)).as("cancelled, never committed").isEqualTo("APPLIED 1 1 0");
            run(server, CANCEL);
            assertThat(state(server)).isEqualTo("CANCELLED 0 1 0");
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        Connection connection = new Connections(server::address, server.superuser(), "").unbounded().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void run(EmbeddedServer server, String... statements) throws SQLException {
        try (Connection connection = connect(server)) {
            execute(connection, statements);
            connection.commit();
        }
    }

    private static void killedAfter(EmbeddedServer server, String... statements) throws SQLException {
        try (Connection connection = connect(server)) {
            execute(connection, statements);
            ProcessHandle process = ProcessHandle.of(server.status().pid()).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
            server.ensureRunning();
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private static String state(EmbeddedServer server) throws SQLException {
        try (Connection connection = connect(server); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STATE)) {
            row.next();
            return row.getString(1);
        }
    }
}
