package io.guichet.platform.embedded;

import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.DatabaseFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The files of one PostgreSQL cluster below `<home>/database`: its data, the superuser's secret, its settings. All
/// methods that write are called by the holder of the start lock.
final class Cluster {

    /// The superuser of the embedded server.
    static final String SUPERUSER = "postgres";

    private static final String INCLUDED = "guichet.conf";
    private static final int SECRET_BYTES = 32;
    private static final int LARGEST_PORT = 65_535;

    private final Path folder;
    private final Path data;
    private final Path secret;
    private final Map<String, String> extraSettings;

    /// @param folder        `<home>/database`
    /// @param extraSettings server settings that win over the usual ones
    Cluster(Path folder, Map<String, String> extraSettings) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.secret = folder.resolve("secret");
        this.extraSettings = Map.copyOf(extraSettings);
    }

    Path data() {
        return data;
    }

    /// What the server and `initdb` printed last.
    Path output(String program) {
        return folder.resolve(program + ".log");
    }

    boolean exists() {
        return Files.exists(data.resolve("PG_VERSION"));
    }

    Optional<Postmaster> postmaster() throws IOException {
        return Postmaster.read(pidFile());
    }

    /// Removes the trace of a server that is gone for certain.
    void forgetPostmaster() throws IOException {
        Files.deleteIfExists(pidFile());
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    Credentials superuser() throws IOException {
        return new Credentials(SUPERUSER, Files.readString(secret).strip());
    }

    /// @throws DatabaseFailure when another major version of PostgreSQL wrote the data
    void requireMajor(int supported) throws IOException {
        String version = Files.readString(data.resolve("PG_VERSION"), StandardCharsets.ISO_8859_1).strip();
        if (!version.matches("[0-9]{1,4}")) {
            throw new IOException("PG_VERSION is damaged");
        }
        int found = Integer.parseInt(version);
        if (found != supported) {
            String key = found > supported ? "platform.error.folderNewer" : "platform.error.folderOlder";
            throw new DatabaseFailure(DatabaseFailure.Kind.VERSION, UserMessage.of(key, folder.toString()),
                    "data of PostgreSQL " + found + ", this is " + supported, null);
        }
    }

    /// Creates the cluster with SCRAM as the only way in. It is made beside its place and moved there when it is
    /// complete: what a killed `initdb` left is thrown away.
    void create(ServerProgram programs) throws IOException {
        Path unfinished = folder.resolve("creating");
        PrivateFiles.delete(unfinished);
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        PrivateFiles.write(secret, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        List<String> arguments = new ArrayList<>(List.of(
                "-D", unfinished.toString(), "-U", SUPERUSER, "-A", "scram-sha-256", "--pwfile=" + secret,
                "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
                // Only Linux has the libc locale of that name; elsewhere the built-in one does all that matters.
                "--locale=" + (linux ? "C.UTF-8" : "C"), "--no-instructions"));
        if ("off".equals(extraSettings.get("fsync"))) {
            arguments.add("--no-sync");
        }
        ServerProgram.Ended ended = programs.run("initdb", arguments, 180);
        if (!ended.well()) {
            throw new DatabaseFailure(DatabaseFailure.Kind.UNEXPECTED,
                    UserMessage.of("platform.error.create", folder.toString()),
                    "initdb ended with " + ended.status() + ": " + ended.output(), null);
        }
        Files.writeString(unfinished.resolve("postgresql.conf"), "\ninclude '" + INCLUDED + "'\n",
                StandardOpenOption.APPEND);
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Writes what Guichet decides about the server: at each start, so that a later version can decide differently.
    void configure(int port) throws IOException {
        Map<String, String> settings = new TreeMap<>(Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("port", Integer.toString(port)),
                Map.entry("unix_socket_directories", ""),
                Map.entry("password_encryption", "scram-sha-256"),
                Map.entry("max_connections", "60"),
                Map.entry("shared_buffers", "256MB"),
                Map.entry("effective_cache_size", "1GB"),
                Map.entry("work_mem", "16MB"),
                Map.entry("maintenance_work_mem", "128MB"),
                Map.entry("max_wal_size", "2GB"),
                // No replica follows this server: what is loaded into a new or emptied table need not be logged.
                Map.entry("wal_level", "minimal"),
                Map.entry("max_wal_senders", "0"),
                Map.entry("random_page_cost", "1.1"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("jit", "off"),
                // One file a weekday, started anew a week later. Values of rows stay out of it: neither statements nor
                // details of a failure are written.
                Map.entry("logging_collector", "on"),
                Map.entry("log_directory", "../log"),
                Map.entry("log_filename", "postgresql-%a.log"),
                Map.entry("log_truncate_on_rotation", "on"),
                Map.entry("log_rotation_age", "1d"),
                Map.entry("log_rotation_size", "0"),
                Map.entry("log_min_messages", "warning"),
                Map.entry("log_min_error_statement", "panic"),
                Map.entry("log_error_verbosity", "terse"),
                Map.entry("log_timezone", "UTC")));
        settings.putAll(extraSettings);
        StringBuilder text = new StringBuilder("# Written by Guichet at each start of the server.\n");
        settings.forEach((name, value) ->
                text.append(name).append(" = '").append(value.replace("'", "''")).append("'\n"));
        replace(data.resolve(INCLUDED), text.toString());
        replace(data.resolve("pg_hba.conf"), """
                # Written by Guichet at each start of the server: this machine only, with a password only.
                host all all 127.0.0.1/32 scram-sha-256
                """);
    }

    /// The port of the last start, if there was one and its file was not damaged meanwhile: any port will do.
    Optional<Integer> rememberedPort() throws IOException {
        Path file = folder.resolve("port");
        return Files.exists(file)
                ? Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1).strip())
                        .filter(text -> text.matches("[1-9][0-9]{3,4}")).map(Integer::valueOf)
                        .filter(port -> port <= LARGEST_PORT)
                : Optional.empty();
    }

    void rememberPort(int port) throws IOException {
        replace(folder.resolve("port"), port + "\n");
    }

    private static void replace(Path file, String content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.write(next, content.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
