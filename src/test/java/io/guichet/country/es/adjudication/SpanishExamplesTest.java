package io.guichet.country.es.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.LineDecision;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The published examples of the command `adjudicate`.
class SpanishExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @SuppressWarnings("unchecked")
    void thePublishedExamplesComeOutAsPublished() throws Exception {
        Map<String, Object> input = read("es.json");
        Map<String, Object> expected = read("es.expected.json");
        SpanishAdjudication rules = new SpanishAdjudication();
        List<String> decided = new ArrayList<>();
        for (Object each : (List<Object>) input.get("claims")) {
            Map<String, Object> claim = (Map<String, Object>) each;
            String ref = (String) claim.get("ref");
            ClaimDecision decision = rules.simulate(ClaimInput.of(claim, "claims[" + decided.size() + "]"));
            assertThat(decision.lines().stream().map(SpanishExamplesTest::amounts).toList()).as(ref).isEqualTo(expected.get(ref));
            decided.add(ref);
        }
        assertThat(decided).containsExactlyInAnyOrderElementsOf(expected.keySet());
    }

    private static Map<String, String> amounts(LineDecision line) {
        return Map.of("publicPaid", line.publicPaid().toString(), "insurerPaid", line.insurerPaid().toString(),
                "memberPays", line.memberPays().toString());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(String file) throws Exception {
        try (InputStream stream = SpanishExamplesTest.class.getResourceAsStream("/io/guichet/country/es/" + file)) {
            return JSON.readValue(stream, Map.class);
        }
    }
}
