package io.guichet.country.field;

import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads amounts, counts and shares as people of any of our languages type them: point or comma before the decimals, blanks,
/// points, commas or apostrophes between thousands, the currency on either side, a percent sign behind. What could mean two
/// numbers (`1.234`) is none.
final class NumberInput {

    private static final Pattern PLAIN = Pattern.compile("(\\d{1,9})(?:[.,](\\d{1,2}))?");
    private static final Pattern GROUPED = Pattern.compile("(\\d{1,3}(?:([ .,'\u2019])\\d{3})(?:\\2\\d{3})*)(?:([.,])(\\d{1,2}))?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,5})(?:[.,](\\d{1,4}))?\\s*%?");
    private static final Pattern CURRENCY_BEHIND = Pattern.compile(" ?(?:€|EUR)$");
    private static final Pattern CURRENCY_BEFORE = Pattern.compile("^(?:€|EUR) ?");
    private static final int CENTS = 2;
    private static final int LONGEST_SHARE = 4;

    private NumberInput() {
    }

    /// The amount in euros, or empty when `typed` is none or too much.
    static Optional<BigDecimal> amount(String typed, Money most) {
        Matcher behind = CURRENCY_BEHIND.matcher(typed);
        String text = behind.find() ? behind.replaceFirst("") : CURRENCY_BEFORE.matcher(typed).replaceFirst("");
        Matcher plain = PLAIN.matcher(text);
        Matcher grouped = GROUPED.matcher(text);
        BigDecimal amount;
        if (plain.matches()) {
            amount = decimal(plain.group(1), plain.group(2));
        } else if (grouped.matches() && tellsThousands(grouped)) {
            amount = decimal(grouped.group(1).replaceAll("\\D", ""), grouped.group(4));
        } else {
            return Optional.empty();
        }
        return Optional.of(amount.setScale(CENTS)).filter(each -> each.compareTo(most.decimal()) <= 0);
    }

    /// The number, or empty when `typed` is none within the bounds.
    static Optional<Integer> whole(String typed, int least, int most) {
        return WHOLE.matcher(typed).matches()
                ? Optional.of(Integer.valueOf(typed)).filter(each -> each >= least && each <= most) : Optional.empty();
    }

    /// The share as a fraction, or empty when `typed` is none or too much.
    static Optional<BigDecimal> share(String typed, BigDecimal most) {
        Matcher share = SHARE.matcher(typed);
        return share.matches()
                ? Optional.of(plain(decimal(share.group(1), share.group(2)).movePointLeft(2))).filter(each -> each.compareTo(most) <= 0)
                : Optional.empty();
    }

    /// A canonical amount as it stands in an edit field: `1284,50`.
    static String edited(String canonical, int least, int most, Locale locale) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(false);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        return format.format(new BigDecimal(canonical));
    }

    /// A canonical fraction in percent: `12,5`.
    static String editedShare(String canonical, Locale locale) {
        return edited(new BigDecimal(canonical).movePointRight(2).toPlainString(), 0, LONGEST_SHARE, locale);
    }

    // One point or comma before three digits may be either; twice the same, or a blank, is between thousands.
    private static boolean tellsThousands(Matcher grouped) {
        String separator = grouped.group(2);
        boolean decimals = grouped.group(3) != null;
        boolean point = separator.equals(".") || separator.equals(",");
        boolean several = grouped.group(1).length() > 7;
        return !separator.equals(grouped.group(3)) && (!point || decimals || several);
    }

    private static BigDecimal decimal(String whole, @Nullable String decimals) {
        return new BigDecimal(decimals == null ? whole : whole + "." + decimals);
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
