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

    @Test
    void theDatabaseMayOrderFieldsOtherwise() {
        assertThat(StoredSteps.read("[{\"source\": \"\", \"inputs\": [], \"sentence\": {\"arguments\": [{\"rate\": \"0.8\"}], \"key\": \"a\"},"
                + " \"amount\": {\"money\": 5}, \"rule\": \"R\"}]")).containsExactly(
                new Step("R", Money.euros(5), UserMessage.of("a", new BigDecimal("0.8")), "", List.of()));
    }

    @Test
    void whatNobodyCouldReadBackIsNotWritten() {
        assertThatThrownBy(() -> StoredSteps.write(List.of(step(1.5)))).isInstanceOf(IllegalArgumentException.class);
        for (String broken : List.of("[{\"rule\": \"R\"}]", "[{]", "[{\"rule\": \"R\", \"amount\": \"5\", \"sentence\": \"x\", \"source\": \"\", \"inputs\": []}]")) {
            assertThatThrownBy(() -> StoredSteps.read(broken)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
