package io.guichet.reimbursement.ui.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.claim.Adjustment;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimForm;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.Notices;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.OpenClaim;
import io.guichet.reimbursement.PastDecision;
import io.guichet.reimbursement.Proposal;
import io.guichet.reimbursement.Verdict;
import io.guichet.reimbursement.WorkRow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Decides the claim that is on the screen. What is refused is told where its cause is, and nothing that was typed is lost.
/// All methods are called on the JavaFX thread.
public final class ClaimDeciding {

    private static final int REMEMBERED = 50;

    private final ClaimViewModel shown;
    private final ClaimWork work;
    private final Notices notices;
    private final Supplier<Locale> locale;
    private final ClaimHost host;
    private final Deque<FileRef> done = new ArrayDeque<>();
    private final ClaimCommands commands;

    ClaimDeciding(ClaimViewModel shown, ClaimWork work, Notices notices, Supplier<Locale> locale, ClaimHost host) {
        this.shown = shown;
        this.work = work;
        this.notices = notices;
        this.locale = locale;
        this.host = host;
        commands = new ClaimCommands(shown, work.background());
        shown.currentProperty().subscribe(now -> commands.quiet());
    }

    /// How far what was wanted last is, and why it was refused.
    public ClaimCommands commands() {
        return commands;
    }

    /// Whether this person can decide the claim that is shown, now.
    public boolean ready() {
        return !commands.working() && shown.open().filter(claim -> ClaimViewModel.undecided(claim) && mine(claim)).isPresent();
    }

    private boolean mine(OpenClaim claim) {
        return work.decides(claim.file().ref().country()) && !ClaimViewModel.held(claim, work.rights().user());
    }

    /// What pressing "approve" would pay; empty when there is nothing to approve.
    public Optional<Money> approvable() {
        return shown.open().filter(ClaimViewModel::undecided).flatMap(this::wanted).map(ClaimDecision::insurerPaid);
    }

    /// As a colleague proposed to a lead, else as the rules say.
    private Optional<ClaimDecision> wanted(OpenClaim claim) {
        List<Adjustment> proposed = proposed(claim);
        return claim.assessment().map(Assessment::decision).map(rules -> proposed.isEmpty() ? rules
                : new AdjustForm(rules, List.of(), proposed, work.input(), locale.get()).resultProperty().get());
    }

    private List<Adjustment> proposed(OpenClaim claim) {
        return work.leads() ? claim.proposal().map(Proposal::lines).orElse(List.of()) : List.of();
    }

    /// Approves as the rules say; for a lead, as it was proposed to them. What this person may not, they can hand to a lead.
    public void approve() {
        shown.open().filter(claim -> ready()).ifPresent(claim -> {
            List<Adjustment> lines = proposed(claim);
            approve(claim, lines);
        });
    }

    /// Approves as the rules say, whatever was proposed.
    public void approveByTheRules() {
        shown.open().filter(claim -> ready()).ifPresent(claim -> approve(claim, List.of()));
    }

    private void approve(OpenClaim claim, List<Adjustment> lines) {
        Money amount = approvable().orElse(Money.ZERO);
        Optional<UserMessage> barred = barred(claim, amount);
        if (barred.isPresent()) {
            use(new HandOverForm(amount, barred.get()));
        } else {
            decide(claim, lines.isEmpty() ? new Verdict.Approve() : new Verdict.Adjust(lines), null);
        }
    }

    /// Why this person may not approve that amount; empty when they may.
    Optional<UserMessage> barred(OpenClaim claim, Money amount) {
        boolean judged = claim.assessment().stream().flatMap(found -> found.findings().stream()).map(Finding::code)
                .anyMatch(code -> code.solver() == Finding.Solver.LEAD)
                || claim.work().stream().flatMap(row -> row.reasons().stream())
                        .anyMatch(code -> code.solver() == Finding.Solver.LEAD && code != Finding.Code.BEYOND_AUTHORITY);
        if (judged && !work.leads()) {
            return Optional.of(UserMessage.of("reimbursement.claim.handOver.judged"));
        }
        return claim.most().filter(most -> amount.compareTo(most) > 0)
                .map(most -> UserMessage.of("reimbursement.claim.handOver.beyond", most));
    }

