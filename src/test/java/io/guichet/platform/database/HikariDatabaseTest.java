package io.guichet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guichet.platform.database.DatabaseFailure.Kind;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HikariDatabaseTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static Database care;

    @BeforeAll
    static void open() {
        DATABASE.run("CREATE TABLE public.note (id int PRIMARY KEY, text text NOT NULL)");
        DATABASE.run("GRANT SELECT, INSERT ON public.note TO care_agent");
        care = DATABASE.as("care");
    }

    @Test
    void signsInAndNamesItself() {
        assertThat(text(care, "SELECT session_user || ' ' || current_setting('application_name')"))
                .isEqualTo("care guichet");
        assertThat(text(care, "SELECT current_setting('guichet.origin')")).isEqualTo(care.origin());
        assertThat(DATABASE.as("care").origin()).isNotEqualTo(care.origin());
    }

    @Test
    void writesAndRollsBack() {
        care.write(work -> work.sql(connection -> run(connection, "INSERT INTO public.note VALUES (1, 'kept')")));
        assertThatThrownBy(() -> care.write(work -> {
            work.sql(connection -> run(connection, "INSERT INTO public.note VALUES (2, 'lost')"));
            throw new IllegalStateException("changed my mind");
        })).isInstanceOf(IllegalStateException.class).hasMessage("changed my mind");
        assertThat(text(care, "SELECT string_agg(text, ',') FROM public.note WHERE id IN (1, 2)")).isEqualTo("kept");
    }

    @Test
    void runsEntitiesAndSqlInOneTransaction() {
        String text = care.write(work -> {
            work.session().createNativeMutationQuery("INSERT INTO public.note VALUES (10, 'both')").executeUpdate();
            return work.sql(connection -> first(connection, "SELECT text FROM public.note WHERE id = 10"));
        });
        assertThat(text).isEqualTo("both");
        assertThat(text(care, "SELECT text FROM public.note WHERE id = 10")).isEqualTo("both");
    }

    @Test
    void rollsBackWhatASessionWrote() {
        assertThatThrownBy(() -> care.write(work -> {
            work.session().createNativeMutationQuery("INSERT INTO public.note VALUES (11, 'lost')").executeUpdate();
            throw new IllegalStateException("changed my mind");
        })).hasMessage("changed my mind");
        assertThat(text(care, "SELECT count(*) FROM public.note WHERE id = 11")).isEqualTo("0");
    }

    @Test
    void readsWithoutWriting() {
        DatabaseFailure failure = catchThrowableOfType(DatabaseFailure.class, () -> care.read(work ->
                work.sql(connection -> run(connection, "INSERT INTO public.note VALUES (3, 'no')"))));
        assertThat(failure.kind()).isEqualTo(Kind.UNEXPECTED);
    }

    @Test
    void tellsADuplicateFromADenialAndATimeout() {
        care.write(work -> work.sql(connection -> run(connection, "INSERT INTO public.note VALUES (4, 'once')")));
        assertThat(failureOf("INSERT INTO public.note VALUES (4, 'twice')")).isEqualTo(Kind.RULE_BROKEN);
        assertThat(failureOf("DELETE FROM public.note")).isEqualTo(Kind.DENIED);
        assertThat(failureOf("SET LOCAL statement_timeout = '5ms'; SELECT pg_sleep(5)")).isEqualTo(Kind.CANCELLED);
        assertThat(failureOf("SELECT nonsense")).isEqualTo(Kind.UNEXPECTED);
    }

    @Test
    void saysSoWhenItsThreadIsInterrupted() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = Thread.ofVirtual().uncaughtExceptionHandler((ignored, failure) -> thrown.set(failure))
                .start(() -> text(care, "SELECT pg_sleep(30)"));
        awaitSleeper();
        thread.interrupt();
        thread.join();
        assertThat(thrown.get()).isInstanceOfSatisfying(DatabaseFailure.class,
                failure -> assertThat(failure.kind()).isEqualTo(Kind.CANCELLED));
        assertThat(text(care, "SELECT 1")).isEqualTo("1");
    }

    private static void awaitSleeper() {
        while (DATABASE.query("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
                + " AND datname = current_database()").isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void refusesAWrongPassword() {
        DatabaseFailure failure = catchThrowableOfType(DatabaseFailure.class,
                () -> HikariDatabase.open(DATABASE::address, new Credentials("care", "wrong"), List.of()));
        assertThat(failure.kind()).isEqualTo(Kind.SIGN_IN_REFUSED);
        assertThat(failure.userMessage().key()).isEqualTo("platform.error.signIn");
    }

    @Test
    void saysThatNobodyAnswers() {
        DatabaseAddress nobody = new DatabaseAddress("127.0.0.1", 1, "guichet");
        DatabaseFailure failure = catchThrowableOfType(DatabaseFailure.class,
                () -> HikariDatabase.open(() -> nobody, new Credentials("care", "care"), List.of()));
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.userMessage().arguments()).containsExactly("127.0.0.1:1/guichet");
    }

    @Test
    void saysThatThereIsNoSuchDatabase() {
        DatabaseAddress wrong = new DatabaseAddress("127.0.0.1", DATABASE.address().port(), "nowhere");
        DatabaseFailure failure = catchThrowableOfType(DatabaseFailure.class,
                () -> HikariDatabase.open(() -> wrong, new Credentials("care", "care"), List.of()));
        assertThat(failure.userMessage().key()).isEqualTo("platform.error.noDatabase");
    }

    @Test
    void refusesTheJavaFxThread() throws InterruptedException {
        assertThat(onScreenThread(() -> text(care, "SELECT 1"))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JavaFX thread");
        assertThat(onScreenThread(() -> DATABASE.as("care")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("JavaFX thread");
    }

    private static Throwable onScreenThread(Runnable work) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(work, "JavaFX Application Thread");
        thread.setUncaughtExceptionHandler((ignored, failure) -> thrown.set(failure));
        thread.start();
        thread.join();
        return thrown.get();
    }

    private static Kind failureOf(String sql) {
        return catchThrowableOfType(DatabaseFailure.class,
                () -> care.write(work -> work.sql(connection -> run(connection, sql)))).kind();
    }

    private static String text(Database database, String sql) {
        return database.read(work -> work.sql(connection -> first(connection, sql)));
    }

    private static String first(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql); ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.execute();
        }
    }
}
