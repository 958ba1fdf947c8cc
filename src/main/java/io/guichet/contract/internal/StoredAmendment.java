package io.guichet.contract.internal;

import io.guichet.contract.AmendmentRow;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An amendment as its row says.
///
/// @param contractNumber what people call the contract
/// @param newcomer       reference of the member it made, null when it made none
/// @param reason         why it was cancelled, null unless it was
record StoredAmendment(long number, CountryCode country, String contract, String contractNumber, String kind,
                       LocalDate effective, @Nullable String subject, boolean stranger, FieldValues values, String note,
                       AmendmentRow.State state, @Nullable String newcomer, @Nullable String reason, String by, Instant at,
                       long version) {

    FileRef ref() {
        return new FileRef(country, FileKind.AMENDMENT, Long.toString(number));
    }

    FileRef contractRef() {
        return new FileRef(country, FileKind.CONTRACT, contract);
    }

    /// The member it is about, or whom it made; null when there is none.
    @Nullable FileRef about() {
        String member = subject == null ? newcomer : subject;
        return member == null ? null : new FileRef(country, FileKind.MEMBER, member);
    }

    AmendmentOrder order() {
        return new AmendmentOrder(contract, kind, effective,
                subject == null ? null : new FileRef(country, FileKind.MEMBER, subject), values, stranger);
    }

    boolean draft() {
        return state == AmendmentRow.State.DRAFT;
    }
}
