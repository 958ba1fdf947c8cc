package io.guichet.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.Connections;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.embedded.EmbeddedServer;
import io.guichet.platform.live.ChangeFeed.State;
import io.guichet.testing.TestDatabase;
import io.guichet.testing.TestHome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PgChangeFeedTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String PAYLOAD = """
            {"country":"FR","kind":"member","reference":"%s","version":7,"origin":"window-1"}""";

    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    private final BlockingQueue<State> states = new LinkedBlockingQueue<>();

    @Test
    void tellsEachChange() throws InterruptedException {
        try (ChangeFeed feed = listen()) {
            feed.onChange(changes::add);
            notify(PAYLOAD.formatted("A-1"));
            assertThat(next(changes)).isEqualTo(
                    new Change(new FileRef(new CountryCode("FR"), FileKind.MEMBER, "A-1"), 7, "window-1"));
        }
    }

    @Test
    void tellsItsStateFromTheBeginningToTheEnd() throws InterruptedException {
        ChangeFeed feed = listen();
        feed.onState(states::add);
        assertThat(next(states)).isEqualTo(State.CONNECTED);
        feed.close();
        assertThat(next(states)).isEqualTo(State.RECONNECTING);
        assertThat(next(states)).isEqualTo(State.CLOSED);
    }

    @Test
    void tellsNothingToWhoCancelled() throws InterruptedException {
        BlockingQueue<Change> cancelled = new LinkedBlockingQueue<>();
        try (ChangeFeed feed = listen()) {
            feed.onChange(cancelled::add).cancel();
            feed.onChange(changes::add);
            notify(PAYLOAD.formatted("A-2"));
            assertThat(next(changes).file().reference()).isEqualTo("A-2");
            assertThat(cancelled).isEmpty();
        }
    }

    @Test
    void goesOnAfterForeignWordsAndAFailingListener() throws InterruptedException {
        try (ChangeFeed feed = listen()) {
            feed.onChange(change -> {
                throw new IllegalStateException("a listener's mistake");
            });
            feed.onChange(changes::add);
            notify("not json");
            notify("{}");
            notify("{\"country\":null,\"kind\":\"member\",\"reference\":\"x\"}");
            notify("{\"country\":\"france\",\"kind\":\"member\",\"reference\":\"x\"}");
            notify(PAYLOAD.formatted("A-3"));
            assertThat(next(changes).file().reference()).isEqualTo("A-3");
        }
    }

    @Test
    void listensAgainAfterItsConnectionWasCut() throws InterruptedException {
        try (ChangeFeed feed = listen()) {
            feed.onChange(changes::add);
            feed.onState(states::add);
            assertThat(next(states)).isEqualTo(State.CONNECTED);
            DATABASE.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN guichet'"
                    + " AND datname = current_database()");
            assertThat(next(states)).isEqualTo(State.RECONNECTING);
            assertThat(next(states)).isEqualTo(State.CONNECTED);
            notify(PAYLOAD.formatted("A-4"));
            assertThat(next(changes).file().reference()).isEqualTo("A-4");
        }
    }

    @Test
    void bringsAKilledServerBackAndListensAgain(@TempDir Path temporary) throws InterruptedException, SQLException {
        try (TestHome home = TestHome.unpacked(temporary)) {
            EmbeddedServer server = home.client();
            server.start();
            try (ChangeFeed feed = PgChangeFeed.open(server::address, server.superuser(), server::ensureRunning)) {
                feed.onChange(changes::add);
                feed.onState(states::add);
                assertThat(next(states)).isEqualTo(State.CONNECTED);
                ProcessHandle.of(server.status().pid()).orElseThrow().destroyForcibly();
                assertThat(next(states)).isEqualTo(State.RECONNECTING);
                assertThat(next(states)).isEqualTo(State.CONNECTED);
                try (Connection connection = new Connections(server::address, server.superuser(), "").getConnection()) {
                    notify(connection, PAYLOAD.formatted("A-5"));
                }
                assertThat(next(changes).file().reference()).isEqualTo("A-5");
            }
        }
    }

    private static ChangeFeed listen() {
        return PgChangeFeed.open(DATABASE::address, new Credentials("care", "care"), () -> { });
    }

    private static void notify(String payload) {
        DATABASE.run("SELECT pg_notify('guichet', ?)", payload);
    }

    private static void notify(Connection connection, String payload) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_notify('guichet', ?)")) {
            statement.setString(1, payload);
            statement.execute();
        }
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(30, TimeUnit.SECONDS);
        assertThat(next).as("something within 30 s").isNotNull();
        return next;
    }
}
