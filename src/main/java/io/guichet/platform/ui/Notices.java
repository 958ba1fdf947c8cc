package io.guichet.platform.ui;

import io.guichet.kernel.UserMessage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Tells a person something in passing, without taking the focus. A port: tests read what was told.
public interface Notices {

    /// Shows a notice; on the JavaFX thread.
    void tell(Notice notice);

    /// How much a notice matters.
    enum Level { INFO, SUCCESS, WARNING, DANGER }

    /// What is told.
    ///
    /// @param level  how much it matters; warnings and dangers stay until they are closed
    /// @param text   what is told
    /// @param action what can be done about it, or null
    record Notice(Level level, UserMessage text, @Nullable Action action) {

        public Notice {
            Objects.requireNonNull(level);
            Objects.requireNonNull(text);
        }

        public Notice(Level level, UserMessage text) {
            this(level, text, null);
        }
    }

    /// One button of a notice.
    record Action(UserMessage label, Runnable run) {
    }
}
