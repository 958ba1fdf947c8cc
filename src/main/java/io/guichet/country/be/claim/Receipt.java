package io.guichet.country.be.claim;

import io.guichet.country.be.adjudication.Branch;
import io.guichet.country.be.adjudication.Room;
import io.guichet.country.be.adjudication.Rubriek;
import io.guichet.country.be.claim.Entered.Line;
import io.guichet.country.be.table.Rows;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Received;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Money;
import io.guichet.platform.database.RowArrays;
import io.guichet.platform.database.UnitOfWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes what was entered of a statement, once it is checked.
final class Receipt {

    /// A line that can be written. Cents.
    ///
    /// @param given the invoice brought a figure of its own
    private record Checked(Line line, LineFigures figures, LineFigures.Amounts amounts, boolean given) {
    }

    /// A stay that is known here.
    ///
    /// @param to last day; null while in hospital
    private record There(String number, @Nullable LocalDate to) {
    }

    private static final String NEW = """
            INSERT INTO be.afrekening (ogm, verzekerde, polis, formule, soort, opname, rond_opname, rubriek, eerste_zorg, laatste_zorg, ontvangen,
                                       toestand, factuurnummer, lijnen, gevraagd, mutualiteit, andere, eigen_deel, oorsprong)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ONTVANGEN', ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String AGAIN = """
            UPDATE be.afrekening SET version = version + 1, polis = ?, formule = ?, soort = ?, opname = ?, rond_opname = ?, rubriek = ?, eerste_zorg = ?, laatste_zorg = ?,
                   ontvangen = ?, factuurnummer = ?, lijnen = ?, gevraagd = ?, mutualiteit = ?, andere = ?, eigen_deel = ?
            WHERE ogm = ?
            """;
    private static final String LINE = """
            INSERT INTO be.factuurlijn (ogm, rang, code, zorgverlener, inami, van, tot, aantal, basis, mutualiteit, remgeld, ereloonsupplement,
                                        kamersupplement, gevraagd, andere, eigen_deel, gegeven, verbruikt)
            VALUES (?, ?, ?, (SELECT z.inami FROM be.zorgverlener z WHERE left(z.inami, 8) = left(?::text, 8)), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            """;

    /// Digits of a provider's number that name the person; the others say what they may do.
    private static final int PERSON = 8;

    private final UnitOfWork work;
    private final String member;
    private final String origin;
    private final Entered entered;
    private final People people;
    private final Tariffs tariffs;
    private final List<Checked> lines = new ArrayList<>();
    private @Nullable There there;
    private @Nullable String stay;
    private @Nullable Coverage coverage;

    /// @param people  whom it may be of, as the tables have them
    /// @param tariffs of its acts
    Receipt(UnitOfWork work, ClaimIntake intake, LocalDate today, People people, Tariffs tariffs) {
        this.work = work;
        this.member = intake.member();
        this.origin = intake.origin();
        this.entered = new Entered(intake, today);
        this.people = people;
        this.tariffs = tariffs;
    }

    private static Receipt alone(UnitOfWork work, ClaimIntake intake, LocalDate today) {
        return work.sql(connection -> new Receipt(work, intake, today, People.of(connection, List.of(intake.member())),
                Tariffs.of(connection, codes(intake).distinct().toList())));
    }

    /// The acts that were entered.
    static Stream<String> codes(ClaimIntake intake) {
        return intake.lines().stream().flatMap(line -> line.get(ClaimFields.ACT).stream());
    }

    /// Writes a new statement.
    static Received receive(UnitOfWork work, ClaimIntake intake, LocalDate today) {
        Receipt receipt = alone(work, intake, today);
        if (!receipt.check()) {
            return new Received.Refused(receipt.problems());
        }
        String ogm = Rows.first(work, "SELECT be.nieuwe_ogm()", row -> row.getString(1)).orElseThrow();
        receipt.write(ogm, intake.origin());
        return new Received.Written(ogm);
    }

    /// Replaces what was entered of an undecided one.
    static Received revise(UnitOfWork work, Dossier dossier, ClaimIntake intake, LocalDate today) {
        Receipt receipt = alone(work, new ClaimIntake(dossier.member(), intake.claim(), intake.lines(), intake.origin()), today);
        if (!receipt.check()) {
            return new Received.Refused(receipt.problems());
        }
        Rows.write(work, "DELETE FROM be.factuurlijn WHERE ogm = ?", dossier.ogm());
        receipt.write(dossier.ogm(), null);
        return new Received.Written(dossier.ogm());
    }

    /// What is wrong with it.
    List<FieldProblem> problems() {
        return entered.problems();
    }

    /// Whether it can be written. Its stay is written already then.
    boolean check() {
        if (!people.knows(member)) {
            entered.problem("member", "be.error.noMember");
        }
        for (Line line : entered.lines()) {
            check(line, "lines[" + lines.size() + "].");
        }
        checkStay();
        if (!entered.problems().isEmpty()) {
            return false;
        }
        Rubriek first = lines.getFirst().figures().kind();
        Branch branch = entered.stay() != null && first.isPaidBy(Branch.HOSPITAL) ? Branch.HOSPITAL : first.branch();
        coverage = people.cover(member, branch, entered.first()).orElse(null);
        if (coverage == null) {
            entered.problem("member", "be.error.neverInsured");
        } else if (entered.stay() != null) {
            stay = stay(entered.stay());
        }
        return entered.problems().isEmpty();
    }

    private void check(Line line, String at) {
        Optional<LineFigures> figures = tariffs.figures(line.code(), line.from(), people.status(member));
        if (figures.isEmpty()) {
            if (!line.code().isEmpty()) {
                entered.problem(at + ClaimFields.ACT, "be.error.unknownAct", line.code());
            }
            return;
        }
        long rest = line.charged() - line.room();
        if (rest < 0) {
            entered.problem(at + ClaimFields.ROOM_SUPPLEMENT, "be.input.extrasAbove");
            return;
        }
        Optional<LineFigures.Amounts> amounts = figures.get().amounts(rest, line.times(), line.honorarium(), line.intervention());
        if (amounts.isEmpty()) {
            entered.problem(at + (line.honorarium() == null ? ClaimFields.HONORARIUM : ClaimFields.INTERVENTION), "be.input.noTariff", line.code(),
                    line.from());
            return;
        }
        if (line.honorarium() != null && line.intervention() != null && line.intervention() > line.honorarium()) {
            entered.problem(at + ClaimFields.INTERVENTION, "be.input.interventionAbove", Money.euros(line.honorarium()));
        }
        if (line.others() > line.charged() - amounts.get().mutuality()) {
            entered.problem(at + ClaimFields.OTHERS, "be.error.othersAbove");
        }
        lines.add(new Checked(line, figures.get(), amounts.get(), line.honorarium() != null || line.intervention() != null));
    }

    private void checkStay() {
        Entered.Stay known = entered.stay();
        if (known == null) {
            return;
        }
        if (!known.hospital().isEmpty()
                && Rows.first(work, "SELECT erkenning FROM be.ziekenhuis WHERE erkenning = ?", row -> true, known.hospital()).isEmpty()) {
            entered.problem(ClaimFields.HOSPITAL, "be.error.unknownHospital");
        }
        there = Rows.first(work, "SELECT nummer, tot FROM be.opname WHERE verzekerde = ? AND ziekenhuis = ? AND van = ?",
                row -> new There(row.getString("nummer"), Rows.day(row, "tot")), member, known.hospital(), known.from()).orElse(null);
        if (there != null && there.to() != null) {
            entered.discharged(there.to());
        }
        entered.checkDays();
    }

    /// The stay that is there already, left now when it was not before; or a new one.
    private @Nullable String stay(Entered.Stay known) {
        if (there != null) {
            if (there.to() == null && known.to() != null) {
                Rows.write(work, "UPDATE be.opname SET version = version + 1, tot = ? WHERE nummer = ? AND tot IS NULL", known.to(), there.number());
            }
            return there.number();
        }
        Room room = known.room();
        if (room == null) {
            entered.problem(ClaimFields.ROOM, "country.error.required");
            return null;
        }
        boolean elsewhere = Rows.first(work, "SELECT nummer FROM be.opname WHERE verzekerde = ? AND daterange(van, tot, '[]') && daterange(?, ?, '[]')",
                row -> true, member, known.from(), known.to()).isPresent();
        if (elsewhere) {
            entered.problem(ClaimFields.ADMISSION, "be.error.stayOverlap");
            return null;
        }
        String number = Rows.first(work, "SELECT 'H' || lpad(nextval('be.opname_volgnummer')::text, 9, '0')", row -> row.getString(1)).orElseThrow();
        Rows.write(work, "INSERT INTO be.opname (nummer, verzekerde, ziekenhuis, kamer, van, tot) VALUES (?, ?, ?, ?, ?, ?)", number, member,
                known.hospital(), room.kamer(), known.from(), known.to());
        return number;
    }

    /// The policy that decides about its first line.
    private Coverage coverage() {
        Coverage by = coverage;
        if (by == null) {
            throw new IllegalStateException("written before it was checked");
        }
        return by;
    }

    private boolean within() {
        return stay != null && entered.isWithinStay();
    }

    /// @param origin null for one that is there
    private void write(String ogm, @Nullable String origin) {
        Coverage by = coverage();
        long charged = lines.stream().mapToLong(each -> each.line().charged()).sum();
        long mutuality = lines.stream().mapToLong(each -> each.amounts().mutuality()).sum();
        long others = lines.stream().mapToLong(each -> each.line().others()).sum();
        boolean within = within();
        String kind = within ? "VERBLIJF" : "AMBULANT";
        String rubriek = lines.getFirst().figures().kind().name();
        if (origin == null) {
            Rows.write(work, AGAIN, by.policy(), by.formula(), kind, within ? stay : null, within ? null : stay, rubriek, entered.first(),
                    entered.last(), entered.received(), entered.invoice(), lines.size(), Entered.euros(charged), Entered.euros(mutuality),
                    Entered.euros(others), Entered.euros(charged - mutuality - others), ogm);
        } else {
            Rows.write(work, NEW, ogm, member, by.policy(), by.formula(), kind, within ? stay : null, within ? null : stay, rubriek, entered.first(),
                    entered.last(), entered.received(), entered.invoice(), lines.size(), Entered.euros(charged), Entered.euros(mutuality),
                    Entered.euros(others), Entered.euros(charged - mutuality - others), origin);
        }
        for (int i = 0; i < lines.size(); i++) {
            write(ogm, i + 1, lines.get(i));
        }
    }

    private void write(String ogm, int number, Checked checked) {
        Line line = checked.line();
        LineFigures.Amounts amounts = checked.amounts();
        Rows.write(work, LINE, ogm, number, line.code(), line.provider(), line.provider(), line.from(), line.to(), line.times(),
                Entered.euros(amounts.base()), Entered.euros(amounts.mutuality()), Entered.euros(amounts.remgeld()),
                Entered.euros(amounts.supplement()), Entered.euros(line.room()), Entered.euros(line.charged()), Entered.euros(line.others()),
                Entered.euros(line.charged() - amounts.mutuality() - line.others()), checked.given());
    }

    /// Adds it to those that are written together, by `be.ontvang`.
    ///
    /// @param place which of them, from 1
    void add(RowArrays heads, RowArrays rows, int place, String origin) {
        Coverage by = coverage();
        boolean within = within();
        heads.add(member, by.policy(), by.formula(), within ? "VERBLIJF" : "AMBULANT", within ? stay : null, within ? null : stay,
                lines.getFirst().figures().kind().name(), entered.received(), entered.invoice(), origin);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i).line();
            LineFigures.Amounts amounts = lines.get(i).amounts();
            rows.add(place, i + 1, line.code(), line.provider(), line.from(), line.to(), line.times(), amounts.base(), amounts.mutuality(),
                    amounts.supplement(), line.room(), line.charged(), line.others(), lines.get(i).given());
        }
    }

    /// Whether it belongs to a stay, which tables know more of.
    boolean hasStay() {
        return stay != null;
    }

    /// The statement as the tables have it now; of one without a stay.
    ///
    /// @param known which providers are known, by the eight digits that name them
    Dossier dossier(String ogm, Set<String> known) {
        return new Dossier(ogm, member, ClaimState.RECEIVED, entered.received(), entered.invoice(), Dossier.isEntered(origin), null, false, null, 1,
                lines.stream().map(each -> line(each, known)).toList());
    }

    private static Dossier.Line line(Checked checked, Set<String> known) {
        Line line = checked.line();
        LineFigures.Amounts amounts = checked.amounts();
        String provider = line.provider();
        return new Dossier.Line(line.code(), line.from(), line.to(), line.times(), line.charged(), amounts.base(), amounts.mutuality(),
                amounts.supplement(), line.room(), line.others(), 0, checked.given(), provider,
                provider != null && known.contains(person(provider)), 0, null);
    }

    /// The providers that it names, by the eight digits that name a person.
    Stream<String> providers() {
        return lines.stream().map(each -> each.line().provider()).filter(Objects::nonNull).map(Receipt::person);
    }

    private static String person(String inami) {
        return inami.substring(0, Math.min(PERSON, inami.length()));
    }
}
