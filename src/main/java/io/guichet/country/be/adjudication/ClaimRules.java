package io.guichet.country.be.adjudication;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.adjudication.Given;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides the lines of one claim, one after the other: what the mutuality pays, what the plan pays of the rest, what is
/// taken off, and what stays with the person. Belongs to one claim; a claim is one admission unless its lines name several.
public final class ClaimRules {

    /// Counter of what a ceiling paid in a calendar year: `JAARPLAFOND-2024`, in cents.
    public static final String CEILING = "JAARPLAFOND-";

    private final Plan.Terms terms;
    private final Standing standing;
    private final Map<Integer, Long> paid = new HashMap<>();
    private final Map<LocalDate, Long> withheld = new HashMap<>();
    private final Map<LocalDate, Long> deductibles = new HashMap<>();

    private ClaimRules(Plan.Terms terms, Standing standing) {
        this.terms = terms;
        this.standing = standing;
    }

    /// What becomes of these lines, in their order.
    ///
    /// @param terms    the plan of each day of care
    /// @param standing what of it is used already
    public static ClaimDecision decide(Plan.Terms terms, Standing standing, List<CareLine> lines) {
        ClaimRules rules = new ClaimRules(terms, standing);
        for (CareLine line : lines) {
            rules.findDeductible(line);
        }
        List<LineDecision> decided = new ArrayList<>(lines.size());
        for (CareLine line : lines) {
            decided.add(rules.decide(line));
        }
        return new ClaimDecision(decided);
    }

    /// The deductible of an admission is that of its dearest room, whatever the order of its lines.
    private void findDeductible(CareLine line) {
        Plan plan = terms.on(line.from());
        if (line.stay() instanceof CareLine.Within within && plan != null && plan.hospital() != null && !within.partner()) {
            deductibles.merge(admission(within), plan.hospital().deductible(within.room()), Math::max);
        }
    }

    private static LocalDate admission(CareLine.Within within) {
        LocalDate first = within.admission();
        return first == null ? LocalDate.EPOCH : first;
    }

    private LineDecision decide(CareLine line) {
        Explanation steps = new Explanation();
        long mutuality = mutuality(line, steps);
        long others = Math.min(line.others(), line.charged() - mutuality);
        if (others > 0) {
            steps.add(Rule.OTHERS, others, "", List.of(), Money.euros(others));
        }
        long left = line.charged() - mutuality - others;
        Plan plan = terms.on(line.from());
        long insurer = plan == null ? uninsured(line, steps) : Math.min(left, granted(plan, line, left, steps));
        List<CounterMove> moves = List.of();
        if (plan != null && !plan.ceilings().isEmpty()) {
            int year = line.from().getYear();
            insurer = withinCeiling(plan, year, insurer, steps);
            moves = insurer == 0 ? moves : List.of(new CounterMove(CEILING + year, insurer));
        }
        Money own = Money.euros(left - insurer);
        steps.add(Rule.OWN_SHARE, own.minor(), "", List.of(), own);
        return new LineDecision(Money.euros(line.charged()), Money.euros(mutuality + others), Money.euros(insurer), own, steps.steps(), moves);
    }

    private static long uninsured(CareLine line, Explanation steps) {
        steps.add(Rule.NOT_INSURED, 0, "", List.of(), line.from());
        return 0;
    }

    private static long uncovered(Explanation steps) {
        steps.add(Rule.NOT_COVERED, 0, "", List.of());
        return 0;
    }

    private static long mutuality(CareLine line, Explanation steps) {
        Money honorarium = Money.euros(line.honorarium());
        Money intervention = Money.euros(line.intervention());
        List<Given> inputs = List.of(new Given("be.given.act", line.code()), new Given("be.given.honorarium", honorarium),
                new Given("be.given.intervention", intervention));
        if (line.tariff().given()) {
            steps.add(Rule.MUTUALITY_GIVEN, line.intervention(), "", inputs, intervention, line.code());
        } else {
            steps.add(Rule.MUTUALITY, line.intervention(), line.tariff().source(), inputs, intervention, line.code(), line.from(),
                    Words.words(line.tariff().status()));
        }
        long base = line.charged();
        long extras = 0;
        if (line.stay() instanceof CareLine.Within within) {
            extras = within.roomExtra() + within.feeExtra();
            base -= extras;
        }
        long paid = Math.min(line.intervention(), base);
        if (paid < line.intervention()) {
            steps.add(Rule.MUTUALITY_CAPPED, paid - line.intervention(), "", List.of(), Money.euros(base));
        }
        explainRest(line, base, extras, paid, steps);
        return paid;
    }

