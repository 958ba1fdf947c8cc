package io.guichet.bootstrap.desktop;

import io.guichet.bootstrap.Progress;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseAddress;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.database.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Premises without a database.
final class FakePremises implements Premises {

    final List<String> events = new ArrayList<>();
    State state = State.SAMPLE;
    boolean embedded = true;
    @Nullable RuntimeException failure;

    static DatabaseFailure refused() {
        return new DatabaseFailure(DatabaseFailure.Kind.SIGN_IN_REFUSED, UserMessage.of("platform.error.signIn"),
                "password authentication failed", null);
    }

    static DatabaseFailure unreachable() {
        return new DatabaseFailure(DatabaseFailure.Kind.UNREACHABLE,
                UserMessage.of("platform.error.start", "/tmp/postgres.log"), "connection refused", null);
    }

    @Override
    public boolean isEmbedded() {
        return embedded;
    }

    @Override
    public String place() {
        return "db.example:5432/guichet";
    }

    @Override
    public void start(Progress progress) {
        call("start");
        progress.at(UserMessage.of("bootstrap.start.server"), -1);
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void fillWithSample(Progress progress) {
        call("sample");
        progress.at(UserMessage.of("bootstrap.start.sample", "FR"), 0.4);
        state = State.SAMPLE;
    }

    @Override
    public void leaveEmpty() {
        call("empty");
        state = State.WITHOUT_ADMINISTRATOR;
    }

    @Override
    public void appoint(String name, char[] password) {
        call("appoint " + name);
        state = State.READY;
    }

    @Override
    public List<String> sampleAccounts() {
        return List.of("care", "care.be", "care.es", "care.fr", "operations", "lead", "sales", "auditor", "admin");
    }

    @Override
    public Database signIn(Credentials credentials) {
        call("sign in " + credentials.user());
        if (!credentials.user().equals(credentials.password())) {
            throw refused();
        }
        return new NoDatabase(credentials);
    }

    @Override
    public void warmUp(Database database) {
        call("warm up");
    }

    @Override
    public void revive() {
        call("revive");
    }

    @Override
    public void close() {
        call("close");
    }

    private void call(String what) {
        events.add(what);
        if (failure != null) {
            throw failure;
        }
    }

    /// A database that only knows who signed in.
    private record NoDatabase(Credentials credentials) implements Database {

        @Override
        public DatabaseAddress address() {
            return new DatabaseAddress("localhost", 5432, "guichet");
        }

        @Override
        public String origin() {
            return "test";
        }

        @Override
        public <T> T read(Function<UnitOfWork, T> work) {
            throw new IllegalStateException("there is no database");
        }

        @Override
        public <T> T write(Function<UnitOfWork, T> work) {
            throw new IllegalStateException("there is no database");
        }

        @Override
        public void close() {
        }
    }
}
