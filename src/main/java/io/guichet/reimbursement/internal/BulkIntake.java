package io.guichet.reimbursement.internal;

import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimBulk;
import io.guichet.country.claim.ClaimBulk.Assessed;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.Received;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.reimbursement.Intake.Arrived;
import io.guichet.reimbursement.PastDecision.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Takes claims in together: one transaction for all of them. What the database refuses is looked for by halves: what is in its
/// way is taken, or told, alone, and the others still come in together, all in their order.
final class BulkIntake {

    /// So few are taken one by one.
    private static final int FEW = 4;
    /// What one of many claims may be in the way of.
    private static final Set<DatabaseFailure.Kind> ODD = EnumSet.of(DatabaseFailure.Kind.RULE_BROKEN, DatabaseFailure.Kind.DENIED,
            DatabaseFailure.Kind.CANCELLED);

    private final Database database;
    private final CountryCode country;
    private final ClaimBulk bulk;
    private final Function<ClaimIntake, Outcome<Arrived>> alone;

    /// @param alone takes one claim in
    BulkIntake(Database database, CountryCode country, ClaimBulk bulk, Function<ClaimIntake, Outcome<Arrived>> alone) {
        this.database = database;
        this.country = country;
        this.bulk = bulk;
        this.alone = alone;
    }

    /// What became of each, in their order.
    List<Outcome<Arrived>> receive(List<ClaimIntake> intakes) {
        List<Outcome<Arrived>> outcomes = new ArrayList<>(intakes.size());
        Set<String> origins = new HashSet<>();
        int begun = 0;
        for (int i = 0; i < intakes.size(); i++) {
            if (!origins.add(intakes.get(i).origin())) {
                // What became of the first of an origin decides about the second.
                outcomes.addAll(differing(intakes.subList(begun, i)));
                begun = i;
                origins.clear();
                origins.add(intakes.get(i).origin());
            }
        }
        outcomes.addAll(differing(intakes.subList(begun, intakes.size())));
        return outcomes;
    }

    private List<Outcome<Arrived>> differing(List<ClaimIntake> intakes) {
        Map<String, String> known = known(intakes);
        List<ClaimIntake> fresh = intakes.stream().filter(intake -> there(known, intake) == null).toList();
        List<Outcome<Arrived>> taken = together(fresh);
        List<Outcome<Arrived>> outcomes = new ArrayList<>(intakes.size());
        int next = 0;
        for (ClaimIntake intake : intakes) {
            @Nullable String there = there(known, intake);
            outcomes.add(there == null ? taken.get(next++) : new Outcome.Done<>(new Arrived(claim(there), true)));
        }
        return outcomes;
    }

    private Map<String, String> known(List<ClaimIntake> intakes) {
        List<String> origins = intakes.stream().flatMap(intake -> Stream.of(intake.origin(), intake.formerly())).filter(Objects::nonNull).toList();
        return database.read(work -> bulk.known(work, origins));
    }

    private static @Nullable String there(Map<String, String> known, ClaimIntake intake) {
        String there = known.get(intake.origin());
        return there != null || intake.formerly() == null ? there : known.get(intake.formerly());
    }

