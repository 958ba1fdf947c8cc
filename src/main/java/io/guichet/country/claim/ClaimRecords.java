package io.guichet.country.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.field.FieldValues;
import io.guichet.platform.database.UnitOfWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The claims of one country: how they come in, what the rules say of them, and what is written when they are decided.
///
/// All of it in the transaction of the caller, who holds the claim's work item: two people never decide one claim at once.
/// Counters belong to a person, and two claims of one person may be decided at once: whoever writes a decision locks the
/// person's counters first, in one order. The database refuses a counter beyond its limit.
public interface ClaimRecords {

    /// What a person enters.
    ClaimForm form();

    /// What is known already when a claim of that member comes in: by field key, of the claim and of its first line.
    FieldValues defaults(UnitOfWork work, String member, LocalDate careDay);

    /// Writes a claim, undecided.
    Received receive(UnitOfWork work, ClaimIntake intake);

    /// The claim as it stands, or empty when there is none that the signed-in role may see.
    Optional<ClaimFile> find(UnitOfWork work, String claim);

    /// Replaces what was entered of an undecided claim.
    ///
    /// @return `Received.Refused`, or `Received.Written`
    Received revise(UnitOfWork work, String claim, ClaimIntake intake);

    /// What the rules say of an undecided claim now: figures of the day of care, the cover of that day, what is left of the
    /// counters, other claims of the same care. Writes nothing, but locks the counters of the person until the transaction
    /// ends, so that what was assessed can be accepted.
    Assessment assess(UnitOfWork work, String claim);

    /// Writes amounts, steps and states of an accepted claim, and moves the counters.
    void accept(UnitOfWork work, String claim, ClaimDecision decision);

    /// Writes that it waits.
    void pend(UnitOfWork work, String claim);

    /// Writes that it was refused: nothing is paid, no counter moves.
    ///
    /// @param reason coded, one of `rejections`
    void reject(UnitOfWork work, String claim, String reason);

    /// Why a claim may be refused, in the order they are offered: codes whose labels for staff are `country.rejection.<code>` and
    /// whose sentences for the member are `country.rejectionLetter.<code>`.
    List<String> rejections();

    /// Takes the decision back, whatever it was: it is undecided again, and its counters are what they were without it.
    void reopen(UnitOfWork work, String claim);

    /// Keys of decided claims, paid or not, with care that something touches: keys only, no health data, whosever they are. None where
    /// the country does not know.
    ///
    /// @param most at most so many
    default List<String> touched(UnitOfWork work, CareTouched care, int most) {
        return List.of();
    }

    /// Has the database keep what stands of a decided claim, which the caller has announced to be decided again in a run
    /// (`reimbursement.keep`): amounts, steps, what it used of counters, the payment.
    ///
    /// @return false when the country keeps nothing: such a run cannot be taken back
    default boolean keep(UnitOfWork work, String claim) {
        return false;
    }

    /// Writes again what was kept (`reimbursement.what_stood`) of a claim that was reopened in this transaction: exactly, but for
    /// versions. The database refuses it when others have used up meanwhile what it used.
    default void restore(UnitOfWork work, String claim) {
        throw new IllegalStateException("nothing was kept of " + claim);
    }

    /// The plan of a member on a day and what is used of it, as a claim of `Adjudication.simulate` has it without its lines:
    /// `product` or `plan`, and what stands beside them; under `line` what every line says that follows from the member.
    /// Empty when nothing covers them.
    Optional<Map<String, Object>> simulation(UnitOfWork work, String member, LocalDate day);

    /// The way to take many claims in at once. Empty: they are taken one by one, with the same result.
    default Optional<ClaimBulk> bulk() {
        return Optional.empty();
    }

    /// Every plan that covers a member on a day, the one asked about most often first; the what-if offers them. One, or none, where a
    /// country has one cover for all care.
    default List<MemberPlan> plans(UnitOfWork work, String member, LocalDate day) {
        return simulation(work, member, day).map(input -> List.of(new MemberPlan("", null, input)))
                .orElseGet(List::of);
    }

    /// The kinds of files that claims come in with; the first is what a file is taken for when nobody says.
    default List<ClaimFileReader> files() {
        return List.of();
    }
}
