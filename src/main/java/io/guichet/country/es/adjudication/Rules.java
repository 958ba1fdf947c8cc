package io.guichet.country.es.adjudication;

import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.adjudication.Given;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.country.es.adjudication.Terms.Rate;
import io.guichet.country.es.adjudication.Terms.Share;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How one line is decided. Steps add up to what we pay; a line that is refused has one step that says why.
///
/// The order: cover of the day, the act, the network, the waiting period, the authorisation; then either the network with
/// its copay, or the share of the invoice within the limits of the act, of its year, and of the capital.
public final class Rules {

    /// So many sessions of physiotherapy are one service.
    public static final int SESSIONS_OF_A_SERVICE = 10;
    /// Counter of what was given back, in cents; behind the dot stands the act.
    public static final String REIMBURSED = "REIMBURSED.";
    /// Counter of copays, in cents.
    public static final String COPAY = "COPAY";
    /// Counter of services in the network.
    public static final String SERVICES = "SERVICES";
    /// Counter of sessions of physiotherapy in the network.
    public static final String SESSIONS = "SESSIONS";

    private Rules() {
    }

    /// Decides a line and adds what it uses to the counters.
    public static LineDecision decide(Modality modality, Insured insured, Care care, Usage usage) {
        return decide(modality.kind(), modality.terms(care.act(), care.day()), insured, care, usage);
    }

    /// Decides a line of an invoice that a person paid and hands in: providers of the network are paid directly, and what they
    /// charged is never given back.
    public static LineDecision reimburse(Modality modality, Insured insured, Care care, Usage usage) {
        return decide(Modality.Kind.REIMBURSEMENT, modality.terms(care.act(), care.day()), insured, care, usage);
    }

    private static LineDecision decide(Modality.Kind kind, Terms terms, Insured insured, Care care, Usage usage) {
        Step refusal = refusal(kind, terms, insured, care);
        if (refusal != null) {
            return nothing(care, refusal);
        }
        List<Step> steps = new ArrayList<>();
        waived(terms, insured, care).ifPresent(steps::add);
        Usage.Year year = usage.year(care.day().getYear());
        return care.inNetwork() ? network(terms, care, year, steps) : invoice(terms, insured, care, year, steps);
    }

    /// A line that pays nothing, for that reason.
    public static LineDecision nothing(Care care, Step why) {
        Money charged = Money.euros(care.charged());
        return new LineDecision(charged, Money.ZERO, Money.ZERO, charged, List.of(why), List.of());
    }

    /// Why a line pays nothing at all, whatever is left of the limits; null when it may pay.
    private static @Nullable Step refusal(Modality.Kind kind, Terms terms, Insured insured, Care care) {
        if (!insured.coveredOn(care.day())) {
            return refused("OUTSIDE_COVER", UserMessage.of("es.step.OUTSIDE_COVER", care.day()), "");
        }
        boolean emergency = care.act() == MedicalAct.URGENCIA;
        if (!terms.covered() && !emergency) {
            return refused("NOT_COVERED", UserMessage.of("es.step.NOT_COVERED"), terms.source());
        }
        if (care.inNetwork() && !kind.usesNetwork()) {
            return refused("IN_NETWORK", UserMessage.of("es.step.IN_NETWORK"), terms.source());
        }
        if (!care.inNetwork() && (!kind.givesBack() || terms.share() == null)) {
            return refused("NOT_IN_NETWORK", UserMessage.of("es.step.NOT_IN_NETWORK"), terms.source());
        }
        return emergency ? null : early(terms, insured, care);
    }

