package io.guichet.reimbursement.ui.entry;

import io.guichet.platform.ui.FileDialogs;
import io.guichet.platform.ui.FilePanels;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;
import java.util.List;

/// What the views of an entry form are made with.
///
/// @param views     loads them
/// @param navigator opens other files and screens
/// @param files     asks for papers of this computer
/// @param beside    the papers of a claim that is entered anew
public record EntryParts(FxmlViews views, Navigator navigator, FileDialogs files, List<FilePanels> beside) {

    public EntryParts {
        beside = List.copyOf(beside);
    }
}
