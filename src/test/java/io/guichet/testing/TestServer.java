package io.guichet.testing;

import io.guichet.access.internal.SampleStaff;
import io.guichet.bootstrap.Schemas;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.platform.database.Connections;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.DatabaseAddress;
import io.guichet.platform.embedded.DataFolder;
import io.guichet.platform.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The embedded server of this test run, started by the first test that needs a database. It lives in
/// `guichet.test.home` and outlives the run as files only: the template database, migrated for all registered countries
/// and with the sample staff, is made anew when a migration changed.
public final class TestServer {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final EmbeddedServer server;
    private final String template;

    private TestServer() {
        // What a test wrote need not survive a power failure.
        this.server = new EmbeddedServer(home(), Map.of(
                "fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "shared_buffers", "128MB",
                // Fifty clerks at once, beside what other tests hold.
                "max_connections", "200"));
        server.start();
        try {
            this.template = prepareTemplate();
            hire();
            hireStaff();
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException("the template database could not be made", failed);
        }
    }

    private static final class Shared {
        static final TestServer SERVER = new TestServer();
    }

    /// The one of this JVM.
    public static TestServer shared() {
        return Shared.SERVER;
    }

    /// The data folder of the test run.
    static DataFolder home() {
        return new DataFolder(Path.of(System.getProperty("guichet.test.home", "target/test-home")));
    }

    public Credentials superuser() {
        return server.superuser();
    }

    /// A new database with all schemas, no members, and the sample staff to sign in with.
    public DatabaseAddress create() {
        String name = "test_" + NUMBER.incrementAndGet();
        try {
            sql("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)",
                    "CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY file_copy");
        } catch (SQLException failed) {
            throw new IllegalStateException("the test database could not be made", failed);
        }
        return named(name);
    }

    /// A new database with nothing in it.
    public DatabaseAddress createEmpty() {
        String name = "test_empty_" + NUMBER.incrementAndGet();
        try {
            sql("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)", "CREATE DATABASE " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException("the test database could not be made", failed);
        }
        return named(name);
    }

    public void drop(DatabaseAddress database) {
        try {
            sql("DROP DATABASE IF EXISTS " + database.database() + " WITH (FORCE)");
        } catch (SQLException failed) {
            throw new IllegalStateException("the test database could not be dropped", failed);
        }
    }

    private String prepareTemplate() throws SQLException, IOException {
        String name = "template_" + fingerprint();
        List<String> there = templates();
        if (there.contains(name)) {
            return name;
        }
        for (String old : there) {
            sql("DROP DATABASE " + old + " WITH (FORCE)");
        }
        String unfinished = "unfinished_" + name;
        sql("DROP DATABASE IF EXISTS " + unfinished + " WITH (FORCE)", "CREATE DATABASE " + unfinished);
        new Schemas(Countries.load()).migrations().migrate(named(unfinished), superuser());
        sql("ALTER DATABASE " + unfinished + " RENAME TO " + name);
        return name;
    }

    /// Roles belong to the server, not to the template.
    private void hireStaff() throws SQLException {
        try (Connection connection = connect(named("postgres"))) {
            connection.setAutoCommit(false);
            new SampleStaff(Countries.load().all().stream().map(Country::code).toList()).hire(connection);
            connection.commit();
        }
    }

    /// Roles belong to the whole server, not to the template.
    private void hire() throws SQLException {
        try (Connection connection = connect(named("postgres"))) {
            connection.setAutoCommit(false);
            new SampleStaff(Countries.load().all().stream().map(Country::code).toList()).hire(connection);
            connection.commit();
        }
    }

    private List<String> templates() throws SQLException {
        try (Connection connection = connect(named("postgres")); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%'")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /// Of all SQL that makes a database, and of the countries registered.
    private static String fingerprint() throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        for (Path root : List.of(Path.of("src/main/resources/db"), Path.of("src/test/resources/db"))) {
            if (!Files.exists(root)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        Countries.load().all().forEach(country ->
                digest.update(country.code().value().getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private DatabaseAddress named(String database) {
        DatabaseAddress address = server.address();
        return new DatabaseAddress(address.host(), address.port(), database);
    }

    private Connection connect(DatabaseAddress address) throws SQLException {
        return new Connections(() -> address, superuser(), "").unbounded().getConnection();
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = connect(named("postgres")); Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
