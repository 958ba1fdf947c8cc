package io.guichet.reimbursement.ui.run;

import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.Notices;
import io.guichet.platform.ui.Problem;
import io.guichet.reimbursement.PastRun;
import io.guichet.reimbursement.PastRun.Kind;
import io.guichet.reimbursement.RunOrder.Action;
import io.guichet.reimbursement.RunReport;
import io.guichet.reimbursement.RunReport.Result;
import io.guichet.reimbursement.Runs;
import io.guichet.reimbursement.ui.run.RunWork.Doing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// One run: what it is ordered for, its dry run, what became of each claim, and what can still be done about it.
public final class RunViewModel implements AutoCloseable {

    private final RunDesk desk;
    private final @Nullable RunDraft draft;
    private final RunWork work;
    private final ReadOnlyObjectWrapper<@Nullable Long> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RunReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PastRun> past = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Result> shown = new SimpleObjectProperty<>();
    private @Nullable RunReport rehearsed;
    private boolean closed;

    private RunViewModel(RunDesk desk, @Nullable RunDraft draft) {
        this.desk = desk;
        this.draft = draft;
        work = new RunWork(desk.background());
    }

    /// A new run.
    ///
    /// @param wanted what is to be decided, or null when that is still to be chosen
    static RunViewModel ordering(RunSubject subject, @Nullable Action wanted, RunDesk desk) {
        return new RunViewModel(desk, new RunDraft(desk, subject, wanted));
    }

    /// One that was carried out.
    static RunViewModel past(long run, RunDesk desk) {
        RunViewModel made = new RunViewModel(desk, null);
        made.run.set(run);
        return made;
    }

    /// Reads what it is about; what is ordered completely is rehearsed at once. Called once.
    void start() {
        if (draft == null) {
            read();
            return;
        }
        RunDraft asked = draft;
        work.run(Doing.SELECTING, () -> desk.select(asked.subject()), found -> {
            asked.found(found);
            rehearse();
        });
    }

    /// Reads what became of the run.
    void read() {
        Long asked = run.get();
        if (asked != null) {
            work.run(Doing.READING, () -> new Known(desk.runs().past(asked), desk.runs().find(asked)), known -> {
                past.set(known.past().orElse(null));
                report.set(known.report().orElse(null));
                if (known.past().isEmpty()) {
                    work.fail(Problem.of(UserMessage.of("reimbursement.error.noRun")));
                }
            });
        }
    }

    private record Known(Optional<PastRun> past, Optional<RunReport> report) {
    }

    /// This is decided of each claim; a dry run of something else is forgotten.
    void choose(Kind wanted) {
        if (draft != null && draft.choose(wanted)) {
            forget();
        }
    }

    /// For this reason.
    void because(@Nullable String code) {
        if (draft != null && draft.because(code)) {
            forget();
        }
    }

    private void forget() {
        report.set(null);
        rehearsed = null;
        shown.set(null);
        work.fail(null);
    }

    /// Whether everything is said that a dry run needs.
    boolean ready() {
        return draft != null && run.get() == null && draft.order().isPresent();
    }

    /// Whether the dry run found something to carry out.
    boolean rehearsed() {
        RunReport seen = report.get();
        return run.get() == null && seen != null && seen.count(Result.DONE) > 0;
    }

    /// Tries all of it without effect, once everything is said.
    void rehearse() {
        if (ready() && draft != null) {
            draft.order().ifPresent(order ->
                    work.run(Doing.REHEARSING, progress -> desk.runs().rehearse(order, progress), begun -> { }, seen -> {
                        rehearsed = seen;
                        shown.set(null);
                        report.set(seen);
                    }, failure -> { }));
        }
    }

    /// Carries it out. Whoever calls has asked the person.
    void apply() {
        if (rehearsed() && draft != null) {
            draft.order().ifPresent(order -> carryOut(Doing.CARRYING_OUT, progress -> desk.runs().apply(order, progress)));
        }
    }

    /// Goes on with what is left of it.
    void finish() {
        Long known = run.get();
        if (known != null) {
            carryOut(Doing.CARRYING_OUT, progress -> desk.runs().finish(known, progress));
        }
    }

