package io.guichet.directory.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// A load by the owner of the database in which the search index is written once, at the end: what is published
/// meanwhile can be found from `finish` on. A load that is small against what is there is indexed as it comes.
public final class IndexLoad {

    private static final List<String> STEPS =
            List.of("SELECT directory.finish_words()", "SELECT directory.finish_keys()");

    private final Connection owner;
    private final boolean later;

    private IndexLoad(Connection owner, boolean later) {
        this.owner = owner;
        this.later = later;
    }

    /// Told after each step of `finish` which part of the work is done, 0 to 1.
    @FunctionalInterface
    public interface Steps {
        void done(double part);
    }

    /// Puts indexing off until `finish`, in the transaction of `owner`.
    ///
    /// @param entries about how many files will be published
    public static IndexLoad begin(Connection owner, long entries) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement("SELECT directory.begin_load(?)")) {
            statement.setLong(1, entries);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new IndexLoad(owner, row.getBoolean(1));
            }
        }
    }

    /// Makes the files that were published since `begin` known by their names: they can be asked for, not searched yet.
    /// Called once before `finish`; what is published in between is still put off.
    public void know() throws SQLException {
        if (later) {
            execute("SELECT directory.finish_entries()");
        }
    }

    /// Indexes what was published since `begin`.
    public void finish(Steps steps) throws SQLException {
        if (!later) {
            return;
        }
        for (int i = 0; i < STEPS.size(); i++) {
            execute(STEPS.get(i));
            steps.done((i + 1.0) / STEPS.size());
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
