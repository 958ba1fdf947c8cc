package io.guichet.directory;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.Keyset;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks for some rows of the list of members, sorted by name.
///
/// @param text      only members with words that begin as these; all when blank
/// @param countries only these, or all that the role may see when empty
/// @param from      the row before which or after which the page stands, or null for the end of the list
/// @param backwards towards the beginning of the alphabet; the rows come in that order
/// @param limit     rows wanted, 1 to 500
public record MemberPageRequest(String text, Set<CountryCode> countries, @Nullable Keyset from, boolean backwards,
                                int limit) {

    public MemberPageRequest {
        Objects.requireNonNull(text);
        countries = Set.copyOf(countries);
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
