package io.guichet.reimbursement;

import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.CountryCode;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which claims of the queue; what is empty or null restricts nothing.
///
/// @param number    begins the claim's number
/// @param countries of these countries
/// @param states    in these states; `REJECTED` and `PAID` claims are in no queue
/// @param reason    that wait for this
/// @param assignee  that this colleague has
/// @param free      that nobody has; not together with `assignee`
/// @param overdue   that should have been decided by now
public record WorkFilter(String number, Set<CountryCode> countries, Set<ClaimState> states, Finding.@Nullable Code reason,
                         @Nullable String assignee, boolean free, boolean overdue) {

    /// Every claim that can still be worked on.
    public static final WorkFilter ALL = new WorkFilter("", Set.of(), Set.of(), null, null, false, false);

    /// What nobody decided yet.
    public static final WorkFilter UNDECIDED =
            ALL.withStates(Set.of(ClaimState.RECEIVED, ClaimState.PENDED));

    public WorkFilter {
        number = number.strip();
        countries = Set.copyOf(countries);
        states = Set.copyOf(states);
        if (free && assignee != null) {
            throw new IllegalArgumentException("what a colleague has is not free");
        }
        Objects.requireNonNull(number);
    }

    /// The same in these states.
    public WorkFilter withStates(Set<ClaimState> wanted) {
        return new WorkFilter(number, countries, wanted, reason, assignee, free, overdue);
    }

    /// The same in these countries.
    public WorkFilter withCountries(Set<CountryCode> wanted) {
        return new WorkFilter(number, wanted, states, reason, assignee, free, overdue);
    }
}
