package io.guichet.care.ui;

import io.guichet.care.Cases;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.FilePanels;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Ticker;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/// What screens of cases work with.
///
/// @param cases      the cases
/// @param names      what people call a member, empty when nobody knows; called in the background
/// @param background runs what waits
/// @param feed       tells what changed
/// @param ticker     keeps openings alive
/// @param navigator  opens files
/// @param texts      in the language in use
/// @param clock      now, for "a moment ago"
/// @param user       who is signed in
/// @param changes    whether this person opens and moves cases; the database refuses by itself
/// @param panels     what other components bring to the screen of a case
public record CaseDesk(Cases cases, Function<FileRef, String> names, Background background, ChangeFeed feed, Ticker ticker,
                       Navigator navigator, Texts texts, Clock clock, String user, boolean changes,
                       List<FilePanels> panels) {

    public CaseDesk {
        panels = List.copyOf(panels);
    }
}
