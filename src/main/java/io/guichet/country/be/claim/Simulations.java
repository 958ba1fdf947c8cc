package io.guichet.country.be.claim;

import io.guichet.country.be.adjudication.Branch;
import io.guichet.country.be.adjudication.Formulas;
import io.guichet.country.be.adjudication.Plan;
import io.guichet.country.be.adjudication.Room;
import io.guichet.country.be.adjudication.Standing;
import io.guichet.country.be.table.Rows;
import io.guichet.kernel.Money;
import io.guichet.platform.database.UnitOfWork;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A member's plan on a day as the rules read it: by its product where they know it, else by what it pays.
final class Simulations {

    private Simulations() {
    }

    static Map<String, Object> of(UnitOfWork work, String member, LocalDate day, Coverage coverage) {
        Standing standing = coverage.standing(work, member, 0);
        Map<String, Object> plan = new HashMap<>();
        plan.put("memberSince", coverage.since().toString());
        plan.put("membershipYear", standing.membershipYear(day.getYear()));
        plan.put("usedThisYear", Money.euros(standing.usedIn(day.getYear())).toString());
        Map<String, Object> input = new HashMap<>();
        if (Formulas.samples().formula(coverage.formula()).isPresent()) {
            input.put("product", coverage.formula());
        } else {
            Plan terms = coverage.terms(work, coverage.branch()).on(day);
            if (terms != null) {
                describe(terms, plan);
            }
        }
        input.put("plan", plan);
        input.put("line", Rows.first(work, "SELECT bim, gmd FROM be.mutualiteit_aansluiting WHERE verzekerde = ?",
                row -> Map.<String, Object>of("bim", row.getBoolean("bim"), "gmd", row.getBoolean("gmd")), member).orElse(Map.of()));
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
