package io.guichet.country.fr.claim;

import io.guichet.country.fr.adjudication.Guarantee;
import io.guichet.country.fr.adjudication.Plan;
import io.guichet.country.fr.adjudication.Products;
import io.guichet.country.fr.adjudication.Used;
import io.guichet.country.fr.claim.Covers.Cover;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// A person's terms and what they used, as the command `adjudicate` reads them.
final class PlanAsInput {

    private PlanAsInput() {
    }

    static Map<String, Object> of(Cover cover, Counters counters, LocalDate day) {
        Map<String, Object> input = new HashMap<>();
        Plan known = Products.samples().plan(cover.key());
        if (known == null) {
            // a product that the program does not know by its code: at least what a contrat responsable always pays
            input.put("plan", Map.of("responsible", cover.responsible(), "guarantee",
                    Map.of("mode", "BRSS_INCLUDED", "value", "1.00")));
        } else {
            input.put("product", cover.key());
            input.put("used", used(known, counters, day));
        }
        long flat = counters.of(Used.FLAT_CONTRIBUTIONS, day);
        input.put("line", Map.of("flatFeePaidThisYear", euros(flat)));
        return input;
    }

    private static Map<String, Object> used(Plan plan, Counters counters, LocalDate day) {
        Map<String, Object> used = new HashMap<>();
        for (String code : plan.codes()) {
            Guarantee guarantee = plan.guarantee(code);
            long amount = counters.of(code, day);
            if (guarantee != null && amount > 0 && guarantee.unit() != Guarantee.Unit.NONE) {
                used.put(code, guarantee.unit() == Guarantee.Unit.CENTS ? euros(amount) : (Object) amount);
            }
        }
        if (counters.of(Used.GLASSES, day) > 0) {
            used.put(Used.GLASSES, 1);
        }
        return used;
    }

    private static String euros(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
