package io.guichet.platform.embedded;

import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/// A data folder for as long as one command takes: private, below the person's own one, gone afterwards with its
/// database. What happens in it never touches the person's data.
public final class PassingFolder implements AutoCloseable {

    private final DataFolder folder;

    private PassingFolder(DataFolder folder) {
        this.folder = folder;
    }

    /// Makes one below `home`, with the programs that are unpacked there, and clears what killed commands left.
    ///
    /// @param purpose begins its name
    /// @throws DatabaseFailure when `home` cannot be used
    public static PassingFolder within(DataFolder home, String purpose) {
        try {
            Path real = home.real();
            removeAbandoned(real, purpose + "-");
            PassingFolder made = new PassingFolder(new DataFolder(Files.createTempDirectory(real, purpose + "-")));
            try {
                made.borrow(home.postgres());
            } catch (IOException | RuntimeException failed) {
                made.close();
                throw failed;
            }
            return made;
        } catch (IOException unusable) {
            throw new DatabaseFailure(DatabaseFailure.Kind.UNEXPECTED,
                    UserMessage.of("platform.error.folder", home.path().toString()),
                    "no folder can be made below the data folder: " + unusable, unusable);
        }
    }

    /// Where the server may live.
    public DataFolder folder() {
        return folder;
    }

    /// Stops the server that may still run here and removes everything.
    @Override
    public void close() {
        new EmbeddedServer(folder).stop(true);
        try {
            PrivateFiles.delete(folder.path());
        } catch (IOException kept) {
            throw new UncheckedIOException("the folder " + folder.path() + " cannot be removed", kept);
        }
    }

    /// A folder that nobody has joined is left by a command that was killed; its database tells that it was once joined,
    /// so one that is only being made is not mistaken for it.
    private static void removeAbandoned(Path home, String prefix) throws IOException {
        List<DataFolder> left;
        try (Stream<Path> children = Files.list(home)) {
            left = children.filter(child -> child.getFileName().toString().startsWith(prefix)).map(DataFolder::new)
                    .filter(DataFolder::holdsDatabase).toList();
        }
        for (DataFolder abandoned : left) {
            if (new EmbeddedServer(abandoned).stop(false)) {
                PrivateFiles.delete(abandoned.path());
            }
        }
    }

    /// Links the unpacked programs, since a server is recognised by where its program lies; unfinished ones stay behind.
    private void borrow(Path programs) throws IOException {
        String version = new PostgresBinaries(programs).version();
        Path from = programs.resolve(version);
        if (!Files.isDirectory(from)) {
            return;
        }
        Path to = folder.postgres().resolve(version);
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(visited)));
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
        });
    }

    private static void linkOrCopy(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (IOException | UnsupportedOperationException noLinks) {
            // A file system without hard links: as good, only larger.
            Files.copy(file, target);
        }
    }
}
