package io.guichet.platform.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Opens single connections, each set up the same way. Refuses to work on the JavaFX thread: what is
/// refused at once in development never reaches a user.
public final class Connections implements DataSource {

    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 120;
    private static final String STATEMENT_TIMEOUT = "60s";

    private final Supplier<DatabaseAddress> address;
    private final Credentials credentials;
    private final String origin;
    private final boolean bounded;
    private final String role;
    private volatile int connectSeconds = CONNECT_SECONDS;

    /// Connections whose statements end after a minute at most: nobody waits longer at a counter.
    ///
    /// @param address asked for each connection: the embedded server may come back on another port
    /// @param origin  the window's name in change notifications, empty for none
    public Connections(Supplier<DatabaseAddress> address, Credentials credentials, String origin) {
        this(address, credentials, origin, true, "");
    }

    private Connections(Supplier<DatabaseAddress> address, Credentials credentials, String origin, boolean bounded,
                        String role) {
        this.address = address;
        this.credentials = credentials;
        this.origin = origin;
        this.bounded = bounded;
        this.role = role;
    }

    /// The same without limits: a migration, a bulk load or a listener takes as long as it needs.
    public Connections unbounded() {
        return new Connections(address, credentials, origin, false, role);
    }

    /// The same acting as another role, that the one signed in is a member of.
    Connections acting(String other) {
        return new Connections(address, credentials, origin, bounded, other);
    }

    @Override
    public Connection getConnection() throws SQLException {
        ScreenThread.refuse();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.get().url());
        source.setUser(credentials.user());
        source.setPassword(credentials.password());
        source.setApplicationName("guichet");
        source.setConnectTimeout(connectSeconds);
        source.setLoginTimeout(connectSeconds);
        source.setSocketTimeout(bounded ? ANSWER_SECONDS : 0);
        source.setTcpKeepAlive(true);
        // Exceptions end in logs: they must not carry values of rows.
        source.setLogServerErrorDetail(false);
        return set(source.getConnection());
    }

    private Connection set(Connection connection) throws SQLException {
        // By statement, not by start-up parameter: a pooler in front of the server would refuse those.
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT set_config('guichet.origin', ?, false), set_config('statement_timeout', ?, false),"
                        + " set_config('role', ?, false)")) {
            statement.setString(1, origin);
            statement.setString(2, bounded ? STATEMENT_TIMEOUT : "0");
            statement.setString(3, role.isEmpty() ? "none" : role);
            statement.execute();
            return connection;
        } catch (SQLException refused) {
            try (connection) {
                throw refused;
            }
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("these connections are signed in as " + credentials);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException("logs go through java.util.logging");
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("logs go through java.util.logging");
    }

    @Override
    public void setLoginTimeout(int seconds) {
        connectSeconds = seconds == 0 ? CONNECT_SECONDS : seconds;
    }

    @Override
    public int getLoginTimeout() {
        return connectSeconds;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("no logger of its own");
    }

    @Override
    public <T> T unwrap(Class<T> wanted) throws SQLException {
        if (wanted.isInstance(this)) {
            return wanted.cast(this);
        }
        throw new SQLException("not a " + wanted.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> wanted) {
        return wanted.isInstance(this);
    }
}
