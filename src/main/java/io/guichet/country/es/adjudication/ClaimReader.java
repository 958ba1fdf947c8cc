package io.guichet.country.es.adjudication;

import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.country.es.adjudication.Modality.Kind;
import io.guichet.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A claim as the command `adjudicate` documents it, read strictly.
///
/// Besides what is documented there, a plan may name `coverTo`, `fromOtherInsurer`, `sessionsUsedThisYear`, and what differs for
/// single acts (`StatedPlan`); a line may have `authorisedFrom` and `authorisedUntil`. With a `product`, the plan holds facts of the person only.
final class ClaimReader {

    private static final int MOST_SERVICES = 10_000;

    /// Where care was had.
    private enum Territory {
        ES, ABROAD
    }

    /// A claim that can be decided.
    record Claim(Modality modality, Insured insured, Usage usage, List<Care> lines) {
    }

    private final SampleProducts products;

    ClaimReader(SampleProducts products) {
        this.products = products;
    }

    Claim read(ClaimInput claim) throws InputRefused {
        claim.has("ref");
        claim.has("source");
        boolean ofProduct = claim.has("product");
        ClaimInput plan = ofProduct && !claim.has("plan") ? null : claim.object("plan");
        StatedPlan stated = ofProduct || plan == null ? null : new StatedPlan(plan);
        if (stated == null && plan != null) {
            StatedPlan.refuseTerms(plan);
        }
        Modality modality = stated == null ? product(claim) : stated.read();
        Insured insured = plan == null ? new Insured(null, null, List.of(), false) : insured(plan);
        List<Care> lines = new ArrayList<>();
        for (ClaimInput line : claim.objects("lines")) {
            Care care = care(line);
            if (stated != null) {
                stated.needs(care);
            }
            lines.add(care);
        }
        Usage usage = new Usage();
        if (plan != null) {
            used(plan, stated, usage.year(lines.getFirst().day().getYear()));
            plan.end();
        }
        claim.end();
        return new Claim(modality, insured, usage, lines);
    }

    private Modality product(ClaimInput claim) throws InputRefused {
        Optional<Modality> modality = products.modality(claim.text("product"));
        if (modality.isEmpty()) {
            throw claim.refused("product", "es.input.product");
        }
        return modality.get();
    }

    private static Insured insured(ClaimInput plan) throws InputRefused {
        LocalDate from = plan.has("coverFrom") ? plan.day("coverFrom") : null;
        LocalDate to = plan.has("coverTo") ? plan.day("coverTo") : null;
        if (from != null && to != null && to.isBefore(from)) {
            throw plan.refused("coverTo", "es.input.coverTo");
        }
        return new Insured(from, to, List.of(), plan.flag("fromOtherInsurer", false));
    }

    /// What was used before, in the year of the first line.
    private static void used(ClaimInput plan, @Nullable StatedPlan stated, Usage.Year year) throws InputRefused {
        if (stated != null) {
            stated.used(year);
        }
        long all = plan.amountIf("usedThisYear").map(Money::minor).orElse(0L);
        year.addReimbursed(Math.max(0, all - year.reimbursed()));
        year.addCopay(plan.amountIf("copayPaidThisYear").map(Money::minor).orElse(0L));
        year.addServices(plan.whole("servicesUsedThisYear", 0, MOST_SERVICES, 0));
        year.addSessions(plan.whole("sessionsUsedThisYear", 0, MOST_SERVICES, 0));
    }

    private static Care care(ClaimInput line) throws InputRefused {
        MedicalAct act = line.choice("act", MedicalAct.class, null);
        LocalDate day = line.day("careDate");
        long charged = line.amount("charged").minor();
        boolean abroad = line.choice("territory", Territory.class, null) == Territory.ABROAD;
        if (!line.has("inNetwork")) {
            throw line.refused("inNetwork", "country.input.missing");
        }
        boolean inNetwork = line.flag("inNetwork", false);
        Period authorisation = null;
        LocalDate from = line.has("authorisedFrom") ? line.day("authorisedFrom") : Period.ALWAYS.from();
        if (line.has("authorisedUntil")) {
            LocalDate until = line.day("authorisedUntil");
            if (until.isBefore(from)) {
                throw line.refused("authorisedUntil", "es.input.authorisedUntil");
            }
            authorisation = new Period(from, until);
        }
        line.end();
        return new Care(act, day, charged, abroad, inNetwork, authorisation);
    }

    /// Whether a plan of that kind gives invoices back at the rate of that territory.
    static boolean needsRate(Kind kind, Care care, boolean abroad) {
        return kind.givesBack() && !care.inNetwork() && care.abroad() == abroad;
    }
}