    private static @Nullable Step early(Terms terms, Insured insured, Care care) {
        WaitingPeriod waiting = terms.waiting();
        LocalDate from = insured.from();
        if (waiting != null && from != null) {
            Optional<LocalDate> last = waiting.last(from, insured.recognised());
            if (last.isPresent() && !care.day().isAfter(last.get())) {
                return new Step("WAITING", Money.ZERO, UserMessage.of("es.step.WAITING", last.get().plusDays(1)), terms.source(),
                        List.of(new Given("es.given.coverFrom", from), new Given("es.given.waitingMonths", waiting.months())));
            }
        }
        if (!terms.authorised()) {
            return null;
        }
        Period authorisation = care.authorisation();
        if (authorisation == null || care.day().isBefore(authorisation.from())) {
            return refused("NO_AUTHORISATION", UserMessage.of("es.step.NO_AUTHORISATION"), terms.source());
        }
        LocalDate last = authorisation.to();
        return last == null || !care.day().isAfter(last) ? null
                : refused("AUTHORISATION_OVER", UserMessage.of("es.step.AUTHORISATION_OVER", last), terms.source());
    }

    /// Says that somebody would have waited, had they not come from another insurer.
    private static Optional<Step> waived(Terms terms, Insured insured, Care care) {
        WaitingPeriod waiting = terms.waiting();
        LocalDate from = insured.from();
        if (waiting == null || from == null || !insured.recognised() || care.act() == MedicalAct.URGENCIA) {
            return Optional.empty();
        }
        return waiting.last(from, false).filter(last -> !care.day().isAfter(last)).map(last ->
                refused("WAITING_WAIVED", UserMessage.of("es.step.WAITING_WAIVED", last), terms.source()));
    }

    private static Step refused(String rule, UserMessage sentence, String source) {
        return new Step(rule, Money.ZERO, sentence, source, List.of());
    }

    /// A provider of the network: all of it but the copay.
    private static LineDecision network(Terms terms, Care care, Usage.Year year, List<Step> steps) {
        Money charged = Money.euros(care.charged());
        steps.add(new Step("NETWORK", charged, UserMessage.of("es.step.NETWORK", charged), "", List.of()));
        List<CounterMove> moves = new ArrayList<>();
        boolean therapy = care.act() == MedicalAct.FISIOTERAPIA;
        int session = therapy ? year.sessions() % SESSIONS_OF_A_SERVICE + 1 : 1;
        long copay = 0;
        if (session == 1) {
            copay = copay(terms, care, year, steps);
            year.addServices(1);
            moves.add(new CounterMove(SERVICES, 1));
        } else if (!terms.tiers().isEmpty()) {
            steps.add(new Step("COPAY_SESSION", Money.ZERO, UserMessage.of("es.step.COPAY_SESSION", session, SESSIONS_OF_A_SERVICE),
                    "", List.of()));
        }
        if (therapy) {
            year.addSessions(1);
            moves.add(new CounterMove(SESSIONS, 1));
        }
        if (copay > 0) {
            year.addCopay(copay);
            moves.add(new CounterMove(COPAY, copay));
        }
        Money member = Money.euros(copay);
        return new LineDecision(charged, Money.ZERO, charged.minus(member), member, steps, moves);
    }

    /// What the person pays of the next service, with the steps that say so.
    private static long copay(Terms terms, Care care, Usage.Year year, List<Step> steps) {
        if (terms.tiers().isEmpty()) {
            return 0;
        }
        int service = year.services() + 1;
        long due = terms.copay(service);
        steps.add(new Step("COPAY", Money.euros(-due), UserMessage.of("es.step.COPAY", service, Money.euros(due)), terms.source(),
                List.of(new Given("es.given.service", service))));
        if (due > care.charged()) {
            steps.add(new Step("COPAY_CHARGED", Money.euros(due - care.charged()),
                    UserMessage.of("es.step.COPAY_CHARGED", Money.euros(care.charged())), "", List.of()));
            due = care.charged();
        }
        long left = Math.max(0, terms.copayLimit() - year.copay());
        if (due > left) {
            Money limit = Money.euros(terms.copayLimit());
            steps.add(new Step("COPAY_LIMIT", Money.euros(due - left),
                    UserMessage.of("es.step.COPAY_LIMIT", limit, Money.euros(left)), terms.source(),
                    List.of(new Given("es.given.copayLimit", limit), new Given("es.given.copayPaid", Money.euros(year.copay())))));
            due = left;
        }
        return due;
    }

