package io.guichet.country.es.adjudication;

import static io.guichet.country.es.adjudication.SpanishClaims.decided;
import static io.guichet.country.es.adjudication.SpanishClaims.invoice;
import static io.guichet.country.es.adjudication.SpanishClaims.left;
import static io.guichet.country.es.adjudication.SpanishClaims.line;
import static io.guichet.country.es.adjudication.SpanishClaims.network;
import static io.guichet.country.es.adjudication.SpanishClaims.paid;
import static io.guichet.country.es.adjudication.SpanishClaims.plan;
import static io.guichet.country.es.adjudication.SpanishClaims.rules;
import static io.guichet.country.es.adjudication.SpanishClaims.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.adjudication.Act;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.contract.Offer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Each rule with figures computed by hand.
class SpanishRulesTest {

    private static final Map<String, Object> TIERS = Map.of("tiers", List.of(
            Map.of("from", 1, "to", 6, "amount", "0.00"), Map.of("from", 7, "to", 10, "amount", "4.00"),
            Map.of("from", 11, "to", 15, "amount", "7.00"), Map.of("from", 16, "amount", "10.00")), "yearlyLimit", "360.00");

    private static Map<String, Object> copay(Object... more) {
        return with(Map.of("modality", "COPAY"), more);
    }

    @Test
    void careAtHomeAndAbroadHaveTheirRates() throws Exception {
        assertThat(paid(plan(), invoice("CONSULTA", "2025-03-01", "100.00"), line("CONSULTA", "2025-03-01", "100.00", "ABROAD", false)))
                .containsExactly("80.00", "60.00");
        // 33.33 × 0.8 = 26.664; 0.01 × 0.6 = 0.006; 0.31 × 0.5 = 0.155, half up
        assertThat(paid(plan(), invoice("CONSULTA", "2025-03-01", "33.33"))).containsExactly("26.66");
        assertThat(paid(plan(), line("CONSULTA", "2025-03-01", "0.01", "ABROAD", false))).containsExactly("0.01");
        assertThat(paid(plan("rateSpain", "0.5"), invoice("CONSULTA", "2025-03-01", "0.31"))).containsExactly("0.16");
    }

    @Test
    void theCapitalEndsWhatIsGivenBackAndBeginsAgainInJanuary() throws Exception {
        Map<String, Object> plan = plan("capital", "1000.00", "usedThisYear", "850.00", "coverFrom", "2020-05-01");
        assertThat(paid(plan, invoice("CIRUGIA", "2025-11-01", "150.00"), invoice("CIRUGIA", "2025-12-31", "150.00"),
                invoice("CIRUGIA", "2025-12-31", "10.00"), invoice("CIRUGIA", "2026-01-01", "2000.00")))
                .containsExactly("120.00", "30.00", "0.00", "1000.00");
        assertThat(rules(plan, invoice("CIRUGIA", "2025-11-01", "250.00"))).containsExactly(List.of("SHARE_SPAIN", "CAPITAL"));
        assertThat(paid(plan("capital", "1000.00", "usedThisYear", "1200.00"), invoice("CIRUGIA", "2025-11-01", "250.00")))
                .containsExactly("0.00");
    }

