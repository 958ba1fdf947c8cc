package io.guichet.country.claim;

import io.guichet.platform.database.UnitOfWork;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Many claims of one country at once, by few statements: what `ClaimRecords` does with each of them, one after the other, with
/// the same result in every table, the trail included.
///
/// It is an optional way to be fast. It may throw whatever the database says when something is odd: the transaction is then
/// rolled back, and whoever called tries fewer claims at once, in the end one by one by `ClaimRecords`.
public interface ClaimBulk {

    /// Which of these origins claims came from already, with the references of those claims. Keys only: no file has to be open.
    Map<String, String> known(UnitOfWork work, Collection<String> origins);

    /// Writes claims, undecided, in this order.
    ///
    /// @param intakes of origins that are not known and that differ from each other. The files of their members are open: so
    ///                it was committed before this transaction
    Chunk receive(UnitOfWork work, List<ClaimIntake> intakes);

    /// Claims that came in together, in the transaction that wrote them.
    interface Chunk {

        /// What became of each intake, in their order: `Received.Written` or `Received.Refused`.
        List<Received> received();

        /// What the rules say of each claim that was written, in their order, as `ClaimRecords.assess`. What a claim would use
        /// of a counter, or say about the same care, is known to those behind it as if it had been written: of accepted ones
        /// the counters, of every one the care. Writes nothing. Called once.
        ///
        /// @param accepted whether a claim of which the rules say this is to be accepted; asked once for each, in their order
        List<Assessed> assess(Predicate<Assessment> accepted);

        /// Writes amounts, steps, states and counters of the claims for which `accepted` said so, and that the others wait
        /// which are named here. Both were announced to the queue already.
        ///
        /// @param pended references of claims with findings
        void settle(Collection<String> pended);
    }

    /// A claim that came in.
    ///
    /// @param claim      its reference
    /// @param assessment what the rules say of it
    /// @param accepted   whether it is to be accepted
    record Assessed(String claim, Assessment assessment, boolean accepted) {
    }
}
