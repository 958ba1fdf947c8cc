package io.guichet.reimbursement;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Asks for a page of the queue, the most urgent first: by priority, then by the day it is due.
///
/// @param filter    which claims
/// @param after     goes on behind (backwards: before) this row; null begins at the end one reads from
/// @param backwards towards the beginning of the list; the rows still come in the order of the list
/// @param limit     at most so many rows, 1 to 500
public record WorkPageRequest(WorkFilter filter, WorkRow.@Nullable Place after, boolean backwards, int limit) {

    public WorkPageRequest {
        Objects.requireNonNull(filter);
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("a page has 1 to 500 rows, not " + limit);
        }
    }
}
