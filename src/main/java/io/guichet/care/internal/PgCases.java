package io.guichet.care.internal;

import io.guichet.audit.Trail;
import io.guichet.audit.TrailRow;
import io.guichet.care.CaseDetails;
import io.guichet.care.CaseRow;
import io.guichet.care.CaseRow.State;
import io.guichet.care.CaseTopics;
import io.guichet.care.Cases;
import io.guichet.care.MoveCase;
import io.guichet.care.OpenCase;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.database.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Cases in the schema `care`, for the role that is signed in.
public final class PgCases implements Cases {

    private static final UserMessage GONE = UserMessage.of("care.error.gone");
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NOTE = 10_000;
    private static final int TRAIL = 50;

    private final Database database;
    private final Trail trail;
    private final CaseStore store = new CaseStore();

    public PgCases(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public List<CaseRow> of(FileRef member, int limit) {
        return database.read(work -> {
            List<CaseRow> rows = store.of(work, member, limit);
            // Row-level security answers with nothing while the file is not open: that must not pass for "there is none".
            if (rows.isEmpty() && !store.isOpen(work, member)) {
                throw new DatabaseFailure(DatabaseFailure.Kind.DENIED, UserMessage.of("care.error.closed"),
                        "not open: " + member, null);
            }
            return rows;
        });
    }

    @Override
    public Optional<CaseDetails> find(FileRef file) {
        // Two transactions: what is in it is readable only once the record of the opening cannot be rolled back.
        return isCase(file) && database.write(work -> store.open(work, file))
                ? database.read(work -> store.find(work, file)) : Optional.empty();
    }

    @Override
    public Optional<CaseDetails> refresh(FileRef file) {
        return isCase(file)
                ? database.write(work -> store.keep(work, file) ? store.find(work, file) : Optional.empty())
                : Optional.empty();
    }

    @Override
    public void leave(FileRef file) {
        database.write(work -> {
            store.close(work, file);
            return file;
        });
    }

    @Override
    public Outcome<CaseDetails> open(OpenCase command) {
        OpenCase clean = new OpenCase(command.member(), command.topic(), command.channel(), command.title().strip(),
                command.note().strip());
        List<FieldProblem> problems = problems(clean);
        if (!problems.isEmpty()) {
            return new Outcome.Invalid<>(problems);
        }
        return unlessDenied(() -> database.write(work -> {
            FileRef file = store.insert(work, clean);
            if (!clean.note().isEmpty()) {
                store.note(work, file, clean.note(), false);
            }
            return done(work, file);
        }));
    }

    @Override
    public Outcome<CaseDetails> move(MoveCase command) {
        String text = command.text().strip();
        if (text.isEmpty() && command.state() == State.CLOSED) {
            return invalid("text", UserMessage.of("care.error.answerMissing"));
        }
        if (text.length() > LONGEST_NOTE) {
            return invalid("text", UserMessage.of("care.error.noteLong", LONGEST_NOTE));
        }
        return write(command.file(), command.version(), known -> {
            if (text.isEmpty() && known.row().state() == command.state()) {
                return new FieldProblem("text", UserMessage.of("care.error.noteMissing"));
            }
            return null;
        }, work -> {
            boolean moved = store.move(work, command.file(), command.version(), command.state());
            if (moved && !text.isEmpty()) {
                store.note(work, command.file(), text, command.state() == State.CLOSED);
            }
            return moved;
        });
    }

    @Override
    public Outcome<CaseDetails> take(FileRef file, long version) {
        return write(file, version, known -> null, work -> store.take(work, file, version));
    }

    /// Check, load, compare versions, write, in one transaction; once more when the opening had run out meanwhile.
    private Outcome<CaseDetails> write(FileRef file, long version,
                                       Function<CaseDetails, @Nullable FieldProblem> check,
                                       Function<UnitOfWork, Boolean> write) {
        return unlessDenied(() -> {
            Optional<Outcome<CaseDetails>> written = tryWrite(file, version, check, write);
            if (written.isEmpty() && database.write(work -> store.open(work, file))) {
                written = tryWrite(file, version, check, write);
            }
            return written.orElseGet(() -> new Outcome.Denied<>(GONE));
        });
    }

    private Optional<Outcome<CaseDetails>> tryWrite(FileRef file, long version,
                                                    Function<CaseDetails, @Nullable FieldProblem> check,
                                                    Function<UnitOfWork, Boolean> write) {
        return database.write(work -> {
            store.keep(work, file);
            Optional<CaseDetails> known = store.find(work, file);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            if (known.get().version() != version) {
                return Optional.of(conflict(work, file, version, known.get()));
            }
            FieldProblem problem = check.apply(known.get());
            if (problem != null) {
                return Optional.of(new Outcome.Invalid<>(List.of(problem)));
            }
            if (write.apply(work)) {
                return Optional.of(done(work, file));
            }
            // Somebody was faster between the two statements.
            return store.find(work, file).map(now -> conflict(work, file, version, now));
        });
    }

    private Outcome<CaseDetails> done(UnitOfWork work, FileRef file) {
        return store.find(work, file).<Outcome<CaseDetails>>map(Outcome.Done::new)
                .orElseGet(() -> new Outcome.Denied<>(GONE));
    }

    private Outcome<CaseDetails> conflict(UnitOfWork work, FileRef file, long version, CaseDetails now) {
        List<FieldChange> changes = trail.of(work, file, version, TRAIL).reversed().stream()
                .filter(row -> row.source().equals("member_case.state") || row.source().equals("member_case.assignee"))
                .map(PgCases::change).toList();
        if (changes.isEmpty()) {
            changes = now.notes().isEmpty() ? List.of() : List.of(new FieldChange("care.case.notes", null, null,
                    now.notes().getLast().by(), now.notes().getLast().at()));
        }
        return new Outcome.Conflict<>(now.version(), changes);
    }

    private static FieldChange change(TrailRow row) {
        String field = row.source().endsWith("state") ? "care.case.state" : "care.case.assignee";
        return new FieldChange(field, row.before(), row.after(), row.by(), row.at());
    }

    private static List<FieldProblem> problems(OpenCase command) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!CaseTopics.ALL.contains(command.topic())) {
            problems.add(new FieldProblem("topic", UserMessage.of("care.error.topic")));
        }
        if (command.title().isEmpty()) {
            problems.add(new FieldProblem("title", UserMessage.of("care.error.titleMissing")));
        } else if (command.title().length() > LONGEST_TITLE) {
            problems.add(new FieldProblem("title", UserMessage.of("care.error.titleLong", LONGEST_TITLE)));
        }
        if (command.note().length() > LONGEST_NOTE) {
            problems.add(new FieldProblem("note", UserMessage.of("care.error.noteLong", LONGEST_NOTE)));
        }
        return problems;
    }

    private static boolean isCase(FileRef file) {
        return file.kind() == FileKind.CASE;
    }

    private static <T> Outcome<T> invalid(String field, UserMessage message) {
        return new Outcome.Invalid<>(List.of(new FieldProblem(field, message)));
    }

    private static Outcome<CaseDetails> unlessDenied(Supplier<Outcome<CaseDetails>> command) {
        try {
            return command.get();
        } catch (DatabaseFailure failure) {
            if (failure.kind() == DatabaseFailure.Kind.DENIED) {
                return new Outcome.Denied<>(UserMessage.of("care.error.mayNot"));
            }
            throw failure;
        }
    }
}
