package io.guichet.country.identifier;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Every kind of identifier of this installation, by name: those of its countries and the ones that all share.
public final class Identifiers {

    private final SequencedMap<String, IdentifierKind> byName;

    /// @param national     the kinds of the countries
    /// @param nationalKeys for each country code (`FR`), whether the national part of an IBAN carries the right key
    /// @throws IllegalArgumentException when two kinds have one name
    public Identifiers(Collection<IdentifierKind> national, Map<String, Predicate<String>> nationalKeys) {
        SequencedMap<String, IdentifierKind> kinds = new TreeMap<>();
        national.forEach(kind -> add(kinds, kind));
        add(kinds, new Iban(nationalKeys));
        add(kinds, new Bic());
        add(kinds, new SepaCreditor());
        byName = Collections.unmodifiableSequencedMap(kinds);
    }

    private static void add(Map<String, IdentifierKind> kinds, IdentifierKind kind) {
        if (kinds.putIfAbsent(kind.name(), kind) != null) {
            throw new IllegalArgumentException("two kinds of identifier are named " + kind.name());
        }
    }

    /// All kinds, in the order of their names.
    public List<IdentifierKind> all() {
        return List.copyOf(byName.values());
    }

    /// The kind of that name, or empty when there is none.
    public Optional<IdentifierKind> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The kind that knows most under the name of `kind`: a field of one country describes itself with `new Iban()`,
    /// and is checked with the national keys of all.
    public IdentifierKind complete(IdentifierKind kind) {
        return byName.getOrDefault(kind.name(), kind);
    }
}
