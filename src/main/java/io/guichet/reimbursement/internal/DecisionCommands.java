package io.guichet.reimbursement.internal;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.claim.Adjustment;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.Difference;
import io.guichet.reimbursement.PastDecision;
import io.guichet.reimbursement.PastDecision.Kind;
import io.guichet.reimbursement.Verdict;
import io.guichet.reimbursement.WorkRow;
import io.guichet.reimbursement.internal.DecisionStore.Announced;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides claims inside a transaction of the caller, who rolls back what is not `Done`.
final class DecisionCommands {

    private static final String UNDONE = "UNDONE";

    /// What is found of the claim itself, whatever the tariff and the contract say.
    private static final Set<Finding.Code> JUDGED = EnumSet.of(Finding.Code.MISSING_DOCUMENT, Finding.Code.DUPLICATE,
            Finding.Code.SAME_INVOICE, Finding.Code.SHARED_ACCOUNT, Finding.Code.REUSED_DOCUMENT, Finding.Code.UNKNOWN_PROVIDER,
            Finding.Code.UNUSUAL_AMOUNT, Finding.Code.NO_ACCOUNT);

    private final Clock clock;

    DecisionCommands(Clock clock) {
        this.clock = clock;
    }

    /// What a person decides.
    ///
    /// @param revision of the claim as they read it; null when it does not matter
    /// @param run      the run it is a row of, or null
    Outcome<Decided> decide(UnitOfWork work, ClaimRecords records, FileRef claim, @Nullable Long revision, Verdict verdict,
                            @Nullable Long run) {
        return run == null && revision != null ? decided(work, records, claim, taken(work, claim, revision), verdict, null)
                : decided(work, records, claim, revision, verdict, run);
    }

    /// Takes what nobody has.
    ///
    /// @return the revision that whoever read `revision` may decide then: another one when it is not what they read
    private static long taken(UnitOfWork work, FileRef claim, long revision) {
        Optional<WorkRow> free = WorkRows.find(work, claim).filter(row -> row.assignee() == null && row.state() != ClaimState.ACCEPTED);
        boolean taken = free.isPresent() && Calls.text(work, "SELECT reimbursement.take(?, ?)", claim.country().value(),
                claim.reference()).equals(DecisionStore.OK);
        return taken && free.get().revision() == revision ? revision + 1 : revision;
    }

    private Outcome<Decided> decided(UnitOfWork work, ClaimRecords records, FileRef claim, @Nullable Long revision,
                                     Verdict verdict, @Nullable Long run) {
        return switch (verdict) {
            case Verdict.Approve() -> begun(work, claim, Announced.of(Kind.APPROVE, run), revision, () -> {
                Assessment assessment = records.assess(work, claim.reference());
                return isForALead(work, assessment) ? new Outcome.Denied<>(Refusals.FOR_A_LEAD)
                        : accept(work, records, claim, Kind.APPROVE, assessment.decision());
            });
            case Verdict.Adjust adjust -> begun(work, claim, new Announced(Kind.ADJUST, adjust.lines().getFirst().reason(),
                    adjust.lines().getFirst().note(), adjust.lines(), run), revision, () -> {
                Assessment assessment = records.assess(work, claim.reference());
                if (isForALead(work, assessment)) {
                    return new Outcome.Denied<>(Refusals.FOR_A_LEAD);
                }
                return switch (Adjustments.apply(assessment.decision(), adjust.lines())) {
                    case Outcome.Done<ClaimDecision>(ClaimDecision adjusted) ->
                            accept(work, records, claim, Kind.ADJUST, adjusted);
                    case Outcome<ClaimDecision> refused -> Refusals.again(refused);
                };
            });
            case Verdict.Reject reject -> reject(work, records, claim, revision, reject, run);
            case Verdict.Ask ask -> ask(work, records, claim, revision, ask, run);
        };
    }

    private Outcome<Decided> reject(UnitOfWork work, ClaimRecords records, FileRef claim, @Nullable Long revision,
                                    Verdict.Reject reject, @Nullable Long run) {
        if (!records.rejections().contains(reject.reason())) {
            return Refusals.invalid(Refusals.REASON, "reimbursement.error.unknownReason");
        }
        return begun(work, claim, new Announced(Kind.REJECT, reject.reason(), reject.note(), List.of(), run), revision, () -> {
            records.reject(work, claim.reference(), reject.reason());
            return finished(work, claim, ClaimState.REJECTED, Money.ZERO, List.of());
        });
    }

