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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.datafaker.Faker;

/// The names, streets and cities that samples are made of: lines `section: one, two, three` of a file beside the
/// country's classes; a section may go on over several lines.
public final class SampleWords {

    private static final int SURNAMES_DRAWN = 150;

    private static final Pattern PART = Pattern.compile("(?<=^|[ -]|^[Oo]')'?\\p{L}+");
    private static final Set<String> PARTICLES = Set.of("de", "del", "la", "las", "los", "le", "da", "das", "do", "dos", "du",
            "des", "van", "von", "den", "der", "het", "'t", "ten", "ter", "te", "in", "op", "aan", "aus", "zu", "zum", "zur", "à",
            "y", "e", "i");

    /// What the faker's lists spell as nobody does, or contain by mistake or for fun.
    private static final Map<String, String> MISSPELT = Map.ofEntries(Map.entry("Dvnis", "Denis"), Map.entry("Lopéz", "Lopez"),
            Map.entry("Méunier", "Meunier"), Map.entry("Francois", "François"), Map.entry("Garica", "García"),
            Map.entry("Gollum", "Gómez"), Map.entry("Jimínez", "Jiménez"), Map.entry("Domínquez", "Domínguez"),
            Map.entry("Hernádez", "Hernández"), Map.entry("Rodrígez", "Rodríguez"), Map.entry("Rodríquez", "Rodríguez"),
            Map.entry("Bétancourt", "Betancourt"), Map.entry("Águilar", "Aguilar"), Map.entry("Crosskofp", "Crosskopf"),
            Map.entry("Da", "Dahm"), Map.entry("De", "Decker"), Map.entry("Co", "Conrad"), Map.entry("Lg", "Lang"),
            Map.entry("Ne", "Neumann"));

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

    /// The faker writes `Da silva`: each part of a name is capitalised, particles behind another word as they come.
    static String capitalised(String name) {
        return PART.matcher(name).replaceAll(part -> PARTICLES.contains(part.group()) ? part.group()
                : part.group().substring(0, 1).toUpperCase(Locale.ROOT) + part.group().substring(1));
    }

    /// A surname that the faker draws, as people write it.
    static String surname(Faker faker) {
        String drawn = faker.name().lastName();
        return capitalised(MISSPELT.getOrDefault(drawn, drawn));
    }

    /// The surnames of a section, which are the frequent ones, and behind them rarer ones of that language.
    public List<String> surnames(String section, Locale language, long seed) {
        Faker faker = new Faker(language, new Random(seed));
        return Stream.concat(list(section).stream(),
                        Stream.generate(() -> surname(faker)).limit(SURNAMES_DRAWN).sorted())
                .distinct().toList();
    }
}
