package io.guichet.reimbursement.internal;

import io.guichet.access.Access;
import io.guichet.contract.Amendments;
import io.guichet.contract.FollowUp;
import io.guichet.country.Countries;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.reimbursement.RunOrder;
import io.guichet.reimbursement.RunOrder.Action;
import io.guichet.reimbursement.RunReport;
import io.guichet.reimbursement.Runs;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.internal.RunStore.Recorded;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// Many decisions at once, for the role that is signed in.
public final class PgRuns implements Runs {

    private static final int CHUNK = 200;
    private static final String MATCHING = "SELECT country, claim FROM reimbursement.matching(?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DECIDED = "SELECT d FROM reimbursement.decided_between(?, ?, ?, ?) AS d";

    private final Database database;
    private final Deciders deciders;
    private final Amendments amendments;
    private final RunSteps steps;
    private final RunFiles files;
    private final Clock clock;

    /// @param amendments know which claims a change of a contract made wrong
    /// @param clock      tells what day it is
    public PgRuns(Database database, Access access, Countries countries, Amendments amendments, Clock clock) {
        this.database = database;
        this.deciders = new Deciders(access);
        this.amendments = amendments;
        this.steps = new RunSteps(countries, new DecisionCommands(clock), deciders);
        this.files = new RunFiles(database, countries);
        this.clock = clock;
    }

    @Override
    public Selection matching(WorkFilter filter) {
        return selection(database.read(work -> Calls.list(work, row -> ref(new CountryCode(row.getString(1)), row.getString(2)),
                MATCHING, PgWorklist.countries(filter), PgWorklist.states(filter), PgWorklist.reason(filter), filter.assignee(),
                filter.free(), filter.overdue(), filter.number(), LocalDate.now(clock), LARGEST + 1)));
    }

    @Override
    public Selection decidedBetween(CountryCode country, Instant from, Instant to) {
        return selection(database.read(work -> Calls.list(work, row -> ref(country, row.getString(1)), DECIDED, country.value(),
                from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC), LARGEST + 1)));
    }

    @Override
    public Selection madeWrong() {
        return selection(amendments.openFollowUps(LARGEST + 1).stream()
                .filter(each -> each.kind() == FollowUp.Kind.READJUDICATE && deciders.may(each.file().country()))
                .map(FollowUp::file).distinct().toList());
    }

    private static FileRef ref(CountryCode country, String claim) {
        return new FileRef(country, FileKind.CLAIM, claim);
    }

    private static Selection selection(List<FileRef> found) {
        return new Selection(found.subList(0, Math.min(found.size(), LARGEST)), found.size() > LARGEST);
    }

    @Override
    public RunReport rehearse(RunOrder order, DoubleConsumer done) {
        List<RunFiles.Opened> claims = files.open(order.claims(), share -> done.accept(share / 2));
        try {
            // One claim after the other in one transaction: each finds of the counters what those before it left.
            return Attempt.undone(database, work -> {
                long run = begin(work, order);
                List<RunReport.Row> rows = new ArrayList<>();
                for (RunFiles.Opened claim : claims) {
                    rows.add(steps.take(work, claim, order, run).row());
                    done.accept(0.5 + 0.5 * rows.size() / claims.size());
                }
                return new RunReport(Optional.empty(), rows);
            });
        } finally {
            files.close(claims);
        }
    }

    @Override
    public Outcome<RunReport> apply(RunOrder order, DoubleConsumer done) {
        if (order.claims().stream().noneMatch(claim -> deciders.may(claim.country()))) {
            return new Outcome.Denied<>(Refusals.MAY_NOT);
        }
        return PgDecisions.guarded(() -> {
            List<RunFiles.Opened> claims = files.open(order.claims(), share -> done.accept(share / 2));
            try {
                long run = database.write(work -> begin(work, order));
                return carryOut(run, claims, done, (work, claim) -> steps.take(work, claim, order, run));
            } finally {
                files.close(claims);
            }
        });
    }

    @Override
    public Outcome<RunReport> undo(long run, DoubleConsumer done) {
        return PgDecisions.guarded(() -> takeBack(run, done));
    }

    private Outcome<RunReport> takeBack(long run, DoubleConsumer done) {
        Optional<String> action = database.read(work -> RunStore.action(work, run));
        if (action.isEmpty()) {
            return Refusals.invalid("run", "reimbursement.error.noRun");
        }
        if ("AGAIN".equals(action.get()) || "UNDO".equals(action.get())) {
            return Refusals.invalid("run", "reimbursement.error.notUndone");
        }
        if (database.read(work -> RunStore.undone(work, run))) {
            return Refusals.invalid("run", "reimbursement.error.undoneBefore");
        }
        List<FileRef> decided = database.read(work -> RunStore.decided(work, run));
        List<RunFiles.Opened> claims = files.open(decided, share -> done.accept(share / 2));
        try {
            long undoing = database.write(work -> RunStore.begin(work, "UNDO", "UNDONE", "", run));
            return carryOut(undoing, claims, done, (work, claim) -> steps.takeBack(work, claim, run, undoing));
        } finally {
            files.close(claims);
        }
    }

    private interface Step {
        Recorded take(UnitOfWork work, RunFiles.Opened claim);
    }

    private Outcome<RunReport> carryOut(long run, List<RunFiles.Opened> claims, DoubleConsumer done, Step step) {
        List<RunReport.Row> rows = new ArrayList<>();
        for (int from = 0; from < claims.size(); from += CHUNK) {
            List<RunFiles.Opened> chunk = claims.subList(from, Math.min(from + CHUNK, claims.size()));
            rows.addAll(database.write(work -> {
                List<Recorded> recorded = chunk.stream().map(claim -> step.take(work, claim)).toList();
                RunStore.record(work, run, recorded);
                return recorded.stream().map(Recorded::row).toList();
            }));
            done.accept(0.5 + 0.5 * rows.size() / claims.size());
        }
        return new Outcome.Done<>(new RunReport(Optional.of(run), rows));
    }

    private static long begin(UnitOfWork work, RunOrder order) {
        return switch (order.action()) {
            case Action.Approve() -> RunStore.begin(work, "APPROVE", "", order.note(), null);
            case Action.Reject(String reason) -> RunStore.begin(work, "REJECT", reason, order.note(), null);
            case Action.Again(String reason) -> RunStore.begin(work, "AGAIN", reason, order.note(), null);
        };
    }

    @Override
    public Optional<RunReport> find(long run) {
        return database.read(work -> RunStore.action(work, run).map(found -> RunStore.report(work, run)));
    }
}
