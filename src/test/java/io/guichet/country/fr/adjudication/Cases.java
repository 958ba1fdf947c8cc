package io.guichet.country.fr.adjudication;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.country.adjudication.LineDecision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/// Claims as JSON, and their results as short texts.
final class Cases {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FrenchAdjudication RULES = new FrenchAdjudication();

    private Cases() {
    }

    /// Decides a claim written as JSON with apostrophes for quotes.
    static ClaimDecision decide(String claim) throws InputRefused {
        return RULES.simulate(ClaimInput.of(map(claim.replace('\'', '"')), "claims[0]"));
    }

    /// Decides lines under `BRSS_INCLUDED` or what else `guarantee` says.
    static ClaimDecision decide(String guarantee, String... lines) throws InputRefused {
        return decide("{'plan':{'guarantee':{" + guarantee + "}},'lines':[{" + String.join("},{", lines) + "}]}");
    }

    /// Public, insurer and member of each line: `19.00 9.00 2.00`.
    static String amounts(ClaimDecision decision) {
        StringBuilder text = new StringBuilder();
        for (LineDecision line : decision.lines()) {
            text.append(text.isEmpty() ? "" : ", ").append(line.publicPaid()).append(' ').append(line.insurerPaid()).append(' ')
                    .append(line.memberPays());
        }
        return text.toString();
    }

    static String of(String guarantee, String... lines) throws InputRefused {
        return amounts(decide(guarantee, lines));
    }

    static Map<String, Object> map(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Map<String, Object> resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(Cases.class.getResourceAsStream(name))) {
            return JSON.readValue(stream, new TypeReference<>() {
            });
        }
    }
}
