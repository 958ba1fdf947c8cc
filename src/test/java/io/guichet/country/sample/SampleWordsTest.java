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
