package io.guichet.country.fr;

import io.guichet.country.fr.SampleFamilies.Covered;
import io.guichet.country.fr.SampleTariffs.Level;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sample statements with their acts: tariffs of the day of care, amounts that add up, counters that agree.
final class SampleCare {

    private static final long SERIALS = 100_000_000L;
    private static final List<String> DOCTORS = List.of("1000", "1010");
    private static final int KNOWN_DOCTORS = 4_000;
    private static final int ADULT = 20;
    private static final int OLD = 55;
    private static final int WHOLE_TARIFF = 100;
    /// Days: nothing waits longer for its decision.
    private static final int OPEN_AT_MOST = 90;
    /// Which care, in thousandths of claims, in the order of `care`.
    private static final int[] FREQUENCIES = {330, 470, 650, 730, 790, 830, 900, 925, 955, 962, 985, 1000};

    private final CopyTable statements = new CopyTable("fr.decompte", "numero, personne, recu, debut_soins, etat, premier_acte, "
            + "nombre_actes, depense, amo, amc, reste, paye_le, compte_fin");
    private final CopyTable acts = new CopyTable("fr.acte", "decompte, rang, code, jour, quantite, executant, depense, brss, taux, "
            + "amo, amc, reste, optam, parcours, panier, classe_optique, motif");

    private final Draw draw;
    private final SampleTariffs tariffs;
    private final List<String> doctors = new ArrayList<>();
    private final SampleCounters counters = new SampleCounters();
    private final SampleAct act = new SampleAct();
    private long nextClaim;

    // the statement being made
    private Covered covered = NOBODY;
    private LocalDate day = Household.TODAY;
    private long number;
    private boolean decided;
    private boolean accepted;
    private boolean limited = true;
    private int rank;
    private @Nullable String first;
    private long spent;
    private long amo;
    private long amc;

    private static final Covered NOBODY = new Covered(0, new Household.Person(Household.Role.HEAD, true, Household.TODAY), "", "",
            Household.TODAY, Household.TODAY);

    SampleCare(Draw draw, SampleTariffs tariffs, long nextClaim) {
        this.draw = draw;
        this.tariffs = tariffs;
        this.nextClaim = nextClaim;
        for (int i = 0; i < KNOWN_DOCTORS; i++) {
            doctors.add(Rpps.complete(draw.any(DOCTORS) + draw.digits(6)));
        }
    }

    List<CopyTable> tables() {
        return List.of(statements, acts, counters.table());
    }

    /// Doctors of these samples, for whoever needs one.
    List<String> doctors() {
        return doctors;
    }

    /// Adds `count` statements of people covered together, and their counters.
    ///
    /// @param accountEnd last four characters of their account
    void add(List<Covered> family, int count, String accountEnd) {
        for (int i = 0; i < count; i++) {
            add(draw.any(family), accountEnd);
        }
        counters.write();
    }

    /// Adds statements that move no counter: those of the person are written already.
    void addUnlimited(List<Covered> periods, int count, String accountEnd) {
        limited = false;
        for (int i = 0; i < count; i++) {
            add(draw.any(periods), accountEnd);
        }
        limited = true;
    }

    private void add(Covered person, String accountEnd) {
        covered = person;
        // limits of a guarantee are of those who wrote them: long histories are spread evenly, others lie mostly behind
        int span = (int) Math.max(0, person.last().toEpochDay() - person.from().toEpochDay());
        int back = limited ? Math.min(draw.between(0, Math.min(span, 1400)), draw.between(0, Math.min(span, 1400))) : draw.between(0, span);
        day = person.last().minusDays(back);
        LocalDate received = day.plusDays(draw.between(1, 12));
        if (received.isAfter(Household.TODAY)) {
            received = Household.TODAY;
        }
        int age = (int) (Household.TODAY.toEpochDay() - received.toEpochDay());
        String state = age < 3 ? "RECU" : age < 12 ? draw.any(List.of("RECU", "EN_COURS", "LIQUIDE", "PAYE"))
                : draw.percent(95) ? "PAYE" : age < OPEN_AT_MOST && draw.percent(40) ? "EN_COURS" : "REJETE";
        LocalDate paid = state.equals("PAYE") ? received.plusDays(draw.between(0, Math.min(age, 9))) : null;
        decided = !state.equals("RECU") && !state.equals("EN_COURS");
        accepted = decided && !state.equals("REJETE");
        number = received.getYear() * SERIALS + nextClaim++;
        rank = 0;
        first = null;
        spent = 0;
        amo = 0;
        amc = 0;
        care();
        statements.row(number, person.person(), received, day, state, first, rank, spent, amo, amc, spent - amo - amc, paid,
                paid == null ? null : accountEnd);
    }

