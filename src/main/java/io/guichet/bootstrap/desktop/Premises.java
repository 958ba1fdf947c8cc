package io.guichet.bootstrap.desktop;

import io.guichet.bootstrap.Progress;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.Database;
import java.util.List;

/// One database to work on, as the start sees it. Every call may wait; all but `isEmbedded` and `place` throw
/// `DatabaseFailure` when the database refuses or is gone.
public interface Premises extends AutoCloseable {

    /// What the start has to do before anybody can sign in.
    enum State {
        /// Nothing: people sign in.
        READY,
        /// Nothing, and the accounts of the sample may be offered.
        SAMPLE,
        /// A new database: sample data, or empty?
        UNDECIDED,
        /// An empty one without anybody who administers staff.
        WITHOUT_ADMINISTRATOR
    }

    /// Whether the database is on this computer and this program's own.
    boolean isEmbedded();

    /// How a person calls the server: `db.example:5432/guichet`.
    String place();

    /// Starts what has to be started, and brings it to this version.
    void start(Progress progress);

    /// What is to be done now.
    State state();

    /// Fills a new database with invented people.
    void fillWithSample(Progress progress);

    /// Leaves a new database empty.
    void leaveEmpty();

    /// Creates the first administrator.
    ///
    /// @param password is wiped
    void appoint(String name, char[] password);

    /// The accounts of the sample; the password of each is its name.
    List<String> sampleAccounts();

    /// Signs in.
    Database signIn(Credentials credentials);

    /// Does ahead what the first file would wait for.
    void warmUp(Database database);

    /// Starts the database of this computer again if it died.
    void revive();

    /// Leaves the database.
    @Override
    void close();

    /// Finds premises by what was typed as server.
    @FunctionalInterface
    interface Source {
        /// @param server address of a central server, or empty for the database of this computer
        /// @throws IllegalArgumentException when the address cannot be read
        Premises at(String server);
    }
}
