package io.guichet.directory.internal;

import io.guichet.country.MemberFile;
import io.guichet.country.MemberRecords;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldValues;
import io.guichet.country.field.Reading;
import io.guichet.directory.OpenMember;
import io.guichet.directory.SaveMember;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.database.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The command `SaveMember`: check, load, compare versions, write, in one transaction. The trail and the
/// notification are the database's own.
final class MemberSave {

    static final UserMessage GONE = UserMessage.of("directory.error.gone");

    /// Why a file is opened whose opening ran out while it was being edited.
    private static final String PURPOSE = "save";

    private final Database database;
    private final StaffRights rights;
    private final MemberHistory histories;
    private final FieldInput input;
    private final Openings openings;

    MemberSave(Database database, StaffRights rights, MemberHistory histories, FieldInput input, Openings openings) {
        this.database = database;
        this.rights = rights;
        this.histories = histories;
        this.input = input;
        this.openings = openings;
    }

    Outcome<OpenMember> save(MemberRecords records, SaveMember asTyped) {
        SaveMember command = canonical(records.groups(), asTyped);
        if (!rights.changes(command.ref().country())) {
            return new Outcome.Denied<>(UserMessage.of("directory.error.mayNotChange"));
        }
        List<FieldSpec> touched = touched(records.groups(), command);
        List<FieldProblem> problems = problems(records, command, touched);
        if (!problems.isEmpty()) {
            return new Outcome.Invalid<>(problems);
        }
        try {
            Optional<Outcome<OpenMember>> written = writeOpen(records, command, touched);
            // A transaction of its own: what it opens is readable only after it.
            if (written.isEmpty() && database.write(work -> openings.open(work, command.ref(), PURPOSE))) {
                written = writeOpen(records, command, touched);
            }
            return written.orElseGet(() -> new Outcome.Denied<>(GONE));
        } catch (DatabaseFailure failure) {
            if (failure.kind() == DatabaseFailure.Kind.DENIED) {
                return new Outcome.Denied<>(failure.userMessage());
            }
            throw failure;
        }
    }

    /// What came of it, or empty when the file is not open: health data that cannot be read would look empty, and be
    /// written over.
    private Optional<Outcome<OpenMember>> writeOpen(MemberRecords records, SaveMember command, List<FieldSpec> touched) {
        return database.write(work -> openings.keep(work, command.ref())
                ? Optional.of(write(work, records, command, touched)) : Optional.empty());
    }

    private Outcome<OpenMember> write(UnitOfWork work, MemberRecords records, SaveMember command,
                                      List<FieldSpec> touched) {
        Optional<MemberFile> current = records.find(work, command.ref().reference());
        if (current.isEmpty()) {
            return new Outcome.Denied<>(GONE);
        }
        MemberFile file = current.get();
        if (file.version() != command.version()) {
            return conflict(work, records, command, file);
        }
        if (touched.isEmpty()) {
            return done(records, file);
        }
        FieldValues wanted = file.values();
        for (FieldSpec field : touched) {
            wanted = wanted.with(field.key(), command.values().get(field.key()).orElse(null));
        }
        boolean written = records.save(work, command.ref().reference(), command.version(), wanted).isPresent();
        Optional<MemberFile> now = records.find(work, command.ref().reference());
        if (now.isEmpty()) {
            return new Outcome.Denied<>(GONE);
        }
        return written ? done(records, now.get()) : conflict(work, records, command, now.get());
    }

    private Outcome<OpenMember> conflict(UnitOfWork work, MemberRecords records, SaveMember command, MemberFile now) {
        return new Outcome.Conflict<>(now.version(),
                histories.since(work, records, command.version(), command.base(), now));
    }

    private static Outcome<OpenMember> done(MemberRecords records, MemberFile file) {
        return new Outcome.Done<>(new OpenMember(file, records.groups(), true));
    }

    /// A caller need not have read what was typed: the database is spared what it cannot store, and the index what
    /// nobody could type again.
    private SaveMember canonical(List<FieldGroup> groups, SaveMember command) {
        FieldValues values = command.values();
        for (FieldSpec field : touched(groups, command)) {
            String typed = value(values, field);
            if (typed != null && input.read(field, typed) instanceof Reading.Value(String read)) {
                values = values.with(field.key(), read);
            }
        }
        return new SaveMember(command.ref(), command.version(), command.base(), values);
    }

    /// Fields that the person made different and may change.
    private static List<FieldSpec> touched(List<FieldGroup> groups, SaveMember command) {
        return groups.stream().flatMap(group -> group.fields().stream())
                .filter(FieldSpec::editable)
                .filter(field -> !Objects.equals(value(command.base(), field), value(command.values(), field)))
                .toList();
    }

    /// What is wrong with what the person touched. What was wrong before keeps nobody from correcting the rest.
    private List<FieldProblem> problems(MemberRecords records, SaveMember command, List<FieldSpec> touched) {
        FieldValues wanted = command.base();
        for (FieldSpec field : touched) {
            wanted = wanted.with(field.key(), value(command.values(), field));
        }
        List<FieldProblem> problems = new ArrayList<>(input.problems(records.groups(), command.base(), wanted));
        if (problems.isEmpty()) {
            List<FieldProblem> before = records.check(command.base());
            records.check(wanted).stream().filter(problem -> !before.contains(problem)).forEach(problems::add);
        }
        return problems;
    }

    private static @Nullable String value(FieldValues values, FieldSpec field) {
        return values.get(field.key()).orElse(null);
    }
}
