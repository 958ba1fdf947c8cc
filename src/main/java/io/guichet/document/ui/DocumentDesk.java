package io.guichet.document.ui;

import io.guichet.document.Documents;
import io.guichet.document.RequiredDocuments;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.FileDialogs;
import io.guichet.platform.ui.Notices;
import java.time.Clock;

/// What lists of documents work with.
///
/// @param documents  what is attached
/// @param required   what must be
/// @param background runs what waits
/// @param feed       tells what changed
/// @param files      asks for files of this computer
/// @param notices    tells that a copy was saved
/// @param texts      in the language in use
/// @param clock      now, for "a moment ago"
/// @param changes    whether this person attaches and removes; the database refuses by itself
public record DocumentDesk(Documents documents, RequiredDocuments required, Background background, ChangeFeed feed,
                           FileDialogs files, Notices notices, Texts texts, Clock clock, boolean changes) {
}
