package io.guichet.directory;

import io.guichet.kernel.FileRef;
import java.time.Instant;
import java.util.List;

/// Knows of things that happened to members: components that work on members implement it, the member file asks all.
@FunctionalInterface
public interface MemberEvents {

    /// What happened to the member up to `until`, newest first, at most `limit`.
    List<MemberEvent> of(FileRef member, Instant until, int limit);
}
