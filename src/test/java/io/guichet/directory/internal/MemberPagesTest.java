package io.guichet.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.directory.MemberPageRequest;
import io.guichet.directory.MemberRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.Keyset;
import io.guichet.kernel.Page;
import io.guichet.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The list of members on the real database.
class MemberPagesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final CountryCode FR = new CountryCode("FR");
    private static final CountryCode BE = new CountryCode("BE");

    @BeforeAll
    static void publish() {
        add("FR", "1", "Élodie Garcia");
        add("FR", "2", "Zoé Abel");
        add("FR", "3", "Garcia Garrido");
        add("BE", "1", "Elodie Maes");
        add("BE", "2", "Jan Garrel");
        add("ES", "1", "Ana Garcia");
        DATABASE.run("""
                SELECT directory.publish(ARRAY[ROW('FR', 'company', '9', 'Garcia SA', '', 'Garcia SA', NULL,
                    '{}'::directory.published_key[])::directory.published_entry])""");
    }

    private static void add(String country, String reference, String label) {
        DATABASE.run("""
                SELECT directory.publish(ARRAY[ROW(?, 'member', ?, ?, 'Lille', ?, '1987-03-14'::date,
                    '{}'::directory.published_key[])::directory.published_entry])""", country, reference, label, label);
    }

    private static Page<MemberRow> page(String account, String text, Set<CountryCode> countries, @Nullable Keyset from,
                                        boolean backwards, int limit) {
        return new MemberPages(DATABASE.as(account))
                .page(new MemberPageRequest(text, countries, from, backwards, limit));
    }

    private static List<String> labels(Page<MemberRow> page) {
        return page.rows().stream().map(MemberRow::label).toList();
    }

    private static List<String> walk(String text, boolean backwards) {
        List<String> walked = new ArrayList<>();
        Keyset from = null;
        boolean more = true;
        while (more) {
            Page<MemberRow> page = page("care", text, Set.of(), from, backwards, 2);
            walked.addAll(labels(page));
            from = page.rows().getLast().place();
            more = page.more();
        }
        return walked;
    }

    @Test
    void allCountriesComeInOneOrderWithoutGapsOrRepetitions() {
        assertThat(walk("", false)).containsExactly("Ana Garcia", "Élodie Garcia", "Elodie Maes", "Garcia Garrido",
                "Jan Garrel", "Zoé Abel");
        assertThat(walk("", true)).isEqualTo(walk("", false).reversed());
    }

    @Test
    void aTextNarrowsToWordsThatBeginSoEachMemberOnce() {
        assertThat(walk("GARC", false)).containsExactly("Ana Garcia", "Élodie Garcia", "Garcia Garrido");
        assertThat(walk("gar", false))
                .containsExactlyInAnyOrder("Ana Garcia", "Élodie Garcia", "Garcia Garrido", "Jan Garrel");
        assertThat(walk("gar", true)).isEqualTo(walk("gar", false).reversed());
        assertThat(walk("garcia élo", false)).containsExactly("Élodie Garcia");
        assertThat(labels(page("care", "nobody", Set.of(), null, false, 10))).isEmpty();
    }

    @Test
    void countriesNarrow() {
        assertThat(labels(page("care", "", Set.of(BE, FR), null, false, 10)))
                .containsExactly("Élodie Garcia", "Elodie Maes", "Garcia Garrido", "Jan Garrel", "Zoé Abel");
        assertThat(labels(page("care", "elo", Set.of(BE), null, false, 10))).containsExactly("Elodie Maes");
    }

    @Test
    void whatTheRoleMayNotSeeDoesNotExist() {
        assertThat(labels(page("care.fr", "", Set.of(), null, false, 10)))
                .containsExactly("Élodie Garcia", "Garcia Garrido", "Zoé Abel");
        assertThat(labels(page("care.fr", "", Set.of(BE), null, false, 10))).isEmpty();
        assertThat(labels(page("admin", "", Set.of(), null, false, 10))).isEmpty();
    }
}
