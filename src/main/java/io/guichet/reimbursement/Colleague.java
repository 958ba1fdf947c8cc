package io.guichet.reimbursement;

import java.util.Objects;

/// Somebody who decides claims.
///
/// @param name   their role
/// @param claims how many undecided ones they have
public record Colleague(String name, long claims) {

    public Colleague {
        Objects.requireNonNull(name);
    }
}
