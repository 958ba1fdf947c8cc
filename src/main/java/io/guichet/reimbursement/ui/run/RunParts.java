package io.guichet.reimbursement.ui.run;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Dialogs;
import io.guichet.platform.ui.FileDialogs;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;

/// What the views of runs are made with.
///
/// @param views       loads them
/// @param texts       their words
/// @param navigator   opens claims and other runs
/// @param dialogs     asks before something is paid or taken back
/// @param fileDialogs asks where to write
public record RunParts(FxmlViews views, Texts texts, Navigator navigator, Dialogs dialogs, FileDialogs fileDialogs) {
}
