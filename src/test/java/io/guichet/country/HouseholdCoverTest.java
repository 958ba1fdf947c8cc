package io.guichet.country;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.bootstrap.SampleInstallation;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.MemberCover;
import io.guichet.country.cover.Relative;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a member's file says of a relative, the relative's own file says too.
class HouseholdCoverTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @BeforeAll
    static void seed() throws Exception {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            new SampleInstallation(Countries.load()).seed(connection, new SampleRequest(1_200, 0, 3), (step, done) -> { });
            connection.commit();
        }
    }

    static Stream<Country> countries() {
        return Countries.load().all().stream().filter(country -> country.cover().isPresent());
    }

    @ParameterizedTest
    @MethodSource("countries")
    void relativesSaidToBeCoveredAre(Country country) {
        List<String> members = DATABASE.query(
                "SELECT reference FROM directory.entry WHERE country = ? AND kind = 'member' ORDER BY reference",
                country.code().value());
        try (Database care = DATABASE.as("care")) {
            List<Relative> wrong = care.read(work -> wrong(work, country.cover().orElseThrow(), members));
            assertThat(members).hasSizeGreaterThan(1_000);
            assertThat(wrong).extracting(relative -> relative.member().toString()).isEmpty();
        }
    }

    private static List<Relative> wrong(UnitOfWork work, MemberCover cover, List<String> members) {
        List<Relative> wrong = new ArrayList<>();
        for (String member : members) {
            for (Relative relative : cover.household(work, member, Household.TODAY)) {
                if (relative.covered() && cover.covers(work, relative.member().reference(), Household.TODAY).stream()
                        .noneMatch(each -> each.state() == Cover.State.RUNNING)) {
                    wrong.add(relative);
                }
            }
        }
        return wrong;
    }
}
