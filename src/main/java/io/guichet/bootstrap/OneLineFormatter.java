package io.guichet.bootstrap;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// A warning on standard error: one line, no stack trace. The files have those.
public final class OneLineFormatter extends Formatter {

    /// Made by `java.util.logging`, by name.
    public OneLineFormatter() {
        super();
    }

    @Override
    public String format(LogRecord message) {
        String cause = message.getThrown() == null ? "" : " (" + message.getThrown() + ")";
        return message.getLevel().getName() + " " + formatMessage(message) + cause + System.lineSeparator();
    }
}
