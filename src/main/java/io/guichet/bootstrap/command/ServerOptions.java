package io.guichet.bootstrap.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which database, and as whom. Every command that needs one has these.
public class ServerOptions extends HomeOptions {

    @Option(names = "--url", paramLabel = "JDBC-URL", descriptionKey = "bootstrap.command.option.url")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "NAME", descriptionKey = "bootstrap.command.option.user")
    private @Nullable String user;

    /// The address of a central server, as typed.
    public final Optional<String> url() {
        return Optional.ofNullable(url);
    }

    public final Optional<String> user() {
        return Optional.ofNullable(user);
    }
}
