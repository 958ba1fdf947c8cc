package io.guichet.reimbursement.ui;

import io.guichet.country.claim.MemberPlan;
import io.guichet.kernel.UserMessage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whose terms a what-if is about.
///
/// @param kind  where they come from
/// @param code  of the product, or of the member's plan; empty for typed ones, and where the member can have one only
/// @param name  what people call the product; empty unless it is one
/// @param label what the member's plan is called; null where they can have one only, and for others
public record PlanChoice(Kind kind, String code, String name, @Nullable UserMessage label) {

    /// Where terms come from.
    public enum Kind {
        /// The member has them.
        MEMBER,
        /// A product has them.
        PRODUCT,
        /// They are typed.
        TYPED
    }

    /// What the member has, while it is not known.
    static final PlanChoice MEMBERS = new PlanChoice(Kind.MEMBER, "", "", null);
    /// What is typed.
    static final PlanChoice TYPED = new PlanChoice(Kind.TYPED, "", "", null);

    /// A plan that the member has.
    static PlanChoice of(MemberPlan plan) {
        return new PlanChoice(Kind.MEMBER, plan.code(), "", plan.label());
    }

    public PlanChoice {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(code);
        Objects.requireNonNull(name);
    }
}
