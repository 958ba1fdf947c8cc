package io.guichet.platform.ui;

import io.guichet.kernel.CountryCode;
import javafx.scene.control.Label;

/// Two letters on a quiet tint, wherever countries mix. The tint follows from the letters, so that a country that
/// comes new has one too.
public final class CountryTag extends Label {

    /// How many tints the style sheet has: `.tint-0` …
    static final int TINTS = 7;

    public CountryTag(CountryCode country) {
        super(country.value());
        getStyleClass().addAll("country-tag", "tint-" + tint(country));
        setMinWidth(USE_PREF_SIZE);
    }

    static int tint(CountryCode country) {
        return (country.value().charAt(0) * 3 + country.value().charAt(1)) % TINTS;
    }
}