    @Test
    void theFirstYearsCapitalFollowsTheDaysLeft() throws Exception {
        // 184 of 365 days of 10,000.00 = 5,041.0958…; 184 of 366 = 5,027.3224…; 1 of 366 = 27.3224…; 306 of 366 from 1 March
        Map<String, Object> dear = invoice("CIRUGIA", "2025-12-31", "90000.00");
        assertThat(paid(plan("capital", "10000.00", "coverFrom", "2025-07-01"), dear)).containsExactly("5041.10");
        assertThat(paid(plan("capital", "10000.00", "coverFrom", "2024-07-01"), with(dear, "careDate", "2024-12-31"))).containsExactly("5027.32");
        assertThat(paid(plan("capital", "10000.00", "coverFrom", "2024-12-31"), with(dear, "careDate", "2024-12-31"))).containsExactly("27.32");
        assertThat(paid(plan("capital", "10000.00", "coverFrom", "2024-03-01"), with(dear, "careDate", "2024-12-31"))).containsExactly("8360.66");
        assertThat(paid(plan("capital", "10000.00", "coverFrom", "2024-01-01"), with(dear, "careDate", "2024-12-31"))).containsExactly("10000.00");
        assertThat(paid(plan("capital", "10000.00", "coverFrom", "2024-07-01"), dear)).as("the second year is whole").containsExactly("10000.00");
        assertThat(rules(plan("capital", "10000.00", "coverFrom", "2025-07-01"), dear))
                .containsExactly(List.of("SHARE_SPAIN", "CAPITAL_FIRST_YEAR", "CAPITAL"));
    }

    @Test
    void nothingIsPaidOutsideTheCover() throws Exception {
        Map<String, Object> plan = plan("coverFrom", "2025-07-01", "coverTo", "2025-09-30");
        assertThat(paid(plan, invoice("CONSULTA", "2025-06-30", "100.00"), invoice("CONSULTA", "2025-07-01", "100.00"),
                invoice("CONSULTA", "2025-09-30", "100.00"), invoice("CONSULTA", "2025-10-01", "100.00")))
                .containsExactly("0.00", "80.00", "80.00", "0.00");
        assertThat(rules(plan, invoice("URGENCIA", "2025-06-30", "100.00"))).containsExactly(List.of("OUTSIDE_COVER"));
    }

    @Test
    void limitsOfTheActAndOfItsYear() throws Exception {
        Map<String, Object> plan = plan("capital", "500.00", "acts", Map.of("CONSULTA",
                Map.of("perAct", "60.00", "perYear", "150.00", "usedThisYear", "20.00")));
        assertThat(paid(plan, invoice("CONSULTA", "2025-03-01", "50.00"), invoice("CONSULTA", "2025-03-02", "100.00"),
                invoice("CONSULTA", "2025-03-03", "100.00"), invoice("CONSULTA", "2025-03-04", "100.00"),
                invoice("ESPECIALISTA", "2025-03-05", "1000.00")))
                // 40; 80 → 60; 60 → 150 − 20 − 100 = 30; nothing; 800 → 500 − 150
                .containsExactly("40.00", "60.00", "30.00", "0.00", "350.00");
        assertThat(rules(plan, invoice("CONSULTA", "2025-03-01", "1000.00"))).containsExactly(List.of("SHARE_SPAIN", "PER_ACT"));
        assertThat(rules(with(plan, "usedThisYear", "490.00"), invoice("CONSULTA", "2025-03-01", "1000.00")))
                .containsExactly(List.of("SHARE_SPAIN", "PER_ACT", "CAPITAL"));
    }

    @Test
    void theNetworkDecidesWhoIsPaid() throws Exception {
        Map<String, Object> in = network("CONSULTA", "2025-03-01", "100.00");
        Map<String, Object> out = invoice("CONSULTA", "2025-03-01", "100.00");
        assertThat(paid(plan(), in, out)).containsExactly("0.00", "80.00");
        assertThat(paid(plan("modality", "NETWORK"), in, out)).containsExactly("100.00", "0.00");
        assertThat(paid(copay("copay", Map.of("amount", "3.00")), in, out)).containsExactly("97.00", "0.00");
        assertThat(paid(plan("modality", "MIXED"), in, out)).containsExactly("100.00", "80.00");
        assertThat(paid(plan("modality", "MIXED", "copay", Map.of("amount", "3.00")), in, out)).containsExactly("97.00", "80.00");
        assertThat(rules(plan(), in)).containsExactly(List.of("IN_NETWORK"));
        assertThat(rules(plan("modality", "NETWORK"), out)).containsExactly(List.of("NOT_IN_NETWORK"));
    }