    /// Takes back what it decided. Whoever calls has asked the person.
    void undo() {
        Long known = run.get();
        if (known != null) {
            rehearsed = null;
            carryOut(Doing.TAKING_BACK, progress -> desk.runs().undo(known, progress));
        }
    }

    private void carryOut(Doing what, Function<Runs.Progress, Outcome<RunReport>> task) {
        work.run(what, task, run::set, outcome -> {
            switch (outcome) {
                case Outcome.Done<RunReport>(RunReport done) -> {
                    done.run().ifPresent(run::set);
                    shown.set(null);
                    report.set(done);
                    read();
                    tell(done);
                }
                case Outcome.Invalid<RunReport>(List<FieldProblem> problems) -> refused(problems.getFirst().message());
                case Outcome.Conflict<RunReport>(long version, List<FieldChange> changes) ->
                        refused(UserMessage.of("reimbursement.error.overtaken"));
                case Outcome.Denied<RunReport>(UserMessage why) -> refused(why);
            }
        }, failure -> interrupted());
    }

    private void tell(RunReport done) {
        if (closed) {
            boolean whole = done.left() == 0;
            desk.notices().tell(new Notices.Notice(whole ? Notices.Level.SUCCESS : Notices.Level.WARNING, UserMessage.of(
                    whole ? "reimbursement.run.notice.done" : "reimbursement.run.notice.stopped", String.valueOf(run.get()),
                    (int) done.count(Result.DONE), done.rows().size() + done.left())));
        }
    }

    private void refused(UserMessage why) {
        if (run.get() != null) {
            read();
        }
        work.fail(Problem.of(why));
    }

    /// What was done before it broke stays done, and stands in the list of runs.
    private void interrupted() {
        Problem told = work.problemProperty().get();
        if (told != null && run.get() != null) {
            work.fail(told.keeping(UserMessage.of("reimbursement.run.kept")).advising(UserMessage.of("reimbursement.run.goOn")));
            if (closed) {
                desk.notices().tell(new Notices.Notice(Notices.Level.DANGER,
                        UserMessage.of("reimbursement.run.notice.broken", String.valueOf(run.get()))));
            }
        }
    }

    /// Goes to the next part of the claims.
    void next() {
        if (draft != null && draft.hasNext() && work.idle()) {
            run.set(null);
            past.set(null);
            forget();
            draft.next();
            rehearse();
        }
    }

    /// How many claims came to something else than the dry run said.
    long otherThanRehearsed() {
        RunReport before = rehearsed;
        RunReport now = report.get();
        if (before == null || now == null || run.get() == null) {
            return 0;
        }
        Map<FileRef, RunReport.Row> then = before.rows().stream().collect(Collectors.toMap(RunReport.Row::claim, row -> row));
        return now.rows().stream().filter(row -> {
            RunReport.Row expected = then.get(row.claim());
            return expected != null && (expected.result() != row.result() || !expected.after().equals(row.after()));
        }).count();
    }

    /// Writes text to a file of this computer, with the mark by which spreadsheets know its encoding.
    void write(String text, Path target) {
        work.run(Doing.WRITING, () -> Files.writeString(target, "\ufeff" + text, StandardCharsets.UTF_8), written -> { });
    }

    /// What it is to be ordered for; null for one that was carried out before.
    @Nullable RunDraft draft() {
        return draft;
    }

    RunDesk desk() {
        return desk;
    }

    RunWork work() {
        return work;
    }

    /// The run, or null as long as nothing was carried out.
    ReadOnlyObjectProperty<@Nullable Long> runProperty() {
        return run.getReadOnlyProperty();
    }

    /// What it does, or did, or null.
    ReadOnlyObjectProperty<@Nullable RunReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// What is known of it once it is carried out, or null.
    ReadOnlyObjectProperty<@Nullable PastRun> pastProperty() {
        return past.getReadOnlyProperty();
    }

    /// Which rows are shown; null: all.
    ObjectProperty<@Nullable Result> shownProperty() {
        return shown;
    }

    /// A dry run stops; what is being carried out goes on, and its end is told.
    @Override
    public void close() {
        closed = true;
        if (work.doingProperty().get() != Doing.CARRYING_OUT && work.doingProperty().get() != Doing.TAKING_BACK) {
            work.stop();
        }
    }
}
