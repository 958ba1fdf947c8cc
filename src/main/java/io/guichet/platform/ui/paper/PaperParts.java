package io.guichet.platform.ui.paper;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.FileDialogs;
import io.guichet.platform.ui.Notices;

/// What a paper is shown with.
///
/// @param background makes and draws it
/// @param files      asks where to keep it
/// @param notices    where to tell in passing that it was kept
/// @param texts      the words around it
public record PaperParts(Background background, FileDialogs files, Notices notices, Texts texts) {
}
