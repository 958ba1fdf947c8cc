package io.guichet.bootstrap.benchmark;

import io.guichet.platform.database.Connections;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Copies of a sample's database on its own server, for measurements that change it. Gone when this is closed.
public final class SampleCopies implements AutoCloseable {

    private static final String MAINTENANCE = "postgres";

    private final DatabaseAddress sample;
    private final Credentials superuser;
    private final List<String> made = new ArrayList<>();

    /// @param sample nobody is connected to it
    public SampleCopies(DatabaseAddress sample, Credentials superuser) {
        this.sample = sample;
        this.superuser = superuser;
    }

    /// A new copy of that name.
    public DatabaseAddress make(String name) throws SQLException {
        run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)",
                "CREATE DATABASE " + name + " TEMPLATE " + sample.database() + " STRATEGY file_copy", "CHECKPOINT");
        made.add(name);
        return named(name);
    }

    /// A plain connection of the superuser to a copy; the caller closes it.
    Connection connect(DatabaseAddress copy) throws SQLException {
        return new Connections(() -> copy, superuser, "").unbounded().getConnection();
    }

    private DatabaseAddress named(String name) {
        return new DatabaseAddress(sample.host(), sample.port(), name, sample.options());
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = connect(named(MAINTENANCE)); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (String name : made) {
            run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        }
    }
}
