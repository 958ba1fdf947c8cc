package io.guichet.country.contract;

import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.util.Objects;

/// A line of a premium, and why it is so.
///
/// @param kind   what the line is
/// @param label  what it is called
/// @param reason how it comes about: tariff, people, rate
/// @param amount a month
public record PremiumLine(Kind kind, UserMessage label, UserMessage reason, Money amount) {

    /// What a line of a premium is. Net and taxes add up to the total; the shares split it.
    public enum Kind {
        NET, TAX, TOTAL, EMPLOYER_SHARE, MEMBER_SHARE
    }

    public PremiumLine {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(label);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(amount);
    }
}