    /// Opens the form that changes lines.
    public void adjust() {
        shown.open().filter(claim -> ready()).ifPresent(claim -> claim.assessment().ifPresent(rules ->
                use(new AdjustForm(rules.decision(), work.decisions().adjustments(),
                        claim.proposal().map(Proposal::lines).orElse(List.of()), work.input(), locale.get()))));
    }

    /// Opens the form that refuses it.
    public void reject() {
        shown.open().filter(claim -> ready()).ifPresent(claim -> use(new RejectForm(
                work.decisions().rejections(claim.file().ref().country()), claim.whose().language())));
    }

    /// Opens the form that asks for a document.
    public void ask() {
        shown.open().filter(claim -> ready()).ifPresent(claim -> use(new AskForm(documents(claim), work.today(), work.input(),
                locale.get())));
    }

    private List<String> documents(OpenClaim claim) {
        List<String> asked = claim.requests().stream().filter(request -> request.answered() == null)
                .map(request -> request.document()).toList();
        return work.form(claim.file().ref().country()).map(ClaimForm::documents).orElse(List.of()).stream()
                .filter(document -> !asked.contains(document)).toList();
    }

    /// Opens the form that takes a decision back.
    public void reopen() {
        shown.open().filter(this::reopenable).ifPresent(claim -> use(new ReopenForm(work.decisions().corrections(),
                claim.file().state() == ClaimState.PAID ? claim.file().decision().map(ClaimDecision::insurerPaid)
                        .orElse(Money.ZERO) : null,
                claim.file().state() != ClaimState.REJECTED)));
    }

    /// Whether there is a decision that this person may take back.
    boolean reopenable(OpenClaim claim) {
        return !commands.working() && !ClaimViewModel.undecided(claim) && work.decides(claim.file().ref().country());
    }

    private void use(DecidingForm form) {
        DecidingForm open = shown.formProperty().get();
        commands.quiet();
        if (open == null || !open.getClass().equals(form.getClass())) {
            shown.use(form);
        }
    }

    /// Gives up the form that is open.
    public void leave() {
        commands.quiet();
        shown.use(null);
    }

    /// Does what the open form says.
    public void confirm() {
        Optional<OpenClaim> open = shown.open();
        DecidingForm form = shown.formProperty().get();
        if (open.isEmpty() || form == null || commands.working()) {
            return;
        }
        OpenClaim claim = open.get();
        form.clean();
        switch (form) {
            case AdjustForm adjust -> {
                List<Adjustment> lines = adjust.read();
                if (!lines.isEmpty()) {
                    ClaimDecision result = adjust.resultProperty().get();
                    boolean barred = result != null && barred(claim, result.insurerPaid()).isPresent();
                    if (barred) {
                        handOver(claim, lines, lines.getFirst().note(), adjust);
                    } else {
                        decide(claim, new Verdict.Adjust(lines), adjust);
                    }
                }
            }
            case RejectForm reject -> {
                String reason = reject.reasonProperty().get();
                if (reason == null) {
                    reject.problems().put(RejectForm.REASON, UserMessage.of("reimbursement.error.unknownReason"));
                } else {
                    decide(claim, new Verdict.Reject(reason, reject.noteProperty().get().strip()), reject);
                }
            }
            case AskForm ask -> {
                String document = ask.documentProperty().get();
                if (document == null) {
                    ask.problems().put(AskForm.DOCUMENT, UserMessage.of("reimbursement.error.unknownDocument"));
                }
                ask.day().filter(day -> document != null).ifPresent(day ->
                        decide(claim, new Verdict.Ask(document, day, ask.noteProperty().get().strip()), ask));
            }
            case HandOverForm hand -> handOver(claim, List.of(), hand.noteProperty().get().strip(), hand);
            case ReopenForm reopen -> {
                String reason = reopen.reasonProperty().get();
                if (reason == null) {
                    reopen.problems().put(ReopenForm.REASON, UserMessage.of("reimbursement.error.unknownReason"));
                } else {
                    reopen(claim.file().ref(), reason, reopen);
                }
            }
        }
    }

