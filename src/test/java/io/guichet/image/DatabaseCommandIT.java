package io.guichet.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// A newcomer's first minutes with the image: the database of a fresh data folder is started, reached with a sample
/// account, searched and stopped.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatabaseCommandIT {

    private static Launcher launcher;
    private static JsonNode started;

    @BeforeAll
    static void startInAFreshFolder() throws Exception {
        launcher = Launcher.withHome("database");
        launcher.run("database", "stop"); // of a run that was killed
        deleteTree(launcher.home());

        Launcher.Result result = launcher.run("database", "start", "--json");

        assertThat(result.status()).as(result.err()).isZero();
        started = result.json();
    }

    @AfterAll
    static void stop() throws Exception {
        launcher.run("database", "stop");
    }

    @Test
    @Order(1)
    void tellsWhereItListens() {
        assertThat(started.get("state").textValue()).isEqualTo("running");
        assertThat(started.get("port").intValue()).isBetween(1, 65535);
        assertThat(started.get("url").textValue())
                .startsWith("jdbc:postgresql://").contains(":" + started.get("port") + "/" + started.get("database").textValue());
        assertThat(ProcessHandle.of(started.get("pid").longValue())).isPresent();
    }

    @Test
    @Order(2)
    void letsASampleAccountInAndNobodyWithAWrongPassword() throws SQLException {
        String url = started.get("url").textValue();
        try (Connection connection = DriverManager.getConnection(url, "care", "care");
             Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery("SELECT session_user")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("care");
        }
        assertThatThrownBy(() -> DriverManager.getConnection(url, "care", "wrong").close())
                .isInstanceOf(SQLException.class).extracting(failure -> ((SQLException) failure).getSQLState())
                .isEqualTo("28P01");
    }

    @Test
    @Order(3)
    void keepsACountryFromWhoMayNotSeeIt() throws SQLException {
        try (Connection connection = DriverManager.getConnection(started.get("url").textValue(), "care.fr", "care.fr");
             Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM es.asegurado"))
                    .isInstanceOf(SQLException.class).extracting(failure -> ((SQLException) failure).getSQLState())
                    .isEqualTo("42501");
        }
    }

    @Test
    @Order(4)
    void startingTwiceJoinsTheRunningServer() throws Exception {
        Launcher.Result again = launcher.run("database", "start", "--json");

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.json().get("pid")).isEqualTo(started.get("pid"));
        assertThat(launcher.run("database", "status", "--json").json().get("state").textValue()).isEqualTo("running");
    }

    @Test
    @Order(5)
    void searchesAsASampleAccount() throws Exception {
        Launcher.Result result = launcher.with("GUICHET_PASSWORD", "care")
                .run("search", "--user", "care", "--json", "--limit", "5", "ma");

        assertThat(result.status()).as(result.err()).isZero();
        JsonNode answer = result.json();
        assertThat(answer.get("rows").size()).isBetween(1, 5);
        assertThat(answer.get("rows").get(0).fieldNames()).toIterable()
                .contains("country", "kind", "reference", "label", "detail");
        assertThat(answer.get("databaseMillis").isNumber()).isTrue();
        assertThat(answer.get("totalMillis").isNumber()).isTrue();
    }

    @Test
    @Order(6)
    void refusesASearchWithAWrongPassword() throws Exception {
        Launcher.Result result = launcher.with("GUICHET_PASSWORD", "wrong").run("search", "--user", "care", "--json", "ma");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    @Order(7)
    void stops() throws Exception {
        Launcher.Result stopped = launcher.run("database", "stop", "--json");

        assertThat(stopped.status()).as(stopped.err()).isZero();
        assertThat(launcher.run("database", "status", "--json").json().get("state").textValue()).isEqualTo("stopped");
        // PostgreSQL takes its files away a moment before its process ends.
        ProcessHandle.of(started.get("pid").longValue())
                .ifPresent(server -> assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(30)));
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
