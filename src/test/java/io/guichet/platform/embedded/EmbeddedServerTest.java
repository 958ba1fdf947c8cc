package io.guichet.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guichet.platform.database.Connections;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.testing.TestHome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    @TempDir
    Path temporary;

    private TestHome home;

    @BeforeEach
    void unpack() {
        home = TestHome.unpacked(temporary);
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void keepsItsSecretToItsOwner() throws IOException {
        start();
        if (Files.getFileAttributeView(home.path(), PosixFileAttributeView.class) != null) {
            assertThat(mode(home.folder().database())).isEqualTo("rwx------");
            assertThat(mode(home.folder().database().resolve("secret"))).isEqualTo("rw-------");
        }
        assertThat(Files.readString(home.folder().database().resolve("secret"))).hasSizeGreaterThan(40);
    }

    @Test
    void letsNobodyInWithoutThePassword() throws IOException, SQLException {
        EmbeddedServer server = start();
        assertThat(Files.readAllLines(home.folder().database().resolve("data").resolve("pg_hba.conf")))
                .filteredOn(line -> !line.startsWith("#"))
                .containsExactly("host all all 127.0.0.1/32 scram-sha-256");
        assertThat(value(server, "SHOW unix_socket_directories")).isEmpty();
        assertThat(value(server, "SELECT substr(rolpassword, 1, 13) FROM pg_authid WHERE rolname = 'postgres'"))
                .isEqualTo("SCRAM-SHA-256");
        for (String wrong : List.of("", "postgres", "guess")) {
            assertThatThrownBy(() -> new Connections(server::address, new Credentials("postgres", wrong), "")
                    .getConnection().close()).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        EmbeddedServer server = start();
        new Socket(InetAddress.ofLiteral("127.0.0.1"), server.address().port()).close();
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses).filter(each -> !each.isLoopbackAddress()).toList();
        for (InetAddress other : others) {
            assertThatThrownBy(() -> new Socket(other, server.address().port()).close()).as("%s", other)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void isJoinedAndStoppedByTheLastToLeave() {
        EmbeddedServer first = start();
        EmbeddedServer second = start();
        assertThat(second.address()).isEqualTo(first.address());
        first.close();
        assertThat(second.status().running()).isTrue();
        first.close();
        assertThat(second.status().running()).isTrue();
        second.close();
        assertThat(second.status().running()).isFalse();
    }

    @Test
    void runsOnWhenPinnedUntilItIsStopped() {
        EmbeddedServer command = start();
        command.pin();
        command.close();
        EmbeddedServer window = start();
        assertThat(home.client().stop(false)).isFalse();
        assertThat(window.status()).matches(EmbeddedServer.Status::running).matches(EmbeddedServer.Status::pinned);
        window.close();
        assertThat(window.status().running()).isTrue();
        assertThat(home.client().stop(false)).isTrue();
        assertThat(window.status().running()).isFalse();
    }

    @Test
    void staysStoppedWhenItWasStoppedOnPurpose() {
        EmbeddedServer window = start();
        assertThat(home.client().stop(true)).isTrue();
        window.ensureRunning();
        assertThat(window.status().running()).isFalse();
        start();
        window.ensureRunning();
        assertThat(window.status().running()).isTrue();
    }

    @Test
    void comesBackWithItsDataAfterItWasKilled() throws SQLException {
        EmbeddedServer server = start();
        run(server, "CREATE TABLE kept (id int)");
        run(server, "INSERT INTO kept VALUES (42)");
        int port = server.address().port();
        long pid = server.status().pid();
        kill(pid);
        server.ensureRunning();
        assertThat(server.status().pid()).isNotEqualTo(pid);
        assertThat(server.address().port()).isEqualTo(port);
        assertThat(value(server, "SELECT id FROM kept")).isEqualTo("42");
    }

    @Test
    void isNotFooledByAStrangerWithItsProcessNumber() throws IOException, SQLException {
        EmbeddedServer server = start();
        Path pidFile = home.folder().database().resolve("data").resolve("postmaster.pid");
        List<String> lines = Files.readAllLines(pidFile);
        kill(server.status().pid());
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);
        assertThat(server.status().running()).isFalse();
        server.ensureRunning();
        assertThat(value(server, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void takesAnotherPortWhenItsOwnIsTaken() throws IOException, SQLException {
        EmbeddedServer server = start();
        int port = server.address().port();
        server.close();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            EmbeddedServer again = start();
            assertThat(again.address().port()).isNotEqualTo(taken.getLocalPort());
            assertThat(value(again, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void throwsAwayWhatAKilledFirstStartLeft() throws IOException, SQLException {
        Path unpacked;
        try (var versions = Files.list(home.folder().postgres())) {
            unpacked = versions.findFirst().orElseThrow();
        }
        Path half = home.folder().postgres().resolve(".unpacking-" + unpacked.getFileName());
        Files.createDirectories(half.resolve("bin"));
        Files.writeString(half.resolve("bin").resolve("postgres"), "half");
        PrivateFiles.delete(unpacked);
        Path creating = home.folder().database().resolve("creating");
        Files.createDirectories(creating);
        Files.writeString(creating.resolve("PG_VERSION"), "18\n");
        EmbeddedServer server = start();
        assertThat(value(server, "SELECT 1")).isEqualTo("1");
        assertThat(half).doesNotExist();
        assertThat(creating).doesNotExist();
    }

    @Test
    void startsOverTornFilesBesideTheData() throws IOException {
        start().close();
        Path database = home.folder().database();
        byte[] noise = {(byte) 0xff, (byte) 0xfe, 0, '\n', (byte) 0xc3, '\n', 7, '\n', 'x', '\n'};
        for (Path torn : List.of(database.resolve("port"), database.resolve("data").resolve("postmaster.pid"))) {
            for (byte[] content : List.of(noise, new byte[0], "99999\n".getBytes(StandardCharsets.UTF_8))) {
                Files.write(torn, content);
                EmbeddedServer server = start();
                assertThat(server.status().running()).as("%s", torn.getFileName()).isTrue();
                server.close();
            }
        }
    }

    @Test
    void refusesAFolderOfAFuturePostgres() throws IOException {
        EmbeddedServer server = start();
        server.close();
        Path version = home.folder().database().resolve("data").resolve("PG_VERSION");
        Files.writeString(version, "19\n");
        DatabaseFailure failure = catchThrowableOfType(DatabaseFailure.class, () -> home.client().start());
        assertThat(failure.kind()).isEqualTo(DatabaseFailure.Kind.VERSION);
        assertThat(failure.userMessage().key()).isEqualTo("platform.error.folderNewer");
        Files.writeString(version, "18\n");
    }

    @Test
    void survivesAKilledClient() throws IOException, InterruptedException {
        EmbeddedServer window;
        try (OtherProcess other = OtherProcess.start(home.path())) {
            int port = other.port();
            other.kill();
            window = start();
            assertThat(window.address().port()).isEqualTo(port);
        }
        window.close();
        assertThat(window.status().running()).isFalse();
    }

    @Test
    void isStoppedByTheLastProcessToLeave() throws IOException, InterruptedException {
        try (OtherProcess other = OtherProcess.start(home.path())) {
            other.port();
            EmbeddedServer window = start();
            window.close();
            assertThat(window.status().running()).isTrue();
            other.leave();
            assertThat(window.status().running()).isFalse();
        }
    }

    @Test
    void isCreatedOnceWhenTwoProcessesStartAtOnce() throws IOException, InterruptedException {
        try (OtherProcess one = OtherProcess.start(home.path()); OtherProcess two = OtherProcess.start(home.path())) {
            assertThat(one.port()).isEqualTo(two.port());
            one.leave();
            assertThat(home.client().status().running()).isTrue();
            two.leave();
            assertThat(home.client().status().running()).isFalse();
        }
    }

    private EmbeddedServer start() {
        EmbeddedServer client = home.client();
        client.start();
        return client;
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void run(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = new Connections(server::address, server.superuser(), "").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = new Connections(server::address, server.superuser(), "").getConnection();
                Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
