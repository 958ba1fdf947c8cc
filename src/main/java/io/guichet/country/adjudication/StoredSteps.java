package io.guichet.country.adjudication;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/// Steps as countries keep them with a line, in a `jsonb` column: no language in them, so that they can be read to the member in
/// any. What was written is read back equal, also by later versions: names here are not changed.
public final class StoredSteps {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory FACTORY = MAPPER.getFactory();
    private static final String EURO = "EUR";

    private StoredSteps() {
    }

    /// The steps as JSON.
    ///
    /// @throws IllegalArgumentException for an argument or input of a kind that `Step` does not name
    public static String write(List<Step> steps) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartArray();
            for (Step step : steps) {
                json.writeStartObject();
                json.writeStringField("rule", step.rule());
                json.writeFieldName("amount");
                write(json, step.amount());
                json.writeFieldName("sentence");
                write(json, step.sentence());
                json.writeStringField("source", step.source());
                json.writeArrayFieldStart("inputs");
                for (Given given : step.inputs()) {
                    json.writeStartObject();
                    json.writeStringField("key", given.key());
                    json.writeFieldName("value");
                    write(json, given.value());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException neverOfAString) {
            throw new UncheckedIOException(neverOfAString);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
            return;
        }
        json.writeStartObject();
        switch (value) {
            case Money money -> {
                json.writeNumberField("money", money.minor());
                if (!money.currency().getCurrencyCode().equals(EURO)) {
                    json.writeStringField("currency", money.currency().getCurrencyCode());
                }
            }
            case BigDecimal rate -> json.writeStringField("rate", rate.toPlainString());
            case LocalDate day -> json.writeStringField("day", day.toString());
            case Integer count -> json.writeNumberField("count", count);
            case Long count -> json.writeNumberField("long", count);
            case UserMessage message -> {
                json.writeStringField("key", message.key());
                json.writeArrayFieldStart("arguments");
                for (Object argument : message.arguments()) {
                    write(json, argument);
                }
                json.writeEndArray();
            }
            default -> throw new IllegalArgumentException("no figure of a step: " + value.getClass().getName());
        }
        json.writeEndObject();
    }

    /// The steps that `write` wrote.
    ///
    /// @throws IllegalArgumentException when it did not
    public static List<Step> read(String json) {
        try {
            List<Step> steps = new ArrayList<>();
            for (JsonNode step : MAPPER.readTree(json)) {
                List<Given> inputs = new ArrayList<>();
                for (JsonNode given : step.required("inputs")) {
                    inputs.add(new Given(given.required("key").textValue(), value(given.required("value"))));
                }
                steps.add(new Step(step.required("rule").textValue(), (Money) value(step.required("amount")),
                        (UserMessage) value(step.required("sentence")), step.required("source").textValue(), inputs));
            }
            return steps;
        } catch (IOException | ClassCastException unreadable) {
            throw new IllegalArgumentException("no stored steps", unreadable);
        }
    }

    private static Object value(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.has("money")) {
            return new Money(node.get("money").longValue(), Currency.getInstance(node.path("currency").asText(EURO)));
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
