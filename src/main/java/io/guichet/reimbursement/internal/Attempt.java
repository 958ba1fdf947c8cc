package io.guichet.reimbursement.internal;

import io.guichet.kernel.Outcome;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import java.util.function.Function;

/// A transaction that is kept when it is done, and leaves no trace when it is refused.
final class Attempt extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Object answer;

    private Attempt(Object answer) {
        super("rolled back on purpose", null, false, false);
        this.answer = answer;
    }

    /// Carries `command` out; commits it when it is `Done` and rolls it back when not.
    @SuppressWarnings("unchecked")
    static <T> Outcome<T> of(Database database, Function<UnitOfWork, Outcome<T>> command) {
        try {
            return database.write(work -> {
                Outcome<T> outcome = command.apply(work);
                if (!(outcome instanceof Outcome.Done<T>)) {
                    throw new Attempt(outcome);
                }
                return outcome;
            });
        } catch (Attempt refused) {
            return (Outcome<T>) refused.answer;
        }
    }

    /// Carries `work` out and rolls it back.
    @SuppressWarnings("unchecked")
    static <T> T undone(Database database, Function<UnitOfWork, T> work) {
        try {
            return database.write(unit -> {
                throw new Attempt(work.apply(unit));
            });
        } catch (Attempt undone) {
            return (T) undone.answer;
        }
    }
}
