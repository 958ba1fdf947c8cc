package io.guichet.contract.internal;

import io.guichet.access.Access;
import io.guichet.contract.AmendmentDetails;
import io.guichet.contract.AmendmentPreview;
import io.guichet.contract.AmendmentRow;
import io.guichet.contract.Amendments;
import io.guichet.contract.FollowUp;
import io.guichet.contract.SaveDraft;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.contract.PossibleDuplicate;
import io.guichet.country.field.FieldInput;
import io.guichet.directory.Directory;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.database.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Amendments over the central database, for the role that is signed in.
public final class PgAmendments implements Amendments {

    private final Database database;
    private final Countries countries;
    private final Amenders amenders;
    private final AmendmentRules rules;
    private final AmendmentCommands commands;
    private final Rehearsals rehearsals;
    private final AmendmentRows rows;

    /// @param directory names the people that amendments are about
    /// @param clock     tells what day it is, and with it which premiums are due
    public PgAmendments(Database database, Access access, Countries countries, Directory directory, FieldInput input,
                        Clock clock) {
        this.database = database;
        this.countries = countries;
        this.amenders = new Amenders(access);
        this.rules = new AmendmentRules(input);
        Impact impact = new Impact(clock);
        this.commands = new AmendmentCommands(rules, impact);
        this.rehearsals = new Rehearsals(rules, impact);
        this.rows = new AmendmentRows(directory, this::kind);
    }

    @Override
    public List<AmendmentKind> kinds(CountryCode country) {
        return records(country).map(ContractRecords::amendments).orElse(List.of());
    }

    @Override
    public List<AmendmentRow> of(FileRef file, int limit) {
        return rows.of(database.read(work -> AmendmentStore.of(work, file, limit)));
    }

    @Override
    public List<AmendmentRow> drafts(int limit) {
        return rows.of(database.read(work -> AmendmentStore.drafts(work, limit)));
    }

    @Override
    public Optional<AmendmentDetails> find(FileRef amendment) {
        return number(amendment).flatMap(number -> database.read(work -> read(work, amendment.country(), number)))
                .map(this::details);
    }

    /// An amendment as it is in a transaction; its names are asked after it.
    private record Read(StoredAmendment amendment, List<String> missing) {
    }

    private static Optional<Read> read(UnitOfWork work, CountryCode country, long number) {
        return AmendmentStore.find(work, country, number).map(amendment -> new Read(amendment,
                amendment.draft() ? AmendmentStore.missingDocuments(work, number) : List.of()));
    }

    private AmendmentDetails details(Read read) {
        StoredAmendment amendment = read.amendment();
        AmendmentKind kind = kind(amendment);
        boolean open = amendment.draft() || amendment.state() == AmendmentRow.State.APPLIED;
        return new AmendmentDetails(rows.of(List.of(amendment)).getFirst(), amendment.version(),
                kind == null ? unknown(amendment.kind()) : kind, amendment.order(), amendment.note(), read.missing(),
                amendment.reason(), open && kind != null && amenders.may(amendment.country()));
    }

    /// Of a newer version of this program: it can be read, and nothing else.
    private static AmendmentKind unknown(String code) {
        return new AmendmentKind(code, AmendmentKind.Subject.CONTRACT, List.of(), List.of(), false);
    }

    @Override
    public Outcome<AmendmentDetails> save(SaveDraft command) {
        Optional<ContractRecords> records = records(command.country());
        Optional<AmendmentKind> kind = records.flatMap(each -> AmendmentRules.kind(each, command.order().kind()));
        if (kind.isEmpty()) {
            return new Outcome.Denied<>(AmendmentCommands.GONE);
        }
        if (!amenders.may(command.country())) {
            return new Outcome.Denied<>(AmendmentCommands.MAY_NOT);
        }
        AmendmentOrder order = rules.canonical(kind.get(), command.order());
        String note = command.note().strip();
        List<FieldProblem> problems = rules.draftProblems(kind.get(), order, note);
        if (!problems.isEmpty()) {
            return new Outcome.Invalid<>(problems);
        }
        return AmendmentCommands.guarded(() -> answer(work -> save(work, records.get(), command, order, note)));
    }

    private static Outcome<Read> save(UnitOfWork work, ContractRecords records, SaveDraft command, AmendmentOrder order,
                                      String note) {
        CountryCode country = command.country();
        FileRef draft = command.amendment();
        if (draft == null) {
            if (records.find(work, order.contract(), order.effective()).isEmpty()) {
                return new Outcome.Denied<>(AmendmentCommands.GONE);
            }
            return done(work, country, AmendmentStore.insert(work, country, order, note, null));
        }
        Optional<StoredAmendment> now = number(draft).flatMap(number -> AmendmentStore.lock(work, country, number));
        if (now.isEmpty() || !now.get().contract().equals(order.contract())) {
            return new Outcome.Denied<>(AmendmentCommands.GONE);
        }
        return AmendmentStore.update(work, now.get().number(), command.version(), order, note)
                ? done(work, country, now.get().number()) : new Outcome.Conflict<>(now.get().version(), List.of());
    }

    @Override
    public Outcome<AmendmentDetails> discard(FileRef amendment, long version) {
        return change(amendment, version, AmendmentRow.State.DRAFT, (work, records, draft) ->
                AmendmentStore.discard(work, draft.number()) ? List.of() : List.of(AmendmentCommands.overtaken()));
    }

    @Override
    public AmendmentPreview preview(FileRef amendment) {
        try {
            return Undone.of(database, work -> number(amendment)
                    .flatMap(number -> AmendmentStore.lock(work, amendment.country(), number))
                    .map(draft -> preview(work, draft)).orElseGet(() -> refused(AmendmentCommands.GONE)));
        } catch (DatabaseFailure failure) {
            return switch (failure.kind()) {
                case DENIED -> refused(failure.userMessage());
                case RULE_BROKEN -> refused(AmendmentCommands.overtaken().message());
                default -> throw failure;
            };
        }
    }