    private void decide(OpenClaim claim, Verdict verdict, @Nullable DecidingForm form) {
        long revision = claim.work().map(WorkRow::revision).orElse(0L);
        commands.run(() -> work.decisions().decide(claim.file().ref(), revision, verdict), form,
                decided -> finished(claim, decided, ClaimDone.of(claim, verdict, decided)));
    }

    private void handOver(OpenClaim claim, List<Adjustment> lines, String note, DecidingForm form) {
        long revision = claim.work().map(WorkRow::revision).orElse(0L);
        commands.run(() -> work.decisions().handOver(claim.file().ref(), revision, lines, note), form,
                decided -> finished(claim, decided, UserMessage.of("reimbursement.claim.done.handedOver", claim.file().number())));
    }

    private void finished(OpenClaim claim, Decided decided, UserMessage said) {
        FileRef ref = claim.file().ref();
        done.remove(ref);
        done.push(ref);
        while (done.size() > REMEMBERED) {
            done.removeLast();
        }
        notices.tell(new Notices.Notice(Notices.Level.SUCCESS, said,
                new Notices.Action(UserMessage.of("reimbursement.claim.undo"), () -> undo(ref))));
        shown.load();
        host.decided(decided);
    }

    private void reopen(FileRef claim, String reason, ReopenForm form) {
        String note = form.noteProperty().get().strip();
        boolean again = form.againProperty().get();
        commands.run(() -> again ? work.decisions().decideAgain(claim, reason, note) : work.decisions().reopen(claim, reason, note), form,
                decided -> {
                    shown.load();
                    if (again) {
                        notices.tell(new Notices.Notice(Notices.Level.SUCCESS, UserMessage.of("reimbursement.claim.done.again",
                                shown.titleProperty().get(), decided.insurer())));
                        host.decided(decided);
                    }
                });
    }

    /// Takes back what this person decided last: here, or of the claim that is shown.
    public void undo() {
        FileRef last = done.peek();
        if (last != null) {
            undo(last);
        } else {
            shown.open().filter(this::undoable).ifPresent(claim -> undo(claim.file().ref()));
        }
    }

    /// Whether there is something to take back.
    public boolean undoable() {
        return !commands.working() && (!done.isEmpty() || shown.open().filter(this::undoable).isPresent());
    }

    private boolean undoable(OpenClaim claim) {
        return work.decides(claim.file().ref().country()) && claim.file().state() != ClaimState.PAID
                && claim.history().stream().findFirst().filter(last -> last.staff().equals(work.rights().user())
                        && last.kind() != PastDecision.Kind.AUTO && last.kind() != PastDecision.Kind.REOPEN
                        && (last.kind() != PastDecision.Kind.PEND || last.reason().equals(PastDecision.FOR_A_LEAD))).isPresent();
    }

    private void undo(FileRef claim) {
        if (commands.working()) {
            return;
        }
        commands.run(() -> work.decisions().undo(claim), null, decided -> {
            done.remove(claim);
            shown.show(claim);
            shown.load();
            notices.tell(new Notices.Notice(Notices.Level.INFO, UserMessage.of("reimbursement.claim.done.undone")));
            host.undone(claim);
        });
    }

    /// Takes the claim, so that nobody else decides it.
    public void take() {
        shown.open().filter(claim -> ready()).ifPresent(claim ->
                commands.run(() -> work.worklist().take(claim.file().ref()), null, row -> shown.load()));
    }

    /// Gives it back.
    public void release() {
        shown.open().filter(this::releasable).ifPresent(claim ->
                commands.run(() -> work.worklist().release(claim.file().ref()), null, row -> shown.load()));
    }

    /// Whether this person may give it back.
    boolean releasable(OpenClaim claim) {
        return work.decides(claim.file().ref().country()) && ClaimViewModel.undecided(claim)
                && claim.work().map(WorkRow::assignee).filter(who -> who.equals(work.rights().user()) || work.leads()).isPresent();
    }

    /// Says that a document is here.
    public void answered(String document) {
        shown.open().ifPresent(claim -> commands.run(() -> work.decisions().answered(claim.file().ref(), document), null,
                ref -> shown.load()));
    }
}