    private Outcome<Decided> ask(UnitOfWork work, ClaimRecords records, FileRef claim, @Nullable Long revision,
                                 Verdict.Ask ask, @Nullable Long run) {
        LocalDate today = LocalDate.now(clock);
        if (!records.form().documents().contains(ask.document())) {
            return Refusals.invalid("document", "reimbursement.error.unknownDocument");
        }
        if (!ask.until().isAfter(today) || ask.until().isAfter(today.plusYears(1))) {
            return Refusals.invalid("until", "reimbursement.error.until", today.plusDays(1), today.plusYears(1));
        }
        boolean asked = DecisionStore.requests(work, claim).stream()
                .anyMatch(each -> each.answered() == null && each.document().equals(ask.document()));
        if (asked) {
            return Refusals.invalid("document", "reimbursement.error.askedAlready");
        }
        Set<Finding.Code> reasons = EnumSet.of(Finding.Code.MISSING_DOCUMENT);
        WorkRows.find(work, claim).ifPresent(row -> reasons.addAll(row.reasons()));
        return begun(work, claim, new Announced(Kind.ASK, ask.document(), ask.note(), List.of(), run), revision, () -> {
            records.pend(work, claim.reference());
            DecisionStore.ask(work, claim, ask.document(), ask.until(), ask.note());
            long key = DecisionStore.finish(work, claim, reasons);
            return new Outcome.Done<>(new Decided(claim, key, ClaimState.PENDED, Money.ZERO, List.of(), Optional.empty()));
        });
    }

    /// Puts a claim aside for a lead, with what would be decided of it.
    Outcome<Decided> handOver(UnitOfWork work, ClaimRecords records, FileRef claim, long revision, List<Adjustment> lines,
                              String note) {
        return begun(work, claim, new Announced(Kind.PEND, PastDecision.FOR_A_LEAD, note, lines, null), revision, () -> {
            Assessment assessment = records.assess(work, claim.reference());
            if (!lines.isEmpty() && !(Adjustments.apply(assessment.decision(), lines) instanceof Outcome.Done<ClaimDecision>)) {
                return Refusals.again(Adjustments.apply(assessment.decision(), lines));
            }
            Set<Finding.Code> reasons = EnumSet.of(Finding.Code.BEYOND_AUTHORITY);
            reasons.addAll(codes(assessment));
            WorkRows.find(work, claim).ifPresent(row -> reasons.addAll(row.reasons()));
            records.pend(work, claim.reference());
            return finished(work, claim, ClaimState.PENDED, Money.ZERO, List.copyOf(reasons));
        });
    }

    /// Takes back what the signed-in person decided last.
    Outcome<Decided> undo(UnitOfWork work, ClaimRecords records, FileRef claim) {
        Optional<PastDecision> last = DecisionStore.history(work, claim).stream().findFirst()
                .filter(past -> past.staff().equals(Calls.text(work, "SELECT session_user")));
        boolean handedOver = last.filter(past -> past.reason().equals(PastDecision.FOR_A_LEAD)).isPresent();
        return switch (last.map(PastDecision::kind).orElse(Kind.AUTO)) {
            case APPROVE, ADJUST, REJECT, REDO -> records.find(work, claim.reference())
                    .filter(file -> file.state() == ClaimState.PAID).isPresent()
                    ? Refusals.invalid(Refusals.CLAIM, "reimbursement.error.paidAlready")
                    : reopen(work, records, claim, UNDONE, "", null);
            case ASK -> backToWhatItWas(work, records, claim, Finding.Code.MISSING_DOCUMENT,
                    () -> DecisionStore.withdraw(work, claim, last.get().reason()));
            case PEND -> handedOver ? backToWhatItWas(work, records, claim, Finding.Code.BEYOND_AUTHORITY, () -> { })
                    : Refusals.invalid(Refusals.CLAIM, "reimbursement.error.notYours");
            case AUTO, REOPEN, RESTORE -> Refusals.invalid(Refusals.CLAIM, "reimbursement.error.notYours");
        };
    }

