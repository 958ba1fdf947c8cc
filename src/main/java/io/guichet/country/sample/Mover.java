package io.guichet.country.sample;

import io.guichet.kernel.CountryCode;
import java.time.LocalDate;
import java.util.Objects;

/// A sample person who moved from one country to another, and is on record in both.
///
/// @param id         0, 1, 2 …
/// @param from       where they were insured first
/// @param to         where they are insured since
/// @param moved      first day in the new country
/// @param female     women
/// @param firstName  the same in both countries
/// @param familyName the same in both countries
/// @param birth      birth date
/// @param email      the same in both countries
public record Mover(int id, CountryCode from, CountryCode to, LocalDate moved, boolean female, String firstName,
                    String familyName, LocalDate birth, String email) {

    public Mover {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(moved);
        Objects.requireNonNull(firstName);
        Objects.requireNonNull(familyName);
        Objects.requireNonNull(birth);
        Objects.requireNonNull(email);
    }
}
