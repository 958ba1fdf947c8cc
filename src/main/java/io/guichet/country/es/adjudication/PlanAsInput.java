package io.guichet.country.es.adjudication;

import io.guichet.country.es.adjudication.Modality.Kind;
import io.guichet.country.es.adjudication.Terms.Share;
import io.guichet.country.es.adjudication.Terms.Tier;
import io.guichet.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The terms of a day and what a person used of them, written as a plan that `SpanishAdjudication` reads: the what-if of a
/// member begins with it.
public final class PlanAsInput {

    private PlanAsInput() {
    }

    /// The plan of that day.
    public static Map<String, Object> of(Modality modality, Insured insured, Usage usage, LocalDate day) {
        Map<String, Object> plan = new LinkedHashMap<>();
        Terms any = modality.terms(MedicalAct.URGENCIA, day);
        Usage.Year year = usage.year(day.getYear());
        plan.put("modality", modality.kind().name());
        if (modality.kind().givesBack()) {
            Share share = any.share();
            plan.put("rateSpain", share == null ? "0" : share.spain().fraction().toPlainString());
            plan.put("rateAbroad", share == null ? "0" : share.abroad().fraction().toPlainString());
            put(plan, "capital", any.capital());
        }
        LocalDate from = insured.from();
        if (from != null) {
            plan.put("coverFrom", from.toString());
        }
        LocalDate to = insured.to();
        if (to != null) {
            plan.put("coverTo", to.toString());
        }
        plan.put("fromOtherInsurer", insured.recognised());
        plan.put("usedThisYear", amount(year.reimbursed()));
        List<Tier> tiers = common(modality, day);
        if (modality.kind() == Kind.COPAY || modality.kind() == Kind.MIXED) {
            copay(plan, tiers, any, year);
        }
        Map<String, Object> acts = new LinkedHashMap<>();
        for (MedicalAct act : MedicalAct.values()) {
            acts.put(act.name(), act(act, modality, modality.terms(act, day), tiers, year));
        }
        plan.put("acts", acts);
        return plan;
    }

    private static void copay(Map<String, Object> plan, List<Tier> tiers, Terms any, Usage.Year year) {
        Map<String, Object> copay = new LinkedHashMap<>();
        if (!tiers.isEmpty()) {
            List<Map<String, Object>> written = new ArrayList<>();
            for (Tier tier : tiers) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("from", tier.from());
                if (tier.to() != Integer.MAX_VALUE) {
                    one.put("to", tier.to());
                }
                one.put("amount", amount(tier.amount()));
                written.add(one);
            }
            copay.put("tiers", written);
        }
        put(copay, "yearlyLimit", any.copayLimit());
        if (!copay.isEmpty()) {
            plan.put("copay", copay);
        }
        plan.put("copayPaidThisYear", amount(year.copay()));
        plan.put("servicesUsedThisYear", year.services());
        plan.put("sessionsUsedThisYear", year.sessions());
    }

    /// The tiers that all acts share; none when acts have copays of their own.
    private static List<Tier> common(Modality modality, LocalDate day) {
        List<Tier> first = modality.terms(MedicalAct.CONSULTA, day).tiers();
        for (MedicalAct act : MedicalAct.values()) {
            if (!modality.terms(act, day).tiers().equals(first)) {
                return List.of();
            }
        }
        return first;
    }

    private static Map<String, Object> act(MedicalAct act, Modality modality, Terms terms, List<Tier> tiers, Usage.Year year) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("covered", terms.covered());
        own.put("authorisation", terms.authorised());
        WaitingPeriod waiting = terms.waiting();
        if (waiting != null) {
            own.put("waitingMonths", waiting.months());
            own.put("waivable", waiting.waivable());
        }
        Share share = terms.share();
        if (share != null && modality.kind().givesBack()) {
            own.put("rateSpain", share.spain().fraction().toPlainString());
            own.put("rateAbroad", share.abroad().fraction().toPlainString());
            put(own, "perAct", share.perAct());
            put(own, "perYear", share.perYear());
        }
        if (tiers.isEmpty() && !terms.tiers().isEmpty()) {
            own.put("copay", amount(terms.tiers().getFirst().amount()));
        }
        own.put("usedThisYear", amount(year.reimbursed(act)));
        return own;
    }

    private static void put(Map<String, Object> map, String key, long cents) {
        if (cents != Terms.NO_LIMIT) {
            map.put(key, amount(cents));
        }
    }

    private static String amount(long cents) {
        return Money.euros(cents).toString();
    }
}
