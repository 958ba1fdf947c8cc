package io.guichet.reimbursement.ui.entry;

import io.guichet.country.claim.ClaimFile;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Problem;
import io.guichet.reimbursement.Entries.Entry;
import io.guichet.reimbursement.Entries.Rehearsal;
import io.guichet.reimbursement.Entries.Typed;
import io.guichet.reimbursement.Intake.Taken;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A claim that is being entered. Every change is kept in the database for its author alone, and rehearsed there: what would
/// become of it, and what speaks against it. Both in the background; only the newest answer is shown.
public final class EntryViewModel implements AutoCloseable {

    private final EntryWork work;
    private final @Nullable FileRef revises;
    private final MemberSearch search;
    private final EntryPapers papers;
    private final LatestWork opening;
    private final LatestWork asking;
    private final DraftKeeping keeping;
    private final EntryState state = new EntryState();
    private @Nullable FileRef member;
    private Locale locale;
    private boolean writing;

    /// @param member  whose claim, null when it is to be chosen
    /// @param revises the claim to be entered anew, or null
    public EntryViewModel(EntryWork work, @Nullable FileRef member, @Nullable FileRef revises, Locale locale) {
        this.work = work;
        this.member = member;
        this.revises = revises;
        this.locale = locale;
        search = new MemberSearch(work);
        papers = new EntryPapers(work.documents(), work.background(), this::changed);
        opening = new LatestWork(work.background());
        asking = new LatestWork(work.background());
        keeping = new DraftKeeping(work, revises);
        begin();
    }

    /// Reads what is known, at first and again after that failed.
    public void begin() {
        FileRef whose = member;
        if (whose == null && revises == null) {
            state.phase.set(EntryState.Phase.CHOOSING);
            return;
        }
        state.phase.set(EntryState.Phase.OPENING);
        state.problem.set(null);
        opening.run(() -> revises == null ? Begun.fresh(work, Objects.requireNonNull(whose)) : Begun.anew(work, revises), this::begun, cause ->
                state.problem.set(Problem.ofReading(cause)));
    }

    private void begun(Optional<Begun> answer) {
        if (answer.isEmpty()) {
            state.phase.set(EntryState.Phase.NOTHING);
            return;
        }
        Begun begun = answer.get();
        member = begun.member();
        state.name.set(begun.name());
        start(begun.known(), begun.revised());
        begun.draft().ifPresent(draft -> {
            state.restored.set(draft.saved());
            write(() -> Objects.requireNonNull(state.entered.get()).restore(draft.typed()));
        });
        state.phase.set(EntryState.Phase.TYPING);
        changed();
    }

    private void start(FieldValues known, @Nullable ClaimFile revised) {
        write(() -> {
            EntryCase made = new EntryCase(Objects.requireNonNull(member), known, revised, work, locale, this::changed);
            papers.ask(made.description().documents());
            state.entered.set(made);
        });
        state.rehearsal.set(null);
        state.refusals.set(List.of());
        state.conflict.set(List.of());
        state.restored.set(null);
        state.unsaved.set(false);
    }

    private void write(Runnable change) {
        writing = true;
        try {
            change.run();
        } finally {
            writing = false;
        }
    }

    /// It is the claim of this member.
    public void choose(FileRef whose) {
        member = whose;
        search.clear();
        begin();
    }

    /// Gives up what is typed and begins anew.
    public void startAfresh() {
        FileRef whose = member;
        if (whose != null) {
            keeping.forget(whose, this::begin);
            papers.clear();
        }
    }

    /// After it was stored: another claim of the same member, or of somebody else.
    ///
    /// @param same whether of the same member
    public void next(boolean same) {
        state.stored.set(null);
        papers.clear();
        if (!same) {
            member = null;
            state.name.set("");
            state.entered.set(null);
        }
        begin();
    }

    private void changed() {
        EntryCase now = state.entered.get();
        if (writing || now == null || state.phase.get() != EntryState.Phase.TYPING) {
            return;
        }
        boolean edited = now.edited() || !papers.papers().isEmpty();
        state.unsaved.set(edited);
        if (now.edited()) {
            keeping.keep(now, state.problem::set);
        }
        state.current.set(false);
        state.refusals.set(List.of());
        state.problem.set(null);
        Optional<String> lacks = now.lacks();
        if (lacks.isPresent()) {
            asking.cancel();
            state.rehearsal.set(null);
            state.hint.set(needed(now, lacks.get()));
            return;
        }
        if (state.storing.get()) {
            // A field that lost the keyboard writes its value anew: what is being stored is not rehearsed beside it.
            return;
        }
        Entry entry = entry(now);
        asking.run(() -> work.entries().rehearse(entry), outcome -> rehearsed(now, outcome), cause -> {
            state.rehearsal.set(null);
            state.problem.set(Problem.ofReading(cause));
        });
    }

