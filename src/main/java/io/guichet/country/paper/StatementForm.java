package io.guichet.country.paper;

import io.guichet.country.claim.ClaimFile;
import io.guichet.platform.database.UnitOfWork;

/// How a country tells a member what became of a claim.
public interface StatementForm {

    /// What the statement of a decided claim says. Called in a reading transaction of somebody who has the claim and the member's
    /// file open.
    ///
    /// @param claim with its decision
    /// @param name  what people call the member
    StatementBody body(UnitOfWork work, ClaimFile claim, String name, PaperWords words);
}
