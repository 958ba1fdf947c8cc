package io.guichet.directory.ui;

import io.guichet.access.Rights;
import io.guichet.country.field.FieldInput;
import io.guichet.directory.Directory;
import io.guichet.directory.Identities;
import io.guichet.directory.Overviews;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.FilePanels;
import io.guichet.platform.ui.Notices;
import io.guichet.platform.ui.Ticker;
import java.time.Clock;
import java.util.List;

/// What every screen of the directory works with.
///
/// @param directory  the files
/// @param overviews  what a phone call asks about members
/// @param identities which files are about the same person
/// @param background runs what waits
/// @param feed       tells what other windows changed
/// @param ticker     keeps openings alive
/// @param rights     of the person signed in
/// @param origin     this window's name in change notifications
/// @param input      how values are read and written
/// @param clock      now, for ages and for "a moment ago"
/// @param notices    where to tell in passing that something was copied
/// @param panels     bring the parts of a member's screen that belong to other components
/// @param openFiles  what this window has open
public record Workplace(Directory directory, Overviews overviews, Identities identities, Background background, ChangeFeed feed, Ticker ticker, Rights rights,
                        String origin, FieldInput input, Clock clock, Notices notices,
                        List<FilePanels> panels, OpenFiles openFiles) {

    public Workplace {
        panels = List.copyOf(panels);
    }
}