    /// Leaves a claim undecided, without that reason to wait, to the signed-in person.
    private Outcome<Decided> backToWhatItWas(UnitOfWork work, ClaimRecords records, FileRef claim, Finding.Code without,
                                             Runnable also) {
        return begun(work, claim, new Announced(Kind.PEND, UNDONE, "", List.of(), null), null, () -> {
            Set<Finding.Code> reasons = EnumSet.noneOf(Finding.Code.class);
            WorkRows.find(work, claim).ifPresent(row -> reasons.addAll(row.reasons()));
            reasons.remove(without);
            reasons.addAll(codes(records.assess(work, claim.reference())));
            records.pend(work, claim.reference());
            also.run();
            Outcome<Decided> finished = finished(work, claim, ClaimState.PENDED, Money.ZERO, List.copyOf(reasons));
            Calls.text(work, "SELECT reimbursement.take(?, ?)", claim.country().value(), claim.reference());
            return finished;
        });
    }

    /// A claim that has just come in: decided when nothing speaks against it, else put off with what does. One that is only
    /// dearer than what is decided automatically stays as it came in.
    Decided settle(UnitOfWork work, ClaimRecords records, FileRef claim) {
        Assessment assessment = records.assess(work, claim.reference());
        Money insurer = assessment.decision().insurerPaid();
        if (!assessment.findings().isEmpty()) {
            must(DecisionStore.begin(work, claim, Announced.of(Kind.PEND, null), null));
            records.pend(work, claim.reference());
            long key = DecisionStore.finish(work, claim, codes(assessment));
            return new Decided(claim, key, ClaimState.PENDED, Money.ZERO, assessment.findings(), Optional.empty());
        }
        if (DecisionStore.most(work, Kind.AUTO).filter(most -> insurer.compareTo(most) > 0).isPresent()) {
            return new Decided(claim, 0, ClaimState.RECEIVED, Money.ZERO, List.of(), Optional.empty());
        }
        must(DecisionStore.begin(work, claim, Announced.of(Kind.AUTO, null), null));
        records.accept(work, claim.reference(), assessment.decision());
        long key = DecisionStore.finish(work, claim, List.of());
        return new Decided(claim, key, ClaimState.ACCEPTED, insurer, List.of(), Optional.empty());
    }

    /// An undecided claim that was entered anew: decided by itself when nothing speaks against it any more, else it waits with
    /// what does.
    Decided settleAgain(UnitOfWork work, ClaimRecords records, FileRef claim) {
        Assessment assessment = records.assess(work, claim.reference());
        Money insurer = assessment.decision().insurerPaid();
        boolean beyond = DecisionStore.most(work, Kind.AUTO).filter(most -> insurer.compareTo(most) > 0).isPresent();
        if (assessment.findings().isEmpty() && !beyond
                && DecisionStore.begin(work, claim, Announced.of(Kind.AUTO, null), null).equals(DecisionStore.OK)) {
            records.accept(work, claim.reference(), assessment.decision());
            return new Decided(claim, DecisionStore.finish(work, claim, List.of()), ClaimState.ACCEPTED, insurer, List.of(),
                    Optional.empty());
        }
        must(DecisionStore.begin(work, claim, Announced.of(Kind.PEND, null), null));
        records.pend(work, claim.reference());
        return new Decided(claim, DecisionStore.finish(work, claim, codes(assessment)), ClaimState.PENDED, Money.ZERO,
                assessment.findings(), Optional.empty());
    }

    private static void must(String answer) {
        if (!DecisionStore.OK.equals(answer)) {
            throw new IllegalStateException("a claim that has just come in is " + answer);
        }
    }

    /// Puts an undecided claim off: it waits for what it waited for.
    Outcome<Decided> putOff(UnitOfWork work, ClaimRecords records, FileRef claim, List<Finding.Code> reasons, @Nullable Long run) {
        return begun(work, claim, Announced.of(Kind.PEND, run), null, () -> {
            records.pend(work, claim.reference());
            return finished(work, claim, ClaimState.PENDED, Money.ZERO, reasons);
        });
    }

    /// Takes a decision back; without a run, whoever does it has the claim then.
    Outcome<Decided> reopen(UnitOfWork work, ClaimRecords records, FileRef claim, String reason, String note,
                            @Nullable Long run) {
        return begun(work, claim, new Announced(Kind.REOPEN, reason, note, List.of(), run), null, () -> {
            records.reopen(work, claim.reference());
            return finished(work, claim, ClaimState.RECEIVED, Money.ZERO, List.of());
        });
    }

