package io.guichet.platform.i18n;

import java.util.Locale;

/// Names of languages, each in itself, so that everybody finds theirs.
public final class Languages {

    private Languages() {
    }

    /// `Français`, `Nederlands`.
    public static String name(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
