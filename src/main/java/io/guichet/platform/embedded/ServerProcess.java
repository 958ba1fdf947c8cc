package io.guichet.platform.embedded;

import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.DatabaseAddress;
import io.guichet.platform.database.DatabaseFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/// Starts, finds and stops the server process of a cluster. Called by the holder of the start lock only.
final class ServerProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ORPHANS_MAY_LIVE = Duration.ofSeconds(10);
    private static final int TRIES = 4;
    private static final Duration POLL = Duration.ofMillis(25);
    private static final String STARTING_UP = "57P03";
    private static final String CONNECTION_FAILED = "08001";

    private final Cluster cluster;
    private final ServerProgram programs;
    private final Path binaries;

    /// @param binaries folder below which this home's PostgreSQL programs lie: a process that runs one of them is ours
    ServerProcess(Cluster cluster, ServerProgram programs, Path binaries) {
        this.cluster = cluster;
        this.programs = programs;
        this.binaries = binaries;
    }

    ServerProgram programs() {
        return programs;
    }

    /// Finds the server running, or starts it; on return it answers and has the database.
    DatabaseAddress run(Credentials superuser) throws IOException {
        Optional<Postmaster> alive = cluster.postmaster().filter(server -> server.runs(binaries));
        int port = alive.isPresent() ? alive.get().port() : launch();
        DatabaseAddress maintenance = new DatabaseAddress("127.0.0.1", port, "postgres");
        createDatabase(maintenance, superuser);
        return new DatabaseAddress("127.0.0.1", port, EmbeddedServer.DATABASE);
    }

    /// Stops the server if it runs; open transactions are rolled back.
    void stop() throws IOException {
        Optional<Postmaster> alive = cluster.postmaster().filter(server -> server.runs(binaries));
        if (alive.isEmpty()) {
            return;
        }
        ServerProgram.Ended ended = programs.run("pg_ctl",
                List.of("-D", cluster.data().toString(), "-m", "fast", "-w", "-t", "60", "stop"), 90);
        if (!ended.well() && alive.get().runs(binaries)) {
            throw new IOException("pg_ctl stop ended with " + ended.status() + ": " + ended.output());
        }
    }

    private int launch() throws IOException {
        clearLeftovers();
        String problem = "";
        for (int i = 0; i < TRIES; i++) {
            Optional<Integer> remembered = cluster.rememberedPort().filter(LoopbackPorts::isFree);
            int port = remembered.isPresent() ? remembered.get() : LoopbackPorts.choose();
            cluster.configure(port);
            ServerProgram.Ended ended = programs.run("pg_ctl", List.of("-D", cluster.data().toString(),
                    "-l", cluster.output("server").toString(), "-w", "-t", "60", "start"), 90);
            if (ended.well()) {
                cluster.rememberPort(port);
                return port;
            }
            problem = "pg_ctl start ended with " + ended.status() + ": " + ended.output();
            if (LoopbackPorts.isFree(port)) {
                break;
            }
            // Somebody took the port between the look and the start: another one.
        }
        throw new DatabaseFailure(DatabaseFailure.Kind.UNREACHABLE,
                UserMessage.of("platform.error.start", cluster.output("server").toString()), problem, null);
    }

    /// After the server was killed, its workers live on for a moment, and `postmaster.pid` names a process that is gone
    /// or a stranger with the same number. PostgreSQL clears up after the first; before a stranger, or a file that a failed
    /// disk left torn, it would give up, so the file goes. It may only go when no worker is left: two servers on one cluster would destroy it.
    private void clearLeftovers() throws IOException {
        Instant deadline = Instant.now().plus(ORPHANS_MAY_LIVE);
        while (!orphans().isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new DatabaseFailure(DatabaseFailure.Kind.UNREACHABLE,
                        UserMessage.of("platform.error.start", cluster.output("server").toString()),
                        "processes of a server that died do not end: " + orphans(), null);
            }
            pause();
        }
        if (cluster.postmaster().map(server -> ProcessHandle.of(server.pid()).isPresent()).orElse(true)) {
            cluster.forgetPostmaster();
        }
    }

    private List<ProcessHandle> orphans() {
        return ProcessHandle.allProcesses().filter(process -> Postmaster.runs(process, binaries)).toList();
    }

    private void createDatabase(DatabaseAddress maintenance, Credentials superuser) throws IOException {
        try (Connection connection = connect(maintenance, superuser);
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery(
                    "SELECT 1 FROM pg_database WHERE datname = '" + EmbeddedServer.DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + EmbeddedServer.DATABASE);
        } catch (SQLException refused) {
            throw new DatabaseFailure(DatabaseFailure.Kind.UNREACHABLE,
                    UserMessage.of("platform.error.start", cluster.output("server").toString()),
                    "the embedded server on port " + maintenance.port() + " refuses: " + refused.getMessage(), refused);
        }
    }

    /// Connects as soon as the server has finished starting: another process may have started it a moment ago, or it
    /// replays its log after a crash.
    private Connection connect(DatabaseAddress maintenance, Credentials superuser) throws SQLException, IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(maintenance.url());
        source.setUser(superuser.user());
        source.setPassword(superuser.password());
        source.setConnectTimeout(5);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return source.getConnection();
            } catch (SQLException refused) {
                boolean coming = STARTING_UP.equals(refused.getSQLState())
                        || CONNECTION_FAILED.equals(refused.getSQLState()) && alive();
                if (!coming || Instant.now().isAfter(deadline)) {
                    throw refused;
                }
                pause();
            }
        }
    }

    private boolean alive() throws IOException {
        return cluster.postmaster().filter(server -> server.runs(binaries)).isPresent();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the server", interrupted);
        }
    }
}