    /// Takes a favourable decision back and decides as the rules say now. Refused when they ask for somebody to look, and
    /// when a person had decided otherwise than the rules. What was found of the paper itself was judged by the decision in favour: no
    /// tariff and no contract changes it.
    Outcome<Decided> decideAgain(UnitOfWork work, ClaimRecords records, FileRef claim, String reason, String note,
                                 @Nullable Long run) {
        boolean byHand = DecisionStore.history(work, claim).stream()
                .filter(past -> past.kind() != Kind.PEND && past.kind() != Kind.ASK).findFirst()
                .filter(last -> last.kind() == Kind.ADJUST).isPresent();
        if (byHand) {
            return Refusals.invalid(Refusals.CLAIM, "reimbursement.error.decidedByHand");
        }
        return begun(work, claim, new Announced(Kind.REDO, reason, note, List.of(), run), null, () -> {
            if (run != null) {
                records.keep(work, claim.reference());
            }
            records.reopen(work, claim.reference());
            Assessment assessment = records.assess(work, claim.reference());
            return assessment.findings().stream().allMatch(found -> JUDGED.contains(found.code()))
                    ? accept(work, records, claim, Kind.REDO, assessment.decision())
                    : Refusals.invalid(Refusals.CLAIM, "reimbursement.error.needsSomebody");
        });
    }

    /// Writes again what stood before a run decided it again.
    ///
    /// @param run     that run
    /// @param undoing the run that takes it back
    Outcome<Decided> restore(UnitOfWork work, ClaimRecords records, FileRef claim, long run, long undoing) {
        String answer = Calls.text(work, "SELECT reimbursement.begin_restore(?, ?, ?, ?)", claim.country().value(), claim.reference(),
                run, undoing);
        if (!DecisionStore.OK.equals(answer)) {
            return "UNKNOWN".equals(answer) ? Refusals.invalid(Refusals.CLAIM, "reimbursement.error.notKept") : Refusals.of(answer, 0);
        }
        records.reopen(work, claim.reference());
        records.restore(work, claim.reference());
        long key = Calls.key(work, "SELECT reimbursement.finish_restore(?, ?)", claim.country().value(), claim.reference());
        return new Outcome.Done<>(records.find(work, claim.reference()).map(file -> new Decided(claim, key, file.state(),
                file.decision().map(ClaimDecision::insurerPaid).orElse(Money.ZERO), List.of(), Optional.empty())).orElseThrow());
    }

    /// What is done between begin and finish.
    private interface Step {
        Outcome<Decided> take();
    }

    private static Outcome<Decided> begun(UnitOfWork work, FileRef claim, Announced announced, @Nullable Long revision, Step step) {
        String answer = DecisionStore.begin(work, claim, announced, revision);
        return DecisionStore.OK.equals(answer) ? step.take()
                : Refusals.of(answer, WorkRows.find(work, claim).map(WorkRow::revision).orElse(0L));
    }

    private static Outcome<Decided> accept(UnitOfWork work, ClaimRecords records, FileRef claim, Kind kind, ClaimDecision decision) {
        Money insurer = decision.insurerPaid();
        Optional<Money> most = DecisionStore.most(work, kind);
        if (most.filter(limit -> insurer.compareTo(limit) > 0).isPresent()) {
            return Refusals.beyond(most.get());
        }
        records.accept(work, claim.reference(), decision);
        return finished(work, claim, ClaimState.ACCEPTED, insurer, List.of());
    }

    private static Outcome<Decided> finished(UnitOfWork work, FileRef claim, ClaimState state, Money insurer,
                                             List<Finding.Code> reasons) {
        long key = DecisionStore.finish(work, claim, reasons);
        Optional<Money> difference = DecisionStore.differences(work, claim).stream().filter(each -> !each.settled())
                .findFirst().flatMap(Difference::amount);
        return new Outcome.Done<>(new Decided(claim, key, state, insurer, List.of(), difference));
    }

    /// Found now, or when it came in: the database keeps the latter by itself.
    private static boolean isForALead(UnitOfWork work, Assessment assessment) {
        return assessment.findings().stream().anyMatch(found -> found.code().solver() == Finding.Solver.LEAD)
                && !Calls.holds(work, "SELECT access.is_any('operations_lead')");
    }

    static List<Finding.Code> codes(Assessment assessment) {
        return assessment.findings().stream().map(Finding::code).distinct().sorted().toList();
    }
}
