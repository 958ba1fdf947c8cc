package io.guichet.country.be;

import io.guichet.country.be.BeProviders.Hospital;
import io.guichet.country.be.SamplePolicy.Membership;
import io.guichet.country.be.SampleStatement.Line;
import io.guichet.country.be.SampleTerms.Act;
import io.guichet.country.be.SampleTerms.Terms;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sample care of Belgium: stays, statements and their lines, and what is used of yearly ceilings. Amounts are what the
/// formula of the day grants.
final class BeCare {

    private static final int HISTORY_YEARS = 3;
    /// Statements that a household takes over from those who had no cover for theirs, beside thrice its own.
    private static final int MOST_AT_ONCE = 4;
    private static final List<String> ROOMS = List.of("EENPERSOONS", "TWEEPERSOONS", "GEMEENSCHAPPELIJK");

    /// What decides what the mutuality pays, and where we pay to.
    record Patient(String number, boolean preferential, boolean file, String account, LocalDate birth) {
    }

    private record Ceiling(String member, String formula, int year) {
    }

    /// Cents.
    private static final class Used {
        private final long limit;
        private long cents;

        Used(long limit) {
            this.limit = limit;
        }
    }

    private final CopyTable stays = new CopyTable("be.opname", "nummer, verzekerde, ziekenhuis, kamer, van, tot, herval_van");
    private final CopyTable ceilings = new CopyTable("be.jaarplafond", "verzekerde, formule, begin, einde, plafond, verbruikt");
    private final SampleStatement.Tables tables = new SampleStatement.Tables();

    private final Draw draw;
    private final SampleTerms terms;
    private final BeProviders providers;
    private long nextStatement;
    private long nextStay;
    private final Map<Ceiling, Used> used = new LinkedHashMap<>();
    private final List<LocalDate[]> taken = new ArrayList<>();
    private @Nullable String lastStay;
    private int owed;
    private @Nullable Membership consulting;
    private @Nullable Patient consultant;

    BeCare(Draw draw, SampleTerms terms, BeProviders providers, long nextStatement, long nextStay) {
        this.draw = draw;
        this.terms = terms;
        this.providers = providers;
        this.nextStatement = nextStatement;
        this.nextStay = nextStay;
    }

    /// Stays come before the statements that are for them.
    List<CopyTable> tables() {
        return List.of(stays, tables.statements(), tables.lines(), ceilings);
    }

    /// Hands in `count` statements of people insured together. Who was not insured in the last years leaves theirs to
    /// the next.
    void add(List<Patient> patients, List<Membership> covers, int count) {
        List<Membership> recent = covers.stream().filter(cover -> last(cover).isAfter(first(cover))).toList();
        owed += count;
        if (recent.isEmpty()) {
            return;
        }
        // what people of an employer long gone left goes to many, not to the first
        int now = Math.min(owed, MOST_AT_ONCE + 3 * count);
        owed -= now;
        for (; now > 0; now--) {
            Membership cover = draw.any(recent);
            addStatement(patients.get(cover.person()), cover, day(cover));
        }
        writeCeilings();
        taken.clear();
        lastStay = null;
        consulting = recent.stream().filter(cover -> cover.policy().branch().equals("HOSPITALISATIE")).findFirst().orElse(null);
        consultant = consulting == null ? null : patients.get(consulting.person());
    }

    /// What the last ones left goes to whom it can: consultations, which move neither stays nor ceilings.
    void finish() {
        while (owed > 0 && consulting != null && consultant != null) {
            SampleStatement statement = statement(consultant, consulting, day(consulting));
            addConsultations(statement, consultant, terms.of(consulting.policy().formula(statement.day()), statement.day()),
                    statement.day(), consulting);
            statement.write(tables);
            owed--;
        }
    }

    /// What somebody used and where they stayed before further statements.
    void remember(String member, String formula, int year, long limit, long cents) {
        Used ceiling = new Used(limit);
        ceiling.cents = cents;
        used.put(new Ceiling(member, formula, year), ceiling);
    }

    void remember(LocalDate from, LocalDate to) {
        taken.add(new LocalDate[] {from, to});
    }

