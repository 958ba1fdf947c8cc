package io.guichet.reimbursement.ui.entry;

import io.guichet.platform.ui.FileDialogs;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;

/// What the views of an entry form are made with.
///
/// @param views     loads them
/// @param navigator opens other files and screens
/// @param files     asks for papers of this computer
public record EntryParts(FxmlViews views, Navigator navigator, FileDialogs files) {
}
