package io.guichet.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A properties file of texts as it is written, doubles included.
///
/// @param path    where it lies
/// @param entries its texts in order
record TextFile(Path path, List<Entry> entries) {

    /// One text.
    record Entry(String key, String value, int line) {
    }

    static TextFile read(Path path) {
        return parse(path, Places.text(path));
    }

    /// Reads `key = value` lines, those that go on behind a backslash joined.
    static TextFile parse(Path path, String text) {
        List<Entry> entries = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int first = i;
            StringBuilder joined = new StringBuilder(lines.get(i).strip());
            while (joined.toString().endsWith("\\") && i + 1 < lines.size()) {
                joined.setLength(joined.length() - 1);
                joined.append(lines.get(++i).strip());
            }
            String line = joined.toString();
            int equals = line.indexOf('=');
            if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("!") && equals > 0) {
                entries.add(new Entry(line.substring(0, equals).strip(), line.substring(equals + 1).strip(), first + 1));
            }
        }
        return new TextFile(path, List.copyOf(entries));
    }

    /// The value of `key`, or empty when there is none.
    Optional<String> value(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).map(Entry::value).findFirst();
    }
}
