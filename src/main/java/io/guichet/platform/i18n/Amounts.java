package io.guichet.platform.i18n;

import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Locale;

/// Amounts and counts as a language writes them: its own grouping and decimals, the currency behind a thin space that does
/// not break. Every amount has all its decimals, so that a column of them lines up; the face has figures of one width
/// (style class `amount` puts them to the right).
public final class Amounts {

    /// Narrow, and never the end of a line.
    private static final String THIN_SPACE = "\u202f";
    private static final String PLUS = "+";
    private static final String PERCENT = "%";

    private final Locale language;

    private Amounts(Locale language) {
        this.language = language;
    }

    /// Amounts in the language that `texts` uses now.
    public static Amounts of(Texts texts) {
        return in(texts.locale());
    }

    /// Amounts in another language than the one in use: a member's, a client's.
    public static Amounts in(Locale language) {
        return new Amounts(Texts.nearest(language));
    }

    /// With its currency: `1,284.50 €`.
    public String text(Money amount) {
        return figures(amount) + THIN_SPACE + amount.currency().getSymbol(language);
    }

    /// Without its currency, where that stands beside it or above the column: `1,284.50`.
    public String figures(Money amount) {
        return decimals(amount.decimal(), amount.currency().getDefaultFractionDigits());
    }

    /// A difference, its sign always said: `+12.00 €`, `-3.50 €`, `0.00 €`.
    public String difference(Money amount) {
        return (amount.minor() > 0 ? PLUS : "") + text(amount);
    }

    /// A whole number: `12,400`.
    public String count(long number) {
        return NumberFormat.getIntegerInstance(language).format(number);
    }

    /// A share: `75 %`, `12.5 %`; no more decimals than it has, two at most.
    ///
    /// @param percent 75 for three quarters
    public String percent(BigDecimal percent) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(2);
        return format.format(percent) + THIN_SPACE + PERCENT;
    }

    private String decimals(BigDecimal value, int digits) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }
}
