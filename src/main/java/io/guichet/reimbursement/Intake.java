package io.guichet.reimbursement;

import io.guichet.country.claim.ClaimIntake;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import java.util.List;

/// Claims that come in. Every call waits for the database: never on the JavaFX thread.
public interface Intake {

    /// Writes a claim and decides it at once when the rules find nothing that somebody has to look at and the amount is
    /// within what is decided automatically; else it waits with the reasons. One transaction.
    ///
    /// A claim of an origin that is there already is `Done` with what became of that one, and nothing is written.
    ///
    /// @param country whose rules
    Outcome<Taken> receive(CountryCode country, ClaimIntake intake);

    /// Takes claims in as `receive` does each, in this order, with the same result. Where the country knows how, some hundred
    /// of them together in one transaction; one that cannot be taken leaves the others alone. What was taken before something
    /// is thrown stays.
    ///
    /// @param country whose rules
    /// @return what became of each, in their order
    List<Outcome<Arrived>> receiveAll(CountryCode country, List<ClaimIntake> intakes);

    /// A claim that came in with others.
    ///
    /// @param claim which
    /// @param known whether it was there already: then nothing was written
    record Arrived(FileRef claim, boolean known) {
    }

    /// What became of a claim that came in.
    ///
    /// @param known   whether it was there already
    /// @param decided where it stands; of one that was there already, without findings
    record Taken(boolean known, Decided decided) {
    }
}
