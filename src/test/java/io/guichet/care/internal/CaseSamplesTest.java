package io.guichet.care.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.bootstrap.SampleInstallation;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CaseSamplesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Countries COUNTRIES = Countries.load();

    @Test
    void aboutOneInTwentyMembersHasACaseAndASecondSeedingLeavesThem() throws Exception {
        seed(400);
        for (Country country : COUNTRIES.all()) {
            long cases = count("care.member_case", country);
            assertThat(cases).as(country.code().value()).isBetween(6L, 45L);
            assertThat(count("care.note", country)).isGreaterThan(cases);
        }
        List<String> first = DATABASE.query("SELECT country || member || title || state FROM care.member_case ORDER BY number");
        assertThat(DATABASE.query("SELECT count(*) FROM directory.entry WHERE kind = 'case' AND detail <> ''"))
                .containsExactly("" + first.size());
        assertThat(DATABASE.query("SELECT count(*) FROM audit.trail WHERE kind = 'case'")).containsExactly("0");

        seed(100);

        assertThat(DATABASE.query("SELECT country || member || title || state FROM care.member_case ORDER BY number"))
                .startsWith(first.toArray(String[]::new)).hasSizeGreaterThan(first.size());
        assertThat(DATABASE.query("SELECT nextval(pg_get_serial_sequence('care.member_case', 'number')) "
                + "> (SELECT max(number) FROM care.member_case)")).containsExactly("t");
    }

    private static long count(String table, Country country) {
        return Long.parseLong(DATABASE.query("SELECT count(*) FROM " + table + " WHERE country = ?", country.code().value())
                .getFirst());
    }

    private static void seed(long members) throws Exception {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            new SampleInstallation(COUNTRIES).seed(connection, new SampleRequest(members, 50, 5), (step, done) -> { });
            connection.commit();
        }
    }
}
