package io.guichet.country.be.adjudication;

import io.guichet.country.adjudication.Given;
import io.guichet.country.adjudication.Step;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.util.ArrayList;
import java.util.List;

/// The steps of one line while they are made.
final class Explanation {

    private static final int USUAL = 6;

    private final List<Step> steps = new ArrayList<>(USUAL);

    /// @param cents     what the step gave; negative for what it took
    /// @param source    where its parameter comes from; empty when it only adds up
    /// @param inputs    what went in
    /// @param arguments fill the places of the sentence
    void add(Rule rule, long cents, String source, List<Given> inputs, Object... arguments) {
        steps.add(new Step(rule.name(), Money.euros(cents), UserMessage.of(rule.key(), arguments), source, inputs));
    }

    List<Step> steps() {
        return steps;
    }
}
