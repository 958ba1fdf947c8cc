package io.guichet.platform.database;

import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure.Kind;
import java.sql.SQLException;
import java.util.Optional;

/// Makes a `DatabaseFailure` of what a driver, Hibernate, Flyway or the pool threw, by the SQLSTATE inside.
public final class DatabaseFailures {

    private DatabaseFailures() {
    }

    /// The failure in `thrown`. A failure stays what it is; without an SQLSTATE it is unexpected.
    public static DatabaseFailure of(Throwable thrown, DatabaseAddress address) {
        return find(thrown, address).orElseGet(() -> new DatabaseFailure(Kind.UNEXPECTED,
                UserMessage.of("platform.error.unexpected"), technical(thrown), thrown));
    }

    /// The failure in `thrown`, or empty when no database is behind it: a mistake of ours, which must stay visible.
    static Optional<DatabaseFailure> find(Throwable thrown, DatabaseAddress address) {
        SQLException deepest = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseFailure failure) {
                return Optional.of(failure);
            }
            // The pool wraps what the driver said: the innermost state tells most.
            if (cause instanceof SQLException sql && (sql.getSQLState() != null || deepest == null)) {
                deepest = sql;
            }
        }
        if (deepest == null) {
            return Optional.empty();
        }
        String state = deepest.getSQLState() == null ? "" : deepest.getSQLState();
        return Optional.of(new DatabaseFailure(kind(state), sentence(state, address),
                "SQLSTATE " + state + ": " + technical(deepest), thrown));
    }

    private static Kind kind(String state) {
        return switch (state) {
            case "28000", "28P01" -> Kind.SIGN_IN_REFUSED;
            case "42501" -> Kind.DENIED;
            // Lock not available, and what the server gave up by itself: trying again helps.
            case "57014", "55P03", "40001", "40P01" -> Kind.CANCELLED;
            case "3D000", "53300", "" -> Kind.UNREACHABLE;
            default -> switch (state.substring(0, 2)) {
                case "08", "57" -> Kind.UNREACHABLE;
                case "22", "23" -> Kind.RULE_BROKEN;
                default -> Kind.UNEXPECTED;
            };
        };
    }

    private static UserMessage sentence(String state, DatabaseAddress address) {
        return switch (state) {
            case "28000", "28P01" -> UserMessage.of("platform.error.signIn");
            case "42501" -> UserMessage.of("platform.error.denied");
            case "57014" -> UserMessage.of("platform.error.tooLong");
            case "55P03", "40001", "40P01" -> UserMessage.of("platform.error.busy");
            case "3D000" -> UserMessage.of("platform.error.noDatabase", address.place());
            case "53300" -> UserMessage.of("platform.error.full", address.place());
            default -> switch (kind(state)) {
                case UNREACHABLE -> UserMessage.of("platform.error.unreachable", address.place());
                case RULE_BROKEN -> UserMessage.of("platform.error.rule");
                default -> UserMessage.of("platform.error.unexpected");
            };
        };
    }

    private static String technical(Throwable thrown) {
        return thrown.getMessage() == null ? thrown.getClass().getName() : thrown.getMessage();
    }
}
