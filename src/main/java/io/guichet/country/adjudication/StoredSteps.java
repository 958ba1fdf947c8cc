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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/// Steps as every country keeps them with a line, in a `jsonb` column: no language in them, so that they can be read to the member
/// in any. What was written is read back equal, also by later versions: letters here are not changed.
///
/// A step is `{"rule", "amount": "12.30", "text", "source", "inputs": [[key, value], …]}`, the last two only where there is
/// something to say; a text is `[key, argument, …]`; a value is a pair of a letter and a text: `m` money, followed by its currency
/// where that is not the euro, `r` a rate, `d` a day, `n` a number, `l` a long number, `s` a code, `t` a further text.
/// Steps from before this was the only form are read by `StepsBefore`.
public final class StoredSteps {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory FACTORY = MAPPER.getFactory();
    static final String EURO = "EUR";

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
                write(json, step);
            }
            json.writeEndArray();
        } catch (IOException neverOfAString) {
            throw new UncheckedIOException(neverOfAString);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Step step) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", step.rule());
        Money amount = step.amount();
        if (isEuro(amount)) {
            json.writeStringField("amount", amount.toString());
        } else {
            json.writeFieldName("amount");
            value(json, amount);
        }
        json.writeFieldName("text");
        text(json, step.sentence());
        if (!step.source().isEmpty()) {
            json.writeStringField("source", step.source());
        }
        if (!step.inputs().isEmpty()) {
            json.writeArrayFieldStart("inputs");
            for (Given given : step.inputs()) {
                json.writeStartArray();
                json.writeString(given.key());
                value(json, given.value());
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, UserMessage message) throws IOException {
        json.writeStartArray();
        json.writeString(message.key());
        for (Object argument : message.arguments()) {
            value(json, argument);
        }
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        json.writeStartArray();
        switch (value) {
            case Money money -> {
                pair(json, "m", money.toString());
                if (!isEuro(money)) {
                    json.writeString(money.currency().getCurrencyCode());
                }
            }
            case BigDecimal rate -> pair(json, "r", rate.toPlainString());
            case LocalDate day -> pair(json, "d", day.toString());
            case Integer number -> pair(json, "n", number.toString());
            case Long number -> pair(json, "l", number.toString());
            case String code -> pair(json, "s", code);
            case UserMessage message -> {
                json.writeString("t");
                text(json, message);
            }
            default -> throw new IllegalArgumentException("no figure of a step: " + value.getClass().getName());
        }
        json.writeEndArray();
    }

    private static void pair(JsonGenerator json, String letter, String text) throws IOException {
        json.writeString(letter);
        json.writeString(text);
    }

    private static boolean isEuro(Money money) {
        return money.currency().getCurrencyCode().equals(EURO);
    }

    /// The steps that `write` of this or an earlier version wrote.
    ///
    /// @throws IllegalArgumentException when it did not
    public static List<Step> read(String json) {
        try {
            List<Step> steps = new ArrayList<>();
            for (JsonNode step : MAPPER.readTree(json)) {
                steps.add(step.has("sentence") ? StepsBefore.step(step)
                        : new Step(step.required("rule").textValue(), amount(step.required("amount")), message(step.required("text")),
                                step.path("source").asText(), inputs(step.path("inputs"))));
            }
            return steps;
        } catch (IOException | ClassCastException | NullPointerException | DateTimeException | ArithmeticException unreadable) {
            throw new IllegalArgumentException("no stored steps", unreadable);
        }
    }

    private static List<Given> inputs(JsonNode node) {
        if (node.isObject()) {
            return StepsBefore.named(node);
        }
        List<Given> inputs = new ArrayList<>();
        node.forEach(given -> inputs.add(new Given(given.required(0).textValue(), value(given.required(1)))));
        return inputs;
    }

    private static Money amount(JsonNode node) {
        return node.isTextual() ? money(node.textValue(), EURO) : (Money) value(node);
    }

    private static UserMessage message(JsonNode node) {
        List<Object> arguments = new ArrayList<>();
        for (int i = 1; i < node.size(); i++) {
            arguments.add(value(node.get(i)));
        }
        return new UserMessage(node.required(0).textValue(), arguments);
    }

    static Object value(JsonNode pair) {
        JsonNode second = pair.required(1);
        return switch (pair.required(0).asText()) {
            case "m" -> money(second.asText(), pair.path(2).asText(EURO));
            case "r" -> new BigDecimal(second.asText());
            case "d" -> LocalDate.parse(second.asText());
            case "n" -> Integer.valueOf(second.asText());
            case "l" -> Long.valueOf(second.asText());
            case "s" -> second.asText();
            case "t" -> message(second);
            default -> throw new IllegalArgumentException("no value of a step: " + pair);
        };
    }

    private static Money money(String amount, String code) {
        Currency currency = Currency.getInstance(code);
        return new Money(new BigDecimal(amount).movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
    }
}
