package io.guichet.bootstrap.command;

/// Opens the desktop: what `guichet` does when no command is named.
@FunctionalInterface
public interface Desktop {

    /// Returns when the last window was closed.
    ///
    /// @return the exit status
    int open(ServerOptions options);
}
