package io.guichet.reimbursement;

import io.guichet.kernel.FileRef;
import java.util.List;
import java.util.Objects;

/// The same decision for many claims. Names each of them, so that what is carried out is what was rehearsed.
///
/// @param action what is decided
/// @param claims which, none twice, at most `Runs.LARGEST`
/// @param note   for colleagues; may be empty
public record RunOrder(Action action, List<FileRef> claims, String note) {

    /// What is decided of each claim.
    public sealed interface Action {

        /// As the rules say.
        record Approve() implements Action {
        }

        /// Nothing is paid.
        ///
        /// @param reason coded, one of the `rejections` of the countries of the claims
        record Reject(String reason) implements Action {
            public Reject {
                Objects.requireNonNull(reason);
            }
        }

        /// A favourable decision is taken back, and the claim decided as the rules say now.
        ///
        /// @param reason coded, one of `Decisions.corrections`
        record Again(String reason) implements Action {
            public Again {
                Objects.requireNonNull(reason);
            }
        }
    }

    public RunOrder {
        Objects.requireNonNull(action);
        claims = List.copyOf(claims);
        Objects.requireNonNull(note);
        if (claims.stream().distinct().count() != claims.size()) {
            throw new IllegalArgumentException("a claim is named twice");
        }
        if (claims.size() > Runs.LARGEST) {
            throw new IllegalArgumentException("a run has at most " + Runs.LARGEST + " claims");
        }
    }
}
