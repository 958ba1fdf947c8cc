package io.guichet.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.internal.PgAccess;
import io.guichet.audit.internal.PgTrail;
import io.guichet.bootstrap.SampleInstallation;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.country.field.FieldInput;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.directory.Directory;
import io.guichet.directory.Overviews;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the first screenful of a member file asks of the database, however long the member's history is.
class OverviewCostTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Countries COUNTRIES = Countries.load();
    private static final Clock CLOCK = Clock.systemDefaultZone();
    private static final LocalDate TODAY = LocalDate.now(CLOCK);

    @BeforeAll
    static void seed() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            new SampleInstallation(COUNTRIES).seed(connection, new SampleRequest(40, 40, 5), (step, done) -> { });
            connection.commit();
        }
    }

    static List<Country> countries() {
        return COUNTRIES.all().stream().filter(country -> country.cover().isPresent()).toList();
    }

    /// One who is covered and has claims, so that every section has something to read.
    private static FileRef member(Country country, Directory directory, Overviews overviews) {
        List<FileRef> members = DATABASE.query("""
                SELECT reference FROM directory.entry WHERE country = ? AND kind = 'member' ORDER BY reference""",
                country.code().value()).stream().map(key -> new FileRef(country.code(), FileKind.MEMBER, key)).toList();
        return members.stream().filter(member -> {
            directory.open(member, "call");
            boolean full = !overviews.claims(member, HistoryRequest.newest(TODAY, 1)).rows().isEmpty()
                    && !overviews.payments(member, HistoryRequest.newest(TODAY, 1)).rows().isEmpty()
                    && !overviews.allowances(member, TODAY).isEmpty();
            directory.close(member);
            return full;
        }).findFirst().orElseThrow();
    }

    private static void firstScreenful(Directory directory, Overviews overviews, FileRef member) {
        directory.open(member, "call");
        overviews.covers(member, TODAY);
        overviews.allowances(member, TODAY);
        overviews.household(member, TODAY);
        overviews.claims(member, HistoryRequest.newest(TODAY, 6));
        overviews.payments(member, HistoryRequest.newest(TODAY, 4));
        overviews.happened(member, TODAY, 5);
        directory.close(member);
    }

    @ParameterizedTest
    @MethodSource("countries")
    void aLongHistoryCostsNoFurtherStatement(Country country) throws SQLException {
        CountingDatabase database = new CountingDatabase(DATABASE.as("care"));
        Directory directory = new PgDirectory(database, new PgAccess(database), new PgTrail(), COUNTRIES,
                new FieldInput(COUNTRIES.identifiers(), CLOCK), CLOCK);
        Overviews overviews = new PgOverviews(database, COUNTRIES, new PgTrail(), List.of(), CLOCK);
        FileRef member = member(country, directory, overviews);
        database.reset();
        firstScreenful(directory, overviews, member);
        int units = database.units().get();
        int statements = database.statements().get();
        assertThat(units).as("units of work").isLessThanOrEqualTo(12);
        assertThat(statements).as("statements").isLessThanOrEqualTo(30);

        try (Connection owner = DATABASE.connect()) {
            owner.setAutoCommit(false);
            try (Statement statement = owner.createStatement()) {
                statement.execute("SET LOCAL guichet.seeding = 'on'");
            }
            country.sample().writeClaims(owner, member.reference(), 1_000, 7);
            owner.commit();
        }
        database.reset();
        firstScreenful(directory, overviews, member);
        assertThat(database.units()).hasValue(units);
        assertThat(database.statements()).hasValue(statements);
    }
}
