package io.guichet.reimbursement.internal;

import io.guichet.access.Access;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Received;
import io.guichet.country.field.FieldValues;
import io.guichet.document.Paper;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.Entries;
import io.guichet.reimbursement.Intake.Taken;
import io.guichet.reimbursement.PastDecision;
import io.guichet.reimbursement.PastDecision.Kind;
import io.guichet.reimbursement.WorkRow;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Claims that people enter, in the name of the role that is signed in.
public final class PgEntries implements Entries {

    private static final String HAS_OPEN = "SELECT directory.has_open(?, ?, ?)";
    private static final FieldValues NOTHING = FieldValues.of(Map.of());
    /// More than any claim comes to: where the automatic limit has no end.
    private static final Money BOUNDLESS = Money.euros(Long.MAX_VALUE);
    private static final String ATTACH = "SELECT reimbursement.attach(?, ?, ?, ?, ?, ?)";

    private final Database database;
    private final Countries countries;
    private final Deciders deciders;
    private final ClaimFiles files;
    private final DecisionCommands commands;
    private final DraftStore drafts;

    /// @param clock tells what day it is
    public PgEntries(Database database, Access access, Countries countries, Clock clock) {
        this.database = database;
        this.countries = countries;
        this.deciders = new Deciders(access);
        this.files = new ClaimFiles(database);
        this.commands = new DecisionCommands(clock);
        this.drafts = new DraftStore(database);
    }

    private ClaimRecords records(CountryCode country) {
        return countries.find(country).flatMap(Country::claims)
                .orElseThrow(() -> new IllegalArgumentException(country + " keeps no claims here"));
    }

    @Override
    public Optional<FieldValues> begin(FileRef member, LocalDate careDay) {
        return deciders.may(member.country()) && database.write(work -> ClaimFiles.open(work, member))
                ? Optional.of(database.read(work -> records(member.country()).defaults(work, member.reference(), careDay)))
                : Optional.empty();
    }

    @Override
    public Optional<ClaimFile> open(FileRef claim) {
        ClaimRecords records = records(claim.country());
        return deciders.may(claim.country()) && files.open(records, claim)
                ? database.read(work -> records.find(work, claim.reference())).filter(PgEntries::undecided) : Optional.empty();
    }

    private static boolean undecided(ClaimFile file) {
        return file.state() == ClaimState.RECEIVED || file.state() == ClaimState.PENDED;
    }

    @Override
    public Outcome<Rehearsal> rehearse(Entry entry) {
        return prepared(entry, records -> Attempt.undone(database, work ->
                switch (written(work, records, entry, entry.papers().stream().map(PgEntries::blank).toList())) {
                    case Outcome.Done<Written>(Written written) -> new Outcome.Done<>(new Rehearsal(
                            records.assess(work, written.claim().reference()),
                            DecisionStore.most(work, Kind.AUTO).orElse(BOUNDLESS)));
                    case Outcome<Written> refused -> Refusals.again(refused);
                }));
    }

