package io.guichet.country.fr.adjudication;

import io.guichet.country.adjudication.Given;
import io.guichet.country.adjudication.Step;
import io.guichet.country.fr.adjudication.Figures.Tariff;
import io.guichet.country.fr.adjudication.Plan.Level;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// The steps of a line in words. Sentences are keys here; they are put into a language when somebody reads them.
final class Told {

    /// For limits that nobody published: they follow from the line.
    static final Figure NO_FIGURE = Figure.amount("0", "2000-01-01", "", "");
    private static final int RATE_DECIMALS = 6;

    private Told() {
    }

    private static Step step(String rule, long amount, String source, List<Given> inputs, Object... arguments) {
        return new Step(rule, Money.euros(amount), UserMessage.of("fr.step." + rule, arguments), source, inputs);
    }

    private static Given given(String what, Object value) {
        return new Given("fr.given." + what, value);
    }

    // What the public insurance refers to ---------------------------------------------------------------------------

    static Step base(CareAct act, LocalDate day, Figure tariff, long base) {
        return step("BRSS", base, tariff.source(), List.of(), act.label(), day, Money.euros(base));
    }

    static Step baseGiven(CareAct act, long base) {
        return step("BRSS_GIVEN", base, "", List.of(), act.label(), Money.euros(base));
    }

    static Step weakest(CareAct act, Tariff tariff, long base) {
        return step("BRSS_WEAKEST", base, tariff.base().source(), List.of(), act.label(), Money.euros(base),
                Money.euros(tariff.strongest()));
    }

    static Step noBase(CareAct act) {
        return step("BRSS_NONE", 0, "", List.of(), act.label());
    }

    static Step charge(CareAct act, LocalDate day, Figure figure, long amount) {
        return step("CHARGE", amount, figure.source(), List.of(), act.label(), day, Money.euros(amount));
    }

    static Step chargedDays(CareAct act, int days, LocalDate from, LocalDate to, Figure figure) {
        return step("CHARGE_DAYS", figure.value() * days, figure.source(),
                List.of(given("days", days), given("perDay", figure.money())), act.label(), days, from, to, figure.money());
    }

    static Step onceAStay(CareAct act) {
        return step("CHARGE_ONCE", 0, "", List.of(), act.label());
    }

    // The public insurance ------------------------------------------------------------------------------------------

    /// @param rule `AMO_RATE`, `AMO_RATE_GIVEN` or `AMO_OUTSIDE`
    static Step rate(String rule, LineWork work, BigDecimal rate, String source) {
        Money refunded = Money.euros(work.refunded);
        return step(rule, work.gross, source, List.of(given("brss", refunded), given("rate", rate)), rate, refunded,
                Money.euros(work.gross));
    }

    static Step heavy(LineWork work, Figure contribution) {
        Money kept = Money.euros(work.refunded - work.gross);
        return step("AMO_HEAVY", work.gross, contribution.source(), List.of(given("contribution", contribution.money())), kept,
                Money.euros(work.gross));
    }

    static Step flat(long kept, Figure flat) {
        return step("PF", -kept, flat.source(), List.of(given("contribution", flat.money())), Money.euros(kept));
    }

    static Step flatCapped(long kept, Figure year) {
        return step("PF_YEAR", -kept, year.source(), List.of(given("contribution", year.money())), Money.euros(kept), year.money());
    }

    static Step kept(long kept) {
        return step("AMO_TOLD", -kept, "", List.of(), Money.euros(kept));
    }

    static Step publicPaid(long paid) {
        return step("AMO", paid, "", List.of(), Money.euros(paid));
    }

    // What is granted -----------------------------------------------------------------------------------------------

    static Step nothingGranted(CareAct act) {
        return step("NOT_GRANTED", 0, "", List.of(), act.label());
    }

    static Step hundredHealth(long reached) {
        return step("HUNDRED_HEALTH", reached, "Code de la sécurité sociale, art. R871-2", List.of(), Money.euros(reached));
    }

