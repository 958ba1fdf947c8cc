package io.guichet.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where Guichet keeps what is its own on this machine: the embedded database, its binaries, settings and logs.
///
/// @param path the folder; it may not exist yet
public record DataFolder(Path path) {

    /// Names the folder when no option does.
    public static final String VARIABLE = "GUICHET_HOME";

    public DataFolder {
        Objects.requireNonNull(path);
        path = path.toAbsolutePath().normalize();
    }

    /// The folder of this machine and user: `option`, else `$GUICHET_HOME`, else the platform's data folder.
    public static DataFolder choose(@Nullable Path option) {
        return choose(option, System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    static DataFolder choose(@Nullable Path option, Map<String, String> environment, String system, Path userHome) {
        if (option != null) {
            return new DataFolder(option);
        }
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isBlank()) {
            return new DataFolder(Path.of(named));
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return new DataFolder((local.isBlank() ? userHome.resolve("AppData").resolve("Local") : Path.of(local))
                    .resolve("Guichet"));
        }
        if (name.startsWith("mac")) {
            return new DataFolder(userHome.resolve("Library").resolve("Application Support").resolve("Guichet"));
        }
        // The XDG rule: a relative path there is to be ignored.
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        Path data = xdg.startsWith("/") ? Path.of(xdg) : userHome.resolve(".local").resolve("share");
        return new DataFolder(data.resolve("guichet"));
    }

    /// Unpacked PostgreSQL, one folder a version.
    public Path postgres() {
        return path.resolve("postgres");
    }

    /// The embedded database: cluster, secret, locks.
    public Path database() {
        return path.resolve("database");
    }

    /// Guichet's own logs.
    public Path logs() {
        return path.resolve("logs");
    }

    /// Whether an embedded database was created here.
    public boolean holdsDatabase() {
        return Files.exists(database().resolve("data").resolve("PG_VERSION"));
    }

    /// The path without symbolic links, the folder created if need be: two names of one folder are one.
    Path real() throws IOException {
        Files.createDirectories(path);
        return path.toRealPath();
    }
}
