package io.guichet.platform.ui;

import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something went wrong, as a person is told: what happened, what was kept, what to do, and for whoever helps them a
/// code and details to copy. Never a stack trace on screen.
///
/// @param sentence what happened
/// @param kept     what was kept, or null when nothing was at stake
/// @param advice   what to do, or null when the sentence says it
/// @param details  technical details, to copy
public record Problem(UserMessage sentence, @Nullable UserMessage kept, @Nullable UserMessage advice, String details) {

    public Problem {
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(details);
    }

    /// What `failure` means to a person.
    public static Problem of(Throwable failure) {
        UserMessage sentence = failure instanceof DatabaseFailure refused
                ? refused.userMessage()
                : UserMessage.of("platform.ui.error.unexpected");
        return new Problem(sentence, null, null, details(failure));
    }

    /// What it means to a person that something could not be read: nothing of theirs was at stake, and screens ask again by
    /// themselves once the server answers.
    public static Problem ofReading(Throwable failure) {
        if (!(failure instanceof DatabaseFailure refused)) {
            return of(failure);
        }
        UserMessage sentence = switch (refused.kind()) {
            case UNREACHABLE -> UserMessage.of("platform.ui.error.unreadable.unreachable");
            case RULE_BROKEN, UNEXPECTED -> UserMessage.of("platform.ui.error.unreadable.unexpected");
            case SIGN_IN_REFUSED, DENIED, CANCELLED, VERSION -> refused.userMessage();
        };
        return new Problem(sentence, null, null, details(failure));
    }

    /// A problem that the program itself found.
    public static Problem of(UserMessage sentence) {
        return new Problem(sentence, null, null, "");
    }

    /// This problem, saying also what was kept.
    public Problem keeping(UserMessage what) {
        return new Problem(sentence, what, advice, details);
    }

    /// This problem, saying also what to do.
    public Problem advising(UserMessage what) {
        return new Problem(sentence, kept, what, details);
    }

    /// What a person quotes when they ask for help: the last part of the sentence's key.
    public String code() {
        return sentence.key().substring(sentence.key().lastIndexOf('.') + 1);
    }

    private static String details(Throwable failure) {
        StringWriter text = new StringWriter();
        text.append(Instant.now().toString()).append('\n');
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
