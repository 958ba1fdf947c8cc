package io.guichet.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.StatelessSession;

/// One transaction on one connection: what a command or a query works with. It ends with the call that got it.
public interface UnitOfWork {

    /// For entities.
    StatelessSession session();

    /// For SQL, on the same connection and in the same transaction.
    ///
    /// @throws DatabaseFailure when the database refuses or is gone
    <T> T sql(Sql<T> work);

    /// SQL that returns something.
    @FunctionalInterface
    interface Sql<T> {
        T run(Connection connection) throws SQLException;
    }
}