    @Test
    void copaysStopAtTheirYearlyLimit() throws Exception {
        Map<String, Object> plan = copay("copay", Map.of("amount", "4.00", "yearlyLimit", "10.00"), "copayPaidThisYear", "3.00");
        Map<String, Object> act = network("CONSULTA", "2025-03-01", "50.00");
        assertThat(left(plan, act, act, act)).as("the last before the limit is partial").containsExactly("4.00", "3.00", "0.00");
        assertThat(rules(plan, act, act)).element(1).isEqualTo(List.of("NETWORK", "COPAY", "COPAY_LIMIT"));
        assertThat(left(plan, act, act, with(act, "careDate", "2026-01-01"))).containsExactly("4.00", "3.00", "4.00");
        assertThat(left(plan, with(act, "charged", "1.50"))).as("never more than the care cost").containsExactly("1.50");
        assertThat(left(with(plan, "copayPaidThisYear", "12.00"), act)).containsExactly("0.00");
    }

    @Test
    void copaysRiseWithTheServicesOfTheYear() throws Exception {
        Map<String, Object> act = network("ESPECIALISTA", "2025-03-01", "50.00");
        Map<String, Object> plan = copay("copay", TIERS, "servicesUsedThisYear", 5);
        assertThat(left(plan, act, act)).containsExactly("0.00", "4.00");
        assertThat(left(with(plan, "servicesUsedThisYear", 9), act, act)).containsExactly("4.00", "7.00");
        assertThat(left(with(plan, "servicesUsedThisYear", 14), act, act)).containsExactly("7.00", "10.00");
        assertThat(left(with(plan, "servicesUsedThisYear", 40, "copayPaidThisYear", "355.00"), act, act)).containsExactly("5.00", "0.00");
    }

    @Test
    void tenSessionsOfPhysiotherapyAreOneService() throws Exception {
        Map<String, Object> session = network("FISIOTERAPIA", "2025-03-01", "25.00");
        Object[] eleven = new Object[11];
        Arrays.fill(eleven, session);
        assertThat(left(copay("copay", Map.of("amount", "12.00")), eleven)).containsExactly("12.00", "0.00", "0.00", "0.00", "0.00",
                "0.00", "0.00", "0.00", "0.00", "0.00", "12.00");
        Map<String, Object> plan = copay("copay", TIERS, "servicesUsedThisYear", 5);
        assertThat(left(plan, session, session, network("CONSULTA", "2025-03-02", "50.00"))).as("one service, then the seventh")
                .containsExactly("0.00", "0.00", "4.00");
        // seven sessions before: three more belong to the service begun
        assertThat(left(with(plan, "servicesUsedThisYear", 6, "sessionsUsedThisYear", 7), session, session, session, session))
                .containsExactly("0.00", "0.00", "0.00", "4.00");
        ClaimDecision decision = SpanishClaims.decide(plan, List.of(session, session));
        assertThat(decision.lines().get(0).moves()).containsExactly(new CounterMove("SERVICES", 1), new CounterMove("SESSIONS", 1));
        assertThat(decision.lines().get(1).moves()).containsExactly(new CounterMove("SESSIONS", 1));
    }

    @Test
    void waitingPeriodsAndTheirExceptions() throws Exception {
        Map<String, Object> plan = plan("coverFrom", "2025-08-31", "acts",
                Map.of("CIRUGIA", Map.of("waitingMonths", 6), "PARTO", Map.of("waitingMonths", 8)));
        Map<String, Object> surgery = invoice("CIRUGIA", "2026-02-27", "1000.00");
        assertThat(paid(plan, surgery, with(surgery, "careDate", "2026-02-28"), invoice("CONSULTA", "2025-08-31", "100.00"),
                invoice("URGENCIA", "2025-08-31", "100.00"))).containsExactly("0.00", "800.00", "80.00", "80.00");
        Map<String, Object> switched = with(plan, "fromOtherInsurer", true);
        Map<String, Object> birth = invoice("PARTO", "2026-04-29", "1000.00");
        assertThat(paid(switched, surgery, birth, with(birth, "careDate", "2026-04-30"))).containsExactly("800.00", "0.00", "800.00");
        assertThat(rules(switched, surgery, birth)).containsExactly(List.of("WAITING_WAIVED", "SHARE_SPAIN"), List.of("WAITING"));
    }

