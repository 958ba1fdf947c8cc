package io.guichet.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.audit.internal.BulkLoad;
import io.guichet.country.sample.Mover;
import io.guichet.country.sample.Movers;
import io.guichet.country.sample.SampleNames;
import io.guichet.kernel.CountryCode;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdentitySamplesTest {

    private static final CountryCode FRANCE = new CountryCode("FR");
    private static final CountryCode SPAIN = new CountryCode("ES");
    private static final SampleNames NAMES = SampleNames.of(Locale.FRENCH, 5);
    private static final List<Movers.Home> HOMES =
            List.of(new Movers.Home(FRANCE, NAMES), new Movers.Home(SPAIN, NAMES));
    private static final String ALL = "SELECT md5(string_agg(a::text, '|' ORDER BY number)) FROM directory.account a";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private interface Work {
        void with(IdentitySamples samples) throws SQLException;
    }

    private static void load(Work work) throws SQLException {
        try (Connection owner = DATABASE.connect()) {
            owner.setAutoCommit(false);
            BulkLoad.begin(owner);
            work.with(new IdentitySamples(owner));
            owner.commit();
        }
    }

    @Test
    void accountsAreRepeatableFoundAndNumberedBehindEachOther() throws SQLException {
        load(samples -> assertThat(samples.accounts(FRANCE, Locale.FRENCH, NAMES, 300, 5)).containsEntry("directory.account", 300L));
        List<String> first = DATABASE.query(ALL);
        assertThat(DATABASE.query("SELECT count(*) FROM directory.entry WHERE kind = 'account'")).containsExactly("300");
        assertThat(DATABASE.query("SELECT count(DISTINCT email) FROM directory.account")).first().asString()
                .satisfies(emails -> assertThat(Integer.parseInt(emails)).isGreaterThan(290));
        assertThat(DATABASE.query("SELECT count(*) FROM audit.trail WHERE kind = 'account'")).containsExactly("0");

        DATABASE.run("TRUNCATE directory.account, directory.account_use; DELETE FROM directory.entry");
        load(samples -> samples.accounts(FRANCE, Locale.FRENCH, NAMES, 300, 5));
        assertThat(DATABASE.query(ALL)).isEqualTo(first);

        load(samples -> assertThat(samples.accounts(SPAIN, Locale.of("es"), NAMES, 10, 5)).containsKey("directory.account"));
        assertThat(DATABASE.query("SELECT count(*) FROM directory.account WHERE country = 'ES' AND number > 7000300"))
                .containsExactly("10");
        load(samples -> assertThat(samples.accounts(SPAIN, Locale.of("es"), NAMES, 0, 5)).isEqualTo(Map.of()));
    }

    @Test
    void moversAreRepeatableAndHaveTwoCountries() {
        List<Mover> movers = Movers.draw(HOMES, 50, 3, 0);
        assertThat(movers).hasSize(50).isEqualTo(Movers.draw(HOMES, 50, 3, 0)).isNotEqualTo(Movers.draw(HOMES, 50, 3, 50))
                .allSatisfy(mover -> {
                    assertThat(mover.from()).isNotEqualTo(mover.to());
                    assertThat(mover.birth()).isBefore(mover.moved().minusYears(21));
                });
        assertThat(Movers.draw(HOMES.subList(0, 1), 50, 3, 0)).isEmpty();
    }

    @Test
    void linksPairs() throws SQLException {
        load(samples -> {
            assertThat(samples.links()).isZero();
            samples.link(List.of(new IdentitySamples.Pair(IdentitySamples.member(FRANCE, "1"), IdentitySamples.member(SPAIN, "2")),
                    new IdentitySamples.Pair(IdentitySamples.member(FRANCE, "3"), IdentitySamples.member(SPAIN, "4"))));
            assertThat(samples.links()).isEqualTo(4);
        });
        assertThat(DATABASE.query("SELECT count(DISTINCT person) FROM directory.link")).containsExactly("2");
    }
}
