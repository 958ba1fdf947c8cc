package io.guichet.country.cover;

import io.guichet.country.cover.HistoryRequest.Place;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A payment to a member for their claims.
///
/// @param place      where the history goes on behind it
/// @param day        when it was paid
/// @param amount     how much
/// @param claim      the claim it settled
/// @param number     what people call that claim
/// @param accountEnd the last four characters of the account it went to, null when unknown
public record PaymentLine(Place place, LocalDate day, Money amount, FileRef claim, String number,
                          @Nullable String accountEnd) {

    public PaymentLine {
        Objects.requireNonNull(place);
        Objects.requireNonNull(day);
        Objects.requireNonNull(amount);
        Objects.requireNonNull(claim);
        Objects.requireNonNull(number);
    }
}
