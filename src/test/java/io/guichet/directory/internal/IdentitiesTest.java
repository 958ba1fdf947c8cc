package io.guichet.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.directory.AccountDetails;
import io.guichet.directory.Identities;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitiesTest {

    private static final FileRef FRENCH = file("FR", FileKind.MEMBER, "1");
    private static final FileRef SPANISH = file("ES", FileKind.MEMBER, "2");
    private static final FileRef BELGIAN = file("BE", FileKind.MEMBER, "3");
    private static final FileRef ACCOUNT = file("FR", FileKind.ACCOUNT, "7000001");

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Identities care = new PgIdentities(DATABASE.as("care"));
    private final Identities french = new PgIdentities(DATABASE.as("care.fr"));

    @BeforeEach
    void people() {
        DATABASE.run("""
                TRUNCATE directory.entry, directory.entry_word, directory.entry_key, directory.link, directory.kept_apart,
                    directory.account, directory.account_use RESTART IDENTITY;
                SELECT directory.publish(ARRAY[
                    ROW('FR', 'member', '1', 'Maria Garcia', 'Lyon', 'Garcia Maria Inès', '1987-03-14',
                        ARRAY[ROW('email', 'm@example.org'), ROW('phone', '+33612345678')]::directory.published_key[]),
                    ROW('ES', 'member', '2', 'María García López', 'Vigo', 'María García López', '1987-03-14', NULL),
                    ROW('BE', 'member', '3', 'M. Garcia', 'Gent', 'Garcia M.', '1987-03-14',
                        ARRAY[ROW('email', 'M@example.org')]::directory.published_key[]),
                    ROW('BE', 'member', '4', 'Piet Mol', 'Gent', 'Mol Piet', '1987-03-14', NULL),
                    ROW('BE', 'member', '5', 'Anna Mol', 'Gent', 'Mol Anna', '1990-01-01',
                        ARRAY[ROW('phone', '+33612345678')]::directory.published_key[])]::directory.published_entry[]);
                INSERT INTO directory.account (country, given_name, family_name, email, language, since)
                VALUES ('FR', 'Maria', 'Garcia', 'm@example.org', 'fr', '2024-05-06');
                INSERT INTO directory.account_use VALUES (7000001, 'FR', 'nutrition', '2026-03-04', 2)""");
    }

    private static FileRef file(String country, FileKind kind, String reference) {
        return new FileRef(new CountryCode(country), kind, reference);
    }

    private static List<FileRef> refs(List<SearchRow> rows) {
        return rows.stream().map(SearchRow::ref).toList();
    }

    @Test
    void offersTheSameNameAndBirthDateOrTheSameContactWithOneOfThem() {
        assertThat(refs(care.possible(FRENCH))).containsExactly(SPANISH, BELGIAN, ACCOUNT);
        // a phone alone, or a birth date alone, is nobody in particular
        assertThat(refs(care.possible(file("BE", FileKind.MEMBER, "5")))).isEmpty();
        assertThat(refs(care.possible(file("BE", FileKind.MEMBER, "4")))).isEmpty();
        assertThat(refs(french.possible(FRENCH))).containsExactly(ACCOUNT);
    }

    @Test
    void aLinkHoldsBothWaysAndOverOthers() {
        assertThat(care.link(FRENCH, SPANISH)).isInstanceOf(Outcome.Done.class);
        assertThat(refs(care.linked(SPANISH))).containsExactly(FRENCH);
        care.link(BELGIAN, ACCOUNT);
        care.link(ACCOUNT, FRENCH);

        assertThat(refs(care.linked(FRENCH))).containsExactly(BELGIAN, SPANISH, ACCOUNT);
        assertThat(refs(care.linked(BELGIAN))).containsExactly(SPANISH, ACCOUNT, FRENCH);
        assertThat(care.possible(FRENCH)).isEmpty();
        // what a role may not find is not told
        assertThat(refs(french.linked(FRENCH))).containsExactly(ACCOUNT);
        assertThat(french.linked(SPANISH)).isEmpty();
    }

    @Test
    void isTakenBackWithoutPartingTheOthers() {
        care.link(FRENCH, SPANISH);
        care.link(FRENCH, BELGIAN);
        assertThat(care.unlink(FRENCH, SPANISH)).isInstanceOf(Outcome.Done.class);
        assertThat(refs(care.linked(FRENCH))).containsExactly(BELGIAN);
        assertThat(care.linked(SPANISH)).isEmpty();

        care.unlink(BELGIAN, FRENCH);
        assertThat(DATABASE.query("SELECT count(*) FROM directory.link")).containsExactly("0");
        assertThat(refs(care.possible(FRENCH))).contains(SPANISH, BELGIAN);
    }

    @Test
    void keptApartIsNotOfferedAgainUntilLinked() {
        care.link(FRENCH, SPANISH);
        assertThat(care.keepApart(SPANISH, FRENCH)).isInstanceOf(Outcome.Done.class);
        assertThat(care.linked(FRENCH)).isEmpty();
        assertThat(refs(care.possible(FRENCH))).doesNotContain(SPANISH);
        assertThat(refs(care.possible(SPANISH))).doesNotContain(FRENCH);

        care.link(FRENCH, SPANISH);
        assertThat(refs(care.linked(FRENCH))).containsExactly(SPANISH);
        assertThat(DATABASE.query("SELECT count(*) FROM directory.kept_apart")).containsExactly("0");
    }

    @Test
    void onlyWhoChangesMembersOfBothCountriesLinks() {
        for (Identities other : List.of(french, new PgIdentities(DATABASE.as("auditor")))) {
            assertThat(other.link(FRENCH, SPANISH)).isInstanceOf(Outcome.Denied.class);
            assertThat(other.keepApart(FRENCH, SPANISH)).isInstanceOf(Outcome.Denied.class);
            assertThat(other.unlink(FRENCH, SPANISH)).isInstanceOf(Outcome.Denied.class);
        }
        assertThat(care.link(FRENCH, FRENCH)).isInstanceOf(Outcome.Denied.class);
        assertThat(care.link(FRENCH, file("ES", FileKind.MEMBER, "none"))).isInstanceOf(Outcome.Denied.class);
        assertThatThrownBy(() -> new PgIdentities(DATABASE.as("sales")).linked(FRENCH)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void everyLinkIsOnTheTrail() {
        care.link(FRENCH, SPANISH);
        care.unlink(FRENCH, SPANISH);
        care.keepApart(FRENCH, BELGIAN);
        assertThat(DATABASE.query("""
                SELECT staff || ' ' || operation || ' ' || table_name FROM audit.trail WHERE kind = 'link' ORDER BY id"""))
                .startsWith("care INSERT link", "care INSERT link").contains("care DELETE link", "care INSERT kept_apart");
    }

    @Test
    void anAccountIsOpenedOnTheRecord() {
        AccountDetails account = care.account(ACCOUNT).orElseThrow();
        assertThat(account.name()).isEqualTo("Maria Garcia");
        assertThat(account.services()).extracting(AccountDetails.Used::service).containsExactly("nutrition");
        assertThat(DATABASE.query("SELECT staff FROM audit.opening WHERE kind = 'account'")).contains("care");

        assertThat(new PgIdentities(DATABASE.as("care.es")).account(ACCOUNT)).isEmpty();
        assertThat(care.account(FRENCH)).isEmpty();
        assertThat(DATABASE.as("care").<Integer>read(work -> work.sql(connection -> {
            try (var rows = connection.createStatement().executeQuery("SELECT count(*) FROM directory.account_use")) {
                rows.next();
                return rows.getInt(1);
            }
        }))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "INSERT INTO directory.account (country, given_name, family_name, email, language, since) VALUES ('fr', 'A', 'B', 'a@b.c', 'fr', '2024-01-01')",
            "INSERT INTO directory.account (country, given_name, family_name, email, language, since) VALUES ('FR', '', 'B', 'a@b.c', 'fr', '2024-01-01')",
            "INSERT INTO directory.account (country, given_name, family_name, email, language, since) VALUES ('FR', 'A', ' B', 'a@b.c', 'fr', '2024-01-01')",
            "INSERT INTO directory.account (country, given_name, family_name, email, language, since) VALUES ('FR', 'A', 'B', 'A@b.c', 'fr', '2024-01-01')",
            "INSERT INTO directory.account (country, given_name, family_name, email, language, since) VALUES ('FR', 'A', 'B', 'a@b.c', 'fra', '2024-01-01')",
            "INSERT INTO directory.account (country, given_name, family_name, email, phone, language, since) VALUES ('FR', 'A', 'B', 'a@b.c', '0612', 'fr', '2024-01-01')",
            "INSERT INTO directory.account (country, given_name, family_name, birth_date, email, language, since) VALUES ('FR', 'A', 'B', '2025-01-01', 'a@b.c', 'fr', '2024-01-01')",
            "UPDATE directory.account SET version = 0",
            "INSERT INTO directory.account_use VALUES (7000001, 'FR', 'magic', '2026-03-04', 2)",
            "INSERT INTO directory.account_use VALUES (7000001, 'FR', 'support', '2026-03-04', 0)",
            "INSERT INTO directory.account_use VALUES (7000001, 'FR', 'nutrition', '2026-03-04', 1)",
            "INSERT INTO directory.account_use VALUES (1, 'FR', 'support', '2026-03-04', 1)",
            "INSERT INTO directory.link VALUES ('FR', 'claim', '1', 1)",
            "INSERT INTO directory.link VALUES ('FR', 'member', '1', 1, 0)",
            "INSERT INTO directory.kept_apart VALUES ('FR', 'member', '1', 'ES', 'member', '2')",
            "INSERT INTO directory.kept_apart VALUES ('FR', 'member', '1', 'FR', 'member', '1')"})
    void noConstraintLetsThisThrough(String wrong) {
        assertThatThrownBy(() -> DATABASE.run(wrong)).isInstanceOf(AssertionError.class);
    }
}