    /// The invoice of a provider outside the network: its share, within the limits.
    private static LineDecision invoice(Terms terms, Insured insured, Care care, Usage.Year year, List<Step> steps) {
        Share share = terms.share();
        if (share == null) {
            throw new IllegalStateException("a line without a share is refused before");
        }
        Money charged = Money.euros(care.charged());
        Rate rate = care.abroad() ? share.abroad() : share.spain();
        long paid = rate.of(care.charged());
        steps.add(new Step(care.abroad() ? "SHARE_ABROAD" : "SHARE_SPAIN", Money.euros(paid),
                UserMessage.of(care.abroad() ? "es.step.SHARE_ABROAD" : "es.step.SHARE_SPAIN", rate.fraction(), charged,
                        Money.euros(paid)), terms.source(),
                List.of(new Given("es.given.charged", charged), new Given("es.given.rate", rate.fraction()))));
        if (paid > share.perAct()) {
            Money limit = Money.euros(share.perAct());
            steps.add(new Step("PER_ACT", Money.euros(share.perAct() - paid), UserMessage.of("es.step.PER_ACT", limit),
                    terms.source(), List.of(new Given("es.given.perAct", limit))));
            paid = share.perAct();
        }
        paid = withinYear(terms, share, care, year, paid, steps);
        paid = withinCapital(terms, insured, care, year, paid, steps);
        year.addReimbursed(care.act(), paid);
        return new LineDecision(charged, Money.ZERO, Money.euros(paid), Money.euros(care.charged() - paid), steps,
                paid == 0 ? List.of() : List.of(new CounterMove(REIMBURSED + care.act().name(), paid)));
    }

    private static long withinYear(Terms terms, Share share, Care care, Usage.Year year, long paid, List<Step> steps) {
        long left = Math.max(0, share.perYear() - year.reimbursed(care.act()));
        if (paid <= left) {
            return paid;
        }
        Money limit = Money.euros(share.perYear());
        steps.add(new Step("PER_YEAR", Money.euros(left - paid),
                UserMessage.of("es.step.PER_YEAR", limit, Integer.toString(care.day().getYear()), Money.euros(left)), terms.source(),
                List.of(new Given("es.given.perYear", limit),
                        new Given("es.given.used", Money.euros(year.reimbursed(care.act()))))));
        return left;
    }

    private static long withinCapital(Terms terms, Insured insured, Care care, Usage.Year year, long paid, List<Step> steps) {
        if (terms.capital() == Terms.NO_LIMIT) {
            return paid;
        }
        LocalDate from = insured.from();
        int calendar = care.day().getYear();
        long capital = from == null ? terms.capital() : FirstYear.capital(terms.capital(), from, calendar);
        long left = Math.max(0, capital - year.reimbursed());
        if (paid <= left) {
            return paid;
        }
        if (from != null && capital < terms.capital()) {
            int days = FirstYear.daysLeft(from);
            steps.add(new Step("CAPITAL_FIRST_YEAR", Money.ZERO, UserMessage.of("es.step.CAPITAL_FIRST_YEAR", from,
                    Money.euros(terms.capital()), days, from.lengthOfYear(), Money.euros(capital)), terms.source(),
                    List.of(new Given("es.given.coverFrom", from), new Given("es.given.days", days))));
        }
        Money limit = Money.euros(capital);
        steps.add(new Step("CAPITAL", Money.euros(left - paid),
                UserMessage.of("es.step.CAPITAL", limit, Integer.toString(calendar), Money.euros(left)), terms.source(),
                List.of(new Given("es.given.capital", limit), new Given("es.given.used", Money.euros(year.reimbursed())))));
        return left;
    }
}
