package io.guichet.country.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What stands above the lines of a paper: a name and a value each, in the order they are added.
public final class Facts {

    private static final String LINE = "\n";

    private final PaperWords words;
    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    public Facts(PaperWords words) {
        this.words = words;
    }

    /// Adds one; nothing when the value is empty. A value is short enough for one line.
    ///
    /// @param key of the text that names it
    public Facts add(String key, String value) {
        if (!value.isBlank()) {
            names.add(words.text(key));
            values.add(value);
        }
        return this;
    }

    /// Both columns, under the parameters that templates have for them.
    public Map<String, String> values() {
        return Map.of("factNames", String.join(LINE, names), "factValues", String.join(LINE, values));
    }
}
