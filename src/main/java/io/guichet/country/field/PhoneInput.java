package io.guichet.country.field;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/// Reads phone numbers in any spelling and shows them as people of one region write them.
final class PhoneInput {

    private static final int LONGEST_TYPED = 60;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    /// The number as E.164 (`+33612345678`), or empty when `typed` is none that can be called. An extension makes it
    /// none: it would be lost.
    Optional<String> read(String typed, String region) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        return parse(typed, region)
                .filter(number -> !number.hasExtension() && numbers.isValidNumber(number))
                .map(number -> numbers.format(number, PhoneNumberFormat.E164));
    }

    /// The number in the national form of `region`, or in the international one when it belongs to another.
    String format(String canonical, String region) {
        return parse(canonical, region)
                .map(number -> numbers.format(number, number.getCountryCode() == numbers.getCountryCodeForRegion(region)
                        ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL))
                .orElse(canonical);
    }

    private Optional<PhoneNumber> parse(String text, String region) {
        try {
            return Optional.of(numbers.parse(text, region));
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }
}
