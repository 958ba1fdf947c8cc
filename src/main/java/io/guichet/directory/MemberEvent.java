package io.guichet.directory;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something that happened to a member.
///
/// @param at   when
/// @param what in a line, without health data
/// @param by   who did it, empty when nobody in particular
/// @param file where one can look, null when there is nothing to open
public record MemberEvent(Instant at, UserMessage what, String by, @Nullable FileRef file) {

    public MemberEvent {
        Objects.requireNonNull(at);
        Objects.requireNonNull(what);
        Objects.requireNonNull(by);
    }
}
