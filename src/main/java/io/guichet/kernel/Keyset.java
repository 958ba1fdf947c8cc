package io.guichet.kernel;

import java.util.Objects;

/// A place in a sorted list: the sort value of a row and its id, so that the next page is a range of an index. Opaque to
/// whoever shows the list.
///
/// @param sort what the list is sorted by, as text
/// @param id   tells rows apart that are sorted alike
public record Keyset(String sort, long id) {

    public Keyset {
        Objects.requireNonNull(sort);
    }

    /// Does not print the sort value: it may be a name.
    @Override
    public String toString() {
        return "row " + id;
    }
}
