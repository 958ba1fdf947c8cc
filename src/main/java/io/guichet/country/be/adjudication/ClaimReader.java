package io.guichet.country.be.adjudication;

import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.country.be.adjudication.Formulas.Formula;
import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a claim to simulate: `plan` or `product`, and `lines`, as the command `adjudicate` documents them. Beside that it
/// takes what a stay and a waiting period need to be told: of a plan `memberSince`, `waitingMonths`, `daysBefore` and
/// `daysAfter`; of a line `from` and `to` instead of `careDate`, and `stayFrom` and `stayTo`, the stay that it belongs to.
final class ClaimReader {

    private static final int LONGEST_MEMBERSHIP = 120;
    private static final int LONGEST_WAIT = 24;
    private static final int YEAR = 365;
    private static final List<String> OF_THE_PRODUCT = List.of("kind", "rate", "preventiveRate", "yearlyMax", "deductible",
            "maxFeeSupplement", "roomSupplementPerDay", "waitingMonths", "daysBefore", "daysAfter");

    /// What was read.
    record Claim(Plan.Terms terms, Standing standing, List<CareLine> lines) {
    }

    /// What a plan says besides what it pays.
    ///
    /// @param membershipYear 0 when nothing says it
    private record Facts(int membershipYear, long used, @Nullable LocalDate since) {
    }

    private ClaimReader() {
    }

    static Claim read(ClaimInput input) throws InputRefused {
        // told by who asks, for who reads the answer
        input.has("ref");
        input.has("source");
        Branch branch;
        Plan.Terms terms;
        Facts facts = new Facts(0, 0, null);
        if (input.has("product")) {
            String code = input.text("product");
            Formula formula = Formulas.samples().formula(code)
                    .orElseThrow(() -> input.refused("product", "be.input.unknownProduct", code));
            terms = formula;
            branch = formula.branch();
            if (input.has("plan")) {
                ClaimInput plan = input.object("plan");
                for (String field : OF_THE_PRODUCT) {
                    if (plan.has(field)) {
                        throw plan.refused(field, "be.input.productSays");
                    }
                }
                facts = facts(plan);
                plan.end();
            }
        } else {
            ClaimInput said = input.object("plan");
            Plan plan = plan(said);
            terms = day -> plan;
            branch = plan.branch();
            facts = facts(said);
            said.end();
        }
        List<CareLine> lines = new ArrayList<>();
        for (ClaimInput line : input.objects("lines")) {
            lines.add(line(line, branch));
            line.end();
        }
        input.end();
        return new Claim(terms, standing(facts, lines.getFirst().from().getYear()), lines);
    }

    /// Insurance years are calendar years: `usedThisYear` and `membershipYear` are those of the first line's year.
    private static Standing standing(Facts facts, int year) {
        LocalDate since = facts.since();
        int first = facts.membershipYear() > 0 ? year - facts.membershipYear() + 1 : since == null ? year : since.getYear();
        return new Standing(first, since, Map.of(year, facts.used()), 0);
    }

    private static Facts facts(ClaimInput plan) throws InputRefused {
        int year = plan.has("membershipYear") ? plan.whole("membershipYear", 1, LONGEST_MEMBERSHIP, 1) : 0;
        return new Facts(year, plan.amountIf("usedThisYear").orElse(Money.ZERO).minor(),
                plan.has("memberSince") ? plan.day("memberSince") : null);
    }

    private static Plan plan(ClaimInput plan) throws InputRefused {
        Branch branch = plan.choice("kind", Branch.class, null);
        boolean hospital = branch == Branch.HOSPITAL;
        Rate rate = hospital ? rate(plan, "rate", Rate.ALL) : share(plan, "rate");
        return new Plan(branch, rate, rate(plan, "preventiveRate", Rate.ALL), ceilings(plan), hospital ? hospital(plan) : null, Map.of(),
                plan.whole("waitingMonths", 0, LONGEST_WAIT, 0), false, "");
    }

    private static Rate rate(ClaimInput plan, String field, Rate otherwise) throws InputRefused {
        return plan.has(field) ? share(plan, field) : otherwise;
    }

    private static Rate share(ClaimInput plan, String field) throws InputRefused {
        BigDecimal share = plan.rate(field);
        if (share.compareTo(BigDecimal.ONE) > 0) {
            throw plan.refused(field, "be.input.rateAbove");
        }
        return Rate.of(share);
    }

    private static List<Money> ceilings(ClaimInput plan) throws InputRefused {
        if (!plan.has("yearlyMax")) {
            return List.of();
        }
        return plan.isList("yearlyMax") ? plan.amounts("yearlyMax") : List.of(plan.amount("yearlyMax"));
    }

    private static Plan.Hospital hospital(ClaimInput plan) throws InputRefused {
        Map<Room, Long> deductibles = new EnumMap<>(Room.class);
        if (plan.has("deductible")) {
            ClaimInput deductible = plan.object("deductible");
            for (Room room : Room.values()) {
                deductibles.put(room, deductible.amountIf(room.name()).orElse(Money.ZERO).minor());
            }
            deductible.end();
        }
        return new Plan.Hospital(deductibles, plan.has("maxFeeSupplement") ? Rate.of(plan.rate("maxFeeSupplement")) : Rate.NONE,
                plan.amountIf("roomSupplementPerDay").orElse(Money.ZERO).minor(),
                plan.whole("daysBefore", 0, YEAR, 0), plan.whole("daysAfter", 0, YEAR, 0));
    }

    private static CareLine line(ClaimInput line, Branch branch) throws InputRefused {
        String code = line.text("code");
        LocalDate from = line.day(line.has("from") ? "from" : "careDate");
        LocalDate to = line.has("from") ? line.day("to") : from;
        if (line.has("from") && line.has("careDate")) {
            throw line.refused("careDate", "be.input.dayOrDays");
        }
        if (to.isBefore(from)) {
            throw line.refused("to", "be.input.endsBefore");
        }
        Figures figures = Figures.read(line, code, from);
        long charged = line.amount("charged").minor();
        Prestatie act = figures.act();
        return new CareLine(code, act == null ? null : act.rubriek(), from, to, charged, figures.honorarium(), figures.intervention(), 0,
                line.flag("preventive", act != null && act.preventive()), figures.origin(),
                branch == Branch.HOSPITAL ? stay(line, charged, figures.honorarium()) : null);
    }

    private static CareLine.Stay stay(ClaimInput line, long charged, long honorarium) throws InputRefused {
        LocalDate admission = line.has("stayFrom") ? line.day("stayFrom") : null;
        LocalDate discharge = line.has("stayTo") ? line.day("stayTo") : admission;
        if (admission != null && discharge != null && discharge.isBefore(admission)) {
            throw line.refused("stayTo", "be.input.endsBefore");
        }
        if (admission != null && discharge != null && !line.has("room")) {
            return new CareLine.Around(admission, discharge);
        }
        Room room = line.choice("room", Room.class, null);
        boolean partner = line.flag("partnerHospital", false);
        long roomExtra = line.amountIf("roomSupplement").orElse(Money.ZERO).minor();
        if (roomExtra > charged) {
            throw line.refused("roomSupplement", "be.input.extrasAbove");
        }
        // what was charged above the honorarium and the room is a fee supplement, whether the invoice calls it so or not
        long feeExtra = line.amountIf("feeSupplement").orElse(Money.euros(Math.max(0, charged - roomExtra - honorarium))).minor();
        if (feeExtra > charged - roomExtra) {
            throw line.refused("feeSupplement", "be.input.extrasAbove");
        }
        return new CareLine.Within(admission, room, partner, roomExtra, feeExtra);
    }
}
