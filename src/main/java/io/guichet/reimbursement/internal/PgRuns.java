package io.guichet.reimbursement.internal;

import io.guichet.access.Access;
import io.guichet.contract.Amendments;
import io.guichet.contract.FollowUp;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.claim.CareTouched;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.Page;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.reimbursement.PastRun;
import io.guichet.reimbursement.PastRun.Kind;
import io.guichet.reimbursement.RunOrder;
import io.guichet.reimbursement.RunOrder.Action;
import io.guichet.reimbursement.RunReport;
import io.guichet.reimbursement.Runs;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.internal.RunStore.Begun;
import io.guichet.reimbursement.internal.RunStore.Recorded;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Many decisions at once, for the role that is signed in.
public final class PgRuns implements Runs {

    private static final int CHUNK = 200;
    private static final double HALF = 0.5;
    private static final String RUN = "run";
    private static final String UNDONE = "UNDONE";
    private static final String MATCHING = "SELECT country, claim FROM reimbursement.matching(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DECIDED = "SELECT d FROM reimbursement.decided_between(?, ?, ?, ?) AS d";

    private final Database database;
    private final Countries countries;
    private final Deciders deciders;
    private final Amendments amendments;
    private final RunSteps steps;
    private final RunFiles files;
    private final Clock clock;

