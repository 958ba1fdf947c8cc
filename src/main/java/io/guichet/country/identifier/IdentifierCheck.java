package io.guichet.country.identifier;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The verdict on one identifier.
///
/// @param normalized the compact form, separators removed, letters upper case; also given for a refused value
/// @param reason     why it is refused, or null when it is valid
/// @param suggestion a compact value that would be valid (a missing key computed), or null
public record IdentifierCheck(String normalized, @Nullable Reason reason, @Nullable String suggestion) {

    /// Reasons a person can act on.
    public enum Reason {
        /// Too short or too long.
        LENGTH,
        /// A character where it cannot be.
        FORMAT,
        /// The check digits do not agree: a typing mistake.
        CHECKSUM,
        /// An impossible part: month 13, an unknown country.
        COMPONENT
    }

    public IdentifierCheck {
        Objects.requireNonNull(normalized);
    }

    /// A value that is right.
    public static IdentifierCheck valid(String normalized) {
        return new IdentifierCheck(normalized, null, null);
    }

    /// A value that is wrong, without an idea of what was meant.
    public static IdentifierCheck refused(String normalized, Reason reason) {
        return new IdentifierCheck(normalized, reason, null);
    }

    public boolean isValid() {
        return reason == null;
    }

    public Optional<Reason> refusal() {
        return Optional.ofNullable(reason);
    }
}
