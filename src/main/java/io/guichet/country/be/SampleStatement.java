package io.guichet.country.be;

import io.guichet.country.be.BeCare.Patient;
import io.guichet.country.be.BeProviders.Hospital;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sample statement while its lines are drawn. Its amounts are the sums of theirs.
final class SampleStatement {

    /// A line; amounts in cents.
    ///
    /// @param supplement on top of the honorarium
    /// @param room       supplement of a single room
    /// @param granted    what the formula pays of it, before deductible and ceiling
    record Line(String kind, String code, @Nullable String provider, LocalDate day, int times, long base, long mutuality,
                long supplement, long room, long granted) {

        long charged() {
            return base + supplement + room;
        }
    }

    /// Where statements go.
    record Tables(CopyTable statements, CopyTable lines) {
        Tables() {
            this(new CopyTable("be.afrekening", "ogm, verzekerde, polis, formule, soort, opname, rubriek, eerste_zorg, laatste_zorg, "
                    + "ontvangen, toestand, lijnen, gevraagd, mutualiteit, terugbetaald, eigen_deel, franchise, begunstigde, rekening, betaald_op"),
                    new CopyTable("be.factuurlijn", "ogm, rang, code, zorgverlener, van, tot, aantal, basis, mutualiteit, remgeld, "
                            + "ereloonsupplement, kamersupplement, gevraagd, terugbetaald, eigen_deel"));
        }
    }

    private final String number;
    private final Patient patient;
    private final SamplePolicy policy;
    private final LocalDate day;
    private final LocalDate received;
    private final String state;
    private final @Nullable LocalDate paidOn;
    private final boolean thirdParty;
    private final List<Line> lines = new ArrayList<>();
    private final List<Long> paid = new ArrayList<>();
    private @Nullable String stay;
    private @Nullable Hospital hospital;
    private @Nullable LocalDate out;
    private long deductible;

    SampleStatement(String number, Patient patient, SamplePolicy policy, LocalDate day, LocalDate received, Draw draw) {
        this.number = number;
        this.patient = patient;
        this.policy = policy;
        this.day = day;
        this.received = received;
        long age = ChronoUnit.DAYS.between(received, Household.TODAY);
        this.state = age < 4 ? "ONTVANGEN" : age < 15 ? draw.any(List.of("ONTVANGEN", "IN_BEHANDELING", "BEREKEND"))
                : draw.percent(94) ? "BETAALD" : "GEWEIGERD";
        this.paidOn = state.equals("BETAALD") ? Figures.earlier(received.plusDays(draw.between(3, 15)), Household.TODAY) : null;
        this.thirdParty = draw.percent(70);
    }

    LocalDate day() {
        return day;
    }

    LocalDate received() {
        return received;
    }

    void add(Line line) {
        lines.add(line);
        paid.add(isDecided() ? line.granted() : 0);
    }

    /// It is for that stay.
    ///
    /// @param most the deductible of the admission
    void stay(String named, Hospital where, LocalDate until, long most) {
        stay = named;
        hospital = where;
        out = until;
        deductible = most;
    }

    private boolean isDecided() {
        return state.equals("BETAALD") || state.equals("BEREKEND");
    }

    /// Pays no more than `most` in all.
    ///
    /// @return what is paid then
    long cap(long most) {
        long left = most;
        for (int i = 0; i < paid.size(); i++) {
            long granted = Math.min(left, paid.get(i));
            paid.set(i, granted);
            left -= granted;
        }
        return most - left;
    }

    /// Takes the deductible off, line by line.
    private long withhold() {
        long left = isDecided() ? deductible : 0;
        for (int i = 0; i < paid.size(); i++) {
            long off = Math.min(left, paid.get(i));
            paid.set(i, paid.get(i) - off);
            left -= off;
        }
        return (isDecided() ? deductible : 0) - left;
    }

    void write(Tables tables) {
        long withheld = withhold();
        long charged = 0;
        long mutuality = 0;
        long granted = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            long we = paid.get(i);
            charged += line.charged();
            mutuality += line.mutuality();
            granted += we;
            tables.lines().row(number, i + 1, line.code(), line.provider(), line.day(),
                    line.times() > 1 && out != null ? out : line.day(), line.times(), Figures.amount(line.base()),
                    Figures.amount(line.mutuality()), Figures.amount(line.base() - line.mutuality()), Figures.amount(line.supplement()),
                    Figures.amount(line.room()), Figures.amount(line.charged()), Figures.amount(we),
                    Figures.amount(line.charged() - line.mutuality() - we));
        }
        boolean toHospital = hospital != null && thirdParty;
        String payee = paidOn == null ? null : toHospital ? "ZIEKENHUIS" : "VERZEKERDE";
        String account = paidOn == null ? null : hospital != null && thirdParty ? hospital.account() : patient.account();
        tables.statements().row(number, patient.number(), policy.number(), policy.formula(day), stay == null ? "AMBULANT" : "VERBLIJF", stay,
                lines.getFirst().kind(), day, out == null ? day : out, received, state, lines.size(),
                Figures.amount(charged), Figures.amount(mutuality), Figures.amount(granted),
                Figures.amount(charged - mutuality - granted), Figures.amount(withheld), payee, account,
                paidOn);
    }
}
