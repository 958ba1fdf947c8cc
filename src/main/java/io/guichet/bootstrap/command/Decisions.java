package io.guichet.bootstrap.command;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Amounts;
import io.guichet.platform.i18n.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes what became of claims, one after the other, as `guichet adjudicate` prints them.
interface Decisions extends AutoCloseable {

    /// Writes the next claim.
    ///
    /// @param ref as its input calls it
    void write(String ref, ClaimDecision decision) throws IOException;

    /// Writes what ends the document. What it is written to stays open.
    @Override
    void close() throws IOException;

    /// One JSON document.
    static Decisions json(OutputStream out, Texts texts) throws IOException {
        return new Json(out, texts);
    }

    /// Tables, the steps below each line.
    static Decisions tables(OutputStream out, Texts texts) {
        return new Tables(out, texts);
    }

    /// Sentences of steps. Many claims say the same, and putting a sentence together costs more than deciding a line.
    final class Sentences {

        private static final int KEPT = 20_000;

        private final Texts texts;
        private final Map<UserMessage, String> known = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UserMessage, String> eldest) {
                return size() > KEPT;
            }
        };

        Sentences(Texts texts) {
            this.texts = texts;
        }

        String of(Step step) {
            return known.computeIfAbsent(step.sentence(), texts::get);
        }
    }

    /// `{"claims":[{"ref","lines":[…],"totals":{…}}]}`.
    final class Json implements Decisions {

        private final JsonGenerator json;
        private final Sentences sentences;

        private Json(OutputStream out, Texts texts) throws IOException {
            sentences = new Sentences(texts);
            json = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).createGenerator(out, JsonEncoding.UTF8)
                    .setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeArrayFieldStart("claims");
        }

        @Override
        public void write(String ref, ClaimDecision decision) throws IOException {
            json.writeStartObject();
            json.writeStringField("ref", ref);
            json.writeArrayFieldStart("lines");
            for (LineDecision line : decision.lines()) {
                json.writeStartObject();
                parts(line.publicPaid(), line.insurerPaid(), line.memberPays());
                json.writeArrayFieldStart("steps");
                for (Step step : line.steps()) {
                    json.writeStartObject();
                    json.writeStringField("rule", step.rule());
                    json.writeStringField("amount", step.amount().toString());
                    json.writeStringField("text", sentences.of(step));
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectFieldStart("totals");
            json.writeStringField("charged", decision.charged().toString());
            parts(decision.publicPaid(), decision.insurerPaid(), decision.memberPays());
            json.writeEndObject();
            json.writeEndObject();
        }

        private void parts(Money publicPaid, Money insurerPaid, Money memberPays) throws IOException {
            json.writeStringField("publicPaid", publicPaid.toString());
            json.writeStringField("insurerPaid", insurerPaid.toString());
            json.writeStringField("memberPays", memberPays.toString());
        }

        @Override
        public void close() throws IOException {
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
            json.close();
        }
    }

    /// For people.
    final class Tables implements Decisions {

        private static final int NUMBER = 5;
        private static final int AMOUNT = 15;
        private static final String GAP = "  ";

        private final Writer out;
        private final Texts texts;
        private final Amounts amounts;
        private final Sentences sentences;
        private boolean begun;

        private Tables(OutputStream out, Texts texts) {
            this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            this.texts = texts;
            amounts = Amounts.of(texts);
            sentences = new Sentences(texts);
        }

        @Override
        public void write(String ref, ClaimDecision decision) throws IOException {
            line(begun ? "\n" + ref : ref);
            begun = true;
            line(right("", NUMBER) + right(texts.get("bootstrap.command.adjudicate.charged"), AMOUNT)
                    + right(texts.get("bootstrap.command.adjudicate.public"), AMOUNT)
                    + right(texts.get("bootstrap.command.adjudicate.insurer"), AMOUNT)
                    + right(texts.get("bootstrap.command.adjudicate.member"), AMOUNT));
            int number = 0;
            for (LineDecision each : decision.lines()) {
                number++;
                parts(amounts.count(number), each.charged(), each.publicPaid(), each.insurerPaid(), each.memberPays());
                for (Step step : each.steps()) {
                    line(right(amounts.figures(step.amount()), NUMBER + AMOUNT) + GAP + sentences.of(step));
                }
            }
            if (number > 1) {
                parts("=", decision.charged(), decision.publicPaid(), decision.insurerPaid(), decision.memberPays());
            }
        }

        private void parts(String number, Money charged, Money publicPaid, Money insurerPaid, Money memberPays)
                throws IOException {
            line(right(number, NUMBER) + right(amounts.figures(charged), AMOUNT) + right(amounts.figures(publicPaid), AMOUNT)
                    + right(amounts.figures(insurerPaid), AMOUNT) + right(amounts.figures(memberPays), AMOUNT));
        }

        private static String right(String text, int width) {
            return " ".repeat(Math.max(1, width - text.length())) + text;
        }

        private void line(String text) throws IOException {
            out.write(text);
            out.write('\n');
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
