package io.guichet.country.be;

import io.guichet.country.be.table.Rows;
import io.guichet.country.cover.Allowance;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.country.cover.HistoryRequest.Place;
import io.guichet.country.cover.MemberCover;
import io.guichet.country.cover.PaymentLine;
import io.guichet.country.cover.Relative;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What covers a Belgian member, what is left of the yearly ceilings, and what they claimed. Row-level security keeps
/// health data to who has the file open; each statement reads a range of one index, so that a long history costs no more.
final class BeMemberCover implements MemberCover {

    private static final int MOST = 50;
    /// The right to continue lapses so many days after the cover ended.
    private static final int DAYS_TO_ASK = 105;
    private static final int ADULT = 18;

    private static final String COVERS = """
            SELECT a.begin, least(a.einde, p.einde) AS einde, a.rol, a.wachttijd_tot, p.nummer, p.soort, p.geschorst_vanaf,
                   p.voortzetting_van, f.naam AS product, w.naam AS betaler, v.voornamen, v.naam,
                   a.ononderbroken_sinds, (a.ononderbroken_sinds + interval '2 years')::date AS voort_vanaf,
                   least(a.einde, p.einde, 'infinity') < ?::date AS voorbij, i.geboortedatum
            FROM be.aansluiting a
            JOIN be.verzekerde i ON i.nummer = a.verzekerde
            JOIN be.polis p ON p.nummer = a.polis
            JOIN LATERAL (SELECT x.formule FROM be.polis_formule x
                          WHERE x.polis = p.nummer AND x.begin <= greatest(a.begin, least(?::date, a.einde, p.einde))
                          ORDER BY x.begin DESC LIMIT 1) pf ON true
            JOIN be.formule f ON f.code = pf.formule
            LEFT JOIN be.werkgever w ON w.ondernemingsnummer = p.werkgever
            LEFT JOIN be.verzekerde v ON v.nummer = p.verzekeringnemer
            WHERE a.verzekerde = ?
            ORDER BY voorbij, a.begin > ?::date, CASE WHEN least(a.einde, p.einde, 'infinity') < ?::date
                THEN ?::date - least(a.einde, p.einde) END, a.begin, p.nummer LIMIT ?
            """;

    private static final String ALLOWANCES = """
            SELECT DISTINCT ON (f.code) f.code, f.naam, c.bedrag, coalesce(j.verbruikt, 0) AS verbruikt, l.lidjaar,
                   date_trunc('year', ?::date)::date AS van, (date_trunc('year', ?::date) + interval '1 year - 1 day')::date AS tot
            FROM be.aansluiting a
            JOIN be.polis p ON p.nummer = a.polis
            JOIN be.polis_formule pf ON pf.polis = p.nummer AND pf.begin <= ?::date AND (pf.einde IS NULL OR pf.einde >= ?::date)
            JOIN be.formule f ON f.code = pf.formule
            JOIN be.formule_voorwaarde v ON v.formule = f.code AND v.begin <= ?::date AND (v.einde IS NULL OR v.einde >= ?::date)
            CROSS JOIN LATERAL (SELECT extract(year FROM ?::date)::integer - extract(year FROM a.begin)::integer + 1 AS lidjaar) l
            JOIN LATERAL (SELECT x.bedrag FROM be.formule_plafond x
                          WHERE x.formule = v.formule AND x.begin = v.begin AND x.lidjaar <= l.lidjaar
                          ORDER BY x.lidjaar DESC LIMIT 1) c ON true
            LEFT JOIN be.jaarplafond j ON j.verzekerde = a.verzekerde AND j.formule = f.code AND j.begin <= ?::date AND j.einde >= ?::date
            WHERE a.verzekerde = ? AND a.begin <= ?::date AND least(a.einde, p.einde, 'infinity') >= ?::date
              AND directory.has_open('BE', 'member', a.verzekerde)
            ORDER BY f.code, a.begin DESC LIMIT ?
            """;