    /// More often lately.
    private LocalDate day(Membership cover) {
        LocalDate from = first(cover);
        LocalDate last = last(cover);
        return draw.day(last.minusDays(draw.between(0, (int) ChronoUnit.DAYS.between(from, last))), last);
    }

    private SampleStatement statement(Patient patient, Membership cover, LocalDate day) {
        return new SampleStatement(Ogm.complete(Figures.padded(nextStatement++, 10)), patient, cover.policy(), day,
                Figures.earlier(day.plusDays(draw.between(2, 40)), Household.TODAY), draw);
    }

    /// Care goes back some years only: what is older was never migrated.
    private static LocalDate first(Membership cover) {
        return Figures.later(cover.from(), Household.TODAY.minusYears(HISTORY_YEARS));
    }

    private static LocalDate last(Membership cover) {
        return Figures.later(cover.from(), cover.to() == null ? Household.TODAY : Figures.earlier(cover.to(), Household.TODAY));
    }

    private void addStatement(Patient patient, Membership cover, LocalDate day) {
        SampleStatement statement = statement(patient, cover, day);
        Terms conditions = terms.of(cover.policy().formula(day), day);
        switch (cover.policy().branch()) {
            case "HOSPITALISATIE" -> {
                if (taken.size() >= 40 || draw.percent(45) || !addStay(statement, patient, cover, conditions, day)) {
                    addConsultations(statement, patient, conditions, day, cover);
                }
            }
            case "TANDZORG" -> addDental(statement, cover, conditions, day);
            default -> addConsultations(statement, patient, conditions, day, cover);
        }
        if (conditions.ceilings().length > 0) {
            withinCeiling(statement, cover, conditions, day);
        }
        statement.write(tables);
    }

    private void addConsultations(SampleStatement statement, Patient patient, Terms conditions, LocalDate day, Membership cover) {
        int count = draw.percent(60) ? 1 : draw.between(2, 4);
        for (int i = 0; i < count; i++) {
            int kind = draw.between(0, 9);
            String family = kind < 5 ? "HUISARTS" : kind < 8 ? "SPECIALIST" : "KINE";
            Act act = terms.act(family, day, draw.between(0, 9));
            int times = family.equals("KINE") ? draw.between(1, 9) : 1;
            long base = act.honorarium() * times;
            long mutuality = act.intervention(patient.preferential(), patient.file()) * times;
            long supplement = draw.percent(20) ? Figures.percent(base, draw.between(5, 50)) : 0;
            // in an ambulatory formula the supplement is left after the mutuality too; a hospital one pays remgeld only here
            long left = base - mutuality + (cover.policy().branch().equals("AMBULANT") ? supplement : 0);
            statement.add(new Line(family, act.code(), family.equals("KINE") ? providers.physiotherapist(draw) : providers.doctor(draw),
                    day, times, base, mutuality, supplement, 0, Figures.percent(left, conditions.rate())));
        }
    }

    private void addDental(SampleStatement statement, Membership cover, Terms conditions, LocalDate day) {
        int count = draw.percent(55) ? 1 : draw.between(2, 3);
        boolean longMember = cover.from().plusYears(1).isBefore(day);
        for (int i = 0; i < count; i++) {
            int kind = draw.between(0, 99);
            String family = kind < 45 ? "TANDPREVENTIE" : kind < 88 || !longMember ? "TANDZORG" : kind < 95 ? "TANDPROTHESE" : "ORTHODONTIE";
            String code = switch (family) {
                case "TANDPREVENTIE" -> kind % 2 == 0 ? "MONDONDERZOEK" : "TANDREINIGING";
                case "TANDZORG" -> "VULLING";
                case "TANDPROTHESE" -> "IMPLANT";
                default -> "BEUGEL";
            };
            long base = switch (family) {
                case "TANDPREVENTIE" -> draw.between(2_500, 6_000);
                case "TANDZORG" -> draw.between(4_000, 9_500);
                case "TANDPROTHESE" -> draw.between(90_000, 190_000);
                default -> draw.between(6_000, 14_000);
            };
            long mutuality = Figures.percent(base, family.equals("TANDPROTHESE") ? 0 : family.equals("ORTHODONTIE") ? 30 : 75);
            long supplement = draw.percent(30) ? Figures.percent(base, draw.between(5, 60)) : 0;
            statement.add(new Line(family, code, providers.dentist(draw), day, 1, base, mutuality, supplement, 0, Figures.percent(
                    base - mutuality + supplement, family.equals("TANDPREVENTIE") ? conditions.preventive() : conditions.rate())));
        }
    }

