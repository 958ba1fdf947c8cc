package io.guichet.reimbursement;

import io.guichet.country.claim.MemberPlan;
import io.guichet.kernel.FileRef;
import java.time.LocalDate;
import java.util.List;

/// What covers members, told as the rules of their country want to be told it. Waits for the database: never on the JavaFX
/// thread.
public interface MemberPlans {

    /// The plans of a member on a day and what they used of them, the one asked about most often first; none when nothing covers
    /// them, when their file is not open to this person, or while their country keeps no claims here.
    List<MemberPlan> find(FileRef member, LocalDate day);
}
