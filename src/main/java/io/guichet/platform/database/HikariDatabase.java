package io.guichet.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.guichet.kernel.UserMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.jspecify.annotations.Nullable;

/// A small pool, signed in as one role. Hibernate is set up when the first unit of work asks for entities, or by
/// `warmUp`: a command that only runs SQL never pays for it.
public final class HikariDatabase implements Database {

    private static final int POOL_SIZE = 6;
    private static final long CONNECTION_MILLIS = 3_000;
    private static final long VALIDATION_MILLIS = 1_500;

    private final Supplier<DatabaseAddress> address;
    private final Credentials credentials;
    private final String origin;
    private final List<Class<?>> entities;
    private final Connections connections;
    private final HikariDataSource pool;
    private final Object setUp = new Object();
    private @Nullable SessionFactory sessions;

    private HikariDatabase(Supplier<DatabaseAddress> address, Credentials credentials, String origin,
                           List<Class<?>> entities, Connections connections, HikariDataSource pool) {
        this.address = address;
        this.connections = connections;
        this.credentials = credentials;
        this.origin = origin;
        this.entities = entities;
        this.pool = pool;
    }

    /// Signs in.
    ///
    /// @param address  asked for each new connection: the embedded server may come back on another port
    /// @param entities all Hibernate entities
    /// @throws DatabaseFailure when the server cannot be reached or refuses the credentials
    public static HikariDatabase open(Supplier<DatabaseAddress> address, Credentials credentials,
                                      List<Class<?>> entities) {
        return open(address, credentials, entities, connection -> { });
    }

    /// What must hold before work begins: that both sides have the same version.
    @FunctionalInterface
    public interface Precondition {
        /// @throws DatabaseFailure when it does not hold
        void check(Connection connection) throws SQLException;
    }

    /// Signs in, if `precondition` holds.
    public static HikariDatabase open(Supplier<DatabaseAddress> address, Credentials credentials,
                                      List<Class<?>> entities, Precondition precondition) {
        String origin = UUID.randomUUID().toString();
        Connections connections = new Connections(address, credentials, origin);
        // The pool would try for a second before it says what the first connection knows at once.
        try (Connection first = connections.getConnection()) {
            precondition.check(first);
        } catch (SQLException refused) {
            throw DatabaseFailures.of(refused, address.get());
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("guichet");
        config.setDataSource(connections);
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_MILLIS);
        config.setValidationTimeout(VALIDATION_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(false);
        return new HikariDatabase(address, credentials, origin, List.copyOf(entities), connections,
                new HikariDataSource(config));
    }

    @Override
    public DatabaseAddress address() {
        return address.get();
    }

    @Override
    public Credentials credentials() {
        return credentials;
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> work) {
        return transaction(work, true);
    }

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
        return transaction(work, false);
    }

    /// Sets Hibernate up now, for whoever has the time before the first file is opened.
    public void warmUp() {
        sessionFactory();
    }

    @Override
    public void close() {
        synchronized (setUp) {
            if (sessions != null) {
                sessions.close();
            }
        }
        pool.close();
    }

    private <T> T transaction(Function<UnitOfWork, T> work, boolean readOnly) {
        // The pool would hand out an idle connection without asking.
        ScreenThread.refuse();
        try (Connection connection = connection()) {
            connection.setReadOnly(readOnly);
            try (Unit unit = new Unit(connection)) {
                T result = work.apply(unit);
                unit.commit();
                return result;
            } catch (RuntimeException | Error failed) {
                rollback(connection, failed);
                throw failed;
            }
        } catch (SQLException failed) {
            throw failure(failed).orElseThrow(() -> new IllegalStateException(failed));
        } catch (RuntimeException failed) {
            throw failure(failed).map(RuntimeException.class::cast).orElse(failed);
        }
    }

    /// A connection of the pool. After an outage the pool waits longer and longer, up to ten seconds, before it tries the
    /// server again, and repeats meanwhile what it knew last: whoever saves when the server is back must not be told that
    /// it is gone.
    private Connection connection() throws SQLException {
        try {
            return pool.getConnection();
        } catch (SQLTransientConnectionException timedOut) {
            if (pool.getHikariPoolMXBean().getTotalConnections() > 0) {
                throw timedOut;
            }
            Connection ofItsOwn = connections.getConnection();
            ofItsOwn.setAutoCommit(false);
            return ofItsOwn;
        }
    }

    private Optional<DatabaseFailure> failure(Exception failed) {
        if (Thread.currentThread().isInterrupted()) {
            // Whoever interrupts a thread that waits for the server tears its connection: not the server's fault.
            return Optional.of(new DatabaseFailure(DatabaseFailure.Kind.CANCELLED,
                    UserMessage.of("platform.error.cancelled"), "interrupted", failed));
        }
        return DatabaseFailures.find(failed, address());
    }

    private static void rollback(Connection connection, Throwable because) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            because.addSuppressed(alsoFailed);
        }
    }

    private SessionFactory sessionFactory() {
        synchronized (setUp) {
            SessionFactory ready = sessions;
            if (ready == null) {
                ready = new HibernatePersistenceConfiguration("guichet")
                        .managedClasses(entities)
                        .property(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, (DataSource) pool)
                        .property(AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, true)
                        // The database is known, so that setting up needs no connection.
                        .property("jakarta.persistence.database-product-name", "PostgreSQL")
                        .property("jakarta.persistence.database-major-version", 18)
                        .property("hibernate.boot.allow_jdbc_metadata_access", false)
                        .createEntityManagerFactory();
                sessions = ready;
            }
            return ready;
        }
    }

    /// One transaction; the session, if one was asked for, works on the same connection.
    private final class Unit implements UnitOfWork, AutoCloseable {

        private final Connection connection;
        private @Nullable StatelessSession session;

        Unit(Connection connection) {
            this.connection = connection;
        }

        @Override
        public StatelessSession session() {
            StatelessSession open = session;
            if (open == null) {
                open = sessionFactory().openStatelessSession(connection);
                session = open;
                open.beginTransaction();
            }
            return open;
        }

        @Override
        public <T> T sql(Sql<T> work) {
            try {
                return work.run(connection);
            } catch (SQLException failed) {
                throw DatabaseFailures.of(failed, address());
            }
        }

        void commit() throws SQLException {
            if (session != null) {
                session.getTransaction().commit();
            }
            connection.commit();
        }

        @Override
        public void close() {
            if (session != null) {
                session.close();
            }
        }
    }
}