    @Test
    void someActsMustBeAuthorised() throws Exception {
        Map<String, Object> plan = plan("acts", Map.of("CIRUGIA", Map.of("authorisation", true)));
        Map<String, Object> surgery = invoice("CIRUGIA", "2025-03-10", "1000.00");
        assertThat(rules(plan, surgery, with(surgery, "authorisedUntil", "2025-03-09"),
                with(surgery, "authorisedFrom", "2025-03-11", "authorisedUntil", "2025-04-01"))).containsExactly(List.of("NO_AUTHORISATION"),
                List.of("AUTHORISATION_OVER"), List.of("NO_AUTHORISATION"));
        assertThat(paid(plan, with(surgery, "authorisedUntil", "2025-03-10"), invoice("CONSULTA", "2025-03-10", "10.00")))
                .containsExactly("800.00", "8.00");
    }

    @Test
    void whatThePolicyDoesNotIncludeIsNotPaidButEmergenciesAlwaysAre() throws Exception {
        Map<String, Object> plan = plan("acts", Map.of("PARTO", Map.of("covered", false), "URGENCIA", Map.of("covered", false)));
        assertThat(rules(plan, invoice("PARTO", "2025-03-10", "1000.00"), invoice("URGENCIA", "2025-03-10", "100.00")))
                .containsExactly(List.of("NOT_COVERED"), List.of("SHARE_SPAIN"));
    }

    @Test
    void productsAreTheSampleModalitiesWithTheTermsOfTheDay() throws Exception {
        assertThat(new SpanishAdjudication().products()).contains(new Offer("REEMBOLSO-80", "Guichet Salud Reembolso · Reembolso 80"))
                .hasSize(15);
        assertThat(of("FAMILIA-COPAGO", Map.of(), network("CONSULTA", "2024-12-31", "50.00"))).containsExactly("47.50");
        assertThat(of("FAMILIA-COPAGO", Map.of(), network("CONSULTA", "2025-01-01", "50.00"))).containsExactly("47.00");
        assertThat(of("REEMBOLSO-80", Map.of("coverFrom", "2020-01-01"), invoice("CONSULTA", "2025-01-01", "500.00"))).containsExactly("90.00");
        assertThat(of("REEMBOLSO-90", Map.of("usedThisYear", "249990.00"), invoice("URGENCIA", "2025-01-01", "500.00"))).containsExactly("10.00");
        assertThat(of("AMBULATORIA-COPAGO", Map.of(), network("CIRUGIA", "2025-01-01", "500.00"))).containsExactly("0.00");
        assertThat(of("REEMBOLSO-80", Map.of("coverFrom", "2025-01-01"), invoice("CIRUGIA", "2025-02-01", "500.00"))).containsExactly("0.00");
        assertThat(of("REEMBOLSO-80", Map.of(), invoice("CONSULTA", "2012-12-31", "500.00"))).as("before it was sold").containsExactly("0.00");
    }

    private static List<String> of(String product, Map<String, Object> plan, Map<String, Object> line) throws Exception {
        return decided(Map.of("product", product, "plan", plan, "lines", List.of(line))).lines().stream()
                .map(each -> each.insurerPaid().toString()).toList();
    }

    @Test
    void actsAreOfferedInTheOrderPeopleReadThem() {
        assertThat(new SpanishAdjudication().acts(LocalDate.of(2025, 1, 1))).extracting(Act::code).containsExactly("CONSULTA", "ESPECIALISTA",
                "URGENCIA", "FISIOTERAPIA", "PRUEBA_COMPLEJA", "HOSPITALIZACION", "PARTO", "CIRUGIA");
    }
}
