package io.guichet.reimbursement;

import io.guichet.country.claim.ClaimIntake;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.Outcome;

/// Claims that come in. Every call waits for the database: never on the JavaFX thread.
public interface Intake {

    /// Writes a claim and decides it at once when the rules find nothing that somebody has to look at and the amount is
    /// within what is decided automatically; else it waits with the reasons. One transaction.
    ///
    /// A claim of an origin that is there already is `Done` with what became of that one, and nothing is written.
    ///
    /// @param country whose rules
    Outcome<Taken> receive(CountryCode country, ClaimIntake intake);

    /// What became of a claim that came in.
    ///
    /// @param known   whether it was there already
    /// @param decided where it stands; of one that was there already, without findings
    record Taken(boolean known, Decided decided) {
    }
}
