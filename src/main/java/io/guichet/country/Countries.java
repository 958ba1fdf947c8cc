package io.guichet.country;

import io.guichet.country.identifier.IdentifierKind;
import io.guichet.country.identifier.Identifiers;
import io.guichet.kernel.CountryCode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/// The countries of this installation, in the order of their codes.
public final class Countries {

    private final List<Country> all;

    private Countries(List<Country> all) {
        this.all = List.copyOf(all);
    }

    /// Finds every country on the class path.
    ///
    /// @throws IllegalStateException when two answer for the same code
    public static Countries load() {
        List<Country> found = ServiceLoader.load(Country.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Country::code))
                .toList();
        if (found.stream().map(Country::code).distinct().count() != found.size()) {
            throw new IllegalStateException("two countries answer for the same code");
        }
        return new Countries(found);
    }

    /// These countries, in the order of their codes.
    public static Countries of(Collection<Country> countries) {
        return new Countries(countries.stream().sorted(Comparator.comparing(Country::code)).toList());
    }

    public List<Country> all() {
        return all;
    }

    /// The country of that code, or empty when there is none.
    public Optional<Country> find(CountryCode code) {
        return all.stream().filter(country -> country.code().equals(code)).findFirst();
    }

    /// @throws IllegalArgumentException when there is no such country
    public Country require(CountryCode code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no country " + code));
    }

    /// Every kind of identifier that these countries know, and those that all countries share.
    public Identifiers identifiers() {
        List<IdentifierKind> national = all.stream().flatMap(country -> country.identifiers().stream()).toList();
        Map<String, Predicate<String>> nationalKeys = new HashMap<>();
        all.forEach(country -> nationalKeys.put(country.code().value(), country::accountKeyHolds));
        return new Identifiers(national, nationalKeys);
    }
}
