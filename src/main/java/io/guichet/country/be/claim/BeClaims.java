package io.guichet.country.be.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.StoredSteps;
import io.guichet.country.be.claim.Dossier.Line;
import io.guichet.country.be.table.Rows;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.CareTouched;
import io.guichet.country.claim.ClaimBulk;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.claim.ClaimForm;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.claim.MemberPlan;
import io.guichet.country.claim.Received;
import io.guichet.country.field.FieldValues;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.UnitOfWork;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Belgian statements: `be.afrekening`, its lines, the stay they belong to, and the yearly ceiling that follows them.
public final class BeClaims implements ClaimRecords {

    private static final List<String> REJECTIONS = List.of("NOT_COVERED", "OUTSIDE_COVER", "WAITING_PERIOD", "LIMIT_REACHED", "DUPLICATE",
            "MISSING_DOCUMENT", "OTHER");

    private static final String ACCEPTED = """
            UPDATE be.afrekening SET version = version + 1, toestand = 'BEREKEND', mutualiteit = ?, terugbetaald = ?, eigen_deel = ?, franchise = ?
            WHERE ogm = ? AND toestand IN ('ONTVANGEN', 'IN_BEHANDELING')
            """;
    private static final String ACCEPTED_LINE = """
            UPDATE be.factuurlijn SET version = version + 1, basis = ?, mutualiteit = ?, remgeld = ?, ereloonsupplement = ?, terugbetaald = ?, eigen_deel = ?,
                   verbruikt = ?, stappen = ?::jsonb, polis = ?, formule = ?
            WHERE ogm = ? AND rang = ?
            """;
    private static final String TAKEN_BACK = """
            UPDATE be.afrekening SET version = version + 1, toestand = 'ONTVANGEN', terugbetaald = 0, eigen_deel = gevraagd - mutualiteit - andere, franchise = 0,
                   betaald_op = NULL, begunstigde = NULL, rekening = NULL, weigering = NULL
            WHERE ogm = ? AND toestand IN ('BEREKEND', 'BETAALD', 'GEWEIGERD')
            """;

    private final CountryCode country;
    private final IdentifierKind provider;
    private final Clock clock;

    /// @param provider the number of a health professional
    /// @param clock    tells what day it is
    public BeClaims(CountryCode country, IdentifierKind provider, Clock clock) {
        this.country = country;
        this.provider = provider;
        this.clock = clock;
    }

    @Override
    public ClaimForm form() {
        return ClaimFields.form(provider);
    }

    @Override
    public List<ClaimFileReader> files() {
        return List.of(new StatementFile(provider, clock));
    }

    @Override
    public Optional<ClaimBulk> bulk() {
        return Optional.of(new BeBulk(country, clock));
    }

    @Override
    public FieldValues defaults(UnitOfWork work, String member, LocalDate careDay) {
        return FieldValues.of(Map.of(ClaimFields.RECEIVED, LocalDate.now(clock).toString(), ClaimFields.CARE_DAY, careDay.toString(),
                ClaimFields.TIMES, "1"));
    }

    @Override
    public Received receive(UnitOfWork work, ClaimIntake intake) {
        Optional<String> known = Rows.first(work, "SELECT be.bekende_oorsprong(?) AS ogm", row -> Optional.ofNullable(row.getString("ogm")),
                intake.origin()).flatMap(ogm -> ogm);
        return known.isPresent() ? new Received.Known(known.get()) : Receipt.receive(work, intake, LocalDate.now(clock));
    }

    @Override
    public Received revise(UnitOfWork work, String claim, ClaimIntake intake) {
        Dossier dossier = Dossier.require(work, claim);
        if (!dossier.isUndecided()) {
            throw new IllegalStateException(claim + " is decided");
        }
        return Receipt.revise(work, dossier, intake, LocalDate.now(clock));
    }

    @Override
    public Optional<ClaimFile> find(UnitOfWork work, String claim) {
        return Dossier.find(work, claim).map(dossier -> new ClaimFile(new FileRef(country, FileKind.CLAIM, claim), Dossiers.printed(claim),
                new FileRef(country, FileKind.MEMBER, dossier.member()), dossier.state(), dossier.received(), Dossiers.claim(dossier),
                dossier.lines().stream().map(Dossiers::line).toList(), dossier.isUndecided() ? Optional.empty()
                        : Optional.of(new ClaimDecision(dossier.lines().stream().map(Line::decision).toList())),
                Optional.ofNullable(dossier.paidOn()), dossier.version()));
    }

    @Override
    public Assessment assess(UnitOfWork work, String claim) {
        Dossier dossier = locked(work, claim);
        return Judgement.of(dossier, work.sql(connection -> Known.of(connection, country, List.of(dossier))),
                papers -> work.sql(connection -> papers.findings(connection, country, claim)));
    }

