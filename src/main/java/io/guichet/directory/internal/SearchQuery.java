package io.guichet.directory.internal;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the one search box was asked, understood without a database: which parts of the text are names, which are
/// identifiers and in which spellings, which are birth dates. A text that can be understood in more than one way has
/// more than one reading, the likeliest first.
///
/// @param readings ways to understand the text; none when it asks nothing
record SearchQuery(List<Reading> readings) {

    /// One way to understand the text: a file matches when all words are in its names, it has one of the identifiers
    /// and one of the birth dates. What is empty asks nothing.
    ///
    /// @param words  words of names or beginnings of them, folded
    /// @param keys   compact spellings of one identifier, or of its beginning or end
    /// @param births the days that a date may mean
    record Reading(List<String> words, List<String> keys, List<LocalDate> births) {
        Reading {
            words = List.copyOf(words);
            keys = List.copyOf(keys);
            births = List.copyOf(births);
        }

        boolean asksNothing() {
            return words.isEmpty() && keys.isEmpty() && births.isEmpty();
        }
    }

    private static final int LONGEST = 200;
    private static final int MOST_READINGS = 4;
    /// Longest run of parts that may be one date: `14 de marzo de 1987`.
    private static final int DATE_PARTS = 5;
    /// Words this short beside digits may belong to the identifier: `BE 0403.019.261`, `12345678 Z`.
    private static final int SHORT_WORD = 4;

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{C},;]+");
    /// As phone numbers are written, from the first group on: `06 1`, `0470/12.34`, `+32 4`, `0033 6`.
    private static final Pattern PHONE = Pattern.compile("\\+ ?\\(?\\d.*|00[1-9].*|0\\d{1,3}(?:[ ./-]\\d{2})*[ ./-]\\d{1,2}");
    private static final Pattern DIGIT = Pattern.compile(".*\\d.*");

    SearchQuery {
        readings = List.copyOf(readings);
    }

    /// Reads what was typed.
    ///
    /// @param locale how the person writes dates
    /// @param today  births lie before it
    static SearchQuery parse(String typed, Locale locale, LocalDate today) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST);
        }
        List<String> parts = List.of(BETWEEN.split(text)).stream().filter(part -> !part.isEmpty()).toList();
        return new Reader(parts, new BirthDates(locale, today)).read();
    }

    /// The state of reading one text.
    private static final class Reader {
        private final List<String> parts;
        private final BirthDates dates;
        private final List<String> words = new ArrayList<>();
        private final List<String> emails = new ArrayList<>();
        private final List<String> groups = new ArrayList<>();
        private final List<LocalDate> births = new ArrayList<>();
        private String bareDate = "";

        Reader(List<String> parts, BirthDates dates) {
            this.parts = parts;
            this.dates = dates;
        }

        SearchQuery read() {
            StringBuilder group = new StringBuilder();
            for (int at = 0; at < parts.size(); ) {
                int dateParts = group.isEmpty() ? date(at) : 0;
                String part = parts.get(at);
                if (dateParts > 0) {
                    at += dateParts;
                    continue;
                }
                if (part.indexOf('@') >= 0) {
                    if (part.length() >= IdentifierSpellings.SHORTEST) {
                        emails.add(part.toLowerCase(Locale.ROOT));
                    }
                } else if (DIGIT.matcher(part).matches() || part.equals("+")) {
                    group.append(group.isEmpty() ? "" : " ").append(part);
                    at++;
                    continue;
                } else {
                    words.addAll(Fold.of(part).words());
                }
                endGroup(group);
                at++;
            }
            endGroup(group);
            return new SearchQuery(readings());
        }

        private void endGroup(StringBuilder group) {
            if (!group.isEmpty()) {
                groups.add(group.toString());
                group.setLength(0);
            }
        }

        /// Reads a date that begins at part `at` and is not followed by more digits; returns how many parts it has.
        private int date(int at) {
            for (int count = Math.min(DATE_PARTS, parts.size() - at); count > 0; count--) {
                String candidate = String.join(" ", parts.subList(at, at + count));
                boolean goesOn = at + count < parts.size() && DIGIT.matcher(parts.get(at + count)).matches();
                List<LocalDate> days = goesOn ? List.of() : dates.read(candidate);
                if (!days.isEmpty()) {
                    births.addAll(days);
                    if (BirthDates.isBare(candidate)) {
                        bareDate = candidate;
                    }
                    return count;
                }
            }
            return 0;
        }

        private List<Reading> readings() {
            List<Reading> readings = new ArrayList<>();
            String spokenGroups = String.join(" ", groups);
            if (!groups.isEmpty() || !emails.isEmpty()) {
                if (!words.isEmpty() && words.stream().allMatch(word -> word.length() <= SHORT_WORD)
                        && words.size() <= 2 && emails.isEmpty() && births.isEmpty()) {
                    readings.add(new Reading(List.of(), IdentifierSpellings.of(String.join(" ", parts)), List.of()));
                }
                if (groups.size() == 1 && emails.isEmpty() && PHONE.matcher(spokenGroups).matches()) {
                    // Companies' numbers may begin with the same digits; who types a phone number looks for its owner.
                    readings.add(new Reading(words, IdentifierSpellings.ofPhone(spokenGroups), births));
                }
                List<String> keys = new ArrayList<>(emails);
                keys.addAll(IdentifierSpellings.of(spokenGroups));
                readings.add(new Reading(words, keys, births));
                if (groups.size() > 1) {
                    List<String> each = new ArrayList<>(emails);
                    groups.forEach(group -> each.addAll(IdentifierSpellings.of(group)));
                    readings.add(new Reading(words, each, births));
                }
                if (!groups.isEmpty() && emails.isEmpty()) {
                    // Companies bear numbers in their names.
                    List<String> named = new ArrayList<>(words);
                    named.addAll(Fold.of(spokenGroups).words());
                    readings.add(new Reading(named, List.of(), births));
                }
            } else {
                readings.add(new Reading(words, List.of(), births));
            }
            if (!bareDate.isEmpty() && groups.isEmpty()) {
                readings.add(new Reading(words, IdentifierSpellings.of(bareDate), List.of()));
            }
            return readings.stream().filter(reading -> !reading.asksNothing()).distinct().limit(MOST_READINGS).toList();
        }
    }
}
