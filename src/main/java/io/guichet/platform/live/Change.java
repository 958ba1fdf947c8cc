package io.guichet.platform.live;

import io.guichet.kernel.FileRef;

/// A hint that a file changed; whoever shows it asks the database again.
///
/// @param file    what changed
/// @param version its version after the change
/// @param origin  the window that made the change (`Database.origin`), or empty when it was none
public record Change(FileRef file, long version, String origin) {
}