    /// A stay, unless the person is in hospital at that time already.
    private boolean addStay(SampleStatement statement, Patient patient, Membership cover, Terms conditions, LocalDate day) {
        int nights = Math.max(draw.between(0, 3), draw.between(0, draw.percent(10) ? 30 : 6));
        LocalDate out = Figures.earlier(day.plusDays(nights), Figures.earlier(last(cover), statement.received()));
        for (LocalDate[] other : taken) {
            if (!day.isAfter(other[1].plusDays(1)) && !out.isBefore(other[0])) {
                return false;
            }
        }
        taken.add(new LocalDate[] {day, out});
        Hospital hospital = providers.hospital(draw);
        int room = conditions.onTop() == 0 || draw.percent(45) ? draw.between(1, 2) : 0;
        String number = Figures.named('H', nextStay++, 9);
        boolean relapse = lastStay != null && lastStay.startsWith(patient.number()) && draw.percent(20);
        stays.row(number, patient.number(), hospital.number(), ROOMS.get(room), day, out,
                relapse && lastStay != null ? lastStay.substring(patient.number().length()) : null);
        lastStay = patient.number() + number;
        statement.stay(number, hospital, out, hospital.partner() ? 0 : conditions.deductibles()[room]);
        int days = (int) ChronoUnit.DAYS.between(day, out) + 1;
        long bed = draw.between(42_000, 61_000) * (long) days;
        long daily = 1_705L * days;
        statement.add(new Line("HOSPITALISATIE", "LIGDAG", null, day, days, bed, bed - daily, 0, 0, daily));
        boolean birth = patient.birth().plusYears(20).isBefore(day) && patient.birth().plusYears(42).isAfter(day) && draw.percent(8);
        long fee = draw.between(18_000, 240_000);
        long mutuality = Figures.percent(fee, draw.between(88, 100));
        // supplements are forbidden but in a single room
        long supplement = room == 0 ? Figures.percent(fee, draw.between(50, 300)) : 0;
        long covered = Math.min(supplement, Figures.percent(fee, conditions.onTop()));
        statement.add(new Line(birth ? "BEVALLING" : "HOSPITALISATIE", birth ? "BEVALLING" : "INGREEP", providers.doctor(draw), day, 1,
                fee, mutuality, supplement, 0, fee - mutuality + covered));
        if (room == 0) {
            long asked = draw.between(4_000, 16_000) * (long) days;
            statement.add(new Line("HOSPITALISATIE", "EENPERSOONSKAMER", null, day, days, 0, 0, 0, asked,
                    Math.min(asked, conditions.roomPerDay() * days)));
        }
        return true;
    }

    private void withinCeiling(SampleStatement statement, Membership cover, Terms conditions, LocalDate day) {
        int membershipYear = day.getYear() - cover.from().getYear() + 1;
        Used ceiling = used.computeIfAbsent(new Ceiling(cover.member(), cover.policy().formula(day), day.getYear()),
                key -> new Used(conditions.ceiling(membershipYear)));
        ceiling.cents += statement.cap(ceiling.limit - ceiling.cents);
    }

    private void writeCeilings() {
        used.entrySet().stream().sorted(Comparator.comparing(entry -> entry.getKey().year())).forEach(entry -> {
            Ceiling key = entry.getKey();
            ceilings.row(key.member(), key.formula(), LocalDate.of(key.year(), 1, 1), LocalDate.of(key.year(), 12, 31),
                    Figures.amount(entry.getValue().limit), Figures.amount(entry.getValue().cents));
        });
        used.clear();
    }
}
