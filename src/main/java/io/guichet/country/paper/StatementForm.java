package io.guichet.country.paper;

import io.guichet.country.claim.ClaimFile;
import io.guichet.platform.database.UnitOfWork;

/// How a country tells a member what became of a claim.
public interface StatementForm {

    /// What the statement of a decided claim says. Called in a reading transaction of somebody who has the claim and the member's
    /// file open.
    ///
    /// Amounts that nobody worked out stay empty: of a refused claim without a decision only what was charged is printed.
    ///
    /// @param claim with its decision; a refused one may have none
    /// @param name  what people call the member
    StatementBody body(UnitOfWork work, ClaimFile claim, String name, PaperWords words);
}
