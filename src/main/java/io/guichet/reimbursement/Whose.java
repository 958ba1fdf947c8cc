package io.guichet.reimbursement;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Whose care a claim is about, as far as deciding it asks. Does not print whom.
///
/// @param name     what people call the member
/// @param language in which the member is written to
/// @param covered  whether something covered them on the first day of care; empty where nobody keeps that here
public record Whose(String name, Locale language, Optional<Boolean> covered) {

    public Whose {
        Objects.requireNonNull(name);
        Objects.requireNonNull(language);
        Objects.requireNonNull(covered);
    }

    @Override
    public String toString() {
        return language.toString();
    }
}