    private static void explainRest(CareLine line, long base, long extras, long paid, Explanation steps) {
        Money honorarium = Money.euros(line.honorarium());
        long remgeld = Math.min(base, line.honorarium()) - paid;
        steps.add(Rule.REMGELD, remgeld, "", List.of(), Money.euros(remgeld), Money.euros(Math.min(base, line.honorarium())));
        boolean within = line.stay() instanceof CareLine.Within;
        long above = base - line.honorarium();
        if (above > 0 && within) {
            steps.add(Rule.UNEXPLAINED, above, "", List.of(), Money.euros(above));
        }
        long supplement = within ? extras : above;
        if (supplement > 0) {
            steps.add(Rule.SUPPLEMENT, supplement, "", List.of(), Money.euros(supplement), honorarium);
        }
    }

    private long granted(Plan plan, CareLine line, long left, Explanation steps) {
        if (plan.strict() && line.kind() != null && !line.kind().isPaidBy(plan.branch())) {
            return uncovered(steps);
        }
        LocalDate covered = coveredFrom(plan, line);
        if (covered != null && line.from().isBefore(covered)) {
            steps.add(Rule.WAITING, 0, plan.source(), List.of(), covered, plan.waitingMonths(line.kind()));
            return 0;
        }
        return switch (line.stay()) {
            case CareLine.Within within when plan.hospital() != null -> stay(plan, plan.hospital(), line, within, left, steps);
            case CareLine.Around around when plan.hospital() != null -> around(plan, plan.hospital(), line, around, left, steps);
            case null, default -> plan.hospital() == null ? ambulatory(plan, line, left, steps) : uncovered(steps);
        };
    }

    private @Nullable LocalDate coveredFrom(Plan plan, CareLine line) {
        LocalDate since = standing.since();
        return since == null ? null : since.plusMonths(plan.waitingMonths(line.kind()));
    }

    private static long ambulatory(Plan plan, CareLine line, long left, Explanation steps) {
        Rate rate = line.preventive() ? plan.preventive() : plan.rate();
        long share = rate.of(left);
        steps.add(line.preventive() ? Rule.PREVENTIVE : Rule.RATE, share, plan.source(), List.of(new Given("be.given.rate", rate.share())),
                rate.share(), Money.euros(left));
        return share;
    }

    /// What general practitioners, specialists and physiotherapists leave before and after a stay: the ticket modérateur;
    /// supplements outside hospital are not a hospital plan's.
    private static long around(Plan plan, Plan.Hospital hospital, CareLine line, CareLine.Around stay, long left, Explanation steps) {
        LocalDate first = stay.from().minusDays(hospital.daysBefore());
        LocalDate last = stay.to().plusDays(hospital.daysAfter());
        List<Given> inputs = List.of(new Given("be.given.daysBefore", hospital.daysBefore()), new Given("be.given.daysAfter", hospital.daysAfter()),
                new Given("be.given.admission", stay.from()), new Given("be.given.discharge", stay.to()));
        if (line.from().isBefore(first) || line.from().isAfter(last)) {
            steps.add(Rule.TOO_FAR, 0, plan.source(), inputs, first, last);
            return 0;
        }
        long supplement = Math.max(0, line.charged() - line.honorarium());
        long share = plan.rate().of(Math.max(0, left - supplement));
        steps.add(Rule.AROUND, share, plan.source(), inputs, Money.euros(share), first, last);
        return share;
    }

    private long stay(Plan plan, Plan.Hospital hospital, CareLine line, CareLine.Within stay, long left, Explanation steps) {
        long asked = line.charged() - stay.roomExtra() - stay.feeExtra();
        long unexplained = Math.max(0, asked - line.honorarium());
        long remgeld = Math.max(0, left - stay.roomExtra() - stay.feeExtra() - unexplained);
        steps.add(Rule.STAY, remgeld, plan.source(), List.of(), Money.euros(remgeld));
        // other covers come first: what they paid of the supplements is not paid again
        long extrasLeft = Math.max(0, left - unexplained - remgeld);
        long fee = fee(plan, hospital, line, stay, Math.min(stay.feeExtra(), extrasLeft), steps);
        long room = room(plan, hospital, line, stay, Math.min(stay.roomExtra(), extrasLeft - fee), steps);
        long covered = remgeld + fee + room;
        long share = plan.rate().of(covered);
        if (share != covered) {
            steps.add(Rule.PART_OF_IT, share - covered, plan.source(), List.of(new Given("be.given.rate", plan.rate().share())),
                    plan.rate().share(), Money.euros(covered));
        }
        return share - withhold(plan, hospital, stay, share, steps);
    }

