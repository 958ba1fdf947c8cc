package io.guichet.country.be.claim;

import io.guichet.country.be.adjudication.Branch;
import io.guichet.country.be.adjudication.Formulas;
import io.guichet.country.be.adjudication.Plan;
import io.guichet.country.be.adjudication.Room;
import io.guichet.country.be.adjudication.Standing;
import io.guichet.country.be.adjudication.Status;
import io.guichet.country.claim.MemberPlan;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A member's plan on a day as the rules read it: by its product where they know it, else by what it pays.
final class Simulations {

    private Simulations() {
    }

    /// Those that cover the member on that day, ambulatory care first.
    static List<MemberPlan> of(Connection connection, String member, LocalDate day) throws SQLException {
        People people = People.of(connection, List.of(member));
        Map<String, FormulaTerms> terms = FormulaTerms.of(connection, people.formulas());
        List<MemberPlan> plans = new ArrayList<>();
        for (Branch branch : Branch.values()) {
            people.cover(member, branch, day).filter(each -> each.branch() == branch && each.covers(day)).ifPresent(coverage ->
                    plans.add(new MemberPlan(branch.name(), UserMessage.of("be.whatif.member", UserMessage.of("be.contract.formula." + branch.tak()),
                            coverage.name()), input(people, member, day, coverage, terms.get(coverage.formula())))));
        }
        return plans;
    }

    private static Map<String, Object> input(People people, String member, LocalDate day, Coverage coverage, @Nullable FormulaTerms terms) {
        Standing standing = coverage.standing(people.used(member, coverage.formula()), 0);
        Map<String, Object> plan = new HashMap<>();
        plan.put("memberSince", coverage.since().toString());
        plan.put("membershipYear", standing.membershipYear(day.getYear()));
        plan.put("usedThisYear", Money.euros(standing.usedIn(day.getYear())).toString());
        Map<String, Object> input = new HashMap<>();
        if (Formulas.samples().formula(coverage.formula()).isPresent()) {
            input.put("product", coverage.formula());
        } else {
            Plan dated = terms == null ? null : terms.on(day);
            if (dated != null) {
                describe(dated, plan);
            }
        }
        input.put("plan", plan);
        Status status = people.status(member);
        input.put("line", Map.of("bim", status.isBim(), "gmd", status.hasFile()));
        return input;
    }

    private static void describe(Plan terms, Map<String, Object> plan) {
        plan.put("kind", terms.branch().name());
        plan.put("rate", terms.rate().share().toPlainString());
        plan.put("waitingMonths", terms.waitingElse());
        List<String> ceilings = terms.ceilings().stream().map(Money::toString).toList();
        if (!ceilings.isEmpty()) {
            plan.put("yearlyMax", ceilings);
        }
        Plan.Hospital hospital = terms.hospital();
        if (terms.branch() != Branch.HOSPITAL || hospital == null) {
            plan.put("preventiveRate", terms.preventive().share().toPlainString());
            return;
        }
        Map<String, Object> deductible = new HashMap<>();
        for (Room room : Room.values()) {
            deductible.put(room.name(), Money.euros(hospital.deductible(room)).toString());
        }
        plan.put("deductible", deductible);
        plan.put("maxFeeSupplement", hospital.maxFee().share().toPlainString());
        plan.put("roomSupplementPerDay", Money.euros(Math.min(hospital.roomPerDay(), ClaimFields.DEAREST.minor())).toString());
        plan.put("daysBefore", hospital.daysBefore());
        plan.put("daysAfter", hospital.daysAfter());
    }
}
