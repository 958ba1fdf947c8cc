package io.guichet.country.fr.adjudication;

import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a claim as the command `adjudicate` documents it.
final class ClaimReader {

    private static final int LONGEST_STAY = 3_660;
    private static final int MOST_USED = 10_000_000;

    private final ClaimInput claim;
    private final Map<String, Long> used = new HashMap<>();
    private Plan plan = Plan.of(true, Guarantee.of(Mode.NONE, BigDecimal.ZERO, 0, 0));

    ClaimReader(ClaimInput claim) {
        this.claim = claim;
    }

    Plan plan() {
        return plan;
    }

    Used used() {
        return used.isEmpty() ? Used.NOTHING : (counter, day) -> used.getOrDefault(counter, 0L);
    }

    /// The lines; `plan` and `used` are known afterwards.
    List<CareLine> read() throws InputRefused {
        // what a file says about a claim, for people
        claim.has("ref");
        claim.has("source");
        if (claim.has("product")) {
            if (claim.has("plan")) {
                throw claim.refused("plan", "fr.input.planAndProduct");
            }
            Plan known = Products.samples().plan(claim.text("product"));
            if (known == null) {
                throw claim.refused("product", "fr.input.product");
            }
            plan = known;
            if (claim.has("used")) {
                used(claim.object("used"), known);
            }
        } else {
            plan(claim.object("plan"));
        }
        List<CareLine> lines = new ArrayList<>();
        for (ClaimInput line : claim.objects("lines")) {
            lines.add(line(line));
        }
        claim.end();
        return lines;
    }

    // What is used of a product's limits: amounts of those in euros, numbers of the others.
    private void used(ClaimInput input, Plan product) throws InputRefused {
        for (String code : product.codes()) {
            Guarantee guarantee = product.guarantee(code);
            if (guarantee != null && guarantee.unit() != Guarantee.Unit.NONE && input.has(code)) {
                used.put(code, guarantee.unit() == Guarantee.Unit.CENTS ? input.amount(code).minor()
                        : input.whole(code, 0, MOST_USED, 0));
            }
        }
        if (input.has(Used.GLASSES)) {
            used.put(Used.GLASSES, (long) input.whole(Used.GLASSES, 0, 1, 0));
        }
        input.end();
    }

    private void plan(ClaimInput input) throws InputRefused {
        boolean responsible = input.flag("responsible", true);
        ClaimInput guarantee = input.object("guarantee");
        Mode mode = guarantee.choice("mode", Mode.class, null);
        boolean share = mode.isShare();
        BigDecimal rate = share ? guarantee.rate("value") : BigDecimal.ZERO;
        Money amount = mode.isFlat() ? guarantee.amount("value") : Money.ZERO;
        if (!share && !mode.isFlat() && guarantee.has("value")) {
            guarantee.amount("value");
        }
        Money plusFlat = guarantee.amountIf("plusFlat").orElse(Money.ZERO);
        guarantee.end();
        input.amountIf("usedThisYear").ifPresent(before -> used.put(Guarantee.EVERYTHING, before.minor()));
        input.end();
        plan = Plan.of(responsible, Guarantee.of(mode, rate, amount.minor(), plusFlat.minor()));
    }

    private CareLine line(ClaimInput input) throws InputRefused {
        CareAct act = CareAct.of(input.text("act"));
        if (act == null) {
            throw input.refused("act", "fr.input.act");
        }
        boolean stay = input.has("from") || input.has("to");
        if (stay && input.has("careDate")) {
            throw input.refused("careDate", "fr.input.dayAndStay");
        }
        LocalDate first = input.day(stay ? "from" : "careDate");
        LocalDate last = stay ? input.day("to") : first;
        if (last.isBefore(first) || last.toEpochDay() - first.toEpochDay() > LONGEST_STAY) {
            throw input.refused("to", "fr.input.stay");
        }
        Money charged = input.amount("charged");
        long base = input.has("base") ? input.amount("base").minor() : -1;
        @Nullable BigDecimal rate = input.has("publicRate") ? input.rate("publicRate") : null;
        if (rate != null && rate.compareTo(BigDecimal.ONE) > 0) {
            throw input.refused("publicRate", "fr.input.rateAbove");
        }
        Sector sector = input.choice("sector", Sector.class, act.doctor() ? Sector.SECTOR_1 : Sector.NONE);
        boolean inPathway = input.flag("inPathway", true);
        @Nullable Basket basket = input.has("basket") ? input.choice("basket", Basket.class, null) : null;
        Money flatPaid = input.amountIf("flatFeePaidThisYear").orElse(Money.ZERO);
        input.end();
        CareLine line = new CareLine(act, first, last, 1, charged.minor(), base, rate, sector, inPathway, basket,
                flatPaid.minor(), -1);
        LineProblem problem = LineProblem.of(plan, line).orElse(null);
        if (problem != null) {
            throw new InputRefused(input.path(stay && problem.field().equals("careDate") ? "from" : problem.field()),
                    problem.reason());
        }
        return line;
    }
}
