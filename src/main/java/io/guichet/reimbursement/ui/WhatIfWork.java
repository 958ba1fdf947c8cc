package io.guichet.reimbursement.ui;

import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.field.FieldInput;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Background;
import io.guichet.reimbursement.MemberPlans;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/// What a what-if works with.
///
/// @param countries  their rules
/// @param plans      what covers members
/// @param names      what members are called
/// @param background runs what waits
/// @param rights     of the person signed in
/// @param input      how values are read and written
/// @param texts      the words of acts, which are searched
/// @param clock      today
public record WhatIfWork(Countries countries, MemberPlans plans, Function<FileRef, String> names, Background background,
                         Rights rights, FieldInput input, Texts texts, Clock clock) {

    /// The day it is here.
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /// The countries whose rules this person may try: their own.
    List<CountryCode> tried() {
        return rights.readsMembers() || rights.isAny(StaffGroup.SALES)
                ? countries.all().stream().filter(country -> country.adjudication().isPresent()).map(Country::code)
                        .filter(rights.countries()::contains).toList()
                : List.of();
    }
}
