package io.guichet.shell;

import io.guichet.platform.ui.Theme;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one person likes, and where they left off. Files are remembered by reference only: names of members do not
/// belong on a disk.
///
/// @param language    of the window, as a language tag, or empty for that of the system
/// @param theme       light or dark
/// @param largeText   text at 125 %
/// @param compactRows rows 28 instead of 32 pixels high
/// @param navCollapsed navigation shows icons only
/// @param place       of the window, or null before the first time
/// @param tabs        ids of the open screens, in order
/// @param selectedTab id of the selected one, or empty
/// @param recent      ids of files opened lately, newest first
public record Settings(String language, Theme theme, boolean largeText, boolean compactRows, boolean navCollapsed,
                       @Nullable WindowPlace place, List<String> tabs, String selectedTab, List<String> recent) {

    /// Before anybody chose anything.
    public static final Settings DEFAULT =
            new Settings("", Theme.LIGHT, false, false, false, null, List.of(), "", List.of());

    public Settings {
        language = Objects.requireNonNullElse(language, "");
        theme = Objects.requireNonNullElse(theme, Theme.LIGHT);
        tabs = List.copyOf(Objects.requireNonNullElse(tabs, List.of()));
        selectedTab = Objects.requireNonNullElse(selectedTab, "");
        recent = List.copyOf(Objects.requireNonNullElse(recent, List.of()));
    }

    /// Where the window stood.
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    }
}
