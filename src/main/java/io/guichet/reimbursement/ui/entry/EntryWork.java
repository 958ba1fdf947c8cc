package io.guichet.reimbursement.ui.entry;

import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.field.FieldInput;
import io.guichet.directory.Directory;
import io.guichet.document.Documents;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Background;
import io.guichet.reimbursement.Entries;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/// What an entry form works with.
///
/// @param countries  their forms and acts
/// @param entries    claims that people enter
/// @param documents  reads papers of this computer
/// @param directory  finds members
/// @param names      what files are called
/// @param background runs what waits
/// @param rights     of the person signed in
/// @param input      how values are read and written
/// @param texts      the words of acts, which are searched
/// @param clock      today
public record EntryWork(Countries countries, Entries entries, Documents documents, Directory directory,
                        Function<FileRef, String> names, Background background, Rights rights, FieldInput input, Texts texts,
                        Clock clock) {

    /// The day it is here.
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /// The countries whose claims this person enters.
    List<CountryCode> entered() {
        return rights.isAny(StaffGroup.OPERATIONS, StaffGroup.OPERATIONS_LEAD)
                ? countries.all().stream().filter(country -> country.claims().isPresent() && country.adjudication().isPresent())
                        .map(Country::code).filter(rights.countries()::contains).toList()
                : List.of();
    }
}
