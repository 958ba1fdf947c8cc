package io.guichet.contract.ui;

import io.guichet.contract.ContractFilter;
import io.guichet.contract.ContractPageRequest.Sort;
import io.guichet.country.contract.ContractState;
import io.guichet.kernel.CountryCode;
import java.time.Month;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the list of contracts shows and in which order; what a saved view remembers.
///
/// @param filter which contracts
/// @param sort   in which order
record ContractQuery(ContractFilter filter, Sort sort) {

    static final ContractQuery ALL = new ContractQuery(ContractFilter.ALL, Sort.HOLDER);

    private static final String BETWEEN = "\n";
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    ContractQuery {
        Objects.requireNonNull(filter);
        Objects.requireNonNull(sort);
    }

    /// As a saved view keeps it; what restricts nothing has no entry.
    Map<String, String> asMap() {
        Map<String, String> map = new TreeMap<>();
        put(map, "text", filter.text());
        put(map, "countries", joined(filter.countries(), CountryCode::value));
        put(map, "products", joined(filter.products(), Function.identity()));
        put(map, "states", joined(filter.states(), Enum::name));
        put(map, "renewals", joined(filter.renewals(), Enum::name));
        put(map, "fewest", filter.fewest() == null ? "" : filter.fewest().toString());
        put(map, "most", filter.most() == null ? "" : filter.most().toString());
        put(map, "companies", filter.companiesOnly() ? "true" : "");
        put(map, "sort", sort == Sort.HOLDER ? "" : sort.name());
        return map;
    }

    /// What a saved view means; what this version does not know is left out.
    static ContractQuery of(Map<String, String> map) {
        return new ContractQuery(new ContractFilter(map.getOrDefault("text", ""),
                parts(map, "countries").stream().filter(code -> COUNTRY.matcher(code).matches()).map(CountryCode::of)
                        .collect(Collectors.toSet()),
                parts(map, "products"),
                known(parts(map, "states"), ContractState.values()),
                known(parts(map, "renewals"), Month.values()),
                number(map.get("fewest")), number(map.get("most")), Boolean.parseBoolean(map.get("companies"))),
                known(parts(map, "sort"), Sort.values()).stream().findFirst().orElse(Sort.HOLDER));
    }

    private static void put(Map<String, String> map, String key, String value) {
        if (!value.isBlank()) {
            map.put(key, value);
        }
    }

    private static <T> String joined(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).sorted().collect(Collectors.joining(BETWEEN));
    }

    private static Set<String> parts(Map<String, String> map, String key) {
        return Arrays.stream(map.getOrDefault(key, "").split(BETWEEN)).filter(part -> !part.isBlank())
                .collect(Collectors.toSet());
    }

    private static <E extends Enum<E>> Set<E> known(Set<String> names, E[] values) {
        return Arrays.stream(values).filter(value -> names.contains(value.name())).collect(Collectors.toSet());
    }

    /// A number of employees, or null when it is none.
    static @Nullable Integer number(@Nullable String typed) {
        return Optional.ofNullable(typed).map(String::strip).filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::valueOf).orElse(null);
    }
}
