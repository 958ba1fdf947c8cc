package io.guichet.testing;

import io.guichet.country.adjudication.Act;
import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.adjudication.Given;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.country.adjudication.WhatIfForm;
import io.guichet.country.contract.Offer;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.country.field.Sensitivity;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The public insurance pays 70 % of a visit's 20.00 (operations bring their tariff along), we a rate of what it leaves, up
/// to an amount a year.
public final class TestlandRules implements Adjudication {

    private static final Money VISIT = Money.euros(2000);
    private static final BigDecimal PUBLIC = new BigDecimal("0.70");
    private static final Money DEAR = Money.euros(100_000_00);
    private static final LocalDate LEECHES_BANNED = LocalDate.of(2020, 1, 1);

    private enum What { VISIT, OPERATION, LEECHES }

    private record Plan(BigDecimal rate, Money left) {
    }

    @Override
    public ClaimDecision simulate(ClaimInput claim) throws InputRefused {
        Plan plan = plan(claim);
        List<ClaimInput> lines = claim.objects("lines");
        claim.end();
        List<LineDecision> decided = new ArrayList<>();
        Money left = plan.left();
        for (ClaimInput line : lines) {
            LineDecision one = line(line, plan.rate(), left);
            left = left.minus(one.insurerPaid());
            decided.add(one);
        }
        return new ClaimDecision(decided);
    }

    private static Plan plan(ClaimInput claim) throws InputRefused {
        if (claim.has("product")) {
            Plan product = switch (claim.text("product")) {
                case "HALF" -> new Plan(new BigDecimal("0.5"), Money.euros(100_00));
                case "WHOLE" -> new Plan(BigDecimal.ONE, Money.euros(1000_00));
                default -> throw claim.refused("product", "country.input.choice", "HALF, WHOLE");
            };
            return claim.has("plan") ? used(claim.object("plan"), product.rate(), product.left()) : product;
        }
        ClaimInput plan = claim.object("plan");
        BigDecimal rate = plan.rate("rate");
        return used(plan, rate, plan.amountIf("yearlyMax").orElse(DEAR));
    }

    private static Plan used(ClaimInput plan, BigDecimal rate, Money most) throws InputRefused {
        Money used = plan.amountIf("usedThisYear").orElse(Money.ZERO);
        plan.end();
        return new Plan(rate, used.compareTo(most) > 0 ? Money.ZERO : most.minus(used));
    }

    private static LineDecision line(ClaimInput line, BigDecimal rate, Money left) throws InputRefused {
        What act = line.choice("act", What.class, null);
        LocalDate day = line.day("careDate");
        if (act == What.LEECHES && !day.isBefore(LEECHES_BANNED)) {
            throw line.refused("careDate", "country.error.day");
        }
        Money charged = line.amount("charged");
        Money tariff = act == What.OPERATION ? line.amount("base") : VISIT;
        boolean abroad = line.flag("abroad", false);
        line.end();
        Money basis = smaller(charged, tariff);
        Money byPublic = abroad ? Money.ZERO : part(basis, PUBLIC);
        Money byUs = smaller(part(charged.minus(byPublic), rate), left);
        List<Step> steps = List.of(
                new Step("TARIFF", basis, UserMessage.of("tl.step.TARIFF", tariff, day), "law 1",
                        List.of(new Given("tl.given.tariff", tariff))),
                new Step("PUBLIC", byPublic, UserMessage.of("tl.step.PUBLIC", PUBLIC), "law 2", List.of()),
                new Step("OURS", byUs, UserMessage.of("tl.step.OURS", rate, left), "", List.of()));
        return new LineDecision(charged, byPublic, byUs, charged.minus(byPublic).minus(byUs), steps,
                List.of(new CounterMove("YEAR", byUs.minor())));
    }

    private static Money part(Money amount, BigDecimal rate) {
        return Money.euros(BigDecimal.valueOf(amount.minor()).multiply(rate).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    @Override
    public WhatIfForm whatIf() {
        Money most = Money.euros(100_000_00);
        return new WhatIfForm(
                List.of(new FieldGroup("tl.whatif.group.plan", List.of(
                        field("tl.whatif.plan.rate", new FieldType.Rate(BigDecimal.ONE), true),
                        field("tl.whatif.plan.yearlyMax", new FieldType.Amount(most), false)))),
                List.of(new FieldGroup("tl.whatif.group.person", List.of(
                        field("tl.whatif.plan.usedThisYear", new FieldType.Amount(most), false)))),
                List.of(new FieldGroup("tl.whatif.group.line", List.of(
                        field("tl.whatif.line.act", new FieldType.Text(20), true),
                        field("tl.whatif.line.careDate", new FieldType.Day(), true),
                        field("tl.whatif.line.charged", new FieldType.Amount(most), true),
                        field("tl.whatif.line.base", new FieldType.Amount(most), false),
                        field("tl.whatif.line.abroad", new FieldType.Flag(), true)))),
                FieldValues.of(Map.of("tl.whatif.plan.rate", "0.8")));
    }

    private static FieldSpec field(String key, FieldType type, boolean required) {
        return new FieldSpec(key, type, required, true, Sensitivity.PLAIN, "", 1000);
    }

    @Override
    public List<Act> acts(LocalDate day) {
        List<Act> acts = new ArrayList<>(List.of(act("VISIT"), act("OPERATION")));
        if (day.isBefore(LEECHES_BANNED)) {
            acts.add(act("LEECHES"));
        }
        return acts;
    }

    private static Act act(String code) {
        return new Act(code, UserMessage.of("tl.act." + code), UserMessage.of("tl.family.care"));
    }

    @Override
    public List<Offer> products() {
        return List.of(new Offer("HALF", "Half and half"), new Offer("WHOLE", "The whole of it"));
    }
}
