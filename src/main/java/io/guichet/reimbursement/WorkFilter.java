package io.guichet.reimbursement;

import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import java.time.LocalDate;
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
/// @param members   of these members, at most `MOST_MEMBERS`; null of anybody, an empty set of nobody
public record WorkFilter(String number, Set<CountryCode> countries, Set<ClaimState> states, Finding.@Nullable Code reason,
                         @Nullable String assignee, boolean free, boolean overdue, @Nullable Set<FileRef> members) {

    /// A filter names at most so many members.
    public static final int MOST_MEMBERS = 500;

    /// Every claim that can still be worked on.
    public static final WorkFilter ALL = new WorkFilter("", Set.of(), Set.of(), null, null, false, false, null);

    /// What nobody decided yet.
    public static final WorkFilter UNDECIDED =
            ALL.withStates(Set.of(ClaimState.RECEIVED, ClaimState.PENDED));

    public WorkFilter {
        number = number.strip();
        countries = Set.copyOf(countries);
        states = Set.copyOf(states);
        members = members == null ? null : Set.copyOf(members);
        if (free && assignee != null) {
            throw new IllegalArgumentException("what a colleague has is not free");
        }
        if (members != null && members.size() > MOST_MEMBERS) {
            throw new IllegalArgumentException("a filter names at most " + MOST_MEMBERS + " members");
        }
    }

    /// The same without a question about members.
    public WorkFilter(String number, Set<CountryCode> countries, Set<ClaimState> states, Finding.@Nullable Code reason,
                      @Nullable String assignee, boolean free, boolean overdue) {
        this(number, countries, states, reason, assignee, free, overdue, null);
    }

    /// The same for claims whose number begins so.
    public WorkFilter withNumber(String wanted) {
        return new WorkFilter(wanted, countries, states, reason, assignee, free, overdue, members);
    }

    /// The same in these states.
    public WorkFilter withStates(Set<ClaimState> wanted) {
        return new WorkFilter(number, countries, wanted, reason, assignee, free, overdue, members);
    }

    /// The same in these countries.
    public WorkFilter withCountries(Set<CountryCode> wanted) {
        return new WorkFilter(number, wanted, states, reason, assignee, free, overdue, members);
    }

    /// The same for claims that wait for this, or for anything.
    public WorkFilter withReason(Finding.@Nullable Code wanted) {
        return new WorkFilter(number, countries, states, wanted, assignee, free, overdue, members);
    }

    /// The same for what this colleague has, or anybody.
    public WorkFilter withAssignee(@Nullable String wanted) {
        return new WorkFilter(number, countries, states, reason, wanted, free && wanted == null, overdue, members);
    }

    /// The same for what nobody has, or not.
    public WorkFilter withFree(boolean wanted) {
        return new WorkFilter(number, countries, states, reason, wanted ? null : assignee, wanted, overdue, members);
    }

    /// The same for what should have been decided by now, or not.
    public WorkFilter withOverdue(boolean wanted) {
        return new WorkFilter(number, countries, states, reason, assignee, free, wanted, members);
    }

    /// The same of these members, null of anybody.
    public WorkFilter withMembers(@Nullable Set<FileRef> wanted) {
        return new WorkFilter(number, countries, states, reason, assignee, free, overdue, wanted);
    }

    /// Whether it lets that row through: what the database asks, for a row that changed.
    ///
    /// @param today the day by which claims are overdue
    public boolean matches(WorkRow row, LocalDate today) {
        return row.number().startsWith(number)
                && (countries.isEmpty() || countries.contains(row.claim().country()))
                && (states.isEmpty() || states.contains(row.state()))
                && (reason == null || row.reasons().contains(reason))
                && (assignee == null || assignee.equals(row.assignee()))
                && !(free && row.assignee() != null)
                && !(overdue && !row.due().isBefore(today))
                && (members == null || members.contains(row.member()));
    }
}
