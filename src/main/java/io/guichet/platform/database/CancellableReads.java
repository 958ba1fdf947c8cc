package io.guichet.platform.database;

import io.guichet.kernel.UserMessage;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Reads that end at once when the thread that asked is interrupted: for questions that the next keystroke makes stale.
/// Interrupting a thread that waits for a socket would tear the connection; here the work runs on a thread of its own,
/// and only its statement is cancelled.
public final class CancellableReads {

    private final Database database;

    public CancellableReads(Database database) {
        this.database = database;
    }

    /// Runs `work` in a read-only transaction.
    ///
    /// @throws DatabaseFailure of kind `CANCELLED` when this thread is interrupted, which it then still is; or as
    ///                         `Database.read`
    public <T> T read(Function<UnitOfWork, T> work) {
        ScreenThread.refuse();
        Running running = new Running();
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("read").start(() -> {
            try {
                answer.complete(database.read(unit -> {
                    running.begin(unit);
                    try {
                        return work.apply(unit);
                    } finally {
                        running.end();
                    }
                }));
            } catch (RuntimeException | Error failed) {
                answer.completeExceptionally(failed);
            }
        });
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            running.cancel();
            Thread.currentThread().interrupt();
            throw new DatabaseFailure(DatabaseFailure.Kind.CANCELLED, UserMessage.of("platform.error.tooLong"),
                    "interrupted", interrupted);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    /// The connection while `work` uses it: it is never cancelled after it went back to the pool.
    private static final class Running {
        private @Nullable PGConnection connection;
        private boolean cancelled;

        void begin(UnitOfWork unit) {
            PGConnection mine = unit.sql(open -> open.unwrap(PGConnection.class));
            synchronized (this) {
                if (cancelled) {
                    throw new DatabaseFailure(DatabaseFailure.Kind.CANCELLED, UserMessage.of("platform.error.tooLong"),
                            "interrupted", null);
                }
                connection = mine;
            }
        }

        synchronized void end() {
            connection = null;
        }

        synchronized void cancel() {
            cancelled = true;
            if (connection != null) {
                try {
                    connection.cancelQuery();
                } catch (SQLException gone) {
                    // Without a connection there is nothing left to cancel.
                    System.getLogger(CancellableReads.class.getName()).log(System.Logger.Level.DEBUG, "cancel", gone);
                }
            }
        }
    }
}
