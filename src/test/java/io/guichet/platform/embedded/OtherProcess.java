package io.guichet.platform.embedded;

import io.guichet.testing.TestHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Another Guichet on the same folder: a process of its own that joins the server, says where it listens, and leaves
/// when it is told to or killed.
final class OtherProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static OtherProcess start(Path home) throws IOException {
        return new OtherProcess(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-cp", System.getProperty("java.class.path"), OtherProcess.class.getName(), home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    static void main(String[] arguments) throws IOException {
        try (EmbeddedServer server = new EmbeddedServer(new DataFolder(Path.of(arguments[0])), TestHome.FAST)) {
            server.start();
            System.out.println(server.address().port());
            while (System.in.read() >= 0) {
                // Until the parent closes its end.
            }
        }
    }

    /// Waits until it has joined.
    ///
    /// @return the port it was told
    int port() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the other process ended before it joined");
        }
        return Integer.parseInt(line);
    }

    /// As a crash or `kill -9` ends a process: nothing of it runs any more.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Lets it leave as a window that is closed does.
    void leave() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IOException("the other process does not end");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
