package io.guichet.bootstrap.command;

import picocli.CommandLine.Option;

/// How a command prints its result.
public final class OutputOptions {

    @Option(names = "--json", descriptionKey = "bootstrap.command.option.json")
    private boolean json;

    /// One JSON document instead of a readable table.
    public boolean json() {
        return json;
    }
}
