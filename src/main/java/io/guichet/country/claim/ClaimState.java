package io.guichet.country.claim;

/// Where a claim stands, whatever the country calls it.
public enum ClaimState {
    /// Came in; nobody looked at it yet.
    RECEIVED,
    /// Waits for something or somebody.
    PENDED,
    /// Decided in favour, not paid yet.
    ACCEPTED,
    /// Refused.
    REJECTED,
    /// Paid.
    PAID
}
