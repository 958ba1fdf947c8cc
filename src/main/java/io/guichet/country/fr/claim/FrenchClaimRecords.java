package io.guichet.country.fr.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.CareTouched;
import io.guichet.country.claim.ClaimBulk;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.claim.ClaimForm;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Received;
import io.guichet.country.field.FieldValues;
import io.guichet.country.fr.claim.ClaimStore.Stored;
import io.guichet.country.fr.claim.ClaimStore.StoredAct;
import io.guichet.country.fr.claim.Covers.Cover;
import io.guichet.country.fr.claim.EntryCheck.Entry;
import io.guichet.country.fr.sql.Rows;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reimbursement statements of France. Who works on one has its file and that of its person open: the tables show health data
/// to nobody else.
public final class FrenchClaimRecords implements ClaimRecords {

    private static final List<String> REJECTIONS = List.of("OUTSIDE_COVER", "NOT_COVERED", "LIMIT_REACHED", "DUPLICATE",
            "MISSING_DOCUMENT", "OTHER");

    private static final Pattern KEY = Pattern.compile("[0-9]{1,18}");

    private final CountryCode country;
    private final Clock clock;
    private final Predicate<String> provider;
    private final List<ClaimFileReader> files;

    /// @param clock    tells which days are still to come
    /// @param provider whether a number can be an RPPS or a FINESS
    /// @param nir      whether 15 characters are a NIR with its key
    public FrenchClaimRecords(CountryCode country, Clock clock, Predicate<String> provider, Predicate<String> nir) {
        this.country = country;
        this.clock = clock;
        this.provider = provider;
        this.files = List.of(new RetourAmo(nir));
    }

    @Override
    public ClaimForm form() {
        return ClaimFields.form();
    }

    @Override
    public Optional<ClaimBulk> bulk() {
        return Optional.of(new FrenchBulk(this::read));
    }

    @Override
    public List<ClaimFileReader> files() {
        return files;
    }

    /// Today, and for a doctor whom the member declared: within the care pathway.
    @Override
    public FieldValues defaults(UnitOfWork work, String member, LocalDate careDay) {
        Map<String, @Nullable String> values = new HashMap<>(Map.of(ClaimFields.RECEIVED, LocalDate.now(clock).toString(),
                ClaimFields.DAY, careDay.toString(), ClaimFields.PATHWAY, "true"));
        key(member).flatMap(person -> work.sql(connection -> Rows.first(connection,
                "SELECT medecin_traitant FROM fr.rattachement_amo WHERE personne = ? AND medecin_traitant IS NOT NULL",
                row -> row.getString(1), person))).ifPresent(doctor -> values.put(ClaimFields.PROVIDER, doctor));
        return FieldValues.of(values);
    }

    @Override
    public Received receive(UnitOfWork work, ClaimIntake intake) {
        Entry entry = read(intake);
        if (!entry.problems().isEmpty()) {
            return new Received.Refused(entry.problems());
        }
        return work.sql(connection -> {
            Optional<Long> known = ClaimStore.ofOrigin(connection, intake.origin());
            if (known.isPresent()) {
                return new Received.Known(known.get().toString());
            }
            Optional<Long> person = existing(connection, intake.member());
            if (person.isEmpty()) {
                return new Received.Refused(List.of(new FieldProblem("member", UserMessage.of("fr.claim.error.member"))));
            }
            Optional<Long> written = ClaimStore.insert(connection, person.get(), entry.received(), entry.invoice(), intake.origin(),
                    entry.acts());
            return written.isPresent() ? new Received.Written(written.get().toString())
                    : new Received.Known(ClaimStore.ofOrigin(connection, intake.origin()).orElseThrow().toString());
        });
    }

    private Entry read(ClaimIntake intake) {
        return EntryCheck.read(intake, provider, LocalDate.now(clock));
    }

    private static Optional<Long> existing(Connection connection, String member) throws SQLException {
        Optional<Long> person = key(member);
        return person.isEmpty() ? person
                : Rows.first(connection, "SELECT numero FROM fr.personne WHERE numero = ?", row -> row.getLong(1), person.get());
    }

    /// The number that a reference is, of a statement or a person.
    static Optional<Long> key(String reference) {
        return KEY.matcher(reference).matches() ? Optional.of(Long.valueOf(reference)) : Optional.empty();
    }

    @Override
    public Received revise(UnitOfWork work, String claim, ClaimIntake intake) {
        Entry entry = read(intake);
        if (!entry.problems().isEmpty()) {
            return new Received.Refused(entry.problems());
        }
        return work.sql(connection -> {
            Stored stored = stored(connection, claim);
            if (!Long.toString(stored.person()).equals(intake.member())) {
                return new Received.Refused(List.of(new FieldProblem("member", UserMessage.of("fr.claim.error.member"))));
            }
            return ClaimStore.replace(connection, stored.number(), entry.received(), entry.invoice(), entry.acts())
                    ? new Received.Written(claim)
                    : new Received.Refused(List.of(new FieldProblem("claim", UserMessage.of("fr.claim.error.decided"))));
        });
    }

    private static Stored stored(Connection connection, String claim) throws SQLException {
        Optional<Long> number = key(claim);
        return (number.isEmpty() ? Optional.<Stored>empty() : ClaimStore.find(connection, number.get()))
                .orElseThrow(() -> new IllegalArgumentException("no statement that this role may see"));
    }

    @Override
    public Optional<ClaimFile> find(UnitOfWork work, String claim) {
        return key(claim).flatMap(number -> work.sql(connection -> {
            Optional<Stored> stored = ClaimStore.find(connection, number);
            return stored.isEmpty() ? Optional.empty() : Optional.of(file(stored.get(), ClaimStore.acts(connection, number)));
        }));
    }

