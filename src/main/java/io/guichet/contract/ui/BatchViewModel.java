package io.guichet.contract.ui;

import io.guichet.contract.Batch;
import io.guichet.contract.BatchReport;
import io.guichet.contract.Batches;
import io.guichet.contract.BatchReport.RowReport;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.ContractFile;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.Problem;
import io.guichet.platform.ui.Section;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// Many changes of one kind from a file: read, tried without effect, and applied only when asked. What takes long tells
/// how far it is and can be cancelled.
public final class BatchViewModel implements AutoCloseable {

    /// What is being done.
    public enum Work { NOTHING, READING, ADDING, REHEARSING, APPLYING, WRITING }

    private static final double DONE = 1;
    /// What a formula begins with, in spreadsheets of East Asia too.
    private static final String CALCULATED = "=+-@\t\r\n＝＋－＠";

    private final FileRef contract;
    private final ContractWork work;
    private final Batches batches;
    private final Section<List<AmendmentKind>> kinds;
    private final Section<Optional<ContractFile>> contractFile;
    private final ReadOnlyObjectWrapper<@Nullable AmendmentKind> kind = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Batch> batch = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable BatchReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<FieldProblem>> refusals = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Work> busy = new ReadOnlyObjectWrapper<>(Work.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final BooleanProperty errorsOnly = new SimpleBooleanProperty();
    private Background.@Nullable Running running;

    public BatchViewModel(FileRef contract, ContractWork work) {
        this.contract = contract;
        this.work = work;
        batches = work.batches();
        kinds = new Section<>(work.background(), () -> () -> batches.kinds(contract));
        contractFile = new Section<>(work.background(), () -> () -> work.contracts().find(contract, work.today()));
        kinds.valueProperty().subscribe(found -> {
            if (found != null && !found.isEmpty() && kind.get() == null) {
                kind.set(found.getFirst());
            }
        });
    }

    /// Starts reading. Called once.
    public void start() {
        kinds.load();
        contractFile.load();
    }

    /// This kind of change is meant: what was read as another is forgotten.
    public void choose(AmendmentKind wanted) {
        if (!wanted.equals(kind.get())) {
            kind.set(wanted);
            forget();
        }
    }

    private void forget() {
        batch.set(null);
        report.set(null);
        refusals.set(List.of());
        problem.set(null);
        errorsOnly.set(false);
    }

    /// Writes an empty file with the right headers.
    public void template(Path target) {
        AmendmentKind wanted = kind.get();
        if (wanted != null) {
            run(Work.WRITING, () -> {
                batches.template(contract, wanted.code(), target);
                return target;
            }, written -> { });
        }
    }

    /// Reads a file; what was read before is forgotten.
    public void read(Path file) {
        AmendmentKind wanted = kind.get();
        if (wanted != null) {
            forget();
            run(Work.READING, () -> batches.read(contract, wanted.code(), file), outcome -> {
                switch (outcome) {
                    case Outcome.Done<Batch>(Batch read) -> {
                        batch.set(read);
                        rehearse();
                    }
                    case Outcome.Invalid<Batch>(List<FieldProblem> problems) -> refusals.set(problems);
                    case Outcome.Conflict<Batch>(long version, List<FieldChange> changes) ->
                            problem.set(Problem.of(UserMessage.of("contract.amendment.changedFirst")));
                    case Outcome.Denied<Batch>(UserMessage reason) -> problem.set(Problem.of(reason));
                }
            });
        }
    }

    /// Brings a document that each row needs beside the file.
    public void add(String type, Path paper) {
        Batch read = batch.get();
        if (read != null) {
            refusals.set(List.of());
            run(Work.ADDING, () -> batches.add(read, type, paper), outcome -> {
                switch (outcome) {
                    case Outcome.Done<Batch>(Batch more) -> batch.set(more);
                    case Outcome.Invalid<Batch>(List<FieldProblem> problems) -> refusals.set(problems);
                    case Outcome.Conflict<Batch> conflict ->
                            problem.set(Problem.of(UserMessage.of("contract.amendment.changedFirst")));
                    case Outcome.Denied<Batch>(UserMessage reason) -> problem.set(Problem.of(reason));
                }
            });
        }
    }

    /// Tries all of it without effect.
    public void rehearse() {
        Batch read = batch.get();
        if (read != null) {
            DoubleConsumer done = this::tell;
            run(Work.REHEARSING, () -> batches.rehearse(read, done), report::set);
        }
    }

    /// Applies what the rehearsal found possible. Whoever calls has asked the person.
    public void apply() {
        Batch read = batch.get();
        if (read != null && ready()) {
            DoubleConsumer done = this::tell;
            run(Work.APPLYING, () -> batches.apply(read, done), outcome -> {
                switch (outcome) {
                    case Outcome.Done<BatchReport>(BatchReport applied) -> report.set(applied);
                    case Outcome.Invalid<BatchReport>(List<FieldProblem> problems) -> refusals.set(problems);
                    case Outcome.Conflict<BatchReport>(long version, List<FieldChange> changes) -> {
                        problem.set(Problem.of(UserMessage.of("contract.amendment.changedFirst")));
                        report.set(null);
                    }
                    case Outcome.Denied<BatchReport>(UserMessage reason) -> problem.set(Problem.of(reason));
                }
            });
        }
    }

    /// Stops what is being done; nothing of it stays.
    public void cancel() {
        if (running != null) {
            running.cancel();
            running = null;
            busy.set(Work.NOTHING);
        }
    }

    /// Whether there is something to apply, and nothing is missing for it.
    public boolean ready() {
        BatchReport seen = report.get();
        Batch read = batch.get();
        return seen != null && !seen.applied() && seen.good() > 0 && busy.get() == Work.NOTHING
                && read != null && read.missing().isEmpty();
    }

    /// The rows as far as they are known: of the report, else those of the file that cannot be read.
    public List<RowReport> rows() {
        BatchReport seen = report.get();
        Batch read = batch.get();
        List<RowReport> all = seen != null ? seen.rows() : read == null ? List.of()
                : read.rows().stream().map(row -> new RowReport(row.line(), "", row.problems())).toList();
        return errorsOnly.get() ? all.stream().filter(row -> !row.good()).toList() : all;
    }

    /// The rows that are not carried out, as CSV: line, name, what is wrong.
    ///
    /// @param words puts what is wrong into words
    public String errors(String header, Function<FieldProblem, String> words) {
        StringBuilder csv = new StringBuilder(header).append("\r\n");
        BatchReport seen = report.get();
        List<RowReport> all = seen == null ? rows() : seen.rows();
        all.stream().filter(row -> !row.good()).forEach(row -> row.problems().forEach(each ->
                csv.append(row.line()).append(';').append(quoted(row.name())).append(';')
                        .append(quoted(words.apply(each))).append("\r\n")));
        return csv.toString();
    }

    /// A cell as text: what a spreadsheet would calculate, or fetch from somewhere, gets an apostrophe before it.
    private static String quoted(String text) {
        boolean live = !text.isEmpty() && CALCULATED.indexOf(text.charAt(0)) >= 0;
        return '"' + (live ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    /// Writes text to a file of this computer, with the mark by which spreadsheets know its encoding.
    public void write(String text, Path target) {
        run(Work.WRITING, () -> Files.writeString(target, "\ufeff" + text, StandardCharsets.UTF_8), written -> { });
    }

    private void tell(double share) {
        work.background().onScreen(() -> progress.set(Math.min(DONE, share)));
    }

    private <T> void run(Work what, Callable<T> task, Consumer<T> then) {
        if (busy.get() != Work.NOTHING) {
            return;
        }
        problem.set(null);
        progress.set(0);
        busy.set(what);
        List<Boolean> ended = new ArrayList<>();
        Background.Running started = work.background().run(task, result -> {
            ended.add(true);
            end();
            then.accept(result);
        }, cause -> {
            ended.add(true);
            end();
            problem.set(Problem.of(cause));
        });
        // Work that runs at once, in tests, has ended by now.
        if (ended.isEmpty()) {
            running = started;
        }
    }

    private void end() {
        running = null;
        busy.set(Work.NOTHING);
    }

    public FileRef contract() {
        return contract;
    }

    /// The kinds that may come many at a time.
    public Section<List<AmendmentKind>> kinds() {
        return kinds;
    }

    /// The contract that is changed.
    public Section<Optional<ContractFile>> contractFile() {
        return contractFile;
    }

    public ReadOnlyObjectProperty<@Nullable AmendmentKind> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    /// The file as it was read, or null.
    public ReadOnlyObjectProperty<@Nullable Batch> batchProperty() {
        return batch.getReadOnlyProperty();
    }

    /// What it does, or did, or null.
    public ReadOnlyObjectProperty<@Nullable BatchReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// What is wrong with the file as a whole.
    public ReadOnlyObjectProperty<List<FieldProblem>> refusalsProperty() {
        return refusals.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Work> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The share that is done, 0 to 1.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Whether only rows with errors are shown.
    public BooleanProperty errorsOnlyProperty() {
        return errorsOnly;
    }

    @Override
    public void close() {
        if (busy.get() != Work.APPLYING) {
            cancel();
        }
        kinds.cancel();
        contractFile.cancel();
    }
}