    private void care() {
        int place = draw.between(1, FREQUENCIES[limited ? FREQUENCIES.length - 1 : 5]);
        int kind = 0;
        while (place > FREQUENCIES[kind]) {
            kind++;
        }
        boolean grown = covered.who().birth().plusYears(ADULT).isBefore(day);
        switch (kind) {
            case 0 -> consultation("G", "GENERALISTE");
            case 1 -> consultation(draw.percent(60) ? "MCS" : "CS", "SPECIALISTE");
            case 2 -> pharmacy();
            case 3 -> plain("ANALYSES", "ANALYSES", draw.between(900, 9000), 60, 1);
            case 4 -> plain("KINE", "AUXILIAIRES", 1613, 60, draw.between(2, 9));
            case 5 -> plain("IMAGERIE", "IMAGERIE", draw.between(2500, 9000), 70, 1);
            case 6 -> dental();
            case 7 -> crown();
            case 8 -> glasses();
            case 9 -> hearing(grown && covered.who().age() > OLD);
            case 10 -> osteopathy();
            default -> hospital();
        }
    }

    private void consultation(String code, String guarantee) {
        int sector = draw.between(1, 100);
        String contract = sector <= 62 ? "SECTEUR1" : sector <= 80 ? "OPTAM" : "NON_OPTAM";
        boolean agreed = !contract.equals("NON_OPTAM");
        String charged = !agreed && code.equals("MCS") ? "CS" : code;
        long brss = tariffs.at(charged + (agreed ? " OPTAM" : " NON_OPTAM"), day);
        long asked = sector <= 62 ? brss : brss + draw.between(4, agreed ? 30 : 60) * 100L;
        boolean pathway = draw.percent(92);
        begin(charged, guarantee, brss, asked, pathway ? 70 : 30);
        act.optam = contract;
        act.pathway = pathway;
        act.flat = tariffs.at("PF", day);
        act.motive = pathway ? null : "HORS_PARCOURS";
        end(doctor());
        if (draw.percent(35)) {
            pharmacy();
        }
    }

    private void pharmacy() {
        long price = draw.between(300, 4800);
        plain("PHARMACIE", "PHARMACIE", price, draw.percent(80) ? 65 : 30, 1);
    }

    private void plain(String code, String guarantee, long brss, int rate, int times) {
        begin(code, guarantee, brss * times, brss * times, rate);
        act.times = times;
        end(doctor());
    }

    private void dental() {
        String code = draw.any(List.of("CD", "DEVIT", "EXTR"));
        if (code.equals("EXTR") && covered.who().age() < 12) {
            code = "EXTR_LAIT";
        }
        long brss = tariffs.at(code + " TOUS", day);
        begin(code, "SOINS_DENTAIRES", brss, brss, dentalRate());
        end(doctor());
    }

    private int dentalRate() {
        return (int) tariffs.at("TAUX_DENTAIRE", day) / 100;
    }

    private void crown() {
        long brss = tariffs.at("COUR TOUS", day);
        int basket = draw.between(1, 100);
        long asked = basket <= 40 ? draw.between(29_000, 50_000) : draw.between(45_000, 75_000);
        begin("COUR", basket <= 40 ? "DENTAIRE_SANS_RESTE" : "PROTHESE_DENTAIRE", brss, asked, dentalRate());
        act.basket = basket <= 40 ? "SANS_RESTE" : basket <= 70 ? "MODERE" : "LIBRE";
        limitYearly("PROTHESE_DENTAIRE", basket > 40);
        end(doctor());
    }

    /// One pair every two years, every year below 16, every six months below 6; no pair while the last one lasts.
    private void glasses() {
        int age = Math.max(0, day.getYear() - covered.who().birth().getYear());
        LocalDate until = (age < 6 ? day.plusMonths(6) : day.plusYears(age < 16 ? 1 : 2)).minusDays(1);
        if (day.getYear() < 2020 || counters.overlap(covered.person(), "OPTIQUE", day, until)) {
            plain("ANALYSES", "ANALYSES", draw.between(900, 9000), 60, 1);
            return;
        }
        boolean classA = draw.percent(30);
        String optician = doctor();
        begin(classA ? "OPT_FRAME_A" : "OPT_FRAME_B", classA ? "OPTIQUE_SANS_RESTE" : "MONTURE", classA ? 900 : 5,
                classA ? 3000 : draw.between(60, 240) * 100L, 60);
        act.opticalClass = classA ? "A" : "B";
        act.most = classA ? Long.MAX_VALUE : Math.min(10_000, tariffs.level(covered.product(), covered.option(), "OPTIQUE_SIMPLE").amount());
        act.rate = classA ? 0 : -1;
        end(optician);
        long granted = amc;
        for (int eye = 0; eye < 2; eye++) {
            begin(classA ? "OPT_LENS_A" : "OPT_LENS_B", classA ? "OPTIQUE_SANS_RESTE" : "OPTIQUE_SIMPLE", classA ? 975 : 5,
                    classA ? 3250 : draw.between(50, 220) * 100L, 60);
            act.opticalClass = classA ? "A" : "B";
            act.most = classA ? Long.MAX_VALUE
                    : Math.max(0, tariffs.level(covered.product(), covered.option(), "OPTIQUE_SIMPLE").amount() - amc);
            act.rate = classA ? 0 : -1;
            end(optician);
        }
        if (accepted && amc >= granted && amc > 0) {
            counters.renew(covered.person(), "OPTIQUE", "EQUIPEMENT", day, until);
        }
    }