    static Step priceLimit(long limit) {
        return step("PRICE_LIMIT", limit, "Code de la sécurité sociale, art. R871-2", List.of(), Money.euros(limit));
    }

    static Step brss(Guarantee guarantee, Level level, long rate, LineWork work) {
        Money reached = Money.euros(work.due);
        Money base = Money.euros(work.base);
        BigDecimal shown = rate == level.rate() ? guarantee.rate() : BigDecimal.valueOf(rate, RATE_DECIMALS);
        String rule = !level.named() ? "WHOLE_TARIFF" : guarantee.mode() == Mode.BRSS_ADDED ? "BRSS_ADDED" : "BRSS_INCLUDED";
        return step(rule, work.due, level.named() ? "" : "Code de la sécurité sociale, art. R871-2",
                List.of(given("brss", base), given("rate", shown)), shown, base, reached);
    }

    static Step anAct(Guarantee guarantee, int times, long reached) {
        return guarantee.times() > 0
                ? step("FLAT_PER_ACT_LEFT", reached, "", List.of(given("times", times)), Money.euros(guarantee.amount()),
                        guarantee.times(), times, Money.euros(reached))
                : step("FLAT_PER_ACT", reached, "", List.of(), Money.euros(reached));
    }

    static Step aPair(Guarantee guarantee, long left) {
        return step("FLAT_PER_PAIR", left, "", List.of(), Money.euros(guarantee.amount()), Money.euros(left));
    }

    static Step aDay(Guarantee guarantee, int days, long reached) {
        return step("FLAT_PER_DAY", reached, "", List.of(given("days", days), given("perDay", Money.euros(guarantee.amount()))),
                Money.euros(guarantee.amount()), days, Money.euros(reached));
    }

    static Step aYear(Guarantee guarantee, long left) {
        return step("FLAT_PER_YEAR", left, "", List.of(), Money.euros(guarantee.limit()), Money.euros(left));
    }

    static Step ofCeiling(Guarantee guarantee, Figure ceiling, long reached) {
        return step("OF_CEILING", reached, ceiling.source(), List.of(given("ceiling", ceiling.money()), given("rate", guarantee.rate())),
                guarantee.rate(), ceiling.money(), Money.euros(reached));
    }

    static Step actualCost(long charged) {
        return step("ACTUAL_COST", charged, "", List.of(), Money.euros(charged));
    }

    static Step plusFlat(long flat) {
        return step("PLUS_FLAT", flat, "", List.of(), Money.euros(flat));
    }

    // What is taken off it ------------------------------------------------------------------------------------------

    static Step publicCounted(long gross) {
        return step("AMO_COUNTED", -gross, "", List.of(), Money.euros(gross));
    }

    static Step pathway(long lost) {
        return step("PATHWAY", -lost, "Code de la sécurité sociale, art. L871-1", List.of(), Money.euros(lost));
    }

    /// @param rule `LEFT`, `LEGAL_CHARGE`, `RENEWAL`, `NON_OPTAM`, `CLASS_B_FRAME` or `CLASS_B_PAIR`
    static Step limit(String rule, long most, long change, Figure figure) {
        return figure == NO_FIGURE ? step(rule, change, "", List.of(), Money.euros(most))
                : step(rule, change, figure.source(), List.of(figure.rate().signum() == 0 ? given("limit", figure.money())
                        : given("rate", figure.rate())), Money.euros(most));
    }

    static Step yearlyMost(Guarantee guarantee, long left, long change) {
        return step("YEARLY_MOST", change, "", List.of(), Money.euros(guarantee.yearlyMost()), Money.euros(left));
    }

    static Step reached(long more) {
        return step("REACHED", more, "", List.of());
    }

    // The result ----------------------------------------------------------------------------------------------------

    static Step insurer(Money paid) {
        return new Step("AMC", paid, UserMessage.of("fr.step.AMC", paid), "", List.of());
    }

    static Step member(Money rest) {
        return new Step("MEMBER", rest, UserMessage.of("fr.step.MEMBER", rest), "", List.of());
    }
}
