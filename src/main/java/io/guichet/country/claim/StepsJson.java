package io.guichet.country.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guichet.country.adjudication.Given;
import io.guichet.country.adjudication.Step;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Steps as a table keeps them with what they led to (`jsonb`): rules, amounts and keys of sentences, in no language.
///
/// Values are pairs of a letter and a text: `m` money in euros, `r` a rate, `d` a day, `n` a number, `s` a code, `t` a further
/// text with its values.
public final class StepsJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StepsJson() {
    }

    /// The steps as a JSON array.
    public static String write(List<Step> steps) {
        ArrayNode all = NODES.arrayNode();
        for (Step step : steps) {
            ObjectNode node = all.addObject();
            node.put("rule", step.rule());
            node.put("amount", step.amount().toString());
            node.set("text", text(step.sentence()));
            if (!step.source().isEmpty()) {
                node.put("source", step.source());
            }
            if (!step.inputs().isEmpty()) {
                ObjectNode inputs = node.putObject("inputs");
                step.inputs().forEach(input -> inputs.set(input.key(), value(input.value())));
            }
        }
        return all.toString();
    }

    /// The steps of a JSON array that `write` made.
    ///
    /// @throws IllegalArgumentException for anything else
    public static List<Step> read(String json) {
        try {
            List<Step> steps = new ArrayList<>();
            for (JsonNode node : JSON.readTree(json)) {
                List<Given> inputs = new ArrayList<>();
                node.path("inputs").properties().forEach(input -> inputs.add(new Given(input.getKey(), value(input.getValue()))));
                steps.add(new Step(node.path("rule").asText(), money(node.path("amount").asText()), message(node.path("text")),
                        node.path("source").asText(""), inputs));
            }
            return steps;
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("no steps: " + broken.getOriginalMessage(), broken);
        }
    }

    private static ArrayNode text(UserMessage message) {
        ArrayNode node = NODES.arrayNode().add(message.key());
        message.arguments().forEach(argument -> node.add(value(argument)));
        return node;
    }

    private static ArrayNode value(Object value) {
        ArrayNode pair = NODES.arrayNode();
        return switch (value) {
            case Money money -> pair.add("m").add(money.toString());
            case BigDecimal rate -> pair.add("r").add(rate.toPlainString());
            case LocalDate day -> pair.add("d").add(day.toString());
            case Integer number -> pair.add("n").add(number.toString());
            case Long number -> pair.add("n").add(number.toString());
            case String code -> pair.add("s").add(code);
            case UserMessage message -> pair.add("t").add(text(message));
            default -> throw new IllegalArgumentException("a step keeps no " + value.getClass().getSimpleName());
        };
    }

    private static Object value(JsonNode pair) {
        String text = pair.path(1).asText();
        return switch (pair.path(0).asText()) {
            case "m" -> money(text);
            case "r" -> new BigDecimal(text);
            case "d" -> LocalDate.parse(text);
            case "n" -> Integer.valueOf(text);
            case "s" -> text;
            case "t" -> message(pair.path(1));
            default -> throw new IllegalArgumentException("no value of a step: " + pair);
        };
    }

    private static UserMessage message(JsonNode node) {
        List<Object> arguments = new ArrayList<>();
        for (int i = 1; i < node.size(); i++) {
            arguments.add(value(node.path(i)));
        }
        return new UserMessage(node.path(0).asText(), arguments);
    }

    private static Money money(String euros) {
        return Money.euros(new BigDecimal(euros).movePointRight(2).longValueExact());
    }
}
