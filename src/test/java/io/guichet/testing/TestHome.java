package io.guichet.testing;

import io.guichet.platform.embedded.DataFolder;
import io.guichet.platform.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A data folder of a test's own, with a server of its own: for tests that kill servers, take ports and tear files. The
/// unpacked programs are linked from the shared test home, so that only what is tested takes time.
public final class TestHome implements AutoCloseable {

    /// Settings of servers whose data must survive a killed process, but no power failure.
    public static final Map<String, String> FAST = Map.of(
            "fsync", "off", "full_page_writes", "off", "shared_buffers", "16MB");

    private final Path path;
    private final List<EmbeddedServer> clients = new ArrayList<>();

    private TestHome(Path path) {
        this.path = path;
    }

    /// A folder with nothing in it, in a temporary folder.
    public static TestHome empty(Path temporary) {
        return new TestHome(temporary.resolve("home"));
    }

    /// A folder with PostgreSQL unpacked and no database.
    public static TestHome unpacked(Path temporary) {
        TestServer.shared();
        Path shared = TestServer.home().postgres();
        TestHome home = empty(temporary);
        link(shared, home.path.resolve("postgres"));
        return home;
    }

    public Path path() {
        return path;
    }

    public DataFolder folder() {
        return new DataFolder(path);
    }

    /// One more client of this folder's server, not started yet; closed with this folder.
    public EmbeddedServer client() {
        EmbeddedServer client = new EmbeddedServer(folder(), FAST);
        clients.add(client);
        return client;
    }

    /// Stops what still runs.
    @Override
    public void close() {
        clients.forEach(EmbeddedServer::close);
        new EmbeddedServer(folder(), FAST).stop(true);
    }

    private static void link(Path from, Path to) {
        try {
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                    Files.createDirectories(to.resolve(from.relativize(folder)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Path target = to.resolve(from.relativize(file));
                    if (attributes.isSymbolicLink()) {
                        Files.createSymbolicLink(target, Files.readSymbolicLink(file));
                    } else {
                        linkOrCopy(file, target);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) throws IOException {
                    if (problem != null) {
                        throw problem;
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void linkOrCopy(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (IOException | UnsupportedOperationException otherDisk) {
            Files.copy(file, target);
        }
    }
}
