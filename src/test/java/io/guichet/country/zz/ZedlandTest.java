package io.guichet.country.zz;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.bootstrap.Components;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.MemberContract;
import io.guichet.directory.Directory;
import io.guichet.directory.OpenMember;
import io.guichet.directory.SaveMember;
import io.guichet.directory.SearchRequest;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.platform.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A country is added, never edited in: Zedland keeps what every country keeps, and no file of the product knows it.
class ZedlandTest extends MemberContract {

    private static final CountryCode CODE = new CountryCode("ZZ");

    ZedlandTest() {
        super(new Zedland(), new Shape("zz.person", "code", "zz.reach", "person", "zz.member.name", "zz.member.phone",
                "+447400999999", "zz.member.humour", "MELANCHOLY"));
    }

    @Test
    void isFoundWithoutBeingNamed() {
        assertThat(Countries.load().all()).extracting(Country::code).contains(CODE);
        assertThat(Countries.load().identifiers().find("zz.number")).isPresent();
        assertThat(DATABASE.query("SELECT count(*) FROM zz.flyway_schema_history WHERE success AND version IS NOT NULL"))
                .containsExactly("1");
        assertThat(DATABASE.query("SELECT 1 FROM pg_roles WHERE rolname = 'country_zz'")).hasSize(1);
    }

    @Test
    void isSearchedAndEditedLikeAnyOther() {
        try (Database care = DATABASE.as("care.zz")) {
            Directory directory = Components.over(care, Countries.load(), Clock.systemDefaultZone()).directory();
            FileRef member = new FileRef(CODE, FileKind.MEMBER, member());

            OpenMember opened = directory.open(member, "call").orElseThrow();
            Outcome<OpenMember> saved = directory.save(new SaveMember(member, opened.file().version(), opened.file().values(),
                    opened.file().values().with("zz.member.name", "Zacharias Quux")));

            assertThat(saved).isInstanceOf(Outcome.Done.class);
            List<SearchRow> rows = directory.search(new SearchRequest("quux zach", Locale.ENGLISH, Set.of(), Set.of(), 5)).rows();
            assertThat(rows).extracting(SearchRow::ref).containsExactly(member);
            assertThat(directory.history(member, 5)).extracting(change -> change.field()).containsExactly("zz.member.name");
            directory.close(member);
        }
    }

    @Test
    void livesBelowItsOwnCodeOnly() throws Exception {
        try (Stream<Path> files = Stream.of("src/main", "i18n", "fxml").map(Path::of).flatMap(ZedlandTest::walk)) {
            assertThat(files.filter(file -> !file.toString().endsWith(".ttf") && !file.toString().endsWith(".png")
                    && !file.toString().endsWith(".ico") && !file.toString().endsWith(".icns"))
                    .filter(ZedlandTest::namesZedland).toList()).isEmpty();
        }
    }

    private static Stream<Path> walk(Path root) {
        try {
            return Files.walk(root).filter(Files::isRegularFile);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean namesZedland(Path file) {
        try {
            String text = Files.readString(file);
            return text.contains("\"ZZ\"") || text.contains("country.zz") || text.contains("country_zz") || text.contains("zz.");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
