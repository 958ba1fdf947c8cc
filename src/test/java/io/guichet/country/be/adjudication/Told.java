package io.guichet.country.be.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.kernel.FieldProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Claims as `adjudicate` is told them, and what it answers.
final class Told {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Told() {
    }

    /// The resource beside the tests.
    static Map<String, Object> resource(String name) {
        try (InputStream stream = Told.class.getResourceAsStream(name)) {
            return JSON.readValue(Objects.requireNonNull(stream), new TypeReference<Map<String, Object>>() { });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static ClaimDecision decide(Map<String, ?> claim) {
        try {
            return new BeAdjudication().simulate(ClaimInput.of(claim, "claims[0]"));
        } catch (InputRefused refused) {
            throw new AssertionError(refused.problem().toString(), refused);
        }
    }

    /// @param json of one claim; apostrophes stand for quotation marks
    static Map<String, Object> tree(String json) {
        try {
            return JSON.readValue(json.replace('\'', '"'), new TypeReference<Map<String, Object>>() { });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// What becomes of the only line: `public insurer member`.
    static String line(String plan, String line) {
        return parts(lines(plan, line).getFirst());
    }

    static List<LineDecision> lines(String plan, String... lines) {
        return decide(tree("{'plan':" + plan + ",'lines':[" + String.join(",", lines) + "]}")).lines();
    }

    static String parts(LineDecision line) {
        return line.publicPaid() + " " + line.insurerPaid() + " " + line.memberPays();
    }

    /// Why such a claim is refused.
    static FieldProblem refusal(String json) {
        InputRefused refused = catchThrowableOfType(InputRefused.class,
                () -> new BeAdjudication().simulate(ClaimInput.of(tree(json), "claims[0]")));
        assertThat(refused).as(json).isNotNull();
        return refused.problem();
    }
}
