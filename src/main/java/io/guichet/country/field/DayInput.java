package io.guichet.country.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Reads days as people type them, day first as all languages of the application do: `14/03/1987`, `14.3.87`,
/// `14031987`, `140387`, and as programs write them: `1987-03-14`, `19870314`.
public final class DayInput {

    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2199;
    private static final int PARTS = 3;

    private DayInput() {
    }

    /// The day, or empty when `typed` is none.
    ///
    /// @param latestYear a year of two digits means the latest one that is not after this
    public static Optional<LocalDate> read(String typed, int latestYear) {
        String text = typed.strip();
        String[] parts = new String[PARTS];
        int count = split(text, parts);
        if (count == PARTS) {
            return parts[0].length() == 4
                    ? day(parts[0], parts[1], parts[2], latestYear)
                    : day(parts[2], parts[1], parts[0], latestYear);
        }
        return count == 1 ? readWithoutSeparators(parts[0], latestYear) : Optional.empty();
    }

    private static Optional<LocalDate> readWithoutSeparators(String digits, int latestYear) {
        return switch (digits.length()) {
            case 6 -> day(digits.substring(4), digits.substring(2, 4), digits.substring(0, 2), latestYear);
            case 8 -> day(digits.substring(4), digits.substring(2, 4), digits.substring(0, 2), latestYear)
                    .or(() -> day(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6), latestYear));
            default -> Optional.empty();
        };
    }

    /// Puts the runs of digits of `text` into `parts`.
    ///
    /// @return how many there are, or 0 when there is anything else than digits and single separators, or too much
    private static int split(String text, String[] parts) {
        int count = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isSeparator(text.charAt(i))) {
                if (i == from || count == PARTS) {
                    return 0;
                }
                parts[count++] = text.substring(from, i);
                from = i + 1;
                while (from < text.length() && text.charAt(from) == ' ') {
                    from++;
                    i++;
                }
            } else if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return 0;
            }
        }
        return count;
    }

    private static boolean isSeparator(char c) {
        return c == '/' || c == '.' || c == '-' || c == ' ';
    }

    private static Optional<LocalDate> day(String year, String month, String day, int latestYear) {
        if (year.length() != 2 && year.length() != 4 || month.length() > 2 || day.length() > 2) {
            return Optional.empty();
        }
        int fullYear = Integer.parseInt(year);
        if (year.length() == 2) {
            fullYear += latestYear - latestYear % 100;
            if (fullYear > latestYear) {
                fullYear -= 100;
            }
        }
        if (fullYear < FIRST_YEAR || fullYear > LAST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(fullYear, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
