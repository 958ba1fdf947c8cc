package io.guichet.platform.database;

import io.guichet.kernel.UserMessage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The database refused, or could not be reached. The message of the exception is technical; `userMessage` is the
/// sentence for a person. Neither holds values of a row.
public final class DatabaseFailure extends RuntimeException {

    /// What kind of failure it is: what a screen can do about it depends on this alone.
    public enum Kind {
        /// No server answers, or the connection broke.
        UNREACHABLE,
        /// Wrong user or password.
        SIGN_IN_REFUSED,
        /// The role may not do this.
        DENIED,
        /// The data breaks a rule that the database keeps.
        RULE_BROKEN,
        /// Cancelled, or took too long.
        CANCELLED,
        /// The database and this program have different versions.
        VERSION,
        /// Anything else.
        UNEXPECTED
    }

    private final Kind kind;
    private final UserMessage userMessage;

    public DatabaseFailure(Kind kind, UserMessage userMessage, String technical, @Nullable Throwable cause) {
        super(technical, cause);
        this.kind = Objects.requireNonNull(kind);
        this.userMessage = Objects.requireNonNull(userMessage);
    }

    public Kind kind() {
        return kind;
    }

    public UserMessage userMessage() {
        return userMessage;
    }
}
