package io.guichet.country.fr.adjudication;

import io.guichet.country.fr.adjudication.Figures.Tariff;
import io.guichet.kernel.UserMessage;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that can be charged in France: a row of `acts.txt` with its tariffs.
public final class CareAct {

    private static final Map<String, CareAct> ALL = read();

    private final String code;
    private final String family;
    private final String guarantee;
    private final String hundredHealth;
    private final Series rate;
    private final Basis basis;
    private final List<String> more;
    private final Tariff[] agreed;
    private final Tariff[] others;
    private final Series charge;
    private final UserMessage label;
    private final int lensClass;
    private final boolean doctor;
    private final boolean heavy;
    private final boolean classB;

    /// How its BRSS is known.
    public enum Basis {
        /// Published, by day and sector.
        TARIFF,
        /// Comes with the line.
        LINE,
        /// A contribution fixed by law that the patient pays.
        CHARGE,
        /// There is none, unless the line brings one.
        NONE
    }

    private CareAct(String[] parts) {
        code = parts[0];
        family = parts[1];
        guarantee = parts[2];
        hundredHealth = parts[3];
        rate = Figures.published().parameter(parts[4]);
        basis = Basis.valueOf(parts[5].toUpperCase(Locale.ROOT));
        more = List.of(parts[6].split(" "));
        List<Tariff> tariffs = Figures.published().tariffs(code);
        agreed = tariffs.stream().filter(tariff -> !tariff.sector().equals("NON_OPTAM")).toArray(Tariff[]::new);
        others = tariffs.stream().filter(tariff -> !tariff.sector().equals("OPTAM")).toArray(Tariff[]::new);
        charge = basis == Basis.CHARGE ? Figures.published().parameter(code) : Series.NONE;
        label = UserMessage.of("fr.claim.act." + code);
        lensClass = more.contains("1") ? 1 : more.contains("2") ? 2 : more.contains("3") ? 3 : 0;
        doctor = more.contains("doctor");
        heavy = more.contains("heavy");
        classB = more.contains("B");
    }

    private static Map<String, CareAct> read() {
        Map<String, CareAct> acts = new LinkedHashMap<>();
        for (String line : TextTable.lines("/io/guichet/country/fr/adjudication/acts.txt")) {
            CareAct act = new CareAct(TextTable.split(line));
            acts.put(act.code, act);
        }
        return acts;
    }

    /// Every act, in the order people look for them.
    public static List<CareAct> all() {
        return List.copyOf(ALL.values());
    }

    /// The act of that code, or null when nobody knows it.
    public static @Nullable CareAct of(String code) {
        return ALL.get(code);
    }

    /// Our readable code.
    public String code() {
        return code;
    }

    /// Kind of care: `CONSULTATION`, `DENTAIRE` …
    public String family() {
        return family;
    }

    /// What people call it.
    public UserMessage label() {
        return label;
    }

    /// How its BRSS is known.
    public Basis basis() {
        return basis;
    }

    /// A doctor's act: it has a care pathway and a flat contribution.
    public boolean doctor() {
        return doctor;
    }

    /// Whether the rate of the public insurance has to come with the line.
    public boolean rateComesWithLine() {
        return basis == Basis.LINE && rate == Series.NONE;
    }

    /// Can be sold within the 100 % Santé.
    public boolean hasHundredHealth() {
        return !hundredHealth.isEmpty();
    }

    /// Is sold within the 100 % Santé only: class A, class I.
    public boolean alwaysHundredHealth() {
        return more.contains("A") || more.contains("I");
    }

    /// `A` or `B` for glasses, empty for all else.
    public String opticalClass() {
        return more.contains("A") ? "A" : classB ? "B" : "";
    }

    /// Charged by the day.
    public boolean byDay() {
        return more.contains("days");
    }

    /// Due once a stay.
    boolean oncePerStay() {
        return more.contains("stay");
    }

    boolean heavy() {
        return heavy;
    }

    boolean classB() {
        return classB;
    }

    /// 1 simple, 2 complex, 3 very complex; 0 for what is no lens of class B.
    int lensClass() {
        return lensClass;
    }

    /// The guarantee that pays for it, by its code.
    ///
    /// @param within the 100 % Santé
    public String guarantee(boolean within) {
        return within && hasHundredHealth() ? hundredHealth : guarantee;
    }

    @Nullable Figure rate(LocalDate day) {
        return rate.at(day);
    }

    /// What the law charges on that day, each or by the day.
    @Nullable Figure charge(LocalDate day) {
        return charge.at(day);
    }

    /// The tariff of that day for doctors of that sector; null where there is none.
    @Nullable Tariff tariff(LocalDate day, Sector sector) {
        long epochDay = day.toEpochDay();
        Tariff[] tariffs = sector == Sector.NON_OPTAM ? others : agreed;
        for (int i = tariffs.length - 1; i >= 0; i--) {
            if (tariffs[i].base().holds(epochDay)) {
                return tariffs[i];
            }
        }
        return null;
    }

    /// Whether it can be charged on that day without a BRSS on the line, or never has one of its own.
    boolean known(LocalDate day) {
        return switch (basis) {
            case TARIFF -> tariff(day, Sector.OPTAM) != null;
            case CHARGE -> charge(day) != null;
            case LINE, NONE -> true;
        };
    }

    @Override
    public String toString() {
        return code;
    }
}
