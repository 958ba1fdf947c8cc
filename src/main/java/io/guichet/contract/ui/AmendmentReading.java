package io.guichet.contract.ui;

import io.guichet.contract.AmendmentDetails;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.Offer;
import io.guichet.kernel.FileRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what an amendment's form is made of. Every call waits: never on the JavaFX thread.
///
/// @param work what is asked
record AmendmentReading(ContractWork work) {

    /// What a new one begins with.
    ///
    /// @param kinds  what can be chosen
    /// @param about  whom it is about, by name, or null
    /// @param offers what can be entered where a code is asked for, by the field's key
    record Beginning(List<AmendmentKind> kinds, DraftForm.@Nullable Person about, Map<String, List<Offer>> offers) {
    }

    /// One that is stored.
    ///
    /// @param details as it is stored
    /// @param offers  what can be entered where a code is asked for, by the field's key
    record Stored(AmendmentDetails details, Map<String, List<Offer>> offers) {
    }

    Beginning begin(FileRef contract, DraftForm.@Nullable Person about) {
        return new Beginning(work.amendments().kinds(contract.country()), named(about),
                work.contracts().offers(contract, work.today()));
    }

    Optional<Stored> find(FileRef amendment) {
        return work.amendments().find(amendment).map(found -> new Stored(found,
                work.contracts().offers(found.row().contract(), found.order().effective())));
    }

    private DraftForm.@Nullable Person named(DraftForm.@Nullable Person about) {
        return about == null ? null : work.directory().rows(List.of(about.ref())).stream().findFirst()
                .map(row -> new DraftForm.Person(row.ref(), row.label())).orElse(about);
    }
}
