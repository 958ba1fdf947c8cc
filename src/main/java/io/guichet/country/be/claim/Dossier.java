package io.guichet.country.be.claim;

import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.StoredSteps;
import io.guichet.country.be.adjudication.Branch;
import io.guichet.country.be.adjudication.CareLine;
import io.guichet.country.be.adjudication.ClaimRules;
import io.guichet.country.be.adjudication.Room;
import io.guichet.country.be.adjudication.Rubriek;
import io.guichet.country.be.adjudication.Status;
import io.guichet.country.be.table.Rows;
import io.guichet.country.claim.ClaimState;
import io.guichet.kernel.Money;
import io.guichet.platform.database.UnitOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A statement as the tables have it.
///
/// @param entered whether somebody entered it here: what files bring was looked at by who sent them
/// @param within  whether the stay is what the statement is for; else the care was had around it
record Dossier(String ogm, String member, ClaimState state, LocalDate received, @Nullable String invoice, boolean entered, @Nullable Stay stay, boolean within,
               @Nullable LocalDate paidOn, long version, List<Line> lines) {

    /// A stay.
    record Stay(String number, String hospital, Room room, LocalDate from, @Nullable LocalDate to, boolean partner) {
    }

    /// A line; amounts in cents.
    ///
    /// @param given    base amount and intervention came with the invoice
    /// @param provider the number that the invoice names
    /// @param known    whether the provider is known
    /// @param used     of the yearly ceiling
    record Line(String code, LocalDate from, LocalDate to, int times, long charged, long base, long mutuality, long supplement, long room,
                long others, long paid, boolean given, @Nullable String provider, boolean known, long used, @Nullable String steps) {

        /// What was decided.
        LineDecision decision() {
            Money both = Money.euros(mutuality + others);
            List<CounterMove> moves = used == 0 ? List.of() : List.of(new CounterMove(ClaimRules.CEILING + from.getYear(), used));
            return new LineDecision(Money.euros(charged), both, Money.euros(paid), Money.euros(charged).minus(both).minus(Money.euros(paid)),
                    steps == null ? List.of() : StoredSteps.read(steps), moves);
        }
    }

    /// Row-level security lets an index be used for what is known to leak nothing: CASE is, coalesce is not, and without the index
    /// every stay is asked whether somebody has it open.
    private static final String HEAD = """
            SELECT f.ogm, f.verzekerde, f.toestand, f.ontvangen, f.factuurnummer, f.oorsprong, f.soort, f.betaald_op, f.version,
                   o.nummer, o.ziekenhuis, o.kamer, o.van, o.tot,
                   coalesce(z.partner_sinds <= o.van AND (z.partner_tot IS NULL OR z.partner_tot >= o.van), false) AS partner
            FROM be.afrekening f
            LEFT JOIN be.opname o ON o.nummer = CASE WHEN f.opname IS NULL THEN f.rond_opname ELSE f.opname END
            LEFT JOIN be.ziekenhuis z ON z.erkenning = o.ziekenhuis
            WHERE f.ogm = ?
            """;
    private static final String LINES = """
            SELECT l.*, coalesce(l.inami, l.zorgverlener) AS verlener,
                   EXISTS (SELECT FROM be.zorgverlener z WHERE left(z.inami, 8) = left(coalesce(l.inami, l.zorgverlener), 8)) AS bekend
            FROM be.factuurlijn l WHERE l.ogm = ? ORDER BY l.rang
            """;

    /// Empty when there is none that the signed-in role may see.
    static Optional<Dossier> find(UnitOfWork work, String ogm) {
        return Rows.first(work, HEAD, Dossier::head, ogm).map(head -> new Dossier(ogm, head.member(), head.state(), head.received(), head.invoice(),
                head.entered(), head.stay(), head.within(), head.paidOn(), head.version(), Rows.list(work, LINES, Dossier::line, ogm)));
    }

    /// @throws IllegalStateException when there is none that the signed-in role may see
    static Dossier require(UnitOfWork work, String ogm) {
        return find(work, ogm).orElseThrow(() -> new IllegalStateException("no statement " + ogm + " is open"));
    }

    private static Dossier head(ResultSet row) throws SQLException {
        Stay stay = row.getString("nummer") == null ? null : new Stay(row.getString("nummer"), row.getString("ziekenhuis"),
                Room.of(row.getString("kamer")), Rows.knownDay(row, "van"), Rows.day(row, "tot"), row.getBoolean("partner"));
        return new Dossier(row.getString("ogm"), row.getString("verzekerde"), state(row.getString("toestand")), Rows.knownDay(row, "ontvangen"),
                row.getString("factuurnummer"), isEntered(row.getString("oorsprong")), stay, row.getString("soort").equals("VERBLIJF"), Rows.day(row, "betaald_op"),
                row.getLong("version"), List.of());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getString("code"), Rows.knownDay(row, "van"), Rows.knownDay(row, "tot"), row.getInt("aantal"),
                Rows.cents(row, "gevraagd"), Rows.cents(row, "basis"), Rows.cents(row, "mutualiteit"), Rows.cents(row, "ereloonsupplement"),
                Rows.cents(row, "kamersupplement"), Rows.cents(row, "andere"), Rows.cents(row, "terugbetaald"), row.getBoolean("gegeven"),
                row.getString("verlener"), row.getBoolean("bekend"), row.getBigDecimal("verbruikt") == null ? 0 : Rows.cents(row, "verbruikt"),
                row.getString("stappen"));
    }

    /// Statements from before origins were kept have none; those of files say so.
    static boolean isEntered(@Nullable String origin) {
        return origin != null && !origin.startsWith("file:") && !origin.startsWith(Fingerprint.ORIGIN);
    }

    private static ClaimState state(String code) {
        return switch (code) {
            case "ONTVANGEN" -> ClaimState.RECEIVED;
            case "IN_BEHANDELING" -> ClaimState.PENDED;
            case "BEREKEND" -> ClaimState.ACCEPTED;
            case "BETAALD" -> ClaimState.PAID;
            case "GEWEIGERD" -> ClaimState.REJECTED;
            default -> throw new IllegalArgumentException("unknown state " + code);
        };
    }

    boolean isUndecided() {
        return state == ClaimState.RECEIVED || state == ClaimState.PENDED;
    }

    LocalDate first() {
        return lines.stream().map(Line::from).min(LocalDate::compareTo).orElse(received);
    }

    /// A line with the figures of its day.
    ///
    /// @param amounts what they make of it; those that came with the invoice where it brought some
    record Reckoned(Line line, LineFigures figures, LineFigures.Amounts amounts, CareLine care) {
    }

    /// Its lines with the figures of their days, as they are now.
    ///
    /// @param status of the person with their mutuality
    List<Reckoned> reckon(Tariffs tariffs, Status status) {
        return lines.stream().map(line -> reckon(tariffs, status, line)).toList();
    }

    private Reckoned reckon(Tariffs tariffs, Status status, Line line) {
        LineFigures figures = tariffs.figures(line.code(), line.from(), status)
                .orElseThrow(() -> new IllegalStateException("no act " + line.code()));
        LineFigures.Amounts stored = new LineFigures.Amounts(line.base(), line.mutuality(), line.supplement());
        LineFigures.Amounts amounts = line.given() ? stored
                : figures.amounts(line.charged() - line.room(), line.times(), null, null).orElse(stored);
        CareLine.Origin origin = new CareLine.Origin(figures.published().status(), line.given(), line.given() ? "" : figures.published().source());
        return new Reckoned(line, figures, amounts, new CareLine(line.code(), figures.kind(), line.from(), line.to(), line.charged(), amounts.base(),
                amounts.mutuality(), line.others(), figures.preventive(), origin, belonging(line, amounts)));
    }

    /// The branch that pays a line: the hospital plan what doctors do in a stay or around it, else that of its act.
    Branch branch(Rubriek kind) {
        return stay != null && kind.isPaidBy(Branch.HOSPITAL) ? Branch.HOSPITAL : kind.branch();
    }

    /// The day whose formula decides about a line: its own; for a stay the first one, as a stay is decided as a whole.
    LocalDate decisive(Branch branch, Line line) {
        return stay != null && branch == Branch.HOSPITAL ? first() : line.from();
    }

    private CareLine.@Nullable Stay belonging(Line line, LineFigures.Amounts amounts) {
        if (stay == null) {
            return null;
        }
        return within ? new CareLine.Within(null, stay.room(), stay.partner(), line.room(), amounts.supplement())
                : new CareLine.Around(stay.from(), stay.to() == null ? stay.from() : stay.to());
    }
}
