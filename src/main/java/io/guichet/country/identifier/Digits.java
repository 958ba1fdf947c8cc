package io.guichet.country.identifier;

/// Arithmetic that identifiers have in common. Pure, without allocation: seeding and imports call it millions of times.
public final class Digits {

    private Digits() {
    }

    /// What a person typed without separators (blanks of any width, dots, dashes of any kind, slashes, plus signs), in
    /// upper case. Returns `typed` itself when there is nothing to change.
    public static String compact(String typed) {
        int length = typed.length();
        for (int i = 0; i < length; i++) {
            char c = typed.charAt(i);
            if (isSeparator(c) || upper(c) != c) {
                return compactFrom(typed, i);
            }
        }
        return typed;
    }

    private static String compactFrom(String typed, int from) {
        int length = typed.length();
        StringBuilder compact = new StringBuilder(length).append(typed, 0, from);
        for (int i = from; i < length; i++) {
            char c = typed.charAt(i);
            if (!isSeparator(c)) {
                compact.append(upper(c));
            }
        }
        return compact.toString();
    }

    private static boolean isSeparator(char c) {
        return switch (c) {
            case ' ', '.', '-', '/', '+', '\t', '\n', '\r', '\u00A0', '\u00AD', '\u2212', '\u202F', '\u3000' -> true;
            default -> c >= '\u2000' && c <= '\u2015';
        };
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }

    /// Whether `text` has only the digits 0 to 9 from `from` (inclusive) to `to` (exclusive).
    public static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether `c` is one of 0 to 9.
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Whether `c` is one of A to Z.
    public static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /// Whether `text` has only digits and the letters A to Z.
    public static boolean areLettersOrDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && !isLetter(c)) {
                return false;
            }
        }
        return true;
    }

    /// Whether every digit is 0 from `from` (inclusive) to `to` (exclusive).
    public static boolean areZeros(String digits, int from, int to) {
        for (int i = from; i < to; i++) {
            if (digits.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    /// The number that the digits from `from` (inclusive) to `to` (exclusive) write; at most 18 of them.
    public static long number(String digits, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (digits.charAt(i) - '0');
        }
        return number;
    }

    /// The Luhn sum modulo 10 of digits that end with their check digit: 0 when it agrees. Reading goes from `from`
    /// (inclusive) to `to` (exclusive).
    public static int luhn(String digits, int from, int to) {
        int sum = 0;
        boolean twice = false;
        for (int i = to - 1; i >= from; i--) {
            int digit = digits.charAt(i) - '0';
            if (twice) {
                digit *= 2;
                if (digit > 9) {
                    digit -= 9;
                }
            }
            sum += digit;
            twice = !twice;
        }
        return sum % 10;
    }

    /// The digit that makes `digits` followed by it satisfy Luhn.
    public static char luhnDigit(String digits) {
        return (char) ('0' + (10 - luhn(digits + '0', 0, digits.length() + 1)) % 10);
    }

    /// `number` in at least two digits: `07`.
    public static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
