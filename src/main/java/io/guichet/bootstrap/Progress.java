package io.guichet.bootstrap;

import io.guichet.kernel.UserMessage;

/// Told what a long start is doing, on the thread that does it.
@FunctionalInterface
public interface Progress {

    /// @param step what begins or goes on, for a person
    /// @param done part of this step that is done, 0 to 1; negative when nobody knows
    void at(UserMessage step, double done);

    /// Told beside that, where somebody can estimate it, how far the whole work is.
    ///
    /// @param done 0 to 1
    default void whole(double done) {
    }
}
