package io.guichet.kernel;

import java.util.List;

/// Some rows of a longer list.
///
/// @param rows the rows, in the order of the list
/// @param more whether the list goes on in the direction that was asked for
public record Page<T>(List<T> rows, boolean more) {

    public Page {
        rows = List.copyOf(rows);
    }
}
