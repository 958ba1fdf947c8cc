package io.guichet.reimbursement.ui.claim;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FilePanels;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Notices;
import java.util.List;

/// What the views of a claim are made with.
///
/// @param views     loads them
/// @param texts     their words
/// @param navigator opens other files
/// @param notices   tells what was decided, with a way back
/// @param beside    parts that other components bring: documents
/// @param links     what the head of a claim leads to: its statement
public record ClaimParts(FxmlViews views, Texts texts, Navigator navigator, Notices notices, List<FilePanels> beside,
                         List<FilePanels> links) {

    public ClaimParts {
        beside = List.copyOf(beside);
        links = List.copyOf(links);
    }
}
