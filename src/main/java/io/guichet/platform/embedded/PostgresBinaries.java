package io.guichet.platform.embedded;

import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The bundled PostgreSQL programs, unpacked once a version into the data folder: what runs belongs to the one who runs
/// it, and nobody else can exchange it.
final class PostgresBinaries {

    private static final String UNFINISHED = ".unpacking-";

    private final Path folder;
    private final String version;

    /// @param folder unpacked versions live below it
    PostgresBinaries(Path folder) {
        this.folder = folder;
        this.version = bundledVersion();
    }

    /// `18.6.0`.
    String version() {
        return version;
    }

    /// `18`.
    int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    /// The folder with `bin`, `lib` and `share`, unpacked now if it was not yet. A folder under its final name is
    /// complete: unpacking happens beside it and ends with a rename. The caller holds the folder's start lock.
    Path unpacked() throws IOException {
        Path home = folder.resolve(version);
        if (Files.isDirectory(home)) {
            return home;
        }
        Files.createDirectories(folder);
        removeUnfinished();
        Path unfinished = folder.resolve(UNFINISHED + version);
        unpack(unfinished);
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        return home;
    }

    private void removeUnfinished() throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.filter(path -> path.getFileName().toString().startsWith(UNFINISHED)).toList()) {
                PrivateFiles.delete(child);
            }
        }
    }

    private void unpack(Path target) throws IOException {
        String name = "/" + archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(name)) {
            if (archive == null) {
                throw new DatabaseFailure(DatabaseFailure.Kind.UNEXPECTED,
                        UserMessage.of("platform.error.platform", System.getProperty("os.name"),
                                System.getProperty("os.arch")),
                        "no PostgreSQL archive " + name + " on the class path", null);
            }
            try (TarArchiveInputStream tar = new TarArchiveInputStream(
                    new XZCompressorInputStream(new BufferedInputStream(archive)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    extract(tar, entry, target);
                }
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("archive entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null) {
            boolean program = (entry.getMode() & 0100) != 0;
            posix.setPermissions(PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /// The archive's name in zonky's jars: `postgres-linux-x86_64.txz`.
    static String archiveName(String system, String architecture) {
        String name = system.toLowerCase(Locale.ROOT);
        String os = name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
        String cpu = switch (architecture.toLowerCase(Locale.ROOT)) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
        return "postgres-" + os + "-" + cpu + ".txz";
    }

    private static String bundledVersion() {
        Properties properties = new Properties();
        try (InputStream file = PostgresBinaries.class.getResourceAsStream("postgres.properties")) {
            if (file == null) {
                throw new IllegalStateException("postgres.properties is missing");
            }
            properties.load(file);
        } catch (IOException broken) {
            throw new IllegalStateException("postgres.properties cannot be read", broken);
        }
        return properties.getProperty("version");
    }
}
