package io.guichet.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guichet.access.internal.InstallationRecord.Content;
import io.guichet.country.Countries;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Connections;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.database.Migrations;
import io.guichet.platform.embedded.EmbeddedServer;
import io.guichet.testing.TestHome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    private static final Progress SILENT = (step, done) -> { };

    @TempDir
    Path temporary;

    private final Countries countries = Countries.load();
    private final List<Installation> open = new ArrayList<>();
    private TestHome home;
    private EmbeddedServer server;

    @BeforeEach
    void start() {
        home = TestHome.unpacked(temporary);
        // Keeps the server up, with settings that make tests fast.
        server = home.client();
        server.start();
    }

    @AfterEach
    void stop() {
        open.forEach(Installation::close);
        home.close();
    }

    @Test
    void migratesTheFolderOfAnOlderVersion() throws SQLException {
        new Migrations(List.of("access"), List.of()).migrate(server.address(), server.superuser());
        List<String> steps = new ArrayList<>();
        Installation installation = installation();
        installation.start((step, done) -> steps.add(step.key()));
        assertThat(steps).containsExactly("bootstrap.start.migrate");
        // Those of the components: access, audit, directory, document, care, contract, reimbursement.
        assertThat(value(installation, "SELECT count(*) FROM guichet.schema_versions()"))
                .isEqualTo(Integer.toString(7 + countries.all().size()));
        steps.clear();
        installation().start((step, done) -> steps.add(step.key()));
        assertThat(steps).as("the server runs already").isEmpty();
        open.forEach(Installation::close);
        server.close();
        installation().start((step, done) -> steps.add(step.key()));
        assertThat(steps).containsExactly("bootstrap.start.server");
    }

    @Test
    void refusesTheFolderOfAFutureVersionWithItsName() throws SQLException {
        installation().start(SILENT);
        run("UPDATE audit.flyway_schema_history SET version = '900' WHERE version IS NOT NULL");
        DatabaseFailure failure = catchThrowableOfType(DatabaseFailure.class, () -> installation().start(SILENT));
        assertThat(failure.kind()).isEqualTo(DatabaseFailure.Kind.VERSION);
        assertThat(failure.userMessage()).isEqualTo(
                UserMessage.of("platform.error.folderNewer", server.home().path().toString()));
    }

    @Test
    void isFilledOnceWhenTwoWindowsAreTheFirst() throws SQLException {
        Installation one = installation();
        Installation two = installation();
        one.start(SILENT);
        two.start(SILENT);
        assertThat(one.content()).isEqualTo(Content.UNDECIDED);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> two.fillWithSample(5, SILENT));
        one.fillWithSample(5, SILENT);
        other.join();
        assertThat(one.content()).isEqualTo(Content.SAMPLE);
        assertThat(one.lacksAdministrator()).isFalse();
        for (var country : countries.all()) {
            assertThat(value(one, "SELECT count(*) FROM directory.entry WHERE kind = 'member' AND country = '"
                    + country.code() + "'")).as("%s", country.code()).isEqualTo("5");
        }
        try (Database care = one.signIn(new Credentials("care", "care"))) {
            assertThat(care.credentials().user()).isEqualTo("care");
        }
    }

    @Test
    void fillsNothingWhenTheSampleFails() throws SQLException {
        Installation installation = installation();
        installation.start(SILENT);
        IllegalStateException torn = catchThrowableOfType(IllegalStateException.class,
                () -> installation.fillWithSample(5, (step, done) -> {
                    if (done > 0) {
                        throw new IllegalStateException("the machine went off");
                    }
                }));
        assertThat(torn).hasMessage("the machine went off");
        assertThat(installation.content()).isEqualTo(Content.UNDECIDED);
        assertThat(value(installation, "SELECT count(*) FROM directory.entry")).isEqualTo("0");
    }

    @Test
    void asksForAnAdministratorWhenItIsEmpty() {
        Installation installation = installation();
        installation.start(SILENT);
        installation.leaveEmpty();
        assertThat(installation.content()).isEqualTo(Content.OWN);
        assertThat(installation.lacksAdministrator()).isTrue();
        installation.appoint("ana", "a long secret".toCharArray());
        assertThat(installation.lacksAdministrator()).isFalse();
        try (Database ana = installation.signIn(new Credentials("ana", "a long secret"))) {
            assertThat(ana.address()).isEqualTo(installation.address());
        }
        DatabaseFailure sample = catchThrowableOfType(DatabaseFailure.class,
                () -> installation.signIn(new Credentials("care", "care")));
        assertThat(sample.kind()).isEqualTo(DatabaseFailure.Kind.SIGN_IN_REFUSED);
    }

    private Installation installation() {
        Installation installation = Installation.embedded(home.folder(), countries);
        open.add(installation);
        return installation;
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = new Connections(server::address, server.superuser(), "").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Installation installation, String sql) throws SQLException {
        try (Connection connection = installation.connections(null).getConnection();
                Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
