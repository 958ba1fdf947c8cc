package io.guichet.reimbursement;

import io.guichet.kernel.FileRef;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// What covers members, told as the rules of their country want to be told it. Waits for the database: never on the JavaFX
/// thread.
public interface MemberPlans {

    /// The plan of a member on a day and what they used of it, as `ClaimRecords.simulation` tells it; empty when nothing
    /// covers them, when their file is not open to this person, or while their country keeps no claims here.
    Optional<Map<String, Object>> find(FileRef member, LocalDate day);
}
