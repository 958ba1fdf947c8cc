package io.guichet.reimbursement;

import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A claim that can still be worked on. Does not print whose it is.
///
/// @param claim      the claim
/// @param number     what people call it
/// @param member     whose care it was
/// @param memberName what they are called; empty when nobody may find them
/// @param state      `RECEIVED`, `PENDED` or `ACCEPTED`
/// @param received   the day it came in
/// @param due        the day by which it should be decided
/// @param priority   0 to 9, the highest first
/// @param charged    what was charged
/// @param insurer    what we pay; nothing while it is undecided
/// @param reasons    why it was not decided by itself
/// @param waitsUntil handed to nobody before that day, for something was asked for; null when it waits for nothing
/// @param assignee   who decides it, null while nobody does
/// @param revision   raised by each change; decisions say which they are about
/// @param place      where it stands in the list
public record WorkRow(FileRef claim, String number, FileRef member, String memberName, ClaimState state, LocalDate received,
                      LocalDate due, int priority, Money charged, Money insurer, List<Finding.Code> reasons,
                      @Nullable LocalDate waitsUntil, @Nullable String assignee, long revision, Place place) {

    /// A place in the list. Opaque to whoever shows it.
    public record Place(int urgency, LocalDate due, long id) {
        public Place {
            Objects.requireNonNull(due);
        }
    }

    public WorkRow {
        Objects.requireNonNull(claim);
        Objects.requireNonNull(number);
        Objects.requireNonNull(member);
        Objects.requireNonNull(memberName);
        Objects.requireNonNull(state);
        Objects.requireNonNull(received);
        Objects.requireNonNull(due);
        Objects.requireNonNull(charged);
        Objects.requireNonNull(insurer);
        reasons = List.copyOf(reasons);
        Objects.requireNonNull(place);
    }

    /// Whether it should have been decided by that day.
    public boolean overdue(LocalDate day) {
        return due.isBefore(day) && state != ClaimState.ACCEPTED;
    }

    @Override
    public String toString() {
        return claim.toString();
    }
}
