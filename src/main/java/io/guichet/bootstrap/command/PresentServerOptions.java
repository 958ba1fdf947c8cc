package io.guichet.bootstrap.command;

/// Which database, for commands that use one that is there and never create it.
public final class PresentServerOptions extends ServerOptions {

    /// Nor do their logs: a mistyped folder is left as it is.
    @Override
    boolean logsToFolder() {
        return url().isPresent() || home().holdsDatabase();
    }
}
