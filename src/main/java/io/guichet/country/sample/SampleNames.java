package io.guichet.country.sample;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.datafaker.Faker;

/// Names of people of a language, for samples that belong to no country's register.
///
/// @param women    first names
/// @param men      first names
/// @param surnames family names
public record SampleNames(List<String> women, List<String> men, List<String> surnames) {

    private static final int DRAWN = 120;

    public SampleNames {
        women = List.copyOf(women);
        men = List.copyOf(men);
        surnames = List.copyOf(surnames);
    }

    /// The same names for the same seed.
    public static SampleNames of(Locale language, long seed) {
        Faker faker = new Faker(language, new Random(seed));
        return new SampleNames(drawn(() -> faker.name().femaleFirstName()), drawn(() -> faker.name().maleFirstName()),
                drawn(() -> SampleWords.surname(faker)));
    }

    /// A first name.
    public String first(Draw draw, boolean female) {
        return draw.early(female ? women : men);
    }

    private static List<String> drawn(Supplier<String> names) {
        return Stream.generate(names).limit(DRAWN).map(String::strip).filter(name -> !name.isEmpty()).sorted().distinct()
                .toList();
    }
}
