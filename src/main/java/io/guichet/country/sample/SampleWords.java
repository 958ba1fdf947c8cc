package io.guichet.country.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.datafaker.Faker;

/// The names, streets and cities that samples are made of: lines `section: one, two, three` of a file beside the
/// country's classes; a section may go on over several lines.
public final class SampleWords {

    private static final int SURNAMES_DRAWN = 150;

    private final Map<String, List<String>> sections;

    private SampleWords(Map<String, List<String>> sections) {
        this.sections = sections;
    }

    /// Reads the file `name` beside `country`.
    public static SampleWords of(Class<?> country, String name) {
        try (InputStream stream = country.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no " + name + " beside " + country.getName());
            }
            Map<String, List<String>> sections = new HashMap<>();
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> read(line, sections));
            return new SampleWords(sections);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void read(String line, Map<String, List<String>> sections) {
        int colon = line.indexOf(':');
        Stream.of(line.substring(colon + 1).split(",")).map(String::strip).filter(word -> !word.isEmpty())
                .forEach(sections.computeIfAbsent(line.substring(0, colon).strip(), section -> new ArrayList<>())::add);
    }

    /// The words of a section, in their order.
    public List<String> list(String section) {
        return sections.getOrDefault(section, List.of());
    }

    /// The surnames of a section, which are the frequent ones, and behind them rarer ones of that language.
    public List<String> surnames(String section, Locale language, long seed) {
        Faker faker = new Faker(language, new Random(seed));
        return Stream.concat(list(section).stream(),
                        Stream.generate(() -> faker.name().lastName()).limit(SURNAMES_DRAWN).sorted())
                .distinct().toList();
    }
}
