package io.guichet.reimbursement.internal;

import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.claim.ClaimState;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.PastDecision;
import io.guichet.reimbursement.RunOrder;
import io.guichet.reimbursement.RunOrder.Action;
import io.guichet.reimbursement.RunReport.Result;
import io.guichet.reimbursement.RunReport.Row;
import io.guichet.reimbursement.Verdict;
import io.guichet.reimbursement.internal.RunStore.Recorded;
import java.sql.Connection;
import java.sql.Savepoint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Carries the rows of a run out inside a transaction of the caller. A row that is refused leaves nothing behind.
final class RunSteps {

    private static final String UNDONE = "UNDONE";

    private final Countries countries;
    private final DecisionCommands commands;
    private final Deciders deciders;

    RunSteps(Countries countries, DecisionCommands commands, Deciders deciders) {
        this.countries = countries;
        this.commands = commands;
        this.deciders = deciders;
    }

    Recorded take(UnitOfWork work, RunFiles.Opened opened, RunOrder order, long run) {
        return row(work, opened, run, order.action() instanceof Action.Again, (records, file) -> switch (order.action()) {
            case Action.Approve() -> commands.decide(work, records, opened.claim(), null, new Verdict.Approve(), run);
            case Action.Reject(String reason) ->
                    commands.decide(work, records, opened.claim(), null, new Verdict.Reject(reason, order.note()), run);
            case Action.Again(String reason) ->
                    commands.decideAgain(work, records, opened.claim(), reason, order.note(), run);
        });
    }

    /// Takes back what a run decided, unless it is paid or decided since.
    Recorded takeBack(UnitOfWork work, RunFiles.Opened opened, long run, long undoing) {
        FileRef claim = opened.claim();
        return row(work, opened, undoing, false, (records, file) -> {
            if (file.state() == ClaimState.PAID) {
                return Refusals.invalid(Refusals.CLAIM, "reimbursement.error.paidAlready");
            }
            if (!Calls.holds(work, "SELECT d.run = ? FROM reimbursement.decision d WHERE d.country = ? AND d.claim = ?"
                    + " ORDER BY d.id DESC LIMIT 1", run, claim.country().value(), claim.reference())) {
                return Refusals.invalid(Refusals.CLAIM, "reimbursement.error.decidedSince");
            }
            List<PastDecision> history = DecisionStore.history(work, claim);
            if (history.getFirst().kind() == PastDecision.Kind.REDO) {
                return commands.restore(work, records, claim, run, undoing);
            }
            Outcome<Decided> reopened = commands.reopen(work, records, claim, UNDONE, "", undoing);
            // It waited when the run came: the line of its history before the run's says for what.
            boolean waited = reopened instanceof Outcome.Done<Decided> && history.size() > 1
                    && history.get(1).state() == ClaimState.PENDED;
            return waited ? commands.putOff(work, records, claim, history.get(1).reasons(), undoing) : reopened;
        });
    }

    private interface Step {
        Outcome<Decided> take(ClaimRecords records, ClaimFile file);
    }

    private Recorded row(UnitOfWork work, RunFiles.Opened opened, long run, boolean sameIsNothing, Step step) {
        FileRef claim = opened.claim();
        Optional<ClaimRecords> records = countries.find(claim.country()).flatMap(Country::claims);
        Optional<ClaimFile> file = opened.member() == null ? Optional.empty()
                : records.flatMap(each -> each.find(work, claim.reference()));
        if (file.isEmpty()) {
            return refused(opened, claim.reference(), Money.ZERO, Refusals.GONE);
        }
        Money before = file.get().decision().map(ClaimDecision::insurerPaid).orElse(Money.ZERO);
        String number = file.get().number();
        if (!deciders.may(claim.country())) {
            return refused(opened, number, before, Refusals.MAY_NOT);
        }
        Savepoint start = work.sql(Connection::setSavepoint);
        // What the database refuses of one row must not end the run.
        Outcome<Decided> outcome = PgDecisions.guarded(() -> step.take(records.orElseThrow(), file.get()));
        @Nullable Decided decided = outcome instanceof Outcome.Done<Decided>(Decided value) ? value : null;
        boolean same = decided != null && sameIsNothing && decided.insurer().equals(before);
        work.sql(connection -> {
            if (decided == null || same) {
                connection.rollback(start);
            } else {
                connection.releaseSavepoint(start);
            }
            return start;
        });
        if (decided == null) {
            return refused(opened, number, before, why(outcome));
        }
        if (same) {
            RunStore.foundRight(work, claim, run);
        }
        return same ? recorded(opened, number, Result.UNCHANGED, null, before, null)
                : recorded(opened, number, Result.DONE, null, before, decided);
    }

    private static Recorded refused(RunFiles.Opened opened, String number, Money amount, UserMessage why) {
        return recorded(opened, number, Result.REFUSED, why, amount, null);
    }

    private static Recorded recorded(RunFiles.Opened opened, String number, Result result, @Nullable UserMessage why, Money before,
                                     @Nullable Decided decided) {
        return new Recorded(new Row(opened.claim(), number, opened.name(), result, Optional.ofNullable(why), before,
                decided == null ? before : decided.insurer(), decided == null ? Optional.empty() : decided.difference(), opened.reasons()),
                opened.whose(), decided == null ? null : decided.decision());
    }

    private static UserMessage why(Outcome<Decided> outcome) {
        return switch (outcome) {
            case Outcome.Invalid<Decided>(List<FieldProblem> problems) -> problems.getFirst().message();
            case Outcome.Denied<Decided>(UserMessage reason) -> reason;
            case Outcome.Conflict<Decided> conflict -> UserMessage.of("reimbursement.error.overtaken");
            case Outcome.Done<Decided> done -> throw new IllegalArgumentException("that was no refusal");
        };
    }
}