    /// The statement, once nobody else decides about the same person.
    private static Dossier locked(UnitOfWork work, String claim) {
        Rows.list(work, "SELECT pg_advisory_xact_lock(hashtext('be.jaarplafond'), hashtext(f.verzekerde)) FROM be.afrekening f WHERE f.ogm = ?",
                row -> true, claim);
        return Dossier.require(work, claim);
    }

    @Override
    public void accept(UnitOfWork work, String claim, ClaimDecision decision) {
        Dossier dossier = locked(work, claim);
        Settled settled = Settled.of(work.sql(connection -> Known.figures(connection, List.of(dossier))).covered(dossier), decision);
        Coverage coverage = settled.coverage();
        // lines are written while their statement is undecided
        Rows.write(work, "UPDATE be.afrekening SET version = version + 1, polis = ?, formule = ? WHERE ogm = ? AND (polis, formule) <> (?, ?)",
                coverage.policy(), coverage.formula(), claim, coverage.policy(), coverage.formula());
        for (int i = 0; i < settled.lines().size(); i++) {
            accept(work, claim, i + 1, settled.lines().get(i));
        }
        must(Rows.write(work, ACCEPTED, Entered.euros(settled.lines().stream().mapToLong(line -> line.amounts().mutuality()).sum()),
                decision.insurerPaid().decimal(), decision.memberPays().decimal(), Entered.euros(settled.deductible()), claim), claim);
    }

    private static void accept(UnitOfWork work, String claim, int number, Settled.Line line) {
        LineFigures.Amounts amounts = line.amounts();
        boolean paid = line.covered().isPaid();
        must(Rows.write(work, ACCEPTED_LINE, Entered.euros(amounts.base()), Entered.euros(amounts.mutuality()), Entered.euros(amounts.remgeld()),
                Entered.euros(amounts.supplement()), line.decision().insurerPaid().decimal(), line.decision().memberPays().decimal(),
                Entered.euros(line.used()), StoredSteps.write(line.decision().steps()), paid ? line.covered().coverage().policy() : null,
                paid ? line.covered().coverage().formula() : null, claim, number), claim);
    }

    @Override
    public void pend(UnitOfWork work, String claim) {
        must(Rows.write(work, "UPDATE be.afrekening SET version = version + 1, toestand = 'IN_BEHANDELING' WHERE ogm = ? AND toestand IN ('ONTVANGEN', 'IN_BEHANDELING')",
                claim), claim);
    }

    @Override
    public void reject(UnitOfWork work, String claim, String reason) {
        must(Rows.write(work, "UPDATE be.afrekening SET version = version + 1, toestand = 'GEWEIGERD', weigering = ? WHERE ogm = ? AND toestand IN ('ONTVANGEN', "
                + "'IN_BEHANDELING')", reason, claim), claim);
    }

    @Override
    public List<String> rejections() {
        return REJECTIONS;
    }

    @Override
    public void reopen(UnitOfWork work, String claim) {
        locked(work, claim);
        must(Rows.write(work, TAKEN_BACK, claim), claim);
        Rows.write(work, "UPDATE be.factuurlijn SET version = version + 1, terugbetaald = 0, eigen_deel = gevraagd - mutualiteit - andere, verbruikt = 0, stappen = NULL "
                + "WHERE ogm = ?", claim);
    }

    private static void must(int rows, String claim) {
        if (rows != 1) {
            throw new IllegalStateException(claim + " stands otherwise, or is not open");
        }
    }

    /// That of ambulatory care, else of dental care, else of hospital stays.
    @Override
    public List<String> touched(UnitOfWork work, CareTouched care, int most) {
        return Rows.list(work, "SELECT t FROM be.geraakte_afrekeningen(?, ?, string_to_array(?, ','), ?) AS t", row -> row.getString("t"), care.from(), care.to(),
                String.join(",", care.acts()), most);
    }

    @Override
    public boolean keep(UnitOfWork work, String claim) {
        Rows.list(work, "SELECT be.afrekening_bewaren(?)", row -> true, claim);
        return true;
    }

    @Override
    public void restore(UnitOfWork work, String claim) {
        Rows.list(work, "SELECT be.afrekening_terugzetten(?)", row -> true, claim);
    }

    @Override
    public Optional<Map<String, Object>> simulation(UnitOfWork work, String member, LocalDate day) {
        return plans(work, member, day).stream().findFirst().map(MemberPlan::input);
    }

    @Override
    public List<MemberPlan> plans(UnitOfWork work, String member, LocalDate day) {
        return work.sql(connection -> Simulations.of(connection, member, day));
    }
}
