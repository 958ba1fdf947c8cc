package io.guichet.country.adjudication;

import com.fasterxml.jackson.databind.JsonNode;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/// Reads steps as two earlier forms kept them; decisions with them stand in databases. Nobody writes these any more.
///
/// One said `{"rule", "amount": {"money": 1230}, "sentence": {"key", "arguments"}, "source", "inputs": [{"key", "value"}]}`; the
/// other was today's, with the inputs as fields of an object.
final class StepsBefore {

    private StepsBefore() {
    }

    static Step step(JsonNode step) {
        List<Given> inputs = new ArrayList<>();
        for (JsonNode given : step.required("inputs")) {
            inputs.add(new Given(given.required("key").textValue(), value(given.required("value"))));
        }
        return new Step(step.required("rule").textValue(), (Money) value(step.required("amount")), (UserMessage) value(step.required("sentence")),
                step.required("source").textValue(), inputs);
    }

    static List<Given> named(JsonNode inputs) {
        List<Given> given = new ArrayList<>();
        inputs.properties().forEach(each -> given.add(new Given(each.getKey(), StoredSteps.value(each.getValue()))));
        return given;
    }

    private static Object value(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.has("money")) {
            return new Money(node.get("money").longValue(), Currency.getInstance(node.path("currency").asText(StoredSteps.EURO)));
        }
        if (node.has("rate")) {
            return new BigDecimal(node.get("rate").textValue());
        }
        if (node.has("day")) {
            return LocalDate.parse(node.get("day").textValue());
        }
        if (node.has("count")) {
            return node.get("count").intValue();
        }
        if (node.has("long")) {
            return node.get("long").longValue();
        }
        List<Object> arguments = new ArrayList<>();
        node.required("arguments").forEach(argument -> arguments.add(value(argument)));
        return new UserMessage(node.required("key").textValue(), arguments);
    }
}
