package io.guichet.bootstrap.command;

import io.guichet.platform.embedded.DataFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where things are on this machine. Alone for commands that use no database of the person's.
public class HomeOptions {

    @Option(names = "--home", paramLabel = "DIR", descriptionKey = "bootstrap.command.option.home")
    private @Nullable Path home;

    /// The data folder: also with a central server settings and logs live there.
    public final DataFolder home() {
        return DataFolder.choose(home);
    }

    /// Whether the command may write its log there, which creates the folder.
    boolean logsToFolder() {
        return true;
    }
}