    private void hearing(boolean needed) {
        if (!needed || day.getYear() < 2021) {
            plain("KINE", "AUXILIAIRES", 1613, 60, draw.between(2, 9));
            return;
        }
        begin("HEARING_I_ADULT", "AUDIO_SANS_RESTE", tariffs.at("HEARING_I_ADULT TOUS", day), draw.between(80_000, 95_000), 60);
        end(doctor());
    }

    private void osteopathy() {
        Level level = tariffs.level(covered.product(), covered.option(), "MEDECINE_DOUCE");
        begin("OSTEO", "MEDECINE_DOUCE", 0, draw.between(45, 75) * 100L, 0);
        act.rate = -1;
        boolean left = level.times() > 0 && count("MEDECINE_DOUCE", "SEANCE", level.times(), accepted ? 1 : 0);
        act.most = left ? level.amount() : 0;
        act.motive = left ? null : "PLAFOND_ATTEINT";
        end(null);
    }

    private void hospital() {
        int days = draw.between(1, 9);
        if (day.plusDays(days).isAfter(covered.last())) {
            days = 1;
        }
        begin("SEJOUR", "HONORAIRES_HOPITAL", draw.between(400, 2600) * 100L, 0, 80);
        act.asked = act.brss + (draw.percent(40) ? draw.between(50, 600) * 100L : 0);
        end(establishment());
        begin("FJH", "FORFAIT_JOURNALIER", 0, tariffs.at("FJH", day) * days, 0);
        act.times = days;
        act.rate = 0;
        end(establishment());
        if (draw.percent(35)) {
            Level level = tariffs.level(covered.product(), covered.option(), "CHAMBRE");
            begin("CHAMBRE", "CHAMBRE", 0, draw.between(45, 95) * 100L * days, 0);
            act.times = days;
            act.rate = -1;
            boolean left = level.times() == 0 || count("CHAMBRE", "JOUR", level.times(), accepted ? days : 0);
            act.most = left ? level.amount() * days : 0;
            act.motive = left ? null : "PLAFOND_ATTEINT";
            end(establishment());
        }
    }

    private void begin(String code, String guarantee, long brss, long asked, int rate) {
        act.begin(code, tariffs.level(covered.product(), covered.option(), guarantee), brss, asked, rate);
        if (act.level == Level.NONE && brss > 0) {
            // every product pays what the public insurance leaves of its own tariff
            act.rate = WHOLE_TARIFF;
        }
    }

    private void end(@Nullable String who) {
        act.settle(accepted);
        if (accepted && act.counter != null) {
            count(act.counter, "CENTIME", act.limit, act.amc);
        }
        rank++;
        first = first == null ? act.code : first;
        spent += act.asked;
        amo += act.amo;
        amc += act.amc;
        acts.row(number, rank, act.code, day, act.times, who, act.asked, act.brss, act.publicRate, act.amo, act.amc,
                act.asked - act.amo - act.amc, act.optam, act.pathway, act.basket, act.opticalClass,
                decided && !accepted ? "REFUSE" : act.motive);
    }

    private void limitYearly(String code, boolean applies) {
        long yearly = act.level.yearly();
        if (applies && yearly > 0) {
            act.counter = code;
            act.limit = yearly;
            act.most = yearly - counters.used(covered.person(), code, day);
        }
    }

    /// Uses `more` of a yearly limit, when so much is left; whether it was.
    private boolean count(String code, String unit, long limit, long more) {
        return counters.use(covered.person(), code, unit, limit, more, day);
    }

    private String doctor() {
        return draw.any(doctors);
    }

    /// A hospital is known by its FINESS.
    private String establishment() {
        return Finess.complete("75" + (100_000 + covered.person() % 900));
    }
}