    /// Only what it is matters while it is rehearsed, and that at each keystroke.
    private static Paper blank(Paper paper) {
        return new Paper(paper.type(), paper.name(), "text/plain",
                (paper.type() + paper.name() + paper.content().length).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Outcome<Taken> enter(Entry entry) {
        return prepared(entry, records -> Attempt.of(database, work ->
                switch (written(work, records, entry, entry.papers())) {
                    case Outcome.Done<Written>(Written written) -> new Outcome.Done<>(settled(work, records, entry, written));
                    case Outcome<Written> refused -> Refusals.again(refused);
                }));
    }

    private Taken settled(UnitOfWork work, ClaimRecords records, Entry entry, Written written) {
        FileRef claim = written.claim();
        if (written.known()) {
            // The answer of a first attempt was lost with the connection.
            Optional<ClaimFile> file = records.find(work, claim.reference());
            return new Taken(true, new Decided(claim, 0, file.map(ClaimFile::state).orElse(ClaimState.RECEIVED),
                    file.flatMap(ClaimFile::decision).map(ClaimDecision::insurerPaid).orElse(Money.ZERO), List.of(), Optional.empty()));
        }
        return new Taken(false, entry.revised() == null ? commands.settle(work, records, claim)
                : commands.settleAgain(work, records, claim));
    }

    private interface Command<T> {
        Outcome<T> run(ClaimRecords records);
    }

    /// Opens what is written about: on the record, and committed before anything is read.
    private <T> Outcome<T> prepared(Entry entry, Command<T> command) {
        FileRef member = entry.member();
        if (!deciders.may(member.country())) {
            return new Outcome.Denied<>(Refusals.MAY_NOT);
        }
        ClaimRecords records = records(member.country());
        ClaimFile revised = entry.revised();
        if (revised == null ? !isOpen(member) : !files.ensureOpen(records, revised.ref())) {
            return revised == null ? Refusals.invalid("member", "reimbursement.error.noMember") : Refusals.of("GONE", 0);
        }
        return PgDecisions.guarded(() -> command.run(records));
    }

    private boolean isOpen(FileRef member) {
        return database.read(work -> Calls.holds(work, HAS_OPEN, member.country().value(), member.kind().code(), member.reference()))
                || database.write(work -> ClaimFiles.open(work, member));
    }

    private record Written(FileRef claim, boolean known) {
    }

    private Outcome<Written> written(UnitOfWork work, ClaimRecords records, Entry entry, List<Paper> papers) {
        ClaimFile revised = entry.revised();
        Outcome<Written> written = revised == null ? received(work, records, entry) : revised(work, records, revised, entry.intake());
        if (!(written instanceof Outcome.Done<Written>(Written done)) || done.known()) {
            return written;
        }
        for (Paper paper : papers) {
            boolean attached = Calls.<Boolean>first(work, row -> row.getObject(1) != null, ATTACH, done.claim().country().value(),
                    done.claim().reference(), paper.type(), paper.name(), paper.mediaType(), paper.content()).orElse(false);
            if (!attached) {
                return Refusals.invalid("papers", "reimbursement.entry.paperTwice", paper.name());
            }
        }
        return written;
    }

    private static Outcome<Written> received(UnitOfWork work, ClaimRecords records, Entry entry) {
        CountryCode country = entry.member().country();
        return switch (records.receive(work, entry.intake())) {
            case Received.Refused(var problems) -> new Outcome.Invalid<>(problems);
            case Received.Known(String claim) -> new Outcome.Done<>(new Written(new FileRef(country, FileKind.CLAIM, claim), true));
            case Received.Written(String claim) -> new Outcome.Done<>(new Written(new FileRef(country, FileKind.CLAIM, claim), false));
        };
    }

    private Outcome<Written> revised(UnitOfWork work, ClaimRecords records, ClaimFile base, ClaimIntake intake) {
        FileRef claim = base.ref();
        if (records.find(work, claim.reference()).filter(PgEntries::undecided).isEmpty()) {
            return Refusals.of("GONE", 0);
        }
        // Locks what whoever decides or enters claims of this person locks first: what is read now stays so.
        records.assess(work, claim.reference());
        Optional<WorkRow> row = WorkRows.find(work, claim);
        Optional<ClaimFile> now = records.find(work, claim.reference()).filter(PgEntries::undecided);
        if (row.isEmpty() || now.isEmpty()) {
            return Refusals.of("GONE", 0);
        }
        String assignee = row.get().assignee();
        if (assignee != null && !assignee.equals(deciders.user())) {
            return Refusals.of("HELD", 0);
        }
        if (now.get().version() != base.version()) {
            return new Outcome.Conflict<>(now.get().version(), changes(work, base, now.get()));
        }
        return switch (records.revise(work, claim.reference(), intake)) {
            case Received.Refused(var problems) -> new Outcome.Invalid<>(problems);
            case Received.Known _, Received.Written _ -> new Outcome.Done<>(new Written(claim, false));
        };
    }

    /// What stands differently since `base` was read, by whoever changed the claim last.
    private static List<FieldChange> changes(UnitOfWork work, ClaimFile base, ClaimFile now) {
        // Entering a claim anew is written into its history.
        Optional<PastDecision> last = DecisionStore.history(work, base.ref()).stream().findFirst();
        String by = last.map(PastDecision::staff).orElse("");
        Instant at = last.map(PastDecision::at).orElse(Instant.EPOCH);
        List<FieldChange> changes = new ArrayList<>();
        differences(base.claim(), now.claim()).forEach((key, change) -> changes.add(change.of(key, by, at)));
        for (int i = 0; i < Math.max(base.lines().size(), now.lines().size()); i++) {
            String prefix = "lines[" + i + "].";
            differences(line(base, i), line(now, i)).forEach((key, change) -> changes.add(change.of(prefix + key, by, at)));
        }
        return changes;
    }

    private record Change(@Nullable String before, @Nullable String after) {
        FieldChange of(String field, String by, Instant at) {
            return new FieldChange(field, before, after, by, at);
        }
    }

    private static Map<String, Change> differences(FieldValues before, FieldValues after) {
        SortedSet<String> keys = new TreeSet<>(before.asMap().keySet());
        keys.addAll(after.asMap().keySet());
        Map<String, Change> changes = new LinkedHashMap<>();
        for (String key : keys) {
            Change change = new Change(before.get(key).orElse(null), after.get(key).orElse(null));
            if (!Objects.equals(change.before(), change.after())) {
                changes.put(key, change);
            }
        }
        return changes;
    }

    private static FieldValues line(ClaimFile file, int index) {
        return index < file.lines().size() ? file.lines().get(index) : NOTHING;
    }

    @Override
    public Optional<Draft> draft(FileRef member, @Nullable FileRef claim) {
        return isOpen(member) ? drafts.find(member, claim) : Optional.empty();
    }

    @Override
    public void keep(FileRef member, @Nullable FileRef claim, Typed typed) {
        if (isOpen(member)) {
            drafts.keep(member, claim, typed);
        }
    }

    @Override
    public void forget(FileRef member, @Nullable FileRef claim) {
        if (isOpen(member)) {
            drafts.forget(member, claim);
        }
    }
}
