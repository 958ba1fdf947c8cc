package io.guichet.country.identifier;

import java.util.function.IntPredicate;

/// How a compact value is written in groups: `# ## ## ## ### ### ##`, one `#` for each character, anything else as is.
///
/// @param pattern the groups
public record Shape(String pattern) {

    private static final char PLACE = '#';
    private static final char HIDDEN = '•';

    /// The characters a value of this shape has.
    public int places() {
        int places = 0;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == PLACE) {
                places++;
            }
        }
        return places;
    }

    /// `compact` in groups; a value of another length stays as it is.
    public String format(String compact) {
        return compact.length() == places() ? fill(compact, place -> true) : compact;
    }

    /// `compact` in groups with all places hidden but those that `shown` names (from 0). A value of another length is
    /// hidden whole.
    public String mask(String compact, IntPredicate shown) {
        return compact.length() == places() ? fill(compact, shown) : String.valueOf(HIDDEN).repeat(compact.length());
    }

    private String fill(String compact, IntPredicate shown) {
        StringBuilder filled = new StringBuilder(pattern.length());
        int place = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == PLACE) {
                filled.append(shown.test(place) ? compact.charAt(place) : HIDDEN);
                place++;
            } else {
                filled.append(c);
            }
        }
        return filled.toString();
    }
}
