package io.guichet.country.fr.claim;

import io.guichet.kernel.UserMessage;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/// One record of a file with fields of fixed width. Positions count from 1, as its description does.
final class FixedRecord {

    private static final int DAY = 8;

    private final String text;

    FixedRecord(String text) {
        this.text = text;
    }

    /// A field that nobody can read.
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient UserMessage reason;

        Unreadable(String key, Object... arguments) {
            super(key, null, false, false);
            this.reason = UserMessage.of(key, arguments);
        }

        UserMessage reason() {
            return reason;
        }
    }

    /// Two characters that say what the record is.
    String type() {
        return text.substring(0, 2);
    }

    /// A text without the blanks around it.
    String text(int from, int length) {
        return text.substring(from - 1, from - 1 + length).strip();
    }

    /// A whole number.
    ///
    /// @param field its name, for who reads the refusal
    long number(String field, int from, int length) throws Unreadable {
        String digits = text.substring(from - 1, from - 1 + length);
        for (int i = 0; i < length; i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                throw new Unreadable("fr.claimFile.error.number", field);
            }
        }
        return Long.parseLong(digits);
    }

    /// An amount, as a field of the form has it: `30.00`.
    String amount(String field, int from, int length) throws Unreadable {
        return BigDecimal.valueOf(number(field, from, length), 2).toPlainString();
    }

    /// A day, or empty when it is left blank.
    String day(String field, int from) throws Unreadable {
        String digits = text(from, DAY);
        if (digits.isEmpty()) {
            return "";
        }
        int day = (int) number(field, from, DAY);
        try {
            return LocalDate.of(day / 10_000, day / 100 % 100, day % 100).toString();
        } catch (DateTimeException none) {
            throw new Unreadable("fr.claimFile.error.day", field);
        }
    }
}
