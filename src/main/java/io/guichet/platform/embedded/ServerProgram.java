package io.guichet.platform.embedded;

import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs PostgreSQL's programs. PostgreSQL refuses to run as root: there, on Linux, its programs get a user namespace of
/// their own (`unshare -U`) in which they are nobody.
final class ServerProgram {

    private final Path binaries;
    private final Path output;
    private final boolean windows;
    private final boolean root;

    /// @param binaries folder with `bin`
    /// @param output   file that takes what a program prints
    ServerProgram(Path binaries, Path output) throws IOException {
        this.binaries = binaries;
        this.output = output;
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        this.windows = system.startsWith("windows");
        this.root = system.startsWith("linux") && Integer.valueOf(0).equals(
                Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    /// How a program ended.
    ///
    /// @param status its exit status
    /// @param output what it printed
    record Ended(int status, String output) {
        boolean well() {
            return status == 0;
        }
    }

    /// Runs `bin/<program>` to its end. Output goes through a file: the server that `pg_ctl` leaves behind inherits it,
    /// and a pipe would never end.
    Ended run(String program, List<String> arguments, long seconds) throws IOException {
        List<String> command = new ArrayList<>();
        if (root) {
            requireNamespaces();
            command.add("unshare");
            command.add("-U");
        }
        command.add(binaries.resolve("bin").resolve(windows ? program + ".exe" : program).toString());
        command.addAll(arguments);
        return run(command, seconds);
    }

    private void requireNamespaces() throws IOException {
        UserMessage sentence = UserMessage.of("platform.error.root");
        try {
            Ended tried = run(List.of("unshare", "-U", "true"), 10);
            if (!tried.well()) {
                throw new DatabaseFailure(DatabaseFailure.Kind.UNEXPECTED, sentence,
                        "unshare -U ended with " + tried.status() + ": " + tried.output(), null);
            }
        } catch (IOException noSuchProgram) {
            throw new DatabaseFailure(DatabaseFailure.Kind.UNEXPECTED, sentence, "unshare cannot be run", noSuchProgram);
        }
    }

    private Ended run(List<String> command, long seconds) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        // A PGDATA or PGPORT of the person at the keyboard is about another server.
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        Process process = builder.start();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command + " did not end within " + seconds + " s");
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.getFirst(), interrupted);
        }
        return new Ended(process.exitValue(), Files.readString(output).strip());
    }
}