    private static UserMessage needed(EntryCase now, String lacks) {
        return now.unreadable().map(key -> UserMessage.of("reimbursement.whatIf.correct", UserMessage.of(key)))
                .orElseGet(() -> UserMessage.of("reimbursement.whatIf.fill", UserMessage.of(lacks)));
    }

    private Entry entry(EntryCase now) {
        return new Entry(now.member(), now.revised(), now.intake(), papers.all());
    }

    private void rehearsed(EntryCase now, Outcome<Rehearsal> outcome) {
        now.dropComplaints();
        state.hint.set(null);
        switch (outcome) {
            case Outcome.Done<Rehearsal>(Rehearsal told) -> {
                state.rehearsal.set(told);
                state.current.set(true);
            }
            case Outcome.Invalid<Rehearsal>(List<FieldProblem> problems) -> {
                state.rehearsal.set(null);
                state.refusals.set(now.complain(problems).stream().map(FieldProblem::message).toList());
            }
            case Outcome.Denied<Rehearsal>(UserMessage reason) -> state.refusals.set(List.of(reason));
            case Outcome.Conflict<Rehearsal>(long version, List<FieldChange> changes) -> state.conflict.set(changes);
        }
    }

    /// Stores it, with its papers or not at all.
    public void store() {
        EntryCase now = state.entered.get();
        if (now == null || state.phase.get() != EntryState.Phase.TYPING || state.storing.get()) {
            return;
        }
        now.complainOfAll();
        Optional<String> lacks = now.lacks();
        if (lacks.isPresent()) {
            state.hint.set(needed(now, lacks.get()));
            return;
        }
        asking.cancel();
        state.storing.set(true);
        state.problem.set(null);
        Entry entry = entry(now);
        work.background().run(() -> work.entries().enter(entry), outcome -> {
            state.storing.set(false);
            stored(now, outcome);
        }, cause -> {
            state.storing.set(false);
            state.problem.set(Problem.of(cause).keeping(UserMessage.of("reimbursement.entry.kept")));
        });
    }

    private void stored(EntryCase now, Outcome<Taken> outcome) {
        now.dropComplaints();
        switch (outcome) {
            case Outcome.Done<Taken>(Taken taken) -> {
                state.unsaved.set(false);
                state.stored.set(taken);
                state.phase.set(EntryState.Phase.STORED);
                keeping.forget(now.member(), () -> { });
            }
            case Outcome.Invalid<Taken>(List<FieldProblem> problems) ->
                    state.refusals.set(now.complain(problems).stream().map(FieldProblem::message).toList());
            case Outcome.Denied<Taken>(UserMessage reason) -> state.refusals.set(List.of(reason));
            case Outcome.Conflict<Taken>(long version, List<FieldChange> changes) -> state.conflict.set(changes);
        }
    }

    /// A colleague changed the claim meanwhile: what was typed here is to stand nevertheless.
    public void keepMine() {
        EntryCase mine = state.entered.get();
        if (mine != null && revises != null) {
            Typed typed = mine.typed();
            opening.run(() -> work.entries().open(revises), file -> {
                if (file.isEmpty()) {
                    state.phase.set(EntryState.Phase.NOTHING);
                    return;
                }
                start(file.get().claim(), file.get());
                write(() -> Objects.requireNonNull(state.entered.get()).restore(typed));
                changed();
            }, cause -> state.problem.set(Problem.ofReading(cause)));
        }
    }

    /// Another language.
    public void use(Locale language) {
        locale = language;
        EntryCase now = state.entered.get();
        if (now != null) {
            write(() -> now.use(language));
        }
    }

    /// Asks again, keeping what was typed.
    public void refresh() {
        if (state.phase.get() == EntryState.Phase.OPENING) {
            begin();
        } else {
            changed();
        }
    }

    /// Where it stands.
    public EntryState state() {
        return state;
    }

    /// Finds the member while it is not known whose claim it is.
    public MemberSearch search() {
        return search;
    }

    /// Its papers.
    public EntryPapers papers() {
        return papers;
    }

    /// Whose claim it is, or null.
    public @Nullable FileRef member() {
        return member;
    }

    /// The claim that is entered anew, or null.
    public @Nullable FileRef revises() {
        return revises;
    }

    EntryWork work() {
        return work;
    }

    /// What was typed is kept: only papers would be lost.
    void settle(Runnable then) {
        EntryCase now = state.entered.get();
        if (now == null || !state.unsaved.get() || !papers.papers().isEmpty() || state.phase.get() != EntryState.Phase.TYPING) {
            then.run();
            return;
        }
        keeping.settle(now, kept -> {
            state.unsaved.set(!kept);
            then.run();
        });
    }

    /// Nobody looks any more.
    @Override
    public void close() {
        search.close();
        papers.close();
        opening.cancel();
        asking.cancel();
        keeping.close();
    }
}
