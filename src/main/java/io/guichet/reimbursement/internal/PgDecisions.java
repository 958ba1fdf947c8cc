package io.guichet.reimbursement.internal;

import io.guichet.access.Access;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.claim.ClaimState;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.Decisions;
import io.guichet.reimbursement.OpenClaim;
import io.guichet.reimbursement.PastDecision.Kind;
import io.guichet.reimbursement.Verdict;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Decisions, for the role that is signed in.
public final class PgDecisions implements Decisions {

    /// Why a decision may be taken back, in the order to offer.
    static final List<String> CORRECTIONS =
            List.of("MEMBER_ASKED", "DOCUMENT_CAME", "WRONG_ENTRY", "TARIFF_CHANGED", "CONTRACT_CHANGED", "UNDONE");

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
        Optional<ClaimRecords> records = records(claim.country());
        if (records.isEmpty() || !files.open(records.get(), claim)) {
            return Optional.empty();
        }
        // An assessment locks counters: a reading transaction may not.
        return database.write(work -> records.get().find(work, claim.reference())
                .map(file -> open(work, records.get(), file)));
    }

    private OpenClaim open(UnitOfWork work, ClaimRecords records, ClaimFile file) {
        boolean undecided = file.state() == ClaimState.RECEIVED || file.state() == ClaimState.PENDED;
        Optional<Assessment> assessment = undecided && deciders.may(file.ref().country())
                ? Optional.of(records.assess(work, file.ref().reference())) : Optional.empty();
        return new OpenClaim(file, WorkRows.find(work, file.ref()), assessment, DecisionStore.history(work, file.ref()),
                DecisionStore.requests(work, file.ref()), DecisionStore.differences(work, file.ref()),
                DecisionStore.most(work, Kind.APPROVE));
    }

    @Override
    public Outcome<Decided> decide(FileRef claim, long revision, Verdict verdict) {
        return command(claim, (work, records) -> commands.decide(work, records, claim, revision, verdict, null));
    }

    @Override
    public Outcome<FileRef> answered(FileRef claim, String document) {
        return guarded(() -> Attempt.of(database, work -> Calls.holds(work, "SELECT reimbursement.answered(?, ?, ?)",
                claim.country().value(), claim.reference(), document) ? new Outcome.Done<>(claim)
                : Refusals.invalid("document", "reimbursement.error.nobodyAsked")));
    }

    @Override
    public Outcome<Decided> reopen(FileRef claim, String reason, String note) {
        return CORRECTIONS.contains(reason)
                ? command(claim, (work, records) -> commands.reopen(work, records, claim, reason, note, null))
                : Refusals.invalid(Refusals.REASON, "reimbursement.error.unknownReason");
    }

    @Override
    public Outcome<Decided> decideAgain(FileRef claim, String reason, String note) {
        return CORRECTIONS.contains(reason)
                ? command(claim, (work, records) -> commands.decideAgain(work, records, claim, reason, note, null))
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
                case RULE_BROKEN -> Refusals.invalid(Refusals.CLAIM, "reimbursement.error.overtaken");
                case DENIED -> new Outcome.Denied<>(failure.userMessage());
                default -> throw failure;
            };
        }
    }
}
