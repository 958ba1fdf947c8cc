package io.guichet.contract.internal;

import java.util.function.Function;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;

/// Ends a transaction without a trace, and takes an answer out of it.
final class Undone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Object answer;

    private Undone(Object answer) {
        super("rolled back on purpose", null, false, false);
        this.answer = answer;
    }

    /// Carries `work` out and rolls it back.
    static <T> T of(Database database, Function<UnitOfWork, T> work) {
        return unless(database, unit -> {
            throw with(work.apply(unit));
        });
    }

    /// Carries `work` out and commits it, unless it throws `with(answer)`: then it is rolled back, and that is the answer.
    @SuppressWarnings("unchecked")
    static <T> T unless(Database database, Function<UnitOfWork, T> work) {
        try {
            return database.write(work);
        } catch (Undone undone) {
            return (T) undone.answer;
        }
    }

    /// To be thrown inside `unless`.
    static Undone with(Object answer) {
        return new Undone(answer);
    }
}
