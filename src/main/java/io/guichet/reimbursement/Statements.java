package io.guichet.reimbursement;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.platform.report.Paper;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Statements: what became of a claim, on paper and in its country's own form, with the explanation of every amount.
public interface Statements {

    /// The statement of a decided claim, or of a refused one, ready to be printed. The claim and the member's file are opened for it, and that is
    /// recorded, unless this person has them open already. Waits for the database: never on the JavaFX thread.
    ///
    /// @param language of its words; null for the member's own
    /// @return `Denied` when there is no such claim for this person, it is not decided, or its country writes no statements
    Outcome<Paper> statement(FileRef claim, @Nullable Locale language);
}
