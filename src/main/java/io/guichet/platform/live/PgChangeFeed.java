package io.guichet.platform.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.Connections;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// Listens to channel `guichet` on a connection of its own, on one daemon thread, until it is closed. Nothing else ends
/// it: a lost server is asked for again and again, less and less often.
public final class PgChangeFeed implements ChangeFeed {

    private static final Logger LOG = Logger.getLogger(PgChangeFeed.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    // A connection cut without a word is noticed after this and the time a check may take.
    private static final int SILENCE_MILLIS = 15_000;
    private static final int CHECK_SECONDS = 5;

    private final Connections connections;
    private final Runnable revive;
    private final JsonMapper json = new JsonMapper();
    private final List<Consumer<Change>> changeListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<State>> stateListeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstAttempt = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Object turn = new Object();
    private State state = State.RECONNECTING;
    private volatile @Nullable Connection listening;

    private PgChangeFeed(Connections connections, Runnable revive) {
        this.connections = connections;
        this.revive = revive;
    }

    /// Starts to listen; returns after the first attempt to connect, whether it succeeded or not.
    ///
    /// @param address asked before each attempt: the embedded server may come back on another port
    /// @param revive  run before each attempt but the first: starts the embedded server again if it died
    public static PgChangeFeed open(Supplier<DatabaseAddress> address, Credentials credentials, Runnable revive) {
        PgChangeFeed feed = new PgChangeFeed(new Connections(address, credentials, "").unbounded(), revive);
        Thread.ofPlatform().name("guichet-change-feed").daemon().start(feed::run);
        try {
            feed.firstAttempt.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return feed;
    }

    @Override
    public Subscription onChange(Consumer<Change> listener) {
        changeListeners.add(listener);
        return () -> changeListeners.remove(listener);
    }

    @Override
    public Subscription onState(Consumer<State> listener) {
        synchronized (turn) {
            stateListeners.add(listener);
            listener.accept(state);
        }
        return () -> stateListeners.remove(listener);
    }

    @Override
    public void close() {
        closed.countDown();
        Connection connection = listening;
        if (connection != null) {
            try {
                // The thread waits in it for the server.
                connection.abort(Runnable::run);
            } catch (SQLException alreadyBroken) {
                LOG.log(Level.FINE, "the listening connection was broken already", alreadyBroken);
            }
        }
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (isOpen()) {
            try (Connection connection = connections.getConnection()) {
                listening = connection;
                listen(connection);
            } catch (SQLException | RuntimeException lost) {
                if (isOpen()) {
                    LOG.log(Level.INFO, "the connection that listens was lost: {0}", lost.getMessage());
                }
            }
            listening = null;
            // Whoever was connected for a while starts anew with short pauses.
            pause = tell(State.RECONNECTING) ? FIRST_PAUSE : longer(pause);
            firstAttempt.countDown();
            if (waitFor(pause)) {
                reviveServer();
            }
        }
        tell(State.CLOSED);
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN guichet");
        }
        tell(State.CONNECTED);
        firstAttempt.countDown();
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (isOpen()) {
            PGNotification[] notifications = postgres.getNotifications(SILENCE_MILLIS);
            if (notifications == null || notifications.length == 0) {
                if (!connection.isValid(CHECK_SECONDS)) {
                    throw new SQLException("the server no longer answers");
                }
                continue;
            }
            for (PGNotification notification : notifications) {
                read(notification.getParameter()).ifPresent(change -> each(changeListeners, change));
            }
        }
    }

    private Optional<Change> read(String payload) {
        try {
            JsonNode node = json.readTree(payload);
            Optional<FileKind> kind = FileKind.ofCode(node.path("kind").asText());
            String reference = node.path("reference").asText();
            if (!node.path("country").isTextual() || kind.isEmpty() || reference.isBlank()) {
                // Of a newer version, or of something that is no file: nobody here shows it.
                return Optional.empty();
            }
            FileRef file = new FileRef(new CountryCode(node.path("country").asText()), kind.get(), reference);
            return Optional.of(new Change(file, node.path("version").asLong(), node.path("origin").asText("")));
        } catch (JsonProcessingException | IllegalArgumentException foreign) {
            LOG.log(Level.WARNING, "a notification that is not ours on channel guichet", foreign);
            return Optional.empty();
        }
    }

    /// Tells a new state, once.
    ///
    /// @return whether it is new
    private boolean tell(State next) {
        synchronized (turn) {
            if (state == next) {
                return false;
            }
            state = next;
            each(stateListeners, next);
            return true;
        }
    }

    private static <T> void each(List<Consumer<T>> listeners, T news) {
        for (Consumer<T> listener : listeners) {
            try {
                listener.accept(news);
            } catch (RuntimeException mistake) {
                // One listener's mistake must not keep the news from the others.
                LOG.log(Level.SEVERE, "a listener of the change feed failed", mistake);
            }
        }
    }

    private void reviveServer() {
        try {
            revive.run();
        } catch (RuntimeException stillGone) {
            LOG.log(Level.INFO, "the server could not be started again: {0}", stillGone.getMessage());
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    /// @return whether the feed is still open after the pause
    private boolean waitFor(Duration pause) {
        try {
            return !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            // Nobody interrupts this thread; if somebody does, they want it to end.
            closed.countDown();
            return false;
        }
    }
}
