package io.guichet.platform.database;

import java.util.function.Function;

/// One database, signed in as one staff role. Never used on the JavaFX thread: there it throws.
public interface Database extends AutoCloseable {

    /// Where it is.
    DatabaseAddress address();

    /// Who is signed in.
    Credentials credentials();

    /// Names this window among all clients; travels with each change notification as its origin.
    String origin();

    /// Runs `work` in a read-only transaction.
    ///
    /// @throws DatabaseFailure when the database refuses or is gone
    <T> T read(Function<UnitOfWork, T> work);

    /// Runs `work` in a transaction and commits it; rolls back when `work` throws.
    ///
    /// @throws DatabaseFailure when the database refuses or is gone
    <T> T write(Function<UnitOfWork, T> work);

    /// Closes the pool; unfinished work fails.
    @Override
    void close();
}
