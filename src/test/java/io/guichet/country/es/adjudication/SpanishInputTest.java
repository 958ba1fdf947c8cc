package io.guichet.country.es.adjudication;

import static io.guichet.country.es.adjudication.SpanishClaims.decided;
import static io.guichet.country.es.adjudication.SpanishClaims.invoice;
import static io.guichet.country.es.adjudication.SpanishClaims.plan;
import static io.guichet.country.es.adjudication.SpanishClaims.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.adjudication.InputRefused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What nobody can compute with is refused at its path.
class SpanishInputTest {

    private static final Map<String, Object> LINE = invoice("CONSULTA", "2025-03-01", "100.00");

    private static String refusal(Map<String, Object> claim) {
        try {
            decided(claim);
            return "accepted";
        } catch (InputRefused refused) {
            return refused.problem().field() + " " + refused.problem().message().key();
        }
    }

    private static String refusedLine(String field, Object value) {
        return refusal(Map.of("plan", plan(), "lines", List.of(LINE, with(LINE, field, value))));
    }

    private static String refusedPlan(Object... more) {
        return refusal(Map.of("plan", plan(more), "lines", List.of(LINE)));
    }

    @ParameterizedTest
    @CsvSource({
        "act,          CURA,         country.input.choice",
        "act,          consulta,     country.input.choice",
        "careDate,     2025-02-30,   country.input.day",
        "careDate,     01/02/2025,   country.input.day",
        "charged,      -1.00,        country.input.amount",
        "charged,      1.001,        country.input.amount",
        "charged,      20000000.00,  country.input.absurd",
        "charged,      NaN,          country.input.amount",
        "territory,    FR,           country.input.choice",
        "inNetwork,    yes,          country.input.flag",
        "nomenclature, 1,            country.input.unknown",
    })
    void linesAreReadStrictly(String field, String value, String problem) {
        assertThat(refusedLine(field, value)).isEqualTo("claims[0].lines[1]." + field + " " + problem);
    }

    @Test
    void whatALineMustSayIsMissed() {
        for (String field : List.of("act", "careDate", "charged", "territory", "inNetwork")) {
            Map<String, Object> line = with(LINE);
            line.remove(field);
            assertThat(refusal(Map.of("plan", plan(), "lines", List.of(line))))
                    .isEqualTo("claims[0].lines[0]." + field + " country.input.missing");
        }
    }

    @Test
    void plansAreReadStrictly() {
        assertThat(refusedPlan("rateSpain", "1.01")).isEqualTo("claims[0].plan.rateSpain es.input.share");
        assertThat(refusedPlan("capital", "-1")).isEqualTo("claims[0].plan.capital country.input.amount");
        assertThat(refusedPlan("franchise", "1")).isEqualTo("claims[0].plan.franchise country.input.unknown");
        assertThat(refusedPlan("modality", "REEMBOLSO")).isEqualTo("claims[0].plan.modality country.input.choice");
        assertThat(refusedPlan("modality", "COPAY")).isEqualTo("claims[0].plan.copay country.input.missing");
        assertThat(refusedPlan("servicesUsedThisYear", -1)).isEqualTo("claims[0].plan.servicesUsedThisYear country.input.whole");
        assertThat(refusedPlan("coverFrom", "2025-02-01", "coverTo", "2025-01-31")).isEqualTo("claims[0].plan.coverTo es.input.coverTo");
        assertThat(refusedPlan("acts", Map.of("CURA", Map.of()))).isEqualTo("claims[0].plan.acts.CURA country.input.unknown");
        assertThat(refusedPlan("acts", Map.of("PARTO", Map.of("limit", "1")))).isEqualTo("claims[0].plan.acts.PARTO.limit country.input.unknown");
        assertThat(refusedPlan("acts", Map.of("URGENCIA", Map.of("waitingMonths", 3))))
                .isEqualTo("claims[0].plan.acts.URGENCIA.waitingMonths es.input.emergency");
    }

    @Test
    void aRateThatALineNeedsMustBeThere() {
        Map<String, Object> plan = Map.of("modality", "MIXED", "rateSpain", "0.80");
        assertThat(refusal(Map.of("plan", plan, "lines", List.of(LINE)))).isEqualTo("accepted");
        assertThat(refusal(Map.of("plan", plan, "lines", List.of(with(LINE, "territory", "ABROAD")))))
                .isEqualTo("claims[0].plan.rateAbroad country.input.missing");
        assertThat(refusal(Map.of("plan", Map.of("modality", "REIMBURSEMENT"), "lines", List.of(LINE))))
                .isEqualTo("claims[0].plan.rateSpain country.input.missing");
    }

    @Test
    void tiersFollowEachOther() {
        assertThat(refusedPlan("copay", Map.of("tiers", List.of(Map.of("from", 1, "to", 6, "amount", "0"),
                Map.of("from", 6, "to", 9, "amount", "4"))))).isEqualTo("claims[0].plan.copay.tiers[1].from es.input.tierOverlap");
        assertThat(refusedPlan("copay", Map.of("tiers", List.of(Map.of("from", 6, "to", 5, "amount", "0")))))
                .isEqualTo("claims[0].plan.copay.tiers[0].to es.input.tierEnd");
        assertThat(refusedPlan("copay", Map.of("tiers", List.of()))).isEqualTo("claims[0].plan.copay.tiers country.input.list");
        assertThat(refusedPlan("copay", Map.of("amount", "1", "tiers", List.of(Map.of("amount", "0")))))
                .isEqualTo("claims[0].plan.copay.tiers es.input.amountOrTiers");
    }

    @Test
    void aProductHasItsOwnTerms() {
        assertThat(refusal(Map.of("product", "REEMBOLSO-81", "lines", List.of(LINE)))).isEqualTo("claims[0].product es.input.product");
        assertThat(refusal(Map.of("product", "REEMBOLSO-80", "plan", Map.of("rateSpain", "1"), "lines", List.of(LINE))))
                .isEqualTo("claims[0].plan.rateSpain es.input.fromProduct");
        assertThat(refusal(Map.of("product", "REEMBOLSO-80", "lines", List.of(LINE)))).isEqualTo("accepted");
        assertThat(refusal(Map.of("lines", List.of(LINE)))).isEqualTo("claims[0].plan country.input.missing");
        assertThat(refusal(Map.of("plan", plan(), "lines", List.of()))).isEqualTo("claims[0].lines country.input.list");
        assertThat(refusal(Map.of("plan", plan(), "lines", List.of(LINE), "member", "x"))).isEqualTo("claims[0].member country.input.unknown");
    }
}
