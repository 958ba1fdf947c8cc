package io.guichet.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.directory.SearchRow.Hit;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class HighlightsTest {

    private static List<String> shown(String label, List<Hit> hits) {
        return hits.stream().map(hit -> label.substring(hit.from(), hit.to())).toList();
    }

    private static List<String> words(String label, String... tokens) {
        return shown(label, Highlights.ofWords(label, List.of(tokens), false));
    }

    @Test
    void showsBeginningsOfWordsAsTheyAreWritten() {
        assertThat(words("Élodie Garcia", "elo", "gar")).containsExactly("Élo", "Gar");
        assertThat(words("Jean-Pierre O’Neill", "pier", "neill")).containsExactly("Pier", "Neill");
        assertThat(words("Anna Weiß", "weiss")).containsExactly("Weiß");
        assertThat(words("Anna Œuvrard", "oeu")).containsExactly("Œu");
        assertThat(words("E\u0301lodie", "elodie")).containsExactly("E\u0301lodie");
    }

    @Test
    void showsPartsInsideAndWordsWrittenTogether() {
        assertThat(words("Élodie Garcia", "arci")).containsExactly("arci");
        assertThat(words("Piet Van den Berghe", "vandenberg")).containsExactly("Van den Berg");
    }

    @Test
    void showsAWholeWordForAMisspelling() {
        String label = "Élodie Garcia";
        assertThat(shown(label, Highlights.ofWords(label, List.of("gracia"), true))).containsExactly("Garcia");
        assertThat(Highlights.ofWords(label, List.of("gracia"), false)).isEmpty();
        assertThat(Highlights.ofWords(label, List.of("dupont"), true)).isEmpty();
    }

    @Test
    void showsIdentifiersThroughTheirSeparators() {
        String label = "Contract 2026-004182";
        assertThat(shown(label, Highlights.ofKeys(label, List.of("2026004182")))).containsExactly("2026-004182");
        assertThat(Highlights.ofKeys(label, List.of("999"))).isEmpty();
    }

    @Test
    void hitsAreInOrderWithinTheLabelAndApart() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        String alphabet = "aaabeéßŒ -'\u0301\ud83d\ude00";
        for (int round = 0; round < 3_000; round++) {
            String label = text(random, alphabet, 20);
            List<String> tokens = Fold.of(text(random, alphabet, 8)).words();
            int last = -1;
            for (Hit hit : Highlights.ofWords(label, tokens, random.nextBoolean())) {
                assertThat(hit.from()).as(label + tokens).isGreaterThan(last);
                assertThat(hit.to()).as(label + tokens).isGreaterThan(hit.from()).isLessThanOrEqualTo(label.length());
                last = hit.to();
            }
        }
    }

    private static String text(RandomGenerator random, String alphabet, int longest) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(longest); length > 0; length--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
