package io.guichet.country.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleWordsTest {

    @Test
    void partsOfANameAreCapitalisedAndParticlesStay() {
        Map.of("Da silva", "Da Silva", "Le gall", "Le Gall", "o'brien", "O'Brien", "martin-dupont", "Martin-Dupont",
                        "Van den Broeck", "Van den Broeck", "de Jesús", "de Jesús", "Groen in 't Woud", "Groen in 't Woud",
                        "D'hondt", "D'hondt", "Brouwer de Koning", "Brouwer de Koning")
                .forEach((drawn, written) -> assertThat(SampleWords.capitalised(drawn)).isEqualTo(written));
    }

    /// The faker's list of French surnames has a Dvnis, that of Spanish ones a Gollum.
    @Test
    void nobodyIsCalledByAMistakeOfTheFaker() {
        SampleWords none = SampleWords.of(SampleWordsTest.class, "SampleWordsTest.txt");
        for (String language : List.of("fr", "nl", "de", "es")) {
            for (int seed = 0; seed < 20; seed++) {
                Locale locale = Locale.of(language);
                assertThat(none.surnames("surname", locale, seed)).as(language).doesNotContain("Dvnis", "Lopéz", "Gollum", "Garica")
                        .noneMatch(name -> name.length() < 2);
                assertThat(SampleNames.of(locale, seed).surnames()).as(language).doesNotContain("Dvnis", "Lopéz", "Gollum", "Garica");
            }
        }
    }

    @Test
    void surnamesAreWrittenOnce() {
        SampleWords none = SampleWords.of(SampleWordsTest.class, "SampleWordsTest.txt");
        for (String language : List.of("fr", "nl", "de", "es")) {
            List<String> names = none.surnames("surname", Locale.of(language), 1);
            assertThat(names).as(language).contains("Le Gall").doesNotHaveDuplicates()
                    .noneMatch(name -> name.matches("(Da|Le|La|El|Al|Mac|O)[ '].*[ ']\\p{Ll}.*"));
        }
    }
}
