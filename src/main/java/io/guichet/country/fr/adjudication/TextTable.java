package io.guichet.country.fr.adjudication;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Readable tables that come with the program: one row a line, parts between bars, `#` before comments.
public final class TextTable {

    private TextTable() {
    }

    /// The lines of a resource without comments and empty ones.
    ///
    /// @param resource absolute name: `/io/guichet/country/fr/products.txt`
    public static List<String> lines(String resource) {
        try (InputStream stream = Objects.requireNonNull(TextTable.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The parts between bars, stripped.
    public static String[] split(String line) {
        List<String> parts = new ArrayList<>();
        for (String part : line.split("\\|", -1)) {
            parts.add(part.strip());
        }
        return parts.toArray(String[]::new);
    }
}
