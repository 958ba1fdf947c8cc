package io.guichet.reimbursement.internal;

import io.guichet.access.Access;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.MemberFile;
import io.guichet.country.claim.Adjustment;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.cover.Cover;
import io.guichet.country.field.FieldValues;
import io.guichet.country.paper.PaperWords;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.Decisions;
import io.guichet.reimbursement.OpenClaim;
import io.guichet.reimbursement.PastDecision;
import io.guichet.reimbursement.PastDecision.Kind;
import io.guichet.reimbursement.Proposal;
import io.guichet.reimbursement.Verdict;
import io.guichet.reimbursement.Whose;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Decisions, for the role that is signed in.
public final class PgDecisions implements Decisions {

    /// Why a decision may be taken back, in the order to offer.
    static final List<String> CORRECTIONS =
            List.of("MEMBER_ASKED", "DOCUMENT_CAME", "WRONG_ENTRY", "TARIFF_CHANGED", "CONTRACT_CHANGED", "UNDONE");

    private static final UserMessage OVERTAKEN = UserMessage.of("reimbursement.error.overtaken");

    private final Database database;
    private final Countries countries;
    private final Deciders deciders;
    private final ClaimFiles files;
    private final DecisionCommands commands;

    /// @param clock tells what day it is
    public PgDecisions(Database database, Access access, Countries countries, Clock clock) {
        this.database = database;
        this.countries = countries;
        this.deciders = new Deciders(access);
        this.files = new ClaimFiles(database);
        this.commands = new DecisionCommands(clock);
    }

    private Optional<ClaimRecords> records(CountryCode country) {
        return countries.find(country).flatMap(Country::claims);
    }

    @Override
    public List<String> adjustments() {
        return Adjustments.REASONS;
    }

    @Override
    public List<String> corrections() {
        return CORRECTIONS;
    }

    @Override
    public List<String> rejections(CountryCode country) {
        return records(country).map(ClaimRecords::rejections).orElse(List.of());
    }

    @Override
    public Optional<OpenClaim> open(FileRef claim) {
        Optional<Country> country = countries.find(claim.country());
        Optional<ClaimRecords> records = country.flatMap(Country::claims);
        if (records.isEmpty() || !files.open(records.get(), claim)) {
            return Optional.empty();
        }
        // An assessment locks counters: a reading transaction may not.
        return database.write(work -> records.get().find(work, claim.reference())
                .map(file -> open(work, country.get(), records.get(), file)));
    }

    private OpenClaim open(UnitOfWork work, Country country, ClaimRecords records, ClaimFile file) {
        boolean undecided = file.state() == ClaimState.RECEIVED || file.state() == ClaimState.PENDED;
        Optional<Assessment> assessment = undecided && deciders.may(file.ref().country())
                ? Optional.of(records.assess(work, file.ref().reference())) : Optional.empty();
        List<PastDecision> history = DecisionStore.history(work, file.ref());
        return new OpenClaim(file, whose(work, country, records, file), WorkRows.find(work, file.ref()), assessment, history,
                DecisionStore.requests(work, file.ref()), DecisionStore.differences(work, file.ref()), proposal(history),
                DecisionStore.most(work, Kind.APPROVE));
    }

    private static Whose whose(UnitOfWork work, Country country, ClaimRecords records, ClaimFile file) {
        String member = file.member().reference();
        Optional<MemberFile> found = country.members().find(work, member);
        Locale language = PaperWords.spoken(country.members().groups(),
                found.map(MemberFile::values).orElse(FieldValues.of(Map.of())), country.languages());
        Optional<LocalDate> day = file.lines().stream().findFirst().flatMap(line -> line.get(records.form().careDay()))
                .map(LocalDate::parse);
        Optional<Boolean> covered = country.cover().flatMap(cover -> day.map(of -> cover.covers(work, member, of).stream()
                .anyMatch(each -> each.state() == Cover.State.RUNNING)));
        return new Whose(found.map(MemberFile::label).orElse(""), language, covered);
    }

