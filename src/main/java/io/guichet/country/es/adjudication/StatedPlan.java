package io.guichet.country.es.adjudication;

import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.country.es.adjudication.Modality.Kind;
import io.guichet.country.es.adjudication.Modality.Rows;
import io.guichet.country.es.adjudication.Terms.Rate;
import io.guichet.country.es.adjudication.Terms.Share;
import io.guichet.country.es.adjudication.Terms.Tier;
import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The terms that a plan states itself, the same on every day.
///
/// What differs for single acts stands in `acts`, by their code: `covered`, `authorisation` (must be authorised), `waitingMonths`,
/// `waivable` (for who comes from another insurer; childbirth never is), `rateSpain`, `rateAbroad`, `perAct`, `perYear`, `usedThisYear`, `copay` (an amount a service). All of it may be left out.
final class StatedPlan {

    private static final List<String> TERMS = List.of("modality", "rateSpain", "rateAbroad", "capital", "copay", "acts");
    private static final int LONGEST_WAITING = 24;
    private static final int MOST_SERVICES = 10_000;

    private final ClaimInput plan;
    private final Map<MedicalAct, ClaimInput> acts = new EnumMap<>(MedicalAct.class);
    private final Map<MedicalAct, Long> usedByAct = new EnumMap<>(MedicalAct.class);
    private Kind kind = Kind.NETWORK;
    private boolean spainStated;
    private boolean abroadStated;

    StatedPlan(ClaimInput plan) {
        this.plan = plan;
    }

    /// Refuses terms beside a product, which has its own.
    static void refuseTerms(ClaimInput plan) throws InputRefused {
        for (String field : TERMS) {
            if (plan.has(field)) {
                throw plan.refused(field, "es.input.fromProduct");
            }
        }
    }

    Modality read() throws InputRefused {
        kind = plan.choice("modality", Kind.class, null);
        Rows rows = new Rows("", "", kind);
        spainStated = plan.has("rateSpain");
        abroadStated = plan.has("rateAbroad");
        Rate spain = rate(plan, "rateSpain", Rate.NONE);
        Rate abroad = rate(plan, "rateAbroad", Rate.NONE);
        if (kind.givesBack()) {
            rows.gives(null, new Share(spain, abroad, Terms.NO_LIMIT, Terms.NO_LIMIT), Period.ALWAYS);
        }
        if (plan.has("capital")) {
            rows.capital(plan.amount("capital").minor(), Period.ALWAYS);
        }
        if (plan.has("copay") || kind == Kind.COPAY && !plan.has("acts")) {
            copay(plan.object("copay"), rows);
        }
        acts(rows, spain, abroad);
        return rows.build();
    }

    /// Refuses a plan that has no rate for a line that needs one.
    void needs(Care care) throws InputRefused {
        ClaimInput own = acts.get(care.act());
        if (ClaimReader.needsRate(kind, care, false) && !spainStated && (own == null || !own.has("rateSpain"))) {
            throw plan.refused("rateSpain", "country.input.missing");
        }
        if (ClaimReader.needsRate(kind, care, true) && !abroadStated && (own == null || !own.has("rateAbroad"))) {
            throw plan.refused("rateAbroad", "country.input.missing");
        }
    }

    /// Adds what was used of single acts.
    void used(Usage.Year year) {
        usedByAct.forEach(year::addReimbursed);
    }

    private void acts(Rows rows, Rate spain, Rate abroad) throws InputRefused {
        ClaimInput all = plan.has("acts") ? plan.object("acts") : null;
        for (MedicalAct act : MedicalAct.values()) {
            if (all == null || !all.has(act.name())) {
                rows.covers(act, false, Period.ALWAYS);
                continue;
            }
            ClaimInput own = all.object(act.name());
            acts.put(act, own);
            act(act, own, rows, spain, abroad);
            own.end();
        }
        if (all != null) {
            all.end();
        }
    }

    private void act(MedicalAct act, ClaimInput own, Rows rows, Rate spain, Rate abroad) throws InputRefused {
        boolean emergency = act == MedicalAct.URGENCIA;
        boolean authorised = own.flag("authorisation", false);
        if (own.flag("covered", true)) {
            rows.covers(act, authorised && !emergency, Period.ALWAYS);
        }
        int months = own.whole("waitingMonths", 0, LONGEST_WAITING, 0);
        if (emergency && (months > 0 || authorised)) {
            throw own.refused(authorised ? "authorisation" : "waitingMonths", "es.input.emergency");
        }
        boolean waivable = own.flag("waivable", true) && act != MedicalAct.PARTO;
        if (months > 0) {
            rows.waits(act, months, waivable, Period.ALWAYS);
        }
        Share share = new Share(rate(own, "rateSpain", spain), rate(own, "rateAbroad", abroad), limit(own, "perAct"), limit(own, "perYear"));
        if (kind.givesBack()) {
            rows.gives(act, share, Period.ALWAYS);
        }
        if (own.has("copay")) {
            tier(rows, act, new Tier(1, Integer.MAX_VALUE, own.amount("copay").minor()));
        }
        usedByAct.put(act, own.amountIf("usedThisYear").map(Money::minor).orElse(0L));
    }

    /// Copays of a kind that has none are read and count nothing: a what-if changes the kind and leaves the rest.
    private void tier(Rows rows, @Nullable MedicalAct act, Tier tier) {
        if (kind == Kind.COPAY || kind == Kind.MIXED) {
            rows.copay(act, tier, Period.ALWAYS);
        }
    }

    private void copay(ClaimInput copay, Rows rows) throws InputRefused {
        if (copay.has("amount") && copay.has("tiers")) {
            throw copay.refused("tiers", "es.input.amountOrTiers");
        }
        if (copay.has("tiers")) {
            for (Tier tier : tiers(copay)) {
                tier(rows, null, tier);
            }
        } else if (copay.has("amount") || !plan.has("acts")) {
            tier(rows, null, new Tier(1, Integer.MAX_VALUE, copay.amount("amount").minor()));
        }
        if (copay.has("yearlyLimit")) {
            rows.copayLimit(copay.amount("yearlyLimit").minor(), Period.ALWAYS);
        }
        copay.end();
    }

    private static List<Tier> tiers(ClaimInput copay) throws InputRefused {
        record Read(ClaimInput input, Tier tier) {
        }
        List<Read> read = new ArrayList<>();
        for (ClaimInput input : copay.objects("tiers")) {
            int from = input.whole("from", 1, MOST_SERVICES, 1);
            int to = input.whole("to", 1, MOST_SERVICES, Integer.MAX_VALUE);
            if (to < from) {
                throw input.refused("to", "es.input.tierEnd");
            }
            read.add(new Read(input, new Tier(from, to, input.amount("amount").minor())));
            input.end();
        }
        read.sort(Comparator.comparingInt(each -> each.tier().from()));
        for (int i = 1; i < read.size(); i++) {
            if (read.get(i).tier().from() <= read.get(i - 1).tier().to()) {
                throw read.get(i).input().refused("from", "es.input.tierOverlap");
            }
        }
        return read.stream().map(Read::tier).toList();
    }

    private static long limit(ClaimInput own, String field) throws InputRefused {
        return own.has(field) ? own.amount(field).minor() : Terms.NO_LIMIT;
    }

    private static Rate rate(ClaimInput input, String field, Rate otherwise) throws InputRefused {
        if (!input.has(field)) {
            return otherwise;
        }
        BigDecimal fraction = input.rate(field);
        if (fraction.compareTo(BigDecimal.ONE) > 0) {
            throw input.refused(field, "es.input.share");
        }
        return Rate.of(fraction);
    }
}
