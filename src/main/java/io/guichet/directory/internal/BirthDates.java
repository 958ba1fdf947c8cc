package io.guichet.directory.internal;

import io.guichet.platform.i18n.Texts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads birth dates as people write them: `14/03/1987`, `14.3.87`, `1987-03-14`, `14031987`, `14 mars 1987`.
/// What cannot be one, and what lies in the future, is none.
final class BirthDates {

    /// How old anybody can be when two digits say the year.
    private static final int OLDEST = 120;

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/. ])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/. ])(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final Pattern MONTH_IN_WORDS = Pattern.compile(
            "(\\d{1,2})(?:\\.|er|st|nd|rd|th)?[ .-]+(?:de )?([\\p{L}]{3,})\\.?[ .-]+(?:de )?(\\d{4})");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("\\d{8}");

    private final Locale locale;
    private final LocalDate today;

    BirthDates(Locale locale, LocalDate today) {
        this.locale = locale;
        this.today = today;
    }

    /// The days that `typed` may mean; empty when it is no date.
    List<LocalDate> read(String typed) {
        Set<LocalDate> days = new LinkedHashSet<>();
        Matcher yearFirst = YEAR_FIRST.matcher(typed);
        if (yearFirst.matches()) {
            add(days, yearFirst.group(1), yearFirst.group(3), yearFirst.group(4));
        }
        Matcher yearLast = YEAR_LAST.matcher(typed);
        // Apart by spaces, six digits are rather the beginning of a phone number.
        if (yearLast.matches() && !(yearLast.group(2).equals(" ") && yearLast.group(4).length() == 2)) {
            addEitherOrder(days, yearLast.group(1), yearLast.group(3), yearLast.group(4));
        }
        Matcher words = MONTH_IN_WORDS.matcher(typed.toLowerCase(Locale.ROOT));
        if (words.matches()) {
            month(words.group(2)).forEach(month ->
                    add(days, words.group(3), Integer.toString(month.getValue()), words.group(1)));
        }
        if (isBare(typed)) {
            addEitherOrder(days, typed.substring(0, 2), typed.substring(2, 4), typed.substring(4));
            add(days, typed.substring(0, 4), typed.substring(4, 6), typed.substring(6));
        }
        return List.copyOf(days);
    }

    /// Whether `typed` is written without separators, and so may as well be the beginning of a number.
    static boolean isBare(String typed) {
        return EIGHT_DIGITS.matcher(typed).matches();
    }

    /// Europe writes the day first; the other order is meant where that is impossible, and in the United States.
    private void addEitherOrder(Set<LocalDate> days, String first, String second, String year) {
        boolean monthFirst = locale.getCountry().equals("US");
        int before = days.size();
        add(days, year, monthFirst ? first : second, monthFirst ? second : first);
        if (days.size() == before) {
            add(days, year, monthFirst ? second : first, monthFirst ? first : second);
        }
    }

    private void add(Set<LocalDate> days, String year, String month, String day) {
        List<Integer> years = new ArrayList<>();
        int number = Integer.parseInt(year);
        if (year.length() == 2) {
            years.add(1900 + number);
            years.add(2000 + number);
        } else {
            years.add(number);
        }
        for (int candidate : years) {
            try {
                LocalDate date = LocalDate.of(candidate, Integer.parseInt(month), Integer.parseInt(day));
                if (!date.isAfter(today) && date.isAfter(today.minusYears(OLDEST))) {
                    days.add(date);
                }
            } catch (DateTimeException noSuchDay) {
                continue;
            }
        }
    }

    private List<Month> month(String word) {
        String wanted = Fold.of(word).text();
        List<Month> months = new ArrayList<>();
        List<Locale> languages = new ArrayList<>(List.of(locale));
        languages.addAll(Texts.LANGUAGES);
        for (Locale language : languages) {
            for (Month month : Month.values()) {
                String name = Fold.of(month.getDisplayName(TextStyle.FULL, language)).text();
                if (name.startsWith(wanted) && !months.contains(month)) {
                    months.add(month);
                }
            }
            if (!months.isEmpty()) {
                return months.size() == 1 ? months : List.of();
            }
        }
        return months;
    }
}
