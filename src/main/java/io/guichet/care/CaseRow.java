package io.guichet.care;

import io.guichet.kernel.FileRef;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A case in a list.
///
/// @param ref     its file, of kind `CASE`
/// @param number  what people call it
/// @param member  whose
/// @param topic   code of what it is about
/// @param channel how the member came
/// @param title   in a line
/// @param state   how far it is
/// @param by      who works on it
/// @param opened  when
/// @param closed  when, null while open
public record CaseRow(FileRef ref, String number, FileRef member, String topic, Channel channel, String title,
                      State state, String by, Instant opened, @Nullable Instant closed) {

    /// How a member came.
    public enum Channel {
        PHONE, MAIL, LETTER, CHAT, COUNTER
    }

    /// How far a case is.
    public enum State {
        OPEN, WAITING, CLOSED
    }

    public CaseRow {
        Objects.requireNonNull(ref);
        Objects.requireNonNull(number);
        Objects.requireNonNull(member);
        Objects.requireNonNull(topic);
        Objects.requireNonNull(channel);
        Objects.requireNonNull(title);
        Objects.requireNonNull(state);
        Objects.requireNonNull(by);
        Objects.requireNonNull(opened);
    }
}
