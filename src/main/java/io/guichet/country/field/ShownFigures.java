package io.guichet.country.field;

import io.guichet.country.field.FieldType.Figure.Unit;
import io.guichet.kernel.Money;
import io.guichet.platform.i18n.Amounts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;

/// Canonical figures as a language writes them. What a newer version wrote and nobody can read here is shown as it is.
final class ShownFigures {

    private ShownFigures() {
    }

    /// A canonical figure in words of a language.
    static String shown(String canonical, Unit unit, Locale locale) {
        return switch (unit) {
            case MONEY -> amount(canonical, locale);
            case PERCENT -> percent(canonical, locale);
            case MONTH -> month(canonical, locale);
            case NUMBER -> count(canonical, locale);
        };
    }

    /// `1284.50 EUR` as `1.284,50 €`.
    private static String amount(String canonical, Locale locale) {
        int blank = canonical.indexOf(' ');
        try {
            Currency currency = Currency.getInstance(canonical.substring(blank + 1));
            long minor = new BigDecimal(canonical.substring(0, Math.max(0, blank)))
                    .movePointRight(currency.getDefaultFractionDigits()).longValueExact();
            return Amounts.in(locale).text(new Money(minor, currency));
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            return canonical;
        }
    }

    /// `12.50` as `12,5 %`.
    private static String percent(String canonical, Locale locale) {
        try {
            return Amounts.in(locale).percent(new BigDecimal(canonical));
        } catch (NumberFormatException unreadable) {
            return canonical;
        }
    }

    /// `10` as `October`.
    private static String month(String canonical, Locale locale) {
        try {
            return Month.of(Integer.parseInt(canonical)).getDisplayName(TextStyle.FULL_STANDALONE, locale);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return canonical;
        }
    }

    /// `12400` as `12,400`.
    private static String count(String canonical, Locale locale) {
        try {
            return Amounts.in(locale).count(Long.parseLong(canonical));
        } catch (NumberFormatException unreadable) {
            return canonical;
        }
    }
}