    /// What was put aside for a lead, unless something was decided since.
    private static Optional<Proposal> proposal(List<PastDecision> history) {
        return history.stream().filter(past -> past.kind() != Kind.ASK && (past.kind() != Kind.PEND || !past.reason().isEmpty()))
                .findFirst().filter(past -> past.kind() == Kind.PEND && past.reason().equals(PastDecision.FOR_A_LEAD))
                .map(past -> new Proposal(past.staff(), past.at(), past.note(), past.lines()));
    }

    @Override
    public Outcome<Decided> decide(FileRef claim, long revision, Verdict verdict) {
        Optional<Outcome<Decided>> tooLong = Notes.refused(verdict);
        if (tooLong.isPresent()) {
            return tooLong.get();
        }
        Outcome<Decided> outcome = command(claim, (work, records) -> commands.decide(work, records, claim, revision, verdict, null));
        // A counter has its limit in the database: rules never use more of it than is left, only somebody who pays more does.
        return verdict instanceof Verdict.Adjust(List<Adjustment> lines) && outcome instanceof Outcome.Invalid<Decided>(var problems)
                && problems.getFirst().message().equals(OVERTAKEN)
                ? Refusals.invalid("lines[" + lines.getFirst().line() + "].insurer", "reimbursement.error.beyondLimit") : outcome;
    }

    @Override
    public Outcome<Decided> handOver(FileRef claim, long revision, List<Adjustment> lines, String note) {
        return Notes.<Decided>refused(lines).or(() -> Notes.refused(note)).orElseGet(() ->
                command(claim, (work, records) -> commands.handOver(work, records, claim, revision, lines, note)));
    }

    @Override
    public Outcome<Decided> undo(FileRef claim) {
        return command(claim, (work, records) -> commands.undo(work, records, claim));
    }

    @Override
    public Outcome<FileRef> answered(FileRef claim, String document) {
        return guarded(() -> Attempt.of(database, work -> Calls.holds(work, "SELECT reimbursement.answered(?, ?, ?)",
                claim.country().value(), claim.reference(), document) ? new Outcome.Done<>(claim)
                : Refusals.invalid("document", "reimbursement.error.nobodyAsked")));
    }

    @Override
    public Outcome<Decided> reopen(FileRef claim, String reason, String note) {
        return correct(claim, reason, note, (work, records) -> commands.reopen(work, records, claim, reason, note, null));
    }

    @Override
    public Outcome<Decided> decideAgain(FileRef claim, String reason, String note) {
        return correct(claim, reason, note, (work, records) -> commands.decideAgain(work, records, claim, reason, note, null));
    }

    private Outcome<Decided> correct(FileRef claim, String reason, String note, Command command) {
        return CORRECTIONS.contains(reason) ? Notes.<Decided>refused(note).orElseGet(() -> command(claim, command))
                : Refusals.invalid(Refusals.REASON, "reimbursement.error.unknownReason");
    }

    private interface Command {
        Outcome<Decided> run(UnitOfWork work, ClaimRecords records);
    }

    private Outcome<Decided> command(FileRef claim, Command command) {
        if (!deciders.may(claim.country())) {
            return new Outcome.Denied<>(Refusals.MAY_NOT);
        }
        Optional<ClaimRecords> records = records(claim.country());
        if (records.isEmpty() || !files.ensureOpen(records.get(), claim)) {
            return Refusals.of("GONE", 0);
        }
        return guarded(() -> Attempt.of(database, work -> command.run(work, records.get())));
    }

    interface Guarded<T> {
        Outcome<T> run();
    }

    /// What the database refuses although it was checked: a colleague was faster, or the rights changed.
    static <T> Outcome<T> guarded(Guarded<T> command) {
        try {
            return command.run();
        } catch (DatabaseFailure failure) {
            return switch (failure.kind()) {
                case RULE_BROKEN -> new Outcome.Invalid<>(List.of(new FieldProblem(Refusals.CLAIM, OVERTAKEN)));
                case DENIED -> new Outcome.Denied<>(failure.userMessage());
                default -> throw failure;
            };
        }
    }
}
