package io.guichet.directory.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// How the index may spell an identifier that somebody typed with any separators.
final class IdentifierSpellings {

    /// A single character would be the beginning of everything.
    static final int SHORTEST = 2;

    private static final Pattern NOT_COMPACT = Pattern.compile("[^0-9A-Z]");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern VALUE_ADDED_TAX = Pattern.compile("[A-Z]{2}\\d{9,}");

    private IdentifierSpellings() {
    }

    /// Spellings to look up, without repetition; none when nothing is left of `typed`.
    static List<String> of(String typed) {
        if (typed.isBlank()) {
            return List.of();
        }
        Set<String> spellings = new LinkedHashSet<>();
        String compact = compact(typed);
        spellings.add(compact);
        if (DIGITS.matcher(compact).matches()) {
            addPhone(spellings, typed.strip(), compact);
        } else if (VALUE_ADDED_TAX.matcher(compact).matches()) {
            spellings.add(compact.substring(2));
        }
        if (Character.isLetter(typed.strip().codePointAt(0)) && typed.indexOf(' ') < 0) {
            // The beginning of an e-mail address.
            spellings.add(typed.strip().toLowerCase(Locale.ROOT));
        }
        return spellings.stream().filter(spelling -> spelling.length() >= SHORTEST).toList();
    }

    /// The same for what can only be a phone number; the search then looks at no other identifier.
    static List<String> ofPhone(String typed) {
        return of(typed).stream().map(spelling -> "phone:" + spelling).toList();
    }

    /// Upper-case letters and digits alone.
    static String compact(String typed) {
        return NOT_COMPACT.matcher(typed.toUpperCase(Locale.ROOT)).replaceAll("");
    }

    /// The index holds phone numbers with their country's prefix and, as a second key, without it and without the zero
    /// that one dials in the country.
    private static void addPhone(Set<String> spellings, String typed, String digits) {
        String international = compact(typed.replace("(0)", ""));
        if (typed.startsWith("+") || typed.startsWith("(+")) {
            spellings.clear();
            spellings.add(international);
        } else if (digits.startsWith("00")) {
            spellings.add(international.substring(Math.min(2, international.length())));
        } else if (digits.startsWith("0")) {
            spellings.add(digits.substring(1));
        }
    }
}
