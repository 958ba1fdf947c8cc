package io.guichet.country.es.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.kernel.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Claims for tests, as the command takes them.
final class SpanishClaims {

    private static final SpanishAdjudication RULES = new SpanishAdjudication();

    private SpanishClaims() {
    }

    /// An invoice of a provider outside the network, in Spain.
    static Map<String, Object> invoice(String act, String day, String charged) {
        return line(act, day, charged, "ES", false);
    }

    /// An act in the network.
    static Map<String, Object> network(String act, String day, String charged) {
        return line(act, day, charged, "ES", true);
    }

    static Map<String, Object> line(String act, String day, String charged, String territory, boolean inNetwork) {
        return new HashMap<>(Map.of("act", act, "careDate", day, "charged", charged, "territory", territory, "inNetwork", inNetwork));
    }

    /// A reimbursement plan of 80 % in Spain and 60 % abroad, and what else it says.
    static Map<String, Object> plan(Object... more) {
        Map<String, Object> plan = new HashMap<>(Map.of("modality", "REIMBURSEMENT", "rateSpain", "0.80", "rateAbroad", "0.60"));
        return with(plan, more);
    }

    static Map<String, Object> with(Map<String, Object> map, Object... more) {
        Map<String, Object> all = new HashMap<>(map);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    static ClaimDecision decide(Map<String, Object> plan, List<?> lines) throws InputRefused {
        return decided(Map.of("plan", plan, "lines", lines));
    }

    static ClaimDecision decided(Map<String, Object> claim) throws InputRefused {
        ClaimDecision decision = RULES.simulate(ClaimInput.of(claim, "claims[0]"));
        decision.lines().forEach(line -> assertThat(line.steps().stream().map(Step::amount).reduce(Money.ZERO, Money::plus))
                .as("steps lead to what we pay").isEqualTo(line.insurerPaid()));
        return decision;
    }

    /// What we pay of each line.
    static List<String> paid(Map<String, Object> plan, Object... lines) throws InputRefused {
        return decide(plan, Arrays.asList(lines)).lines().stream().map(line -> line.insurerPaid().toString()).toList();
    }

    /// What stays with the member of each line.
    static List<String> left(Map<String, Object> plan, Object... lines) throws InputRefused {
        return decide(plan, Arrays.asList(lines)).lines().stream().map(line -> line.memberPays().toString()).toList();
    }

    /// The rules that decided each line.
    static List<List<String>> rules(Map<String, Object> plan, Object... lines) throws InputRefused {
        List<List<String>> rules = new ArrayList<>();
        for (LineDecision line : decide(plan, Arrays.asList(lines)).lines()) {
            rules.add(line.steps().stream().map(Step::rule).toList());
        }
        return rules;
    }
}
