package io.guichet.shell;

import java.util.Optional;

/// Keeps settings between starts. Calls wait for the disk: never on the JavaFX thread, but for the first one before a
/// window is there.
public interface SettingsStore {

    /// Who signed in last, and where.
    Optional<LastSignIn> lastSignIn();

    /// What this person likes; the default for somebody new.
    Settings of(String user);

    /// Remembers.
    void keep(String user, Settings settings);

    /// Remembers who signed in.
    void keep(LastSignIn signIn);

    /// @param user   the staff role
    /// @param server address that was typed, or empty for the embedded server
    record LastSignIn(String user, String server) {
    }

    /// Thrown when the settings cannot be written.
    final class NotKept extends RuntimeException {
        public NotKept(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
