package io.guichet.directory.ui;

import io.guichet.access.Rights;
import io.guichet.country.field.FieldInput;
import io.guichet.directory.Directory;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.Ticker;
import java.time.Clock;

/// What every screen of the directory works with.
///
/// @param directory  the files
/// @param background runs what waits
/// @param feed       tells what other windows changed
/// @param ticker     keeps openings alive
/// @param rights     of the person signed in
/// @param origin     this window's name in change notifications
/// @param input      how values are read and written
/// @param clock      now, for ages and for "a moment ago"
public record Workplace(Directory directory, Background background, ChangeFeed feed, Ticker ticker, Rights rights,
                        String origin, FieldInput input, Clock clock) {
}