    private static final String HOUSEHOLD = """
            SELECT * FROM (
                SELECT DISTINCT ON (r.verzekerde) r.verzekerde, v.naam, v.voornamen, v.geboortedatum, r.rol,
                       r.begin <= ?::date AND least(r.einde, p.einde, 'infinity') >= ?::date
                           AND coalesce(p.geschorst_vanaf > ?::date, true) AS gedekt
                FROM (SELECT DISTINCT m.polis, m.hoofd FROM be.aansluiting m WHERE m.verzekerde = ?) a
                JOIN be.aansluiting r ON r.polis = a.polis AND r.hoofd = a.hoofd
                JOIN be.polis p ON p.nummer = r.polis
                JOIN be.verzekerde v ON v.nummer = r.verzekerde
                WHERE r.verzekerde <> ?
                ORDER BY r.verzekerde, gedekt DESC, r.begin DESC) gezin
            ORDER BY position(left(rol, 1) IN 'HPK'), geboortedatum, verzekerde LIMIT ?
            """;

    private static final String CLAIMS = """
            SELECT ogm, eerste_zorg, rubriek, lijnen, gevraagd, terugbetaald, toestand
            FROM be.afrekening
            WHERE verzekerde = ? AND (eerste_zorg, ogm) < (?::date, ?)
            ORDER BY eerste_zorg DESC, ogm DESC LIMIT ?
            """;

    private static final String PAYMENTS = """
            SELECT ogm, betaald_op, terugbetaald, right(rekening, 4) AS rekening
            FROM be.afrekening
            WHERE verzekerde = ? AND betaald_op IS NOT NULL AND begunstigde = 'VERZEKERDE' AND (betaald_op, ogm) < (?::date, ?)
            ORDER BY betaald_op DESC, ogm DESC LIMIT ?
            """;
    private final CountryCode country;

    BeMemberCover(CountryCode country) {
        this.country = country;
    }

    @Override
    public List<Cover> covers(UnitOfWork work, String member, LocalDate day) {
        List<Cover> all = Rows.list(work, COVERS, row -> cover(row, day), day, day, member, day, day, day, MOST);
        List<Cover> alive = all.stream().filter(cover -> cover.state() != Cover.State.ENDED).toList();
        return alive.isEmpty() ? all.stream().limit(1).toList() : alive;
    }

    private Cover cover(ResultSet row, LocalDate day) throws SQLException {
        LocalDate from = Rows.knownDay(row, "begin");
        LocalDate to = Rows.day(row, "einde");
        LocalDate suspended = Rows.day(row, "geschorst_vanaf");
        Cover.State state = switch (BeContracts.state(day, from, to, suspended)) {
            case COMING -> Cover.State.COMING;
            case RUNNING -> Cover.State.RUNNING;
            case SUSPENDED -> Cover.State.SUSPENDED;
            case ENDED -> Cover.State.ENDED;
        };
        String number = row.getString("nummer");
        String payer = row.getString("betaler");
        return new Cover(new FileRef(country, FileKind.CONTRACT, number), number, row.getString("product"),
                payer == null ? BeFacts.name(row) : payer, BeContracts.role(row.getString("rol")), from, to, state,
                notes(row, day, state));
    }

    private static List<UserMessage> notes(ResultSet row, LocalDate day, Cover.State state) throws SQLException {
        List<UserMessage> notes = new ArrayList<>();
        LocalDate waiting = Rows.day(row, "wachttijd_tot");
        if (waiting != null && !waiting.isBefore(day)) {
            notes.add(UserMessage.of("be.cover.waitingUntil", waiting));
        }
        if (state == Cover.State.SUSPENDED) {
            notes.add(UserMessage.of("be.cover.suspendedSince", Rows.knownDay(row, "geschorst_vanaf")));
        }
        String continues = row.getString("voortzetting_van");
        if (continues != null) {
            notes.add(UserMessage.of("be.cover.continues", continues));
        }
        LocalDate possible = Rows.day(row, "voort_vanaf");
        if (continues == null && possible != null && mayContinue(row, day, state, possible)) {
            notes.add(UserMessage.of("be.cover.mayContinue", possible));
        }
        return notes;
    }

