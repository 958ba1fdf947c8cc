package io.guichet.bootstrap.command;

import static io.guichet.testing.TestTerminal.guichet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guichet.platform.database.Connections;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.DatabaseAddress;
import io.guichet.platform.embedded.EmbeddedServer;
import io.guichet.testing.TestHome;
import io.guichet.testing.TestServer;
import io.guichet.testing.TestTerminal.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseCommandTest {

    @TempDir
    Path temporary;

    private TestHome home;
    private String folder;

    @BeforeEach
    void unpack() {
        home = TestHome.unpacked(temporary);
        folder = home.path().toString();
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void startsTheSampleAndLeavesItRunning() throws SQLException {
        Result started = guichet("database", "start", "--json", "--members", "3", "--home", folder);
        assertThat(started.status()).as(started.err()).isZero();
        JsonNode server = started.json();
        assertThat(server.properties().stream().map(Map.Entry::getKey))
                .containsExactly("state", "host", "port", "database", "url", "pid");
        assertThat(server.path("state").asText()).isEqualTo("running");
        assertThat(server.path("host").asText()).isEqualTo("127.0.0.1");
        assertThat(server.path("database").asText()).isEqualTo("guichet");
        assertThat(ProcessHandle.of(server.path("pid").asLong())).isPresent();
        DatabaseAddress address = DatabaseAddress.parse(server.path("url").asText());
        new Connections(() -> address, new Credentials("care", "care"), "").getConnection().close();

        assertThat(guichet("database", "status", "--json", "--home", folder).json()).isEqualTo(server);
        assertThat(guichet("database", "start", "--json", "--home", folder).json()).isEqualTo(server);
        Result otherwise = guichet("database", "start", "--empty", "--home", folder);
        assertThat(otherwise.status()).isEqualTo(1);
        assertThat(otherwise.err()).contains("filled already");

        Result stopped = guichet("database", "stop", "--json", "--home", folder);
        assertThat(stopped.json().path("state").asText()).isEqualTo("stopped");
        assertThat(stopped.json().path("port").isNull()).isTrue();
        assertThat(guichet("database", "status", "--json", "--home", folder).json()).isEqualTo(stopped.json());
    }

    @Test
    void startsEmptyWithItsFirstAdministrator() throws SQLException {
        Map<String, String> password = Map.of("GUICHET_PASSWORD", "a long secret");
        Result started = guichet(password, "database", "start", "--empty", "--admin", "ana", "--json", "--home", folder);
        assertThat(started.status()).as(started.err()).isZero();
        DatabaseAddress address = DatabaseAddress.parse(started.json().path("url").asText());
        try (Connection ana = new Connections(() -> address, new Credentials("ana", "a long secret"), "").getConnection()) {
            assertThat(ana.isValid(1)).isTrue();
        }
        Result again = guichet(password, "database", "start", "--admin", "bo", "--home", folder);
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("administrator already");
    }

    @Test
    void stopsUnderAWindowOnlyByForce() {
        EmbeddedServer window = home.client();
        window.start();
        Result refused = guichet("database", "stop", "--home", folder);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("--force");
        assertThat(window.status().running()).isTrue();
        assertThat(guichet("database", "stop", "--force", "--home", folder).status()).isZero();
        assertThat(window.status().running()).isFalse();
    }

    @Test
    void migratesACentralDatabaseAsItsOwner() {
        DatabaseAddress central = TestServer.shared().createEmpty();
        Credentials owner = TestServer.shared().superuser();
        Result migrated = guichet(Map.of("GUICHET_PASSWORD", owner.password()), "database", "migrate", "--json",
                "--url", central.url(), "--user", owner.user(), "--home", folder);
        assertThat(migrated.status()).as(migrated.err()).isZero();
        JsonNode first = migrated.json().path("schemas").path(0);
        assertThat(first.path("schema").asText()).isEqualTo("access");
        assertThat(first.path("from").isNull()).isTrue();
        assertThat(first.path("to").asText()).matches("[0-9]{3}");
        TestServer.shared().drop(central);
    }

    @Test
    void refusesInASentenceWhatCannotBe() {
        Result central = guichet("database", "start", "--url", "jdbc:postgresql://localhost/guichet", "--home", folder);
        assertThat(central.status()).isEqualTo(1);
        assertThat(central.err()).contains("its owner");
        Result unreadable = guichet("database", "migrate", "--url", "mysql://localhost/x", "--home", folder);
        assertThat(unreadable.status()).isEqualTo(1);
        assertThat(unreadable.err()).contains("jdbc:postgresql://");
        Result nobody = guichet("database", "migrate", "--url", "jdbc:postgresql://localhost/x", "--home", folder);
        assertThat(nobody.err()).contains("--user");
        Result whose = guichet(Map.of("GUICHET_PASSWORD", "a long secret"), "database", "migrate", "--url",
                "jdbc:postgresql://localhost/x", "--home", folder);
        assertThat(whose.status()).isEqualTo(1);
        assertThat(whose.err()).contains("GUICHET_PASSWORD is set, but --user does not say whose password it is");
        Result silent = guichet("database", "migrate", "--url", "jdbc:postgresql://localhost/x", "--user", "chief",
                "--home", folder);
        assertThat(silent.err()).contains("GUICHET_PASSWORD");
        assertThat(silent.out()).isEmpty();
    }

    @Test
    void tellsWrongUsageFromRefusal() {
        assertThat(guichet("database").status()).isEqualTo(2);
        assertThat(guichet("database", "begin").status()).isEqualTo(2);
        assertThat(guichet("database", "start", "--sample", "--empty").status()).isEqualTo(2);
        assertThat(guichet("--nonsense").status()).isEqualTo(2);
        assertThat(guichet("database", "--help").status()).isZero();
        assertThat(guichet("--home", folder).status()).isZero();
    }

    @Test
    void saysInASentenceThatANumberIsNone() {
        Result limit = guichet("search", "--limit", "x", "dupont", "--home", folder);
        assertThat(limit.status()).isEqualTo(2);
        assertThat(limit.err()).startsWith("--limit takes a whole number, not “x”. Nothing was done.");
        Result members = guichet("benchmark", "--members", "many", "--home", folder);
        assertThat(members.status()).isEqualTo(2);
        assertThat(members.err()).startsWith("--members takes a whole number, not “many”.");
    }

    @Test
    void aSampleHasSomebody() {
        for (String count : new String[] {"0", "-3", "99999999999"}) {
            Result refused = guichet("database", "start", "--members", count, "--home", folder);
            assertThat(refused.status()).as(count).isEqualTo(1);
            assertThat(refused.err()).contains("from 1 to 10,000,000");
        }
    }

    @Test
    void saysInASentenceThatAFolderCannotBeUsed() throws java.io.IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        Result refused = guichet("database", "start", "--home", file.toString());
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("The data folder " + file + " cannot be used");
    }
}
