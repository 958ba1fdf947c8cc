package io.guichet.directory.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text as the index holds it, lower case without accents and every other character a space, that knows for each of
/// its characters where it came from.
///
/// @param text    the folded text; not stripped, so that positions stay aligned
/// @param origins for each character of `text` the position in the original, and one more for its end
record Fold(String text, List<Integer> origins) {

    Fold {
        origins = List.copyOf(origins);
    }

    /// Folds `original`.
    static Fold of(String original) {
        StringBuilder folded = new StringBuilder();
        List<Integer> origins = new ArrayList<>();
        for (int at = 0; at < original.length(); ) {
            int point = original.codePointAt(at);
            String plain = fold(point);
            for (int i = 0; i < plain.length(); i++) {
                folded.append(plain.charAt(i));
                origins.add(at);
            }
            at += Character.charCount(point);
        }
        origins.add(original.length());
        return new Fold(folded.toString(), origins);
    }

    /// The words, in order.
    List<String> words() {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
    }

    /// As the `unaccent` extension does it: letters that no normal form takes apart are spelled out.
    private static String fold(int point) {
        String letter = Character.toString(point).toLowerCase(Locale.ROOT);
        String plain = switch (letter) {
            case "ß" -> "ss";
            case "æ" -> "ae";
            case "œ" -> "oe";
            case "ø" -> "o";
            case "ł" -> "l";
            case "đ", "ð" -> "d";
            case "þ" -> "th";
            case "ı" -> "i";
            case "ħ" -> "h";
            case "ŋ" -> "n";
            default -> Normalizer.normalize(letter, Normalizer.Form.NFKD);
        };
        StringBuilder kept = new StringBuilder();
        plain.codePoints().filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .forEach(part -> kept.appendCodePoint(Character.isLetterOrDigit(part) ? part : ' '));
        return kept.toString();
    }
}
