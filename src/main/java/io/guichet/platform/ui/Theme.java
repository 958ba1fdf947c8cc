package io.guichet.platform.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/// Light or dark: style sheets, nothing else.
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet()), DARK(new PrimerDark().getUserAgentStylesheet());

    private final String base;

    Theme(String base) {
        this.base = base;
    }

    /// The AtlantaFX style sheet below ours.
    String base() {
        return base;
    }

    /// Style class of the root, for the few rules of our style sheet that differ.
    String styleClass() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// The other one.
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
