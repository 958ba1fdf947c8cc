package io.guichet.testing;

import io.guichet.bootstrap.Schemas;
import io.guichet.country.Countries;
import io.guichet.platform.database.Connections;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseAddress;
import io.guichet.platform.database.HikariDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jspecify.annotations.Nullable;

/// A database of a test class's own, with all schemas and the sample staff but no members:
/// `@RegisterExtension static final TestDatabase DATABASE = new TestDatabase();`
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    private final List<Database> open = new CopyOnWriteArrayList<>();
    private @Nullable DatabaseAddress address;

    @Override
    public void beforeAll(ExtensionContext context) {
        address = TestServer.shared().create();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        open.forEach(Database::close);
        TestServer.shared().drop(address());
    }

    public DatabaseAddress address() {
        if (address == null) {
            throw new IllegalStateException("the database exists from beforeAll to afterAll");
        }
        return address;
    }

    public Credentials superuser() {
        return TestServer.shared().superuser();
    }

    /// Signs in as a sample account (`care`, `care.fr`, `operations`, `lead`, `sales`, `auditor`, `admin`), each time with
    /// a pool and an origin of its own, like another window. Closed after the class.
    public Database as(String account) {
        return signIn(new Credentials(account, account));
    }

    /// Signs in as the owner of everything.
    public Database asSuperuser() {
        return signIn(superuser());
    }

    /// A plain connection of the superuser, autocommit on; the caller closes it.
    public Connection connect() throws SQLException {
        return new Connections(this::address, superuser(), "").unbounded().getConnection();
    }

    /// Runs one statement as superuser.
    public void run(String sql, Object... arguments) {
        try (Connection connection = connect(); PreparedStatement statement = prepared(connection, sql, arguments)) {
            statement.execute();
        } catch (SQLException failed) {
            throw new AssertionError(failed.getMessage(), failed);
        }
    }

    /// The first column of a query as superuser, as text.
    public List<String> query(String sql, Object... arguments) {
        try (Connection connection = connect(); PreparedStatement statement = prepared(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException failed) {
            throw new AssertionError(failed.getMessage(), failed);
        }
    }

    private Database signIn(Credentials credentials) {
        Database database = HikariDatabase.open(this::address, credentials, new Schemas(Countries.load()).entities());
        open.add(database);
        return database;
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
