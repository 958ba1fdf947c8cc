package io.guichet.country.fr.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.InputRefused;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Cases that public bodies and insurers published, to the cent.
class PublishedCasesTest {

    @Test
    @SuppressWarnings("unchecked")
    void everyPublishedCaseComesOutAsPublished() throws IOException, InputRefused {
        Map<String, Object> expected = Cases.resource("fr.expected.json");
        List<Map<String, Object>> claims = (List<Map<String, Object>>) Cases.resource("fr.json").get("claims");
        assertThat(claims).hasSameSizeAs(expected.entrySet());
        for (Map<String, Object> claim : claims) {
            ClaimDecision decision = new FrenchAdjudication().simulate(ClaimInput.of(claim, "claims[0]"));
            List<Map<String, String>> lines = (List<Map<String, String>>) expected.get(claim.get("ref"));
            assertThat(Cases.amounts(decision)).as((String) claim.get("ref")).isEqualTo(lines.stream()
                    .map(line -> line.get("publicPaid") + " " + line.get("insurerPaid") + " " + line.get("memberPays"))
                    .collect(Collectors.joining(", ")));
        }
    }
}
