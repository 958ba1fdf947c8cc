package io.guichet.platform.embedded;

import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.DatabaseAddress;
import io.guichet.platform.database.DatabaseFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The PostgreSQL of one data folder, shared by all Guichets on it: the first to come starts it, the last to go stops
/// it. One instance is one client of it. Every method may wait for the disk or the server.
///
/// Whoever starts or stops the server holds the folder's start lock; each client holds the clients lock until it
/// closes or dies. Nothing else is believed: a leftover of a killed process is recognised and cleared at the next start.
public final class EmbeddedServer implements AutoCloseable {

    /// The one database of the embedded server.
    public static final String DATABASE = "guichet";

    private final DataFolder home;
    private final Cluster cluster;
    private final PostgresBinaries binaries;
    private final Path pin;
    private final Path stopped;
    private final Thread atExit;
    private boolean joined;
    private volatile @Nullable DatabaseAddress address;
    private volatile @Nullable Credentials superuser;

    public EmbeddedServer(DataFolder home) {
        this(home, Map.of());
    }

    /// @param settings server settings that win over the usual ones
    public EmbeddedServer(DataFolder home, Map<String, String> settings) {
        try {
            // The real path: processes are recognised by where their program lies.
            this.home = new DataFolder(home.real());
        } catch (IOException unusable) {
            throw new DatabaseFailure(DatabaseFailure.Kind.UNEXPECTED,
                    UserMessage.of("platform.error.folder", home.path().toString()),
                    "the data folder cannot be used: " + unusable, unusable);
        }
        this.cluster = new Cluster(this.home.database(), settings);
        this.binaries = new PostgresBinaries(this.home.postgres());
        this.pin = this.home.database().resolve("pinned");
        this.stopped = this.home.database().resolve("stopped");
        this.atExit = new Thread(this::leave, "guichet-embedded-server-exit");
    }

    /// What is known about the server without touching it.
    ///
    /// @param running whether it answers
    /// @param port    where it listens, or listened last; 0 when it never did
    /// @param pid     its process, or 0
    /// @param pinned  whether it stays when the last client leaves
    public record Status(boolean running, int port, long pid, boolean pinned) {
    }

    /// The folder it lives in.
    public DataFolder home() {
        return home;
    }

    /// Joins the server, after unpacking, creating and starting it where that is not done yet. Idempotent.
    ///
    /// @throws DatabaseFailure when that is not possible
    public void start() {
        exclusively(() -> {
            if (!joined) {
                locks().enter();
                joined = true;
                Runtime.getRuntime().addShutdownHook(atExit);
            }
            try {
                Files.deleteIfExists(stopped);
                run();
            } catch (IOException | RuntimeException failed) {
                leaveLocks();
                throw failed;
            }
            return null;
        });
    }

    /// Starts the server again if it died. Does nothing when somebody stopped it on purpose.
    ///
    /// @throws DatabaseFailure when it cannot be started
    public void ensureRunning() {
        exclusively(() -> {
            if (joined && !Files.exists(stopped)) {
                run();
            }
            return null;
        });
    }

    /// Where the server listens; changes when it had to be started again on another port.
    ///
    /// @throws IllegalStateException before `start`
    public DatabaseAddress address() {
        DatabaseAddress known = address;
        if (known == null) {
            throw new IllegalStateException("the embedded server was not started");
        }
        return known;
    }

    /// The superuser of this server: for migrating, for sample data, and for the first administrator.
    ///
    /// @throws IllegalStateException before `start`
    public Credentials superuser() {
        Credentials known = superuser;
        if (known == null) {
            throw new IllegalStateException("the embedded server was not started");
        }
        return known;
    }

    /// Lets the server run on after the last client left, until `stop`.
    public void pin() {
        exclusively(() -> {
            Files.writeString(pin, "");
            return null;
        });
    }

    /// Whether it runs, and where.
    public Status status() {
        if (!home.holdsDatabase()) {
            return new Status(false, 0, 0, false);
        }
        return exclusively(() -> {
            Optional<Postmaster> alive = cluster.postmaster().filter(server -> server.runs(home.postgres()));
            return alive.map(server -> new Status(true, server.port(), server.pid(), Files.exists(pin)))
                    .orElseGet(() -> new Status(false, 0, 0, false));
        });
    }

    /// Stops the server, pinned or not.
    ///
    /// @param force also under windows and commands that use it
    /// @return false when others use it and `force` is not set: then nothing happened
    public boolean stop(boolean force) {
        return exclusively(() -> {
            leaveLocks();
            if (!force && !locks().deserted()) {
                return false;
            }
            if (home.holdsDatabase()) {
                // Windows that are open would start it again at once.
                Files.writeString(stopped, "");
                Files.deleteIfExists(pin);
                process().stop();
            }
            return true;
        });
    }

    /// Leaves the server; the last client to leave stops it unless it is pinned. Idempotent.
    @Override
    public void close() {
        leave();
        if (Thread.currentThread() != atExit) {
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException exiting) {
                // The process is ending already: the hook has nothing left to do.
                return;
            }
        }
    }

    private void leave() {
        exclusively(() -> {
            if (joined) {
                leaveLocks();
                if (!Files.exists(pin) && locks().deserted()) {
                    process().stop();
                }
            }
            return null;
        });
    }

    private void leaveLocks() throws IOException {
        if (joined) {
            joined = false;
            locks().leave();
        }
    }

    private void run() throws IOException {
        ServerProcess process = process();
        if (!cluster.exists()) {
            cluster.create(process.programs());
        }
        cluster.requireMajor(binaries.major());
        Credentials owner = cluster.superuser();
        address = process.run(owner);
        superuser = owner;
    }

    private ServerProcess process() throws IOException {
        ServerProgram programs = new ServerProgram(binaries.unpacked(), cluster.output("programs"));
        return new ServerProcess(cluster, programs, home.postgres());
    }

    private HomeLocks locks() {
        return HomeLocks.of(home.database());
    }

    private <T> T exclusively(HomeLocks.Work<T> work) {
        try {
            PrivateFiles.folder(home.database());
            return locks().exclusively(work);
        } catch (IOException unusable) {
            throw new DatabaseFailure(DatabaseFailure.Kind.UNEXPECTED,
                    UserMessage.of("platform.error.folder", home.path().toString()),
                    "the data folder cannot be used: " + unusable, unusable);
        }
    }
}
