package io.guichet.country.be;

import io.guichet.country.be.Change.Membership;
import io.guichet.country.be.table.Rows;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Changes of when somebody is insured.
final class MembershipChanges {

    private static final String FROM = "be.amendment.memberDates.from";
    private static final String TO = "be.amendment.memberDates.to";
    private static final String OPEN = "be.amendment.memberDates.open";

    private MembershipChanges() {
    }

    /// Ends a membership the day before the amendment's day. When the head of a family leaves, the family does.
    static void terminate(Change change) throws SQLException {
        String reason = change.value("be.amendment.terminate.reason").orElse("");
        if (!BeAmendmentKinds.REASONS.contains(reason)) {
            change.problem("be.amendment.terminate.reason", "country.error.required");
        }
        Optional<Membership> found = covered(change, change.effective().minusDays(1));
        if (found.isEmpty() || !change.isFaultless()) {
            return;
        }
        end(change, found.get(), reason);
    }

    /// The subject's membership that covers `last`; else says what is wrong.
    static Optional<Membership> covered(Change change, LocalDate last) throws SQLException {
        Optional<Membership> found = change.subject(last);
        if (found.isEmpty()) {
            change.problem(Change.SUBJECT, "be.error.notCovered");
            return found;
        }
        Membership membership = found.get();
        if (membership.from().isAfter(last)) {
            change.problem(Change.EFFECTIVE, "be.error.beforeStart", membership.name(), membership.from());
        } else if (membership.to() != null && membership.to().isBefore(last)) {
            change.problem(Change.EFFECTIVE, "be.error.endedAlready", membership.name(), membership.to());
        }
        return found;
    }

    /// Ends the membership, and those of the family when it is the head's, the day before the amendment's day.
    static void end(Change change, Membership membership, String reason) throws SQLException {
        LocalDate last = change.effective().minusDays(1);
        List<Membership> ending = membership.isHead() ? change.family(membership.member(), change.effective())
                : List.of(membership);
        ending.stream().filter(each -> each.from().isAfter(last)).findFirst().ifPresent(later ->
                change.problem(Change.EFFECTIVE, "be.error.beforeStart", later.name(), later.from()));
        if (!change.isFaultless()) {
            return;
        }
        change.touches(membership.member());
        if (ending.stream().noneMatch(each -> each.number().equals(membership.number()))) {
            end(change, membership.number(), last, reason);
        }
        for (Membership each : ending) {
            end(change, each.number(), last, reason);
            change.touches(each.member());
        }
    }

    private static void end(Change change, String membership, LocalDate last, String reason) throws SQLException {
        change.write("UPDATE be.aansluiting SET einde = ?, einde_reden = ?, version = version + 1 WHERE nummer = ?",
                last, reason, membership);
    }

    /// Corrects the first and last day of a membership.
    static void dates(Change change) throws SQLException {
        Optional<Membership> found = change.subject(change.effective());
        if (found.isEmpty()) {
            change.problem(Change.SUBJECT, "be.error.notCovered");
            return;
        }
        Membership membership = found.get();
        boolean open = change.ticked(OPEN);
        if (change.day(FROM).isEmpty() && change.day(TO).isEmpty() && !open) {
            change.problem(FROM, "country.error.required");
        }
        if (open && change.day(TO).isPresent()) {
            change.problem(TO, "be.error.endOrOpen");
        }
        LocalDate from = change.day(FROM).orElse(membership.from());
        LocalDate to = open ? null : change.day(TO).orElse(membership.to());
        if (to != null && to.isBefore(from)) {
            change.problem(change.day(TO).isPresent() ? TO : FROM, "be.error.endBeforeStart");
            return;
        }
        change.checkWithinPolicy(FROM, from);
        change.first("SELECT geboortedatum FROM be.verzekerde WHERE nummer = ?", row -> Rows.knownDay(row, "geboortedatum"),
                membership.member()).filter(from::isBefore).ifPresent(birth -> change.problem(FROM, "be.error.beforeBirth", birth));
        change.checkOverlap(membership.member(), from, to, membership.number());
        if (membership.isHead()) {
            checkFamily(change, membership, from, to);
        }
        if (!change.isFaultless()) {
            return;
        }
        change.write("""
                UPDATE be.aansluiting SET begin = ?, einde = ?, einde_reden = CASE WHEN ?::date IS NULL THEN NULL ELSE einde_reden END,
                       ononderbroken_sinds = least(ononderbroken_sinds, ?::date),
                       wachttijd_tot = CASE WHEN wachttijd_tot >= ?::date THEN wachttijd_tot END, version = version + 1
                WHERE nummer = ?
                """, from, to, to, from, from, membership.number());
        change.touches(membership.member());
    }

    /// Nobody of the family is insured without the head.
    private static void checkFamily(Change change, Membership head, LocalDate from, @Nullable LocalDate to) throws SQLException {
        for (Membership each : change.family(head.member(), head.from())) {
            boolean outside = each.from().isBefore(from) || to != null && (each.to() == null || each.to().isAfter(to));
            boolean belongs = head.to() == null || !each.from().isAfter(head.to());
            if (!each.isHead() && belongs && outside) {
                change.problem(Change.SUBJECT, "be.error.familyOutside", each.name());
            }
        }
    }
}
