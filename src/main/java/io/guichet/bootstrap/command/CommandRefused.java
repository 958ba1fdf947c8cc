package io.guichet.bootstrap.command;

import io.guichet.kernel.UserMessage;

/// A command was refused, or its input is invalid: exit status 1, the sentence on standard error.
public final class CommandRefused extends RuntimeException {

    private final transient UserMessage sentence;

    public CommandRefused(UserMessage sentence) {
        super(sentence.key());
        this.sentence = sentence;
    }

    public UserMessage sentence() {
        return sentence;
    }
}
