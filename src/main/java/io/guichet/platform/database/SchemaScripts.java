package io.guichet.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The migrations of one schema on the class path. Flyway would tell the same, a second later: each start of a client
/// compares versions, and only a migration needs Flyway.
final class SchemaScripts {

    private static final Pattern NAME = Pattern.compile("V([0-9]+)__\\w+\\.sql");

    private final String location;

    SchemaScripts(String schema) {
        this.location = "db/migration/" + schema;
    }

    /// Where Flyway finds them.
    String location() {
        return "classpath:" + location;
    }

    /// The highest version of this program, empty when the schema has no migrations.
    OptionalInt highest() {
        return names().stream().map(NAME::matcher).filter(Matcher::matches)
                .mapToInt(name -> Integer.parseInt(name.group(1))).max();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        try {
            // A schema's folder may lie in several roots: tests add to what the program has.
            for (URL root : Collections.list(SchemaScripts.class.getClassLoader().getResources(location))) {
                names.addAll(names(root));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + location, unreadable);
        }
        return names;
    }

    private List<String> names(URL root) throws IOException {
        if (root.openConnection() instanceof JarURLConnection jar) {
            String prefix = location + "/";
            return jar.getJarFile().stream().map(entry -> entry.getName())
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length())).toList();
        }
        try (Stream<Path> files = Files.list(Path.of(uri(root)))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static URI uri(URL root) throws IOException {
        try {
            return root.toURI();
        } catch (URISyntaxException broken) {
            throw new IOException(broken);
        }
    }
}
