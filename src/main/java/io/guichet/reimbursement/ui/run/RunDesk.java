package io.guichet.reimbursement.ui.run;

import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.kernel.CountryCode;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.Notices;
import io.guichet.reimbursement.Decisions;
import io.guichet.reimbursement.Runs;
import io.guichet.reimbursement.Runs.Selection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What the view models of runs work with.
///
/// @param runs       many decisions at once
/// @param decisions  know the reasons there are
/// @param background runs what waits
/// @param notices    tell what ended while nobody looked
/// @param rights     of the signed-in person
/// @param clock      tells what day it is, and in which zone days begin
public record RunDesk(Runs runs, Decisions decisions, Background background, Notices notices, Rights rights, Clock clock) {

    /// Whether this person decides claims.
    boolean decides() {
        return rights.isAny(StaffGroup.OPERATIONS, StaffGroup.OPERATIONS_LEAD);
    }

    /// Whether this person sees what runs did.
    boolean sees() {
        return rights.isAny(StaffGroup.OPERATIONS, StaffGroup.OPERATIONS_LEAD, StaffGroup.AUDITOR);
    }

    /// The countries of this person.
    List<CountryCode> countries() {
        return rights.countries().stream().sorted().toList();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /// The claims of a subject. Waits.
    Selection select(RunSubject subject) {
        ZoneId zone = clock.getZone();
        return switch (subject) {
            case RunSubject.Matching(var filter) -> runs.matching(filter);
            case RunSubject.Chosen(var claims) -> new Selection(claims, false);
            case RunSubject.MadeWrong() -> runs.madeWrong();
            case RunSubject.Touched(var country, var care) -> runs.touched(country, care);
            case RunSubject.DecidedBetween(CountryCode country, LocalDate from, LocalDate to) -> runs.decidedBetween(country,
                    from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant());
        };
    }

    /// Why claims of these countries may be refused: what all of them know, or when that is nothing, what any does.
    List<String> rejections(Set<CountryCode> countries) {
        Set<String> any = new LinkedHashSet<>();
        countries.stream().sorted().forEach(country -> any.addAll(decisions.rejections(country)));
        List<String> all = any.stream().filter(reason -> countries.stream()
                .allMatch(country -> decisions.rejections(country).contains(reason))).toList();
        return all.isEmpty() ? List.copyOf(any) : all;
    }
}
