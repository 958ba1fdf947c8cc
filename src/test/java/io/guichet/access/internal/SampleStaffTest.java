package io.guichet.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.kernel.CountryCode;
import io.guichet.platform.database.Connections;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.database.DatabaseFailure.Kind;
import io.guichet.testing.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SampleStaffTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final List<CountryCode> countries = Countries.load().all().stream().map(Country::code).toList();

    @Test
    void allSignInWithTheirNameAndNothingElse() throws SQLException {
        List<SampleStaff.Account> accounts = new SampleStaff(countries).accounts();
        assertThat(accounts).extracting(SampleStaff.Account::name)
                .contains("care", "care.fr", "care.be", "care.es", "operations", "lead", "sales", "auditor", "admin");
        for (SampleStaff.Account account : accounts) {
            new Connections(DATABASE::address, new Credentials(account.name(), account.name()), "")
                    .getConnection().close();
            assertThat(catchThrowableOfType(SQLException.class, () -> new Connections(DATABASE::address,
                    new Credentials(account.name(), "x" + account.name()), "").getConnection().close()).getSQLState())
                    .isEqualTo("28P01");
        }
    }

    @Test
    void workWhereAndAsWhatTheyAreNamedFor() {
        assertThat(countriesOf("care")).contains("FR", "BE", "ES");
        assertThat(countriesOf("care.be")).isEqualTo("{BE}");
        assertThat(countriesOf("sales")).contains("FR", "BE", "ES");
        assertThat(DATABASE.query("""
                SELECT rolname FROM pg_roles
                 WHERE rolcanlogin AND pg_has_role(oid, 'care_agent', 'MEMBER') AND NOT rolsuper ORDER BY 1"""))
                .contains("care", "care.fr").doesNotContain("sales", "operations", "admin");
    }

    @Test
    void careOfOneCountryCannotReadAnother() {
        for (String table : List.of("be.verzekerde", "es.asegurado")) {
            assertThat(kindOf("care.fr", "SELECT 1 FROM " + table)).as(table).isEqualTo(Kind.DENIED);
        }
        assertThat(kindOf("care.es", "SELECT 1 FROM fr.personne")).isEqualTo(Kind.DENIED);
    }

    @Test
    void salesAndAdministratorsCannotReadMembers() {
        for (String table : List.of("fr.personne", "be.verzekerde", "es.asegurado")) {
            assertThat(kindOf("sales", "SELECT 1 FROM " + table)).as(table).isEqualTo(Kind.DENIED);
            assertThat(kindOf("admin", "SELECT 1 FROM " + table)).as(table).isEqualTo(Kind.DENIED);
        }
    }

    private static String countriesOf(String account) {
        return DATABASE.as(account).read(work -> work.sql(connection -> {
            try (Statement statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT access.my_countries()")) {
                row.next();
                return row.getString(1);
            }
        }));
    }

    private static Kind kindOf(String account, String sql) {
        Database database = DATABASE.as(account);
        return catchThrowableOfType(DatabaseFailure.class, () -> database.read(work -> work.sql(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        }))).kind();
    }
}
