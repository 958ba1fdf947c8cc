package io.guichet.bootstrap.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/// How long it took to make the sample of a benchmark's folder: kept there, since it is made once.
///
/// @param members     of all countries
/// @param rows        of all tables
/// @param seconds     what the load took
/// @param copySeconds what `COPY` of the same rows into bare tables takes
public record SeedingRecord(long members, long rows, double seconds, double copySeconds) {

    private static final String FILE = "seeding.properties";

    /// What was kept in `folder`, or empty.
    public static Optional<SeedingRecord> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Optional.of(new SeedingRecord(Long.parseLong(kept.getProperty("members")),
                Long.parseLong(kept.getProperty("rows")), Double.parseDouble(kept.getProperty("seconds")),
                Double.parseDouble(kept.getProperty("copySeconds"))));
    }

    /// Keeps this in `folder`.
    public void write(Path folder) {
        Properties kept = new Properties();
        kept.setProperty("members", Long.toString(members));
        kept.setProperty("rows", Long.toString(rows));
        kept.setProperty("seconds", Double.toString(seconds));
        kept.setProperty("copySeconds", Double.toString(copySeconds));
        try (Writer writer = Files.newBufferedWriter(folder.resolve(FILE))) {
            kept.store(writer, null);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
