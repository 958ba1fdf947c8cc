package io.guichet.country.be.claim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the columns of a file of statements are, by what files call them: `columns.txt`.
final class FileColumns {

    /// Whom a row is of.
    static final String PERSON = "person";
    /// A column that is read over.
    static final String NOTHING = "-";

    private static final String SOURCE = "columns.txt";
    private static final Map<String, String> FIELDS = read();

    private FileColumns() {
    }

    /// The field of that column, or empty when nobody knows it.
    static Optional<String> field(String header) {
        return Optional.ofNullable(FIELDS.get(folded(header)));
    }

    private static Map<String, String> read() {
        try (InputStream stream = FileColumns.class.getResourceAsStream(SOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("no " + SOURCE + " beside " + FileColumns.class.getName());
            }
            Map<String, String> fields = new HashMap<>();
            for (String line : new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines().toList()) {
                int equals = line.indexOf('=');
                if (!line.startsWith("#") && equals > 0) {
                    for (String name : line.substring(equals + 1).split(",")) {
                        fields.put(folded(name), line.substring(0, equals).strip());
                    }
                }
            }
            return Map.copyOf(fields);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
