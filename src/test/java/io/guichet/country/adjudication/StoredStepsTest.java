package io.guichet.country.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredStepsTest {

    private static Step step(Object... figures) {
        return new Step("RULE", Money.euros(-1_250), UserMessage.of("country.step.rule", figures), "a \"source\", § 1 – ñ", List.of(
                new Given("country.given.one", figures[0])));
    }

    @Test
    void whatIsWrittenIsReadBackEqual() {
        List<Step> steps = List.of(
                step(Money.euros(3_000), new BigDecimal("0.70"), LocalDate.of(2026, 3, 1), 12, "CODE", 5_000_000_000L),
                step(new Money(99, Currency.getInstance("CHF")), UserMessage.of("country.adjustment.GOODWILL", Money.ZERO)),
                new Step("SUM", Money.ZERO, UserMessage.of("country.step.sum"), "", List.of()));

        assertThat(StoredSteps.read(StoredSteps.write(steps))).isEqualTo(steps);
        assertThat(StoredSteps.read(StoredSteps.write(List.of()))).isEmpty();
    }

    /// As `jsonb` gives it back, its fields by their length.
    @Test
    void theDatabaseMayOrderFieldsOtherwise() {
        assertThat(StoredSteps.read("[{\"rule\": \"R\", \"text\": [\"a\", [\"r\", \"0.8\"]], \"amount\": \"0.05\", \"inputs\": [[\"z\", [\"n\", \"3\"]], [\"a\", [\"s\", \"G\"]]]}]"))
                .containsExactly(new Step("R", Money.euros(5), UserMessage.of("a", new BigDecimal("0.8")), "",
                        List.of(new Given("z", 3), new Given("a", "G"))));
    }

    /// As Belgian and Spanish lines kept them first.
    @Test
    void stepsWithSentencesAreStillRead() {
        assertThat(StoredSteps.read("""
                [{"rule": "R", "amount": {"money": -5}, "source": "s", "sentence": {"key": "a", "arguments": [{"rate": "0.8"}, {"day": "2026-03-01"}, {"count": 3},
                  {"long": 4}, "CODE", {"money": 7, "currency": "CHF"}, {"key": "b", "arguments": [{"money": 1}]}]},
                  "inputs": [{"key": "g", "value": {"money": 3000}}]}]
                """)).containsExactly(new Step("R", Money.euros(-5), UserMessage.of("a", new BigDecimal("0.8"), LocalDate.of(2026, 3, 1), 3, 4L, "CODE",
                new Money(7, Currency.getInstance("CHF")), UserMessage.of("b", Money.euros(1))), "s", List.of(new Given("g", Money.euros(3_000)))));
    }

    /// As French acts kept them first.
    @Test
    void inputsUnderTheirNamesAreStillRead() {
        assertThat(StoredSteps.read("""
                [{"rule": "BRSS", "amount": "30.00", "text": ["fr.step.BRSS", ["t", ["fr.act.G"]], ["d", "2025-01-10"], ["m", "30.00"], ["n", "3"], ["s", "G"]],
                  "source": "art. 1", "inputs": {"fr.given.rate": ["r", "0.70"]}},
                 {"rule": "PF", "amount": "-2.00", "text": ["fr.step.PF"]}]
                """)).containsExactly(
                new Step("BRSS", Money.euros(3_000), UserMessage.of("fr.step.BRSS", UserMessage.of("fr.act.G"), LocalDate.of(2025, 1, 10), Money.euros(3_000), 3, "G"),
                        "art. 1", List.of(new Given("fr.given.rate", new BigDecimal("0.70")))),
                new Step("PF", Money.euros(-200), UserMessage.of("fr.step.PF"), "", List.of()));
    }

    @Test
    void whatNobodyCouldReadBackIsNotWritten() {
        assertThatThrownBy(() -> StoredSteps.write(List.of(step(1.5)))).isInstanceOf(IllegalArgumentException.class);
        for (String broken : List.of("[{\"rule\": \"R\"}]", "[{]", "[{\"rule\": \"R\", \"amount\": \"5\", \"sentence\": \"x\", \"source\": \"\", \"inputs\": []}]",
                "[{\"rule\": \"R\", \"amount\": \"x\", \"text\": [\"a\"]}]", "[{\"rule\": \"R\", \"amount\": \"5\", \"text\": [\"a\", [\"d\", \"then\"]]}]",
                "[{\"rule\": \"R\", \"amount\": \"5\", \"text\": [\"a\", [\"q\", \"1\"]]}]")) {
            assertThatThrownBy(() -> StoredSteps.read(broken)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
