package io.guichet.bootstrap;

import io.guichet.access.StaffGroup;
import io.guichet.access.internal.InstallationRecord;
import io.guichet.access.internal.InstallationRecord.Content;
import io.guichet.access.internal.SampleStaff;
import io.guichet.access.internal.StaffAccounts;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Connections;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.DatabaseAddress;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.database.DatabaseFailures;
import io.guichet.platform.database.HikariDatabase;
import io.guichet.platform.database.Migrations;
import io.guichet.platform.database.Migrations.Comparison;
import io.guichet.platform.embedded.DataFolder;
import io.guichet.platform.embedded.EmbeddedServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way from "where" to a database one can sign in to: the embedded server of a data folder, or a central one.
/// Commands and the desktop take the same way. Every method may wait.
public final class Installation implements AutoCloseable {

    // Any number, the same in each client: who decides what a new database is filled with holds it.
    private static final long ONE_AT_A_TIME = 0x6669_6c6cL;

    private final Countries countries;
    private final Schemas schemas;
    private final @Nullable EmbeddedServer server;
    private final @Nullable DatabaseAddress central;

    private Installation(Countries countries, @Nullable EmbeddedServer server, @Nullable DatabaseAddress central) {
        this.countries = countries;
        this.schemas = new Schemas(countries);
        this.server = server;
        this.central = central;
    }

    /// The embedded server of `home`.
    public static Installation embedded(DataFolder home, Countries countries) {
        return new Installation(countries, new EmbeddedServer(home), null);
    }

    /// A server of somebody else's.
    public static Installation central(DatabaseAddress address, Countries countries) {
        return new Installation(countries, null, address);
    }

    /// The embedded server, when this is one.
    public Optional<EmbeddedServer> server() {
        return Optional.ofNullable(server);
    }

    /// Where it listens; the embedded one after `start`.
    public DatabaseAddress address() {
        if (server != null) {
            return server.address();
        }
        if (central != null) {
            return central;
        }
        throw new IllegalStateException("neither embedded nor central");
    }

    /// Makes the embedded server ready: started or joined, and migrated to this version. A central server is its owner's
    /// matter: nothing happens.
    ///
    /// @throws DatabaseFailure when it cannot be started, or is newer than this program
    public void start(Progress progress) {
        if (server == null) {
            return;
        }
        if (!server.status().running()) {
            progress.at(UserMessage.of("bootstrap.start.server"), -1);
        }
        server.start();
        Comparison comparison = asOwner(connection -> schemas.migrations().compare(connection));
        if (comparison == Comparison.PROGRAM_OLDER) {
            throw new DatabaseFailure(DatabaseFailure.Kind.VERSION,
                    UserMessage.of("platform.error.folderNewer", server.home().path().toString()),
                    "the folder's database has newer migrations", null);
        }
        if (comparison != Comparison.EQUAL) {
            progress.at(UserMessage.of("bootstrap.start.migrate"), -1);
            schemas.migrations().migrate(address(), server.superuser());
            if (content() == Content.SAMPLE) {
                rehire();
            }
        }
    }

    /// Migrates, whatever its version is.
    ///
    /// @param owner owner of a central database; the embedded one is migrated by its superuser
    public List<Migrations.Migrated> migrate(@Nullable Credentials owner) {
        return schemas.migrations().migrate(address(), owner(owner));
    }

    /// What the embedded database is filled with. A central one says so to those who signed in.
    public Content content() {
        return server == null ? Content.OWN : asOwner(connection -> new InstallationRecord(connection).content());
    }

    /// Whether an embedded database that is not the sample still lacks somebody who administers staff.
    public boolean lacksAdministrator() {
        return server != null && content() == Content.OWN
                && asOwner(connection -> !new StaffAccounts(connection).hasAdministrator());
    }

    /// Fills a new embedded database with `members` invented people a country. Does nothing when another window was
    /// faster.
    public void fillWithSample(long members, Progress progress) {
        fill(connection -> new SampleInstallation(countries).install(connection,
                new SampleRequest(members, members, SampleInstallation.SEED), progress));
    }

    /// Adds sample people behind those that are there. A new embedded database becomes the sample by it; one that holds real
    /// work is left alone.
    ///
    /// @param owner owner of a central database; the embedded one is filled by its superuser
    /// @return rows written by country and table, or empty when the database holds real work
    public Optional<Map<CountryCode, Map<String, Long>>> seed(@Nullable Credentials owner, SampleRequest request,
                                                              Progress progress) {
        return asOwner(owner, connection -> {
            connection.setAutoCommit(false);
            lockFilling(connection);
            Content content = new InstallationRecord(connection).content();
            if (content == Content.OWN) {
                return Optional.empty();
            }
            SampleInstallation sample = new SampleInstallation(countries);
            // accounts whose password is their name belong on loopback only
            Map<CountryCode, Map<String, Long>> written = server != null && content == Content.UNDECIDED
                    ? sample.install(connection, request, progress) : sample.seed(connection, request, progress);
            connection.commit();
            return Optional.of(written);
        });
    }

    /// Leaves a new embedded database empty. Does nothing when another window was faster.
    public void leaveEmpty() {
        fill(connection -> new InstallationRecord(connection).fill(false));
    }

    /// Creates the first administrator of the embedded database.
    ///
    /// @param password is wiped
    public void appoint(String name, char[] password) {
        asOwner(connection -> {
            connection.setAutoCommit(false);
            new StaffAccounts(connection).hire(name, password, List.of(StaffGroup.STAFF_ADMIN),
                    countries.all().stream().map(Country::code).toList());
            connection.commit();
            return name;
        });
    }

    /// Signs in and makes sure that both sides have the same version.
    ///
    /// @throws DatabaseFailure when the server cannot be reached, refuses, or is of another
    /// version
    public HikariDatabase signIn(Credentials credentials) {
        return HikariDatabase.open(this::address, credentials, schemas.entities(),
                connection -> schemas.migrations().requireEqual(connection, address()));
    }

    /// Plain connections of a role, without limits: for bulk loads.
    public Connections connections(@Nullable Credentials owner) {
        return new Connections(this::address, owner(owner), "").unbounded();
    }

    /// Leaves the embedded server.
    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    private Credentials owner(@Nullable Credentials owner) {
        if (server != null) {
            return server.superuser();
        }
        if (owner == null) {
            throw new IllegalArgumentException("a central database needs its owner's credentials");
        }
        return owner;
    }

    /// The sample staff work in every country, also in one that came with this version.
    private void rehire() {
        asOwner(connection -> {
            connection.setAutoCommit(false);
            new SampleStaff(countries.all().stream().map(Country::code).toList()).hire(connection);
            connection.commit();
            return true;
        });
    }

    private interface Filling {
        void with(Connection connection) throws SQLException;
    }

    private void fill(Filling filling) {
        asOwner(connection -> {
            connection.setAutoCommit(false);
            lockFilling(connection);
            if (new InstallationRecord(connection).content() == Content.UNDECIDED) {
                filling.with(connection);
            }
            connection.commit();
            return true;
        });
    }

    private static void lockFilling(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, ONE_AT_A_TIME);
            lock.execute();
        }
    }

    private interface OwnersWork<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T asOwner(OwnersWork<T> work) {
        return asOwner(null, work);
    }

    private <T> T asOwner(@Nullable Credentials owner, OwnersWork<T> work) {
        // Closing a connection rolls back what was not committed.
        try (Connection connection = connections(owner).getConnection()) {
            return work.with(connection);
        } catch (SQLException failed) {
            throw DatabaseFailures.of(failed, address());
        }
    }
}
