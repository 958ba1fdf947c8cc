package io.guichet.country.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.country.adjudication.Given;
import io.guichet.country.adjudication.Step;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsJsonTest {

    private static final List<Step> STEPS = List.of(
            new Step("BRSS", Money.euros(3000), UserMessage.of("zz.step.BRSS", UserMessage.of("zz.act.G"), LocalDate.of(2025, 1, 10),
                    Money.euros(3000), 3, "G"), "art. 1", List.of(new Given("zz.given.rate", new BigDecimal("0.70")))),
            new Step("PF", Money.euros(-200), UserMessage.of("zz.step.PF"), "", List.of()));

    @Test
    void stepsComeBackAsTheyWere() {
        assertThat(StepsJson.read(StepsJson.write(STEPS))).isEqualTo(STEPS);
        assertThat(StepsJson.read("[]")).isEmpty();
    }

    @Test
    void somethingElseIsRefused() {
        assertThatThrownBy(() -> StepsJson.read("[{")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StepsJson.write(List.of(new Step("X", Money.ZERO, UserMessage.of("zz.step.X", 1.5), "", List.of()))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
