package io.guichet.directory;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import java.util.Locale;
import java.util.Set;

/// What somebody typed into the one search box.
///
/// @param text      names, dates, identifiers, in any order and spelling
/// @param locale    how the person writes dates
/// @param countries only these, or all that the role may see when empty
/// @param kinds     only these, or all that the role may see when empty
/// @param limit     rows wanted, 1 to 200
public record SearchRequest(String text, Locale locale, Set<CountryCode> countries, Set<FileKind> kinds, int limit) {

    public SearchRequest {
        countries = Set.copyOf(countries);
        kinds = Set.copyOf(kinds);
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