    /// @param amendments know which claims a change of a contract made wrong
    /// @param clock      tells what day it is
    public PgRuns(Database database, Access access, Countries countries, Amendments amendments, Clock clock) {
        this.database = database;
        this.countries = countries;
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
                filter.free(), filter.overdue(), filter.number(), PgWorklist.members(filter), LocalDate.now(clock), MOST + 1)));
    }

    @Override
    public Selection decidedBetween(CountryCode country, Instant from, Instant to) {
        return selection(database.read(work -> Calls.list(work, row -> ref(country, row.getString(1)), DECIDED, country.value(),
                from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC), MOST + 1)));
    }

    @Override
    public Selection touched(CountryCode country, CareTouched care) {
        return selection(!deciders.may(country) ? List.of() : countries.find(country).flatMap(Country::claims)
                .map(records -> database.read(work -> records.touched(work, care, MOST + 1))).orElse(List.of()).stream()
                .map(claim -> ref(country, claim)).toList());
    }

    @Override
    public Selection madeWrong() {
        return selection(amendments.openFollowUps(MOST + 1).stream()
                .filter(each -> each.kind() == FollowUp.Kind.READJUDICATE && deciders.may(each.file().country()))
                .map(FollowUp::file).distinct().toList());
    }

    private static FileRef ref(CountryCode country, String claim) {
        return new FileRef(country, FileKind.CLAIM, claim);
    }

    private static Selection selection(List<FileRef> found) {
        return new Selection(found.subList(0, Math.min(found.size(), MOST)), found.size() > MOST);
    }

    @Override
    public RunReport rehearse(RunOrder order, Progress progress) {
        List<RunFiles.Opened> claims = files.open(order.claims(), false, share -> tell(progress, share * HALF, true));
        try {
            // One claim after the other in one transaction: each finds of the counters what those before it left.
            return Attempt.undone(database, work -> {
                long run = RunStore.begin(work, kind(order.action()), reason(order.action()), order.note(), null, order.claims());
                List<RunReport.Row> rows = new ArrayList<>();
                for (RunFiles.Opened claim : claims) {
                    rows.add(steps.take(work, claim, order, run).row());
                    tell(progress, HALF + HALF * rows.size() / claims.size(), true);
                }
                return new RunReport(Optional.empty(), rows, 0);
            });
        } finally {
            files.close(claims);
        }
    }

    private static void tell(Progress progress, double share, boolean mayStop) {
        progress.done(share);
        if (mayStop && progress.stopped()) {
            throw new CancellationException("stopped");
        }
    }

    private static Kind kind(Action action) {
        return switch (action) {
            case Action.Approve approve -> Kind.APPROVE;
            case Action.Reject reject -> Kind.REJECT;
            case Action.Again again -> Kind.AGAIN;
        };
    }

    private static String reason(Action action) {
        return switch (action) {
            case Action.Approve() -> "";
            case Action.Reject(String reason) -> reason;
            case Action.Again(String reason) -> reason;
        };
    }

    private static Action action(Begun begun) {
        return switch (begun.kind()) {
            case APPROVE -> new Action.Approve();
            case REJECT -> new Action.Reject(begun.reason());
            case AGAIN -> new Action.Again(begun.reason());
            case UNDO -> throw new IllegalArgumentException("a run that takes another back orders nothing of its own");
        };
    }

    @Override
    public Outcome<RunReport> apply(RunOrder order, Progress progress) {
        if (order.claims().stream().noneMatch(claim -> deciders.may(claim.country()))) {
            return new Outcome.Denied<>(Refusals.MAY_NOT);
        }
        return PgDecisions.guarded(() -> {
            long run = database.write(work ->
                    RunStore.begin(work, kind(order.action()), reason(order.action()), order.note(), null, order.claims()));
            return carryOut(run, order.claims(), false, progress, (work, claim) -> steps.take(work, claim, order, run));
        });
    }

    @Override
    public Outcome<RunReport> finish(long run, Progress progress) {
        return PgDecisions.guarded(() -> {
            @Nullable Begun begun = database.read(work -> RunStore.begun(work, run)).orElse(null);
            if (begun == null) {
                return Refusals.invalid(RUN, "reimbursement.error.noRun");
            }
            if (!begun.own()) {
                return Refusals.invalid(RUN, "reimbursement.error.notYourRun");
            }
            if (database.read(work -> RunStore.undone(work, run))) {
                return Refusals.invalid(RUN, "reimbursement.error.undoneBefore");
            }
            List<FileRef> left = database.read(work -> RunStore.left(work, run));
            if (left.isEmpty()) {
                return Refusals.invalid(RUN, "reimbursement.error.nothingLeft");
            }
            Long undoes = begun.undoes();
            Outcome<RunReport> outcome = undoes == null
                    ? carryOut(run, left, false, progress,
                            (work, claim) -> steps.take(work, claim, new RunOrder(action(begun), List.of(), begun.note()), run))
                    : carryOut(run, left, true, progress, (work, claim) -> steps.takeBack(work, claim, undoes, run));
            return outcome instanceof Outcome.Done<RunReport> ? new Outcome.Done<>(find(run).orElseThrow()) : outcome;
        });
    }

    @Override
    public Outcome<RunReport> undo(long run, Progress progress) {
        return PgDecisions.guarded(() -> takeBack(run, progress));
    }

    private Outcome<RunReport> takeBack(long run, Progress progress) {
        Optional<Begun> begun = database.read(work -> RunStore.begun(work, run));
        if (begun.isEmpty()) {
            return Refusals.invalid(RUN, "reimbursement.error.noRun");
        }
        if (begun.get().kind() == Kind.UNDO) {
            return Refusals.invalid(RUN, "reimbursement.error.notUndone");
        }
        if (database.read(work -> RunStore.undone(work, run))) {
            return Refusals.invalid(RUN, "reimbursement.error.undoneBefore");
        }
        // In one transaction: what is decided is known for certain while nobody goes on with the run.
        @Nullable Undoing undoing = database.write(work -> {
            if (!RunStore.lock(work, run)) {
                return null;
            }
            List<FileRef> decided = RunStore.decided(work, run);
            return new Undoing(decided.isEmpty() ? 0 : RunStore.begin(work, Kind.UNDO, UNDONE, "", run, decided), decided);
        });
        if (undoing == null || undoing.claims().isEmpty()) {
            return Refusals.invalid(RUN, undoing == null ? "reimbursement.error.runUnderWay" : "reimbursement.error.nothingLeft");
        }
        return carryOut(undoing.run(), undoing.claims(), true, progress,
                (work, claim) -> steps.takeBack(work, claim, run, undoing.run()));
    }

    private record Undoing(long run, List<FileRef> claims) {
    }

    private interface Step {
        Recorded take(UnitOfWork work, RunFiles.Opened claim);
    }

    /// Some hundred claims a transaction, until it is stopped. What somebody else did of the run meanwhile is not done twice.
    private Outcome<RunReport> carryOut(long run, List<FileRef> ordered, boolean backwards, Progress progress, Step step) {
        progress.began(run);
        List<RunFiles.Opened> claims = files.open(ordered, backwards, share -> tell(progress, share * HALF, false));
        try {
            List<RunReport.Row> rows = new ArrayList<>();
            int from = 0;
            while (from < claims.size() && !progress.stopped()) {
                List<RunFiles.Opened> chunk = claims.subList(from, Math.min(from + CHUNK, claims.size()));
                @Nullable List<RunReport.Row> done = database.write(work -> chunk(work, run, chunk, step));
                if (done == null) {
                    return Refusals.invalid(RUN, "reimbursement.error.runUnderWay");
                }
                rows.addAll(done);
                from += chunk.size();
                progress.done(HALF + HALF * from / claims.size());
            }
            return new Outcome.Done<>(new RunReport(Optional.of(run), rows, claims.size() - from));
        } finally {
            files.close(claims);
        }
    }

    private static @Nullable List<RunReport.Row> chunk(UnitOfWork work, long run, List<RunFiles.Opened> chunk, Step step) {
        if (!RunStore.lock(work, run) || RunStore.undone(work, run)) {
            return null;
        }
        Set<FileRef> left = new HashSet<>(RunStore.left(work, run));
        List<Recorded> recorded = chunk.stream().filter(claim -> left.contains(claim.claim())).map(claim -> step.take(work, claim)).toList();
        RunStore.record(work, run, recorded);
        return recorded.stream().map(Recorded::row).toList();
    }

    @Override
    public Optional<RunReport> find(long run) {
        return database.read(work -> PastRuns.find(work, run)
                .map(past -> new RunReport(Optional.of(run), RunStore.rows(work, run), past.left())));
    }

    @Override
    public Optional<PastRun> past(long run) {
        return database.read(work -> PastRuns.find(work, run));
    }

    @Override
    public Page<PastRun> page(@Nullable Long from, boolean backwards, int limit) {
        return database.read(work -> PastRuns.page(work, from, backwards, limit));
    }
}
