package io.guichet.reimbursement.ui;

import java.util.Objects;

/// Whose terms a what-if is about.
///
/// @param kind    where they come from
/// @param product the product's code; empty unless it is one
/// @param name    what people call the product; empty unless it is one
public record PlanChoice(Kind kind, String product, String name) {

    /// Where terms come from.
    public enum Kind {
        /// The member has them.
        MEMBER,
        /// A product has them.
        PRODUCT,
        /// They are typed.
        TYPED
    }

    /// What the member has.
    static final PlanChoice MEMBERS = new PlanChoice(Kind.MEMBER, "", "");
    /// What is typed.
    static final PlanChoice TYPED = new PlanChoice(Kind.TYPED, "", "");

    public PlanChoice {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(product);
        Objects.requireNonNull(name);
    }
}
