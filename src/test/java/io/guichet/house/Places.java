package io.guichet.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where things lie in this repository, and what is found there.
final class Places {

    static final Path MAIN = Path.of("src/main/java");
    static final Path TEST = Path.of("src/test/java");
    static final Path RESOURCES = Path.of("src/main/resources");
    static final Path MIGRATIONS = RESOURCES.resolve("db/migration");
    static final Path TEXTS = Path.of("i18n");
    static final Path VIEWS = Path.of("fxml");
    static final Path REPORTS = Path.of("reports");
    static final Path CLASSES = Path.of("target/classes");

    private Places() {
    }

    /// Files below `root` whose name ends so, in order; none when there is no such folder.
    static List<Path> files(Path root, String ending) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Names of the folders directly below `root`, in order.
    static Set<String> folders(Path root) {
        if (!Files.isDirectory(root)) {
            return Set.of();
        }
        try (Stream<Path> found = Files.list(root)) {
            return found.filter(Files::isDirectory).map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The countries that have a package, in main or test sources: `xx`.
    static Set<String> countries() {
        Set<String> countries = new TreeSet<>();
        for (Path root : List.of(MAIN, TEST)) {
            folders(root.resolve("io/guichet/country")).stream().filter(name -> name.length() == 2)
                    .forEach(countries::add);
        }
        return countries;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