    /// Who was insured for two years without interruption may continue alone (Insurance act of 4 April 2014, art. 208).
    /// Whoever left sooner has no right to it, and the right lapses with time. It is an adult's: for a child the head of the
    /// family continues.
    private static boolean mayContinue(ResultSet row, LocalDate day, Cover.State state, LocalDate possible) throws SQLException {
        LocalDate to = Rows.day(row, "einde");
        boolean earned = to == null || !possible.isAfter(to.plusDays(1));
        boolean inTime = state == Cover.State.RUNNING || state == Cover.State.SUSPENDED
                || state == Cover.State.ENDED && to != null && !day.isAfter(to.plusDays(DAYS_TO_ASK));
        return earned && inTime && !Rows.knownDay(row, "geboortedatum").plusYears(ADULT).isAfter(day);
    }

    @Override
    public List<Allowance> allowances(UnitOfWork work, String member, LocalDate day) {
        return Rows.list(work, ALLOWANCES, row -> {
            long limit = Rows.cents(row, "bedrag");
            return new Allowance(row.getString("code"), UserMessage.of("be.cover.ceiling", row.getString("naam")),
                    Allowance.Unit.MONEY, limit, Math.min(limit, Rows.cents(row, "verbruikt")), Rows.knownDay(row, "van"),
                    Rows.knownDay(row, "tot"), UserMessage.of("be.cover.membershipYear", row.getInt("lidjaar")));
        }, day, day, day, day, day, day, day, day, day, member, day, day, MOST);
    }

    @Override
    public List<Relative> household(UnitOfWork work, String member, LocalDate day) {
        return Rows.list(work, HOUSEHOLD, row -> new Relative(
                new FileRef(country, FileKind.MEMBER, row.getString("verzekerde")), BeFacts.name(row),
                Rows.knownDay(row, "geboortedatum"), BeContracts.role(row.getString("rol")), row.getBoolean("gedekt")),
                day, day, day, member, member, MOST);
    }

    @Override
    public Page<ClaimLine> claims(UnitOfWork work, String member, HistoryRequest request) {
        return page(Rows.list(work, CLAIMS, this::claim, member, start(request).day(), start(request).id(),
                request.limit() + 1), request.limit());
    }

    private ClaimLine claim(ResultSet row) throws SQLException {
        String number = row.getString("ogm");
        LocalDate day = Rows.knownDay(row, "eerste_zorg");
        UserMessage act = UserMessage.of("be.claim.act." + row.getString("rubriek"));
        int others = row.getInt("lijnen") - 1;
        return new ClaimLine(new FileRef(country, FileKind.CLAIM, number), Ogm.printed(number), new Place(day, number), day,
                others < 1 ? act : UserMessage.of("be.claim.acts", act, others), Rows.money(row, "gevraagd"),
                Rows.money(row, "terugbetaald"), state(row.getString("toestand")));
    }

    /// How far a statement is.
    static ClaimLine.State state(String code) {
        return switch (code) {
            case "ONTVANGEN" -> ClaimLine.State.RECEIVED;
            case "IN_BEHANDELING" -> ClaimLine.State.TO_DECIDE;
            case "BEREKEND" -> ClaimLine.State.DECIDED;
            case "BETAALD" -> ClaimLine.State.PAID;
            case "GEWEIGERD" -> ClaimLine.State.REJECTED;
            default -> throw new IllegalArgumentException("unknown state " + code);
        };
    }

    @Override
    public Page<PaymentLine> payments(UnitOfWork work, String member, HistoryRequest request) {
        return page(Rows.list(work, PAYMENTS, this::payment, member, start(request).day(), start(request).id(),
                request.limit() + 1), request.limit());
    }

    private PaymentLine payment(ResultSet row) throws SQLException {
        String number = row.getString("ogm");
        LocalDate day = Rows.knownDay(row, "betaald_op");
        return new PaymentLine(new Place(day, number), day, Rows.money(row, "terugbetaald"),
                new FileRef(country, FileKind.CLAIM, number), Ogm.printed(number), row.getString("rekening"));
    }

    private static Place start(HistoryRequest request) {
        @Nullable Place after = request.after();
        return after == null || after.day().isAfter(request.until()) ? new Place(request.until().plusDays(1), "") : after;
    }

    private static <T> Page<T> page(List<T> found, int limit) {
        boolean more = found.size() > limit;
        return new Page<>(more ? found.subList(0, limit) : found, more);
    }
}
