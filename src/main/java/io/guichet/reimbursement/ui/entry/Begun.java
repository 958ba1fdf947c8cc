package io.guichet.reimbursement.ui.entry;

import io.guichet.country.claim.ClaimFile;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FileRef;
import io.guichet.reimbursement.Entries.Draft;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is read before a claim can be entered. Waits for the database.
///
/// @param member  whose claim
/// @param known   what is known before anything is typed
/// @param revised the claim that is entered anew, or null
/// @param draft   what the person left unfinished
/// @param name    what the member is called
record Begun(FileRef member, FieldValues known, @Nullable ClaimFile revised, Optional<Draft> draft, String name) {

    /// For a new claim; empty when this person may not enter one.
    static Optional<Begun> fresh(EntryWork work, FileRef member) {
        return work.entries().begin(member, work.today()).map(known ->
                new Begun(member, known, null, work.entries().draft(member, null), work.names().apply(member)));
    }

    /// For a claim that is entered anew; empty when it is decided, or not for this person.
    static Optional<Begun> anew(EntryWork work, FileRef claim) {
        return work.entries().open(claim).map(file -> new Begun(file.member(),
                work.entries().begin(file.member(), work.today()).orElse(file.claim()), file,
                work.entries().draft(file.member(), claim), work.names().apply(file.member())));
    }
}
