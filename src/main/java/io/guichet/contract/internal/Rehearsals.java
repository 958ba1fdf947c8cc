package io.guichet.contract.internal;

import io.guichet.contract.AmendmentPreview;
import io.guichet.contract.PremiumCorrection;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.AmendmentResult;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.contract.Fact;
import io.guichet.country.contract.TouchedClaim;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.platform.database.UnitOfWork;
import java.sql.Connection;
import java.sql.Savepoint;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Carries an amendment out to look at what comes of it. The transaction must be rolled back, and the database refuses to
/// commit it.
final class Rehearsals {

    private final AmendmentRules rules;
    private final Impact impact;

    Rehearsals(AmendmentRules rules, Impact impact) {
        this.rules = rules;
        this.impact = impact;
    }

    /// What a draft would do.
    AmendmentPreview rehearse(UnitOfWork work, ContractRecords records, AmendmentKind kind, StoredAmendment draft) {
        AmendmentOrder order = rules.canonical(kind, draft.order());
        List<String> missing = AmendmentStore.missingDocuments(work, draft.number());
        List<FieldProblem> problems = rules.problems(work, records, kind, order);
        if (!problems.isEmpty()) {
            return refused(problems, missing);
        }
        List<YearMonth> months = impact.months(order.effective());
        boolean whole = kind.subject() == AmendmentKind.Subject.CONTRACT;
        Savepoint start = work.sql(Connection::setSavepoint);
        AmendmentStore.begin(work, draft.number(), true);
        AmendmentResult result = records.apply(work, order);
        if (!result.isDone()) {
            return refused(result.problems(), missing);
        }
        boolean moved = AmendmentStore.coverChanged(work, draft.number());
        List<FieldProblem> alone = moved ? AmendmentCommands.withoutHead(work, records, order.contract(),
                AmendmentRules.SUBJECT, result.members()) : List.of();
        if (!alone.isEmpty()) {
            return refused(alone, missing);
        }
        After after = new After(records.facts(work, order, result.members()), premium(work, records, order),
                moved ? Impact.premiums(work, records, order.contract(), months) : Map.of(),
                whole && moved ? Impact.covered(work, records, order.contract(), order.effective()) : result.members());
        work.sql(connection -> {
            connection.rollback(start);
            return start;
        });

        // Back before it: what is different there is what it does.
        List<TouchedClaim> claims = moved ? claims(work, records, order, whole, after.members()) : List.of();
        List<PremiumCorrection> corrections = moved
                ? Impact.corrections(Impact.premiums(work, records, order.contract(), months), after.premiums()) : List.of();
        return new AmendmentPreview(List.of(), changes(records.facts(work, order, result.members()), after.facts()),
                premium(work, records, order), after.premium(),
                claims.stream().filter(claim -> claim.state().open()).toList(),
                claims.stream().filter(claim -> !claim.state().open()).toList(), corrections, missing);
    }

    /// How things stand when it is carried out.
    private record After(List<Fact> facts, Money premium, Map<YearMonth, Money> premiums, Set<FileRef> members) {
    }

    /// The claims that a change of these members, or of the whole contract, decides.
    static List<TouchedClaim> claims(UnitOfWork work, ContractRecords records, AmendmentOrder order, boolean whole,
                                     Set<FileRef> members) {
        if (!records.movesClaims(order.kind())) {
            return List.of();
        }
        Set<FileRef> touched = new HashSet<>(members);
        if (whole) {
            touched.addAll(Impact.covered(work, records, order.contract(), order.effective()));
        }
        return touched.isEmpty() ? List.of() : records.touchedClaims(work, touched, order.effective());
    }

    private static AmendmentPreview refused(List<FieldProblem> problems, List<String> missing) {
        return new AmendmentPreview(problems, List.of(), Money.ZERO, Money.ZERO, List.of(), List.of(), List.of(), missing);
    }

    /// On the first day that the change holds.
    private static Money premium(UnitOfWork work, ContractRecords records, AmendmentOrder order) {
        return Impact.premium(work, records, order.contract(), order.effective());
    }

    /// The same fact before and after, in the order after; what is no more there comes last.
    static List<AmendmentPreview.Change> changes(List<Fact> before, List<Fact> after) {
        List<Fact> left = new ArrayList<>(before);
        List<AmendmentPreview.Change> changes = new ArrayList<>();
        for (Fact fact : after) {
            Fact was = left.stream().filter(each -> each.about().equals(fact.about()) && each.label().equals(fact.label())
                    && each.key().equals(fact.key())).findFirst().orElse(null);
            left.remove(was);
            changes.add(new AmendmentPreview.Change(was, fact));
        }
        left.forEach(was -> changes.add(new AmendmentPreview.Change(was, null)));
        return changes;
    }
}
