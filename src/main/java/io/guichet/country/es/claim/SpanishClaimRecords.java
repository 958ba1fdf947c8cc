package io.guichet.country.es.claim;

import io.guichet.country.adjudication.ClaimDecision;
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
import io.guichet.country.es.adjudication.Modality;
import io.guichet.country.es.adjudication.PlanAsInput;
import io.guichet.country.es.claim.InvoiceStore.Stored;
import io.guichet.country.es.claim.InvoiceStore.StoredLine;
import io.guichet.country.es.sql.EsSql;
import io.guichet.country.field.FieldValues;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reimbursement requests of Spain. Who works on one has its file and that of its person open: the tables show health data to
/// nobody else.
public final class SpanishClaimRecords implements ClaimRecords {

    /// Why a request may be refused, and how the table says it.
    private static final Map<String, String> REJECTIONS = rejectionsInOrder();

    private final CountryCode country;
    private final Clock clock;
    private final IdentifierKind nif;

    /// @param clock tells which days are still to come
    /// @param nif   the tax number of who makes invoices
    public SpanishClaimRecords(CountryCode country, Clock clock, IdentifierKind nif) {
        this.country = country;
        this.clock = clock;
        this.nif = nif;
    }

    private static Map<String, String> rejectionsInOrder() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("NETWORK_PROVIDER", "CUADRO_MEDICO");
        reasons.put("NOT_COVERED", "SIN_COBERTURA");
        reasons.put("OUTSIDE_COVER", "FUERA_DE_VIGENCIA");
        reasons.put("WAITING_PERIOD", "CARENCIA");
        reasons.put("NO_AUTHORISATION", "SIN_AUTORIZACION");
        reasons.put("LIMIT_REACHED", "CAPITAL_AGOTADO");
        reasons.put("DUPLICATE", "DUPLICADA");
        reasons.put("OTHER", "OTRO");
        return reasons;
    }

    @Override
    public ClaimForm form() {
        return ClaimFields.form(nif);
    }

    @Override
    public Optional<ClaimBulk> bulk() {
        return Optional.of(new SpanishBulk(country, clock, nif));
    }

    @Override
    public FieldValues defaults(UnitOfWork work, String member, LocalDate careDay) {
        return FieldValues.of(Map.of(ClaimFields.RECEIVED, LocalDate.now(clock).toString(), ClaimFields.TERRITORY, ClaimFields.AT_HOME,
                ClaimFields.CURRENCY, "EUR", ClaimFields.IN_NETWORK, "false", ClaimFields.CARE_DAY, careDay.toString()));
    }

    @Override
    public Received receive(UnitOfWork work, ClaimIntake intake) {
        InvoiceCheck.Read read = InvoiceCheck.read(intake, LocalDate.now(clock), nif);
        Invoice invoice = read.invoice();
        if (invoice == null) {
            return new Received.Refused(read.problems());
        }
        return work.sql(connection -> {
            Optional<UUID> known = InvoiceStore.ofOrigin(connection, intake.origin());
            if (known.isPresent()) {
                return new Received.Known(known.get().toString());
            }
            if (!existing(connection, List.of(invoice.member())).contains(invoice.member())) {
                return nobody();
            }
            Optional<UUID> written = InvoiceStore.insert(connection, invoice, intake.origin());
            return written.isPresent() ? new Received.Written(written.get().toString())
                    : new Received.Known(InvoiceStore.ofOrigin(connection, intake.origin()).orElseThrow().toString());
        });
    }

    /// Those of these people that there are.
    static Set<UUID> existing(Connection connection, Collection<UUID> members) throws SQLException {
        return new HashSet<>(EsSql.list(connection, "SELECT id FROM es.asegurado WHERE id = ANY (?)", row -> EsSql.key(row, "id"),
                connection.createArrayOf("uuid", members.toArray())));
    }

    static Received nobody() {
        return new Received.Refused(List.of(new FieldProblem("member", UserMessage.of("es.claim.error.member"))));
    }

    @Override
    public Received revise(UnitOfWork work, String claim, ClaimIntake intake) {
        InvoiceCheck.Read read = InvoiceCheck.read(intake, LocalDate.now(clock), nif);
        Invoice invoice = read.invoice();
        if (invoice == null) {
            return new Received.Refused(read.problems());
        }
        Stored stored = work.sql(connection -> stored(connection, claim));
        if (!stored.member().equals(invoice.member())) {
            return nobody();
        }
        return work.sql(connection -> InvoiceStore.replace(connection, stored.id(), invoice)) ? new Received.Written(claim)
                : new Received.Refused(List.of(new FieldProblem("claim", UserMessage.of("es.claim.error.decided"))));
    }

    @Override
    public Optional<ClaimFile> find(UnitOfWork work, String claim) {
        return EsSql.key(claim).flatMap(key -> work.sql(connection -> {
            Optional<Stored> stored = InvoiceStore.find(connection, key);
            return stored.isEmpty() ? Optional.empty() : Optional.of(file(stored.get(), InvoiceStore.lines(connection, key)));
        }));
    }

    private ClaimFile file(Stored stored, List<StoredLine> lines) {
        return new ClaimFile(new FileRef(country, FileKind.CLAIM, stored.id().toString()), stored.number(),
                new FileRef(country, FileKind.MEMBER, stored.member().toString()), state(stored.state()), stored.received(),
                values(stored), lines.stream().map(SpanishClaimRecords::values).toList(),
                stored.undecided() || stored.state().equals("DENEGADA") ? Optional.empty() : Optional.of(InvoiceStore.decision(lines)),
                Optional.ofNullable(stored.paidOn()), stored.version());
    }

    private static ClaimState state(String state) {
        return switch (state) {
            case "EN_TRAMITE" -> ClaimState.PENDED;
            case "LIQUIDADA" -> ClaimState.ACCEPTED;
            case "PAGADA" -> ClaimState.PAID;
            case "DENEGADA" -> ClaimState.REJECTED;
            default -> ClaimState.RECEIVED;
        };
    }

    private static FieldValues values(Stored stored) {
        Map<String, @Nullable String> values = new HashMap<>();
        BigDecimal rate = stored.rate();
        values.put(ClaimFields.RECEIVED, stored.received().toString());
        values.put(ClaimFields.PROVIDER, stored.provider());
        values.put(ClaimFields.PROVIDER_NIF, stored.nif());
        values.put(ClaimFields.INVOICE, stored.invoice());
        values.put(ClaimFields.IN_NETWORK, Boolean.toString(stored.inNetwork()));
        values.put(ClaimFields.TERRITORY, stored.abroad() ? ClaimFields.ABROAD : ClaimFields.AT_HOME);
        values.put(ClaimFields.CURRENCY, stored.currency());
        values.put(ClaimFields.RATE, rate == null ? null : rate.stripTrailingZeros().toPlainString());
        return FieldValues.of(values);
    }

    private static FieldValues values(StoredLine line) {
        return FieldValues.of(Map.of(ClaimFields.ACT, line.act().name(), ClaimFields.CARE_DAY, line.day().toString(),
                ClaimFields.CHARGED, line.charged().toPlainString(), ClaimFields.CONCEPT, line.concept()));
    }

    /// Locks the person, so that what was assessed can be accepted: nobody else writes their counters until the transaction ends.
    ///
    /// @throws IllegalStateException when the person's file is not open: their counters cannot be seen then
    @Override
    public Assessment assess(UnitOfWork work, String claim) {
        return work.sql(connection -> {
            Stored stored = stored(connection, claim);
            if (!stored.undecided()) {
                throw new IllegalStateException("a decided request is assessed once it was taken back");
            }
            InsuredFile file = InsuredFile.read(connection, stored.member(), true).orElseThrow();
            boolean open = EsSql.first(connection, "SELECT es.expediente_abierto(?) OR NOT es.sesion_de_personal() AS abierto",
                    row -> row.getBoolean("abierto"), stored.member()).orElseThrow();
            if (!open) {
                throw new IllegalStateException("the file of the person is not open");
            }
            return Assessor.assess(stored, InvoiceStore.lines(connection, stored.id()), file, file.usage(),
                    Beside.of(connection, country, List.of(stored.id())).get(stored.id()),
                    papers -> work.sql(same -> papers.findings(same, country, claim)));
        });
    }

    private static Stored stored(Connection connection, String claim) throws SQLException {
        Optional<UUID> key = EsSql.key(claim);
        return (key.isEmpty() ? Optional.<Stored>empty() : InvoiceStore.find(connection, key.get()))
                .orElseThrow(() -> new IllegalArgumentException("no request that this role may see"));
    }

    @Override
    public void accept(UnitOfWork work, String claim, ClaimDecision decision) {
        changed(work, claim, (connection, key) -> InvoiceStore.accept(connection, key, decision));
    }

    @Override
    public void pend(UnitOfWork work, String claim) {
        changed(work, claim, InvoiceStore::pend);
    }

    @Override
    public void reject(UnitOfWork work, String claim, String reason) {
        String told = REJECTIONS.get(reason);
        if (told == null) {
            throw new IllegalArgumentException("no reason to refuse: " + reason);
        }
        changed(work, claim, (connection, key) -> InvoiceStore.reject(connection, key, told));
    }

    @Override
    public List<String> rejections() {
        return List.copyOf(REJECTIONS.keySet());
    }

    @Override
    public void reopen(UnitOfWork work, String claim) {
        changed(work, claim, InvoiceStore::reopen);
    }

    @Override
    public List<ClaimFileReader> files() {
        return List.of(new InvoiceFile());
    }

    private interface Change {
        void make(Connection connection, UUID claim) throws SQLException;
    }

    /// The person before the request, and the request before its lines: whoever decides takes locks in this order.
    private static void changed(UnitOfWork work, String claim, Change change) {
        work.sql(connection -> {
            Stored stored = stored(connection, claim);
            InsuredFile.lock(connection, stored.member());
            change.make(connection, stored.id());
            return stored;
        });
    }

    @Override
    public List<String> touched(UnitOfWork work, CareTouched care, int most) {
        return EsSql.list(work, "SELECT t FROM es.solicitudes_tocadas(?, ?, string_to_array(?, ','), ?) AS t", row -> row.getString("t"), care.from(),
                care.to(), String.join(",", care.acts()), most);
    }

    @Override
    public boolean keep(UnitOfWork work, String claim) {
        EsSql.list(work, "SELECT es.solicitud_guardar(?)", row -> true, claim);
        return true;
    }

    @Override
    public void restore(UnitOfWork work, String claim) {
        EsSql.list(work, "SELECT es.solicitud_reponer(?)", row -> true, claim);
    }

    @Override
    public Optional<Map<String, Object>> simulation(UnitOfWork work, String member, LocalDate day) {
        return EsSql.key(member).flatMap(key -> work.sql(connection -> {
            Optional<InsuredFile> file = InsuredFile.read(connection, key, false);
            if (file.isEmpty() || !file.get().insured().coveredOn(day)) {
                return Optional.empty();
            }
            Optional<Modality> modality = file.get().modality(day);
            return modality.isEmpty() ? Optional.empty() : Optional.of(Map.<String, Object>of("plan",
                    PlanAsInput.of(modality.get(), file.get().insured(), file.get().usage(), day)));
        }));
    }
}
