package io.guichet.country.adjudication;

import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;

/// Something in a claim that nobody can compute with. Checked: who reads input must say what happens then.
public final class InputRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient FieldProblem problem;

    /// @param path   where it is, as the reader finds it: `claims[2].lines[0].charged`
    /// @param reason what is wrong and what to do
    public InputRefused(String path, UserMessage reason) {
        super(path + ": " + reason.key(), null, false, false);
        this.problem = new FieldProblem(path, reason);
    }

    /// Path and reason.
    public FieldProblem problem() {
        return problem;
    }
}
