package io.guichet.country.adjudication;

import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.util.List;
import java.util.Objects;

/// One step on the way to an amount, as it can be read to the member.
///
/// @param rule     stable code of the rule, the same in every language: `AMO_RATE`
/// @param amount   what the step gave, or took; may be negative
/// @param sentence why, in words; its arguments are `Money`, `BigDecimal` rates, `LocalDate`, numbers and codes
/// @param source   where the parameter was published, or what else decided; empty when the step only adds up
/// @param inputs   the figures that went in
public record Step(String rule, Money amount, UserMessage sentence, String source, List<Given> inputs) {

    public Step {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(amount);
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(source);
        inputs = List.copyOf(inputs);
    }
}
