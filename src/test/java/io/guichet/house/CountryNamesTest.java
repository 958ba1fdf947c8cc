package io.guichet.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Nothing outside a country's own folders names it, so that a country is added and never edited in.
class CountryNamesTest {

    private final CountryNames names = new CountryNames(Places.countries());
    private final CountryNames example = new CountryNames(Set.of("fr", "be"));

    @Test
    void thereAreCountries() {
        assertThat(Places.countries()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void noSharedSourceNamesACountry() {
        assertThat(JavaSource.below(Places.MAIN).stream().flatMap(source -> names.in(source).stream())).isEmpty();
    }

    @Test
    void noSharedResourceNamesACountry() {
        List<String> found = new ArrayList<>();
        for (Path root : List.of(Places.RESOURCES, Places.VIEWS, Places.TEXTS, Places.REPORTS)) {
            for (Path file : Places.files(root, "")) {
                found.addAll(names.inName(file));
                if (!names.ownedByCountry(file)) {
                    found.addAll(inside(file));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private List<String> inside(Path file) {
        String name = file.toString();
        if (name.endsWith(".sql")) {
            return names.inSql(file, Places.text(file));
        }
        if (name.endsWith(".fxml") || name.endsWith(".jrxml")) {
            return names.inView(file, Places.text(file));
        }
        if (name.endsWith(".css")) {
            return names.inStyle(file, Places.text(file));
        }
        if (name.endsWith(".properties") && file.startsWith(Places.TEXTS)) {
            return TextFile.read(file).entries().stream().flatMap(entry -> names.inKey(file, entry.key()).stream()).toList();
        }
        return List.of();
    }

    private List<String> inShared(String body) {
        return example.in(JavaSource.of("src/main/java/io/guichet/shell/A.java",
                "package io.guichet.shell; import java.util.Locale; class A { " + body + " }"));
    }

    @Test
    void aNameInASharedSourceIsFound() {
        assertThat(inShared("String a = \"FR\";")).hasSize(1);
        assertThat(inShared("String a = \"fr\";")).hasSize(1);
        assertThat(inShared("String a = \"fr\" + \".nir\";")).hasSize(1);
        assertThat(inShared("String a = \"SELECT 1 FROM fr.personne\";")).hasSize(1);
        assertThat(inShared("String a = \"GRANT country_be TO x\";")).hasSize(1);
        assertThat(inShared("String a = \"/i18n/be/messages\";")).hasSize(1);
        assertThat(inShared("Locale a = Locale.FRANCE;")).hasSize(1);
        assertThat(inShared("io.guichet.country.fr.Nir a;")).hasSize(1);
    }

    @Test
    void languagesCommentsAndOrdinaryWordsAreNot() {
        assertThat(inShared("Locale a = Locale.of(\"fr\"); Locale b = Locale.FRENCH;")).isEmpty();
        assertThat(inShared("\n/// A country, `FR`: see io.guichet.country.fr\n String a = \"it cannot be. Freely\";"))
                .isEmpty();
    }

    @Test
    void aCountryMayNameItself() {
        assertThat(example.in(JavaSource.of("A.java",
                "package io.guichet.country.fr.internal; class A { String a = \"FR\"; }"))).isEmpty();
    }

    @Test
    void aNameInASharedResourceIsFound() {
        Path file = Path.of("shared");
        assertThat(example.inSql(file, "SELECT 'FR'")).hasSize(1);
        assertThat(example.inSql(file, "GRANT USAGE ON SCHEMA x TO country_fr")).hasSize(1);
        assertThat(example.inSql(file, "-- as in 'FR'\nSELECT 'to be'")).isEmpty();
        assertThat(example.inView(file, "<Label text=\"%fr.member.title\"/>")).hasSize(1);
        assertThat(example.inView(file, "<Label text=\"%directory.member.title\"/>")).isEmpty();
        assertThat(example.inStyle(file, ".country-tag.fr { }")).hasSize(1);
        assertThat(example.inStyle(file, ".frame { }")).isEmpty();
        assertThat(example.inKey(file, "directory.country.fr")).hasSize(1);
        assertThat(example.inKey(file, "directory.country.free")).isEmpty();
        assertThat(example.inName(Path.of("fxml/directory/card-fr.fxml"))).hasSize(1);
        assertThat(example.inName(Path.of("i18n/directory/messages_fr.properties"))).isEmpty();
        assertThat(example.inName(Path.of("db/migration/fr/V001__fr-rules.sql"))).isEmpty();
    }
}
