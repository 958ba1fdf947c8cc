package io.guichet.reimbursement.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guichet.country.claim.Adjustment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Lines that were decided otherwise than the rules, as the history keeps them.
final class KeptLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private KeptLines() {
    }

    /// @throws IllegalArgumentException for what is no array of lines
    static List<Adjustment> read(String json) {
        try {
            List<Adjustment> lines = new ArrayList<>();
            for (JsonNode line : JSON.readTree(json)) {
                lines.add(new Adjustment(line.path("line").asInt(), WorkRows.euros(new BigDecimal(line.path("insurer").asText())),
                        line.path("reason").asText(""), line.path("note").asText(""), line.path("step").asText("")));
            }
            return lines;
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("no lines: " + broken.getOriginalMessage(), broken);
        }
    }
}
