package io.guichet.reimbursement;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.Page;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The queue of claims, one over all countries of the signed-in role. Every call waits for the database: never on the JavaFX
/// thread.
///
/// All calls throw `DatabaseFailure` when the database is gone or refuses.
public interface Worklist {

    /// A page of the queue, filtered and sorted by the server.
    Page<WorkRow> page(WorkPageRequest request);

    /// One claim of it, or empty when it cannot be worked on, or not by this role.
    Optional<WorkRow> find(FileRef claim);

    /// How many claims there are by country and state, as of now: nothing is counted for it.
    List<WorkCount> counts();

    /// Claims of it by name, with their members' names; without those that cannot be worked on.
    ///
    /// @param claims at most some thousands
    List<WorkRow> rows(Collection<FileRef> claims);

    /// How many claims wait for what, as of now: nothing is counted for it but what this person has.
    WorkNumbers numbers();

    /// Who decides claims in all of these countries, by name; in all of this person's when empty.
    List<Colleague> colleagues(Set<CountryCode> countries);

    /// What a selection adds up to.
    WorkTotals totals(WorkFilter filter);

    /// Takes the most urgent claim of a selection that nobody has and that waits for nothing, and opens its file and its
    /// member's for purpose `decide`. Empty when there is none. Two people never get the same one. What the filter says of
    /// numbers, members and assignees is not asked.
    Optional<WorkRow> takeNext(WorkFilter filter);

    /// Takes one claim, and opens its file and its member's for purpose `decide`. `Invalid` when a colleague has it, or when
    /// there is nothing to decide any more.
    Outcome<WorkRow> take(FileRef claim);

    /// Puts a claim back that one has taken; a lead, also what others have. `Invalid` when it is nothing of the kind.
    Outcome<WorkRow> release(FileRef claim);

    /// Gives a claim to a colleague, whoever has it. For leads.
    ///
    /// @param colleague their role
    Outcome<WorkRow> assign(FileRef claim, String colleague);
}
