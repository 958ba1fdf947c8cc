package io.guichet.kernel;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/// A country by its two ISO 3166-1 letters, upper case: `FR`.
public record CountryCode(String value) implements Comparable<CountryCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}");

    /// @throws IllegalArgumentException when `value` is not two upper-case letters
    public CountryCode {
        Objects.requireNonNull(value);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a country code: " + value);
        }
    }

    /// Reads `fr`, `FR` and ` Fr `.
    public static CountryCode of(String text) {
        return new CountryCode(text.strip().toUpperCase(Locale.ROOT));
    }

    /// The name of the country's schema, role suffix, package and folders: `fr`.
    public String folder() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(CountryCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
