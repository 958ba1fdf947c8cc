package io.guichet.bootstrap.benchmark;

import io.guichet.platform.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/// The least any question costs: one row, without any table.
final class BareQuestion {

    private BareQuestion() {
    }

    /// How long it took just now, in nanoseconds.
    static long nanos(Database database) {
        long start = System.nanoTime();
        database.read(work -> work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT 1");
                    ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }));
        return System.nanoTime() - start;
    }
}