    /// What was refused because the same claim came in from elsewhere meanwhile is there.
    private Outcome<Arrived> one(ClaimIntake intake) {
        Outcome<Arrived> outcome = alone.apply(intake);
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Denied) {
            return outcome;
        }
        String there = there(known(List.of(intake)), intake);
        return there == null ? outcome : new Outcome.Done<>(new Arrived(claim(there), true));
    }

    private List<Outcome<Arrived>> together(List<ClaimIntake> intakes) {
        if (intakes.size() <= FEW) {
            return intakes.stream().map(this::one).toList();
        }
        Set<String> members = intakes.stream().map(ClaimIntake::member).collect(Collectors.toSet());
        // Whose claims come in is looked at: on the record, and committed before anything is read.
        Set<String> open = database.write(work -> ClaimFiles.openAll(work, country, FileKind.MEMBER, members));
        try {
            return database.write(work -> {
                List<Outcome<Arrived>> outcomes = chunk(work, open, intakes);
                ClaimFiles.closeAll(work, country, FileKind.MEMBER, open);
                return outcomes;
            });
        } catch (DatabaseFailure | NotTogether odd) {
            if (odd instanceof DatabaseFailure failure && !ODD.contains(failure.kind())) {
                throw failure;
            }
            database.write(work -> {
                ClaimFiles.closeAll(work, country, FileKind.MEMBER, open);
                return open;
            });
            return byHalves(intakes);
        }
    }

    private List<Outcome<Arrived>> byHalves(List<ClaimIntake> intakes) {
        int half = intakes.size() / 2;
        // What came in meanwhile from elsewhere is known then.
        List<Outcome<Arrived>> outcomes = new ArrayList<>(differing(intakes.subList(0, half)));
        outcomes.addAll(differing(intakes.subList(half, intakes.size())));
        return outcomes;
    }

    /// Somebody else has one of the claims.
    private static final class NotTogether extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotTogether() {
            super("a claim cannot be decided with the others", null, false, false);
        }
    }

    private List<Outcome<Arrived>> chunk(UnitOfWork work, Set<String> open, List<ClaimIntake> intakes) {
        ClaimBulk.Chunk chunk = bulk.receive(work, intakes.stream().filter(intake -> open.contains(intake.member())).toList());
        decide(work, chunk);
        List<Outcome<Arrived>> outcomes = new ArrayList<>(intakes.size());
        int next = 0;
        for (ClaimIntake intake : intakes) {
            outcomes.add(!open.contains(intake.member()) ? Refusals.invalid("member", "reimbursement.error.noMember")
                    : switch (chunk.received().get(next++)) {
                        case Received.Written(String claim) -> new Outcome.Done<>(new Arrived(claim(claim), false));
                        case Received.Known(String claim) -> new Outcome.Done<>(new Arrived(claim(claim), true));
                        case Received.Refused(List<FieldProblem> problems) -> new Outcome.Invalid<>(problems);
                    });
        }
        return outcomes;
    }

    /// As `DecisionCommands.settle` does one.
    private void decide(UnitOfWork work, ClaimBulk.Chunk chunk) {
        Optional<Money> most = DecisionStore.most(work, Kind.AUTO);
        List<Assessed> assessed = chunk.assess(assessment -> assessment.findings().isEmpty()
                && most.filter(limit -> insurer(assessment).compareTo(limit) > 0).isEmpty());
        List<Assessed> decided = assessed.stream().filter(each -> each.accepted() || pends(each)).toList();
        if (decided.isEmpty()) {
            return;
        }
        List<String> claims = decided.stream().map(Assessed::claim).toList();
        boolean begun = Calls.list(work, row -> row.getString(1), "SELECT claim FROM reimbursement.begin_many(?, ?, ?)", country.value(),
                claims, decided.stream().map(each -> (each.accepted() ? Kind.AUTO : Kind.PEND).name()).toList()).isEmpty();
        if (!begun) {
            throw new NotTogether();
        }
        chunk.settle(decided.stream().filter(BulkIntake::pends).map(Assessed::claim).toList());
        Calls.list(work, row -> row.getLong(1), "SELECT decision FROM reimbursement.finish_many(?, ?, ?)", country.value(), claims,
                decided.stream().map(each -> DecisionCommands.codes(each.assessment()).stream().map(Enum::name)
                        .collect(Collectors.joining(","))).toList());
    }

    private static boolean pends(Assessed assessed) {
        return !assessed.assessment().findings().isEmpty();
    }

    private static Money insurer(Assessment assessment) {
        return assessment.decision().insurerPaid();
    }

    private FileRef claim(String reference) {
        return new FileRef(country, FileKind.CLAIM, reference);
    }
}