    private AmendmentPreview preview(UnitOfWork work, StoredAmendment draft) {
        AmendmentKind kind = kind(draft);
        if (kind == null || !amenders.may(draft.country())) {
            return refused(AmendmentCommands.MAY_NOT);
        }
        if (!draft.draft()) {
            return refused(UserMessage.of("contract.error.noDraft"));
        }
        return rehearsals.rehearse(work, records(draft.country()).orElseThrow(), kind, draft);
    }

    private static AmendmentPreview refused(UserMessage why) {
        return new AmendmentPreview(List.of(new FieldProblem(AmendmentRules.SUBJECT, why)), List.of(), Money.ZERO, Money.ZERO,
                List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public List<PossibleDuplicate> duplicates(FileRef amendment) {
        return database.read(work -> {
            Optional<StoredAmendment> draft = number(amendment)
                    .flatMap(number -> AmendmentStore.find(work, amendment.country(), number));
            AmendmentKind kind = draft.map(this::kind).orElse(null);
            return kind != null && AmendmentRules.newcomer(kind, draft.get().order())
                    ? records(amendment.country()).orElseThrow().duplicates(work, draft.get().order()) : List.of();
        });
    }

    @Override
    public Outcome<AmendmentDetails> apply(FileRef amendment, long version) {
        return change(amendment, version, AmendmentRow.State.DRAFT, (work, records, draft) -> {
            AmendmentKind kind = kind(draft);
            return kind == null ? List.of(AmendmentCommands.overtaken())
                    : commands.applyAlone(work, records, kind, draft).problems();
        });
    }

    @Override
    public Outcome<AmendmentDetails> cancel(FileRef amendment, long version, String reason) {
        String why = reason.strip();
        if (why.isEmpty()) {
            return new Outcome.Invalid<>(List.of(new FieldProblem(AmendmentCommands.REASON,
                    UserMessage.of("contract.error.reasonMissing"))));
        }
        if (why.codePointCount(0, why.length()) > AmendmentCommands.LONGEST_REASON) {
            return new Outcome.Invalid<>(List.of(new FieldProblem(AmendmentCommands.REASON,
                    UserMessage.of("country.error.tooLong", AmendmentCommands.LONGEST_REASON))));
        }
        return change(amendment, version, AmendmentRow.State.APPLIED, (work, records, applied) ->
                commands.cancel(work, records, kind(applied), applied, why));
    }

    /// What is done to an amendment; returns why not.
    private interface Step {
        List<FieldProblem> take(UnitOfWork work, ContractRecords records, StoredAmendment amendment);
    }

    /// Checks rights, state and version, takes the step, and keeps it unless there is something wrong with it.
    private Outcome<AmendmentDetails> change(FileRef amendment, long version, AmendmentRow.State state, Step step) {
        Optional<ContractRecords> records = records(amendment.country());
        Optional<Long> number = number(amendment);
        if (records.isEmpty() || number.isEmpty()) {
            return new Outcome.Denied<>(AmendmentCommands.GONE);
        }
        if (!amenders.may(amendment.country())) {
            return new Outcome.Denied<>(AmendmentCommands.MAY_NOT);
        }
        return AmendmentCommands.guarded(() -> answer(work -> {
            Optional<StoredAmendment> now = AmendmentStore.lock(work, amendment.country(), number.get());
            if (now.isEmpty()) {
                return new Outcome.Denied<>(AmendmentCommands.GONE);
            }
            if (now.get().version() != version || now.get().state() != state) {
                return new Outcome.Conflict<>(now.get().version(), List.of());
            }
            List<FieldProblem> problems = step.take(work, records.get(), now.get());
            if (!problems.isEmpty()) {
                throw Undone.with(new Outcome.Invalid<Read>(problems));
            }
            return done(work, amendment.country(), number.get());
        }));
    }

    @Override
    public List<FollowUp> followUps(FileRef amendment) {
        return number(amendment).map(number -> database.read(work -> FollowUps.of(work, number))).orElse(List.of());
    }

    @Override
    public List<FollowUp> openFollowUps(int limit) {
        return database.read(work -> FollowUps.open(work, limit));
    }

    private static Outcome<Read> done(UnitOfWork work, CountryCode country, long number) {
        return new Outcome.Done<>(read(work, country, number).orElseThrow());
    }

    /// Names are asked of the directory, which has transactions of its own.
    private Outcome<AmendmentDetails> answer(Function<UnitOfWork, Outcome<Read>> command) {
        return switch (Undone.unless(database, command)) {
            case Outcome.Done<Read>(Read read) -> new Outcome.Done<>(details(read));
            case Outcome.Invalid<Read>(List<FieldProblem> problems) -> new Outcome.Invalid<>(problems);
            case Outcome.Conflict<Read> conflict -> new Outcome.Conflict<>(conflict.currentVersion(), conflict.changes());
            case Outcome.Denied<Read>(UserMessage reason) -> new Outcome.Denied<>(reason);
        };
    }

    private Optional<ContractRecords> records(CountryCode country) {
        return countries.find(country).flatMap(Country::contracts);
    }

    private @Nullable AmendmentKind kind(StoredAmendment amendment) {
        return records(amendment.country()).flatMap(each -> AmendmentRules.kind(each, amendment.kind())).orElse(null);
    }

    private static Optional<Long> number(FileRef amendment) {
        return amendment.kind() == FileKind.AMENDMENT ? AmendmentStore.number(amendment) : Optional.empty();
    }
}
