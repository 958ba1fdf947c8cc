package io.guichet.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Asks for a page of contracts.
///
/// @param filter    which
/// @param sort      in which order
/// @param after     goes on behind (backwards: before) this row; null begins at the end one reads from
/// @param backwards towards the beginning of the list; the rows still come in the order of the list
/// @param limit     at most so many rows, 1 to 500
public record ContractPageRequest(ContractFilter filter, Sort sort, ContractRow.@Nullable Place after,
                                  boolean backwards, int limit) {

    /// Orders that the server can page through.
    public enum Sort {
        /// By the holder's name.
        HOLDER,
        /// The latest first day first.
        NEWEST,
        /// The largest company first.
        EMPLOYEES
    }

    public ContractPageRequest {
        Objects.requireNonNull(filter);
        Objects.requireNonNull(sort);
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("a page has 1 to 500 rows, not " + limit);
        }
    }
}
