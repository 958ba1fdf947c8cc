package io.guichet.care;

import io.guichet.kernel.FileRef;
import java.util.Objects;

/// Opens a case.
///
/// @param member  whose
/// @param topic   code of what it is about, of `CaseTopics`
/// @param channel how the member came
/// @param title   in a line, not blank
/// @param note    what was said; may be empty
public record OpenCase(FileRef member, String topic, CaseRow.Channel channel, String title, String note) {

    public OpenCase {
        Objects.requireNonNull(member);
        Objects.requireNonNull(topic);
        Objects.requireNonNull(channel);
        Objects.requireNonNull(title);
        Objects.requireNonNull(note);
    }
}
