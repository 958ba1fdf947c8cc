package io.guichet.directory.internal;

import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseAddress;
import io.guichet.platform.database.UnitOfWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.hibernate.StatelessSession;

/// Counts what is asked of a database: units of work, and statements prepared in them by SQL.
record CountingDatabase(Database real, AtomicInteger units, AtomicInteger statements) implements Database {

    CountingDatabase(Database real) {
        this(real, new AtomicInteger(), new AtomicInteger());
    }

    void reset() {
        units.set(0);
        statements.set(0);
    }

    @Override
    public DatabaseAddress address() {
        return real.address();
    }

    @Override
    public Credentials credentials() {
        return real.credentials();
    }

    @Override
    public String origin() {
        return real.origin();
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> work) {
        units.incrementAndGet();
        return real.read(unit -> work.apply(counting(unit)));
    }

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
        units.incrementAndGet();
        return real.write(unit -> work.apply(counting(unit)));
    }

    @Override
    public void close() {
        real.close();
    }

    private UnitOfWork counting(UnitOfWork unit) {
        return new UnitOfWork() {
            @Override
            public StatelessSession session() {
                return unit.session();
            }

            @Override
            public <T> T sql(Sql<T> work) {
                return unit.sql(connection -> work.run(counting(connection)));
            }
        };
    }

    private Connection counting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement") || method.getName().equals("createStatement")) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