    private ClaimFile file(Stored stored, List<StoredAct> acts) {
        String number = Long.toString(stored.number());
        Map<String, @Nullable String> values = new HashMap<>();
        values.put(ClaimFields.RECEIVED, stored.received().toString());
        values.put(ClaimFields.INVOICE, stored.invoice());
        boolean decided = stored.state().equals("LIQUIDE") || stored.state().equals("PAYE");
        return new ClaimFile(new FileRef(country, FileKind.CLAIM, number), number,
                new FileRef(country, FileKind.MEMBER, Long.toString(stored.person())), state(stored.state()), stored.received(),
                FieldValues.of(values), acts.stream().map(act -> act.entered().values()).toList(),
                decided ? Optional.of(new ClaimDecision(acts.stream().map(StoredAct::decided).toList())) : Optional.empty(),
                Optional.ofNullable(stored.paidOn()), stored.version());
    }

    private static ClaimState state(String state) {
        return switch (state) {
            case "EN_COURS" -> ClaimState.PENDED;
            case "LIQUIDE" -> ClaimState.ACCEPTED;
            case "PAYE" -> ClaimState.PAID;
            case "REJETE" -> ClaimState.REJECTED;
            default -> ClaimState.RECEIVED;
        };
    }

    /// Locks the person: nobody else writes their counters until the transaction ends.
    ///
    /// @throws IllegalStateException when it is decided already, or the person's file is not open: counters cannot be seen then
    @Override
    public Assessment assess(UnitOfWork work, String claim) {
        return work.sql(connection -> {
            Stored stored = undecided(connection, claim);
            Counters counters = counters(connection, stored.person());
            return Assessor.of(connection, stored, ClaimStore.acts(connection, stored.number()), counters).assess();
        });
    }

    private static Stored undecided(Connection connection, String claim) throws SQLException {
        Stored stored = stored(connection, claim);
        if (!stored.undecided()) {
            throw new IllegalStateException("a decided statement is assessed once it was reopened");
        }
        return stored;
    }

    private static Counters counters(Connection connection, long person) throws SQLException {
        Counters counters = Counters.locked(connection, person);
        boolean open = Rows.first(connection, "SELECT directory.has_open('FR', 'member', ?)", row -> row.getBoolean(1),
                Long.toString(person)).orElse(false);
        if (!open) {
            throw new IllegalStateException("the file of the member is not open");
        }
        return counters;
    }

    @Override
    public void accept(UnitOfWork work, String claim, ClaimDecision decision) {
        work.sql(connection -> {
            Stored stored = undecided(connection, claim);
            Counters counters = counters(connection, stored.person());
            List<StoredAct> acts = ClaimStore.acts(connection, stored.number());
            if (acts.size() != decision.lines().size()) {
                throw new IllegalArgumentException("a decision has as many lines as its statement");
            }
            ClaimStore.accept(connection, stored.number(), acts, decision);
            Coverage coverage = new Coverage(connection, stored.person());
            for (int i = 0; i < acts.size(); i++) {
                LocalDate day = acts.get(i).entered().day();
                LineDecision line = decision.lines().get(i);
                Optional<Cover> cover = line.moves().isEmpty() ? Optional.empty() : coverage.on(day);
                for (CounterMove move : line.moves()) {
                    counters.use(move, cover.map(Cover::plan).orElse(Assessor.NOTHING), day, stored.number(), acts.get(i).rank());
                }
            }
            return acts;
        });
    }

    @Override
    public void pend(UnitOfWork work, String claim) {
        change(work, claim, (connection, stored) -> ClaimStore.pend(connection, stored.number()));
    }

    @Override
    public void reject(UnitOfWork work, String claim, String reason) {
        if (!REJECTIONS.contains(reason)) {
            throw new IllegalArgumentException("no reason to refuse: " + reason);
        }
        change(work, claim, (connection, stored) -> ClaimStore.reject(connection, stored.number(), reason));
    }

    @Override
    public List<String> rejections() {
        return REJECTIONS;
    }

    @Override
    public void reopen(UnitOfWork work, String claim) {
        change(work, claim, (connection, stored) -> {
            counters(connection, stored.person());
            Counters.giveBack(connection, stored.number());
            ClaimStore.reopen(connection, stored.number());
        });
    }

    private interface Change {
        void make(Connection connection, Stored stored) throws SQLException;
    }

    private static void change(UnitOfWork work, String claim, Change change) {
        work.sql(connection -> {
            Stored stored = stored(connection, claim);
            change.make(connection, stored);
            return stored;
        });
    }

    @Override
    public List<String> touched(UnitOfWork work, CareTouched care, int most) {
        return work.sql(connection -> Rows.list(connection, "SELECT t FROM fr.decomptes_touches(?, ?, string_to_array(?, ','), ?) AS t",
                row -> row.getString("t"), care.from(), care.to(), String.join(",", care.acts()), most));
    }

    @Override
    public boolean keep(UnitOfWork work, String claim) {
        work.sql(connection -> Rows.list(connection, "SELECT fr.decompte_garder(?)", row -> true, claim));
        return true;
    }

    @Override
    public void restore(UnitOfWork work, String claim) {
        work.sql(connection -> Rows.list(connection, "SELECT fr.decompte_remettre(?)", row -> true, claim));
    }

    @Override
    public Optional<Map<String, Object>> simulation(UnitOfWork work, String member, LocalDate day) {
        return key(member).flatMap(person -> work.sql(connection -> {
            Optional<Cover> cover = new Coverage(connection, person).on(day);
            return cover.isEmpty() ? Optional.empty()
                    : Optional.of(PlanAsInput.of(cover.get(), Counters.read(connection, person, cover.get().birth()), day));
        }));
    }
}
