package io.guichet.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.bootstrap.Components;
import io.guichet.contract.ContractRow;
import io.guichet.contract.Contracts;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.cover.Cover;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.Database;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The contracts that a member's file names are those that cover the member.
class MemberContractsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();
    private static final Clock CLOCK = Clock.fixed(Household.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private static final Countries COUNTRIES = Countries.load();
    private static final int MEMBERS = 40;

    @BeforeAll
    static void populate() throws SQLException {
        try (Connection owner = DATABASE.connect()) {
            owner.setAutoCommit(false);
            for (Country country : COUNTRIES.all()) {
                country.sample().write(owner, new SampleRequest(MEMBERS, 0, 4), members -> { });
            }
            owner.commit();
        }
    }

    private static List<FileRef> members(Country country) {
        return DATABASE.query("SELECT reference FROM directory.entry WHERE kind = 'member' AND country = ?", country.code().value())
                .stream().map(reference -> new FileRef(country.code(), FileKind.MEMBER, reference)).toList();
    }

    @Test
    void whatCoversAMemberIsListed() {
        Database care = DATABASE.as("care");
        Contracts contracts = Components.over(care, COUNTRIES, CLOCK).contracts();
        for (Country country : COUNTRIES.all()) {
            if (country.cover().isEmpty()) {
                continue;
            }
            List<FileRef> members = members(country);
            assertThat(members).hasSizeGreaterThanOrEqualTo(MEMBERS);
            int covered = 0;
            for (FileRef member : members) {
                List<FileRef> covers = care.read(work -> country.cover().orElseThrow().covers(work, member.reference(), Household.TODAY))
                        .stream().map(Cover::contract).distinct().toList();
                assertThat(contracts.of(member)).as("%s", member).extracting(ContractRow::ref).isEqualTo(covers);
                covered += covers.isEmpty() ? 0 : 1;
            }
            // The family of an employee who is exempt has none, nor a child born after the cover ended.
            assertThat(covered).as("%s", country.code()).isGreaterThan(MEMBERS / 2);
        }
    }

    @Test
    void nobodyUnknownHasAContract() {
        Contracts contracts = Components.over(DATABASE.as("care"), COUNTRIES, CLOCK).contracts();
        COUNTRIES.all().forEach(country ->
                assertThat(contracts.of(new FileRef(country.code(), FileKind.CLAIM, "1"))).isEmpty());
    }
}
