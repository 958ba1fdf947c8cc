package io.guichet.country.be.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.adjudication.LineDecision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The published cases come out as published.
class BeExamplesTest {

    @Test
    @SuppressWarnings("unchecked")
    void everyExampleIsAsPublished() {
        Map<String, Object> expected = Told.resource("be.expected.json");
        List<Map<String, Object>> claims = (List<Map<String, Object>>) Told.resource("be.json").get("claims");
        assertThat(claims).isNotEmpty();
        for (Map<String, Object> claim : claims) {
            assertThat(Told.decide(claim).lines().stream().map(BeExamplesTest::amounts)).as("%s", claim.get("ref"))
                    .isEqualTo(expected.get(claim.get("ref")));
        }
        assertThat(claims).hasSameSizeAs(expected.keySet());
    }

    private static Map<String, String> amounts(LineDecision line) {
        return Map.of("publicPaid", line.publicPaid().toString(), "insurerPaid", line.insurerPaid().toString(), "memberPays",
                line.memberPays().toString());
    }
}