    private static long fee(Plan plan, Plan.Hospital hospital, CareLine line, CareLine.Within stay, long asked, Explanation steps) {
        if (stay.feeExtra() == 0) {
            return 0;
        }
        Money supplement = Money.euros(stay.feeExtra());
        if (stay.room() != Room.SINGLE) {
            steps.add(Rule.FORBIDDEN, stay.feeExtra(), Words.FEE_LAW, List.of(), supplement, Words.words(stay.room()));
            return 0;
        }
        if (hospital.maxFee().millionths() == 0) {
            steps.add(Rule.NO_FEE_SUPPLEMENT, 0, plan.source(), List.of(), supplement);
            return 0;
        }
        long most = hospital.maxFee().of(line.honorarium());
        long fee = Math.min(asked, most);
        steps.add(Rule.FEE_SUPPLEMENT, fee, plan.source(), List.of(new Given("be.given.maxFeeSupplement", hospital.maxFee().share()),
                new Given("be.given.honorarium", Money.euros(line.honorarium())), new Given("be.given.feeSupplement", supplement)),
                hospital.maxFee().share(), Money.euros(most), supplement, Money.euros(fee));
        return fee;
    }

    private static long room(Plan plan, Plan.Hospital hospital, CareLine line, CareLine.Within stay, long asked, Explanation steps) {
        if (stay.roomExtra() == 0) {
            return 0;
        }
        Money supplement = Money.euros(stay.roomExtra());
        if (stay.room() != Room.SINGLE) {
            steps.add(Rule.FORBIDDEN, stay.roomExtra(), Words.ROOM_LAW, List.of(), supplement, Words.words(stay.room()));
            return 0;
        }
        if (hospital.roomPerDay() == Plan.UNLIMITED) {
            steps.add(Rule.ROOM_SUPPLEMENT_WHOLE, asked, plan.source(), List.of(), Money.euros(asked));
            return asked;
        }
        if (hospital.roomPerDay() == 0) {
            steps.add(Rule.NO_ROOM_SUPPLEMENT, 0, plan.source(), List.of(), supplement);
            return 0;
        }
        long room = Math.min(asked, hospital.roomPerDay() * line.days());
        Money perDay = Money.euros(hospital.roomPerDay());
        steps.add(Rule.ROOM_SUPPLEMENT, room, plan.source(), List.of(new Given("be.given.roomSupplementPerDay", perDay),
                new Given("be.given.days", line.days()), new Given("be.given.roomSupplement", supplement)),
                perDay, line.days(), supplement, Money.euros(room));
        return room;
    }

    private long withhold(Plan plan, Plan.Hospital hospital, CareLine.Within stay, long share, Explanation steps) {
        if (stay.partner()) {
            if (hospital.deductible(stay.room()) > 0) {
                steps.add(Rule.PARTNER, 0, plan.source(), List.of());
            }
            return 0;
        }
        LocalDate admission = admission(stay);
        long deductible = deductibles.getOrDefault(admission, 0L);
        long before = withheld.getOrDefault(admission, Math.min(deductible, standing.withheld()));
        long off = Math.min(share, deductible - before);
        withheld.put(admission, before + off);
        if (off > 0) {
            steps.add(Rule.DEDUCTIBLE, -off, plan.source(), List.of(new Given("be.given.deductible", Money.euros(deductible)),
                    new Given("be.given.withheld", Money.euros(before))), Money.euros(deductible), Words.words(stay.room()), Money.euros(off));
        }
        return off;
    }

    private long withinCeiling(Plan plan, int year, long share, Explanation steps) {
        long used = paid.getOrDefault(year, standing.usedIn(year));
        int membershipYear = standing.membershipYear(year);
        long ceiling = plan.ceiling(membershipYear);
        long left = Math.max(0, ceiling - used);
        long granted = Math.min(share, left);
        if (granted < share) {
            steps.add(Rule.CEILING, granted - share, plan.source(), List.of(new Given("be.given.ceiling", Money.euros(ceiling)),
                    new Given("be.given.membershipYear", membershipYear), new Given("be.given.used", Money.euros(used))),
                    Money.euros(ceiling), membershipYear, Money.euros(left), Integer.toString(year));
        }
        paid.put(year, used + granted);
        return granted;
    }
}
