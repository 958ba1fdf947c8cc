package io.guichet.reimbursement.ui.queue;

import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.CountryCode;
import io.guichet.reimbursement.WorkFilter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the queue shows; what a saved view remembers.
///
/// @param filter which claims; the members are not in it but by their name
/// @param member how words of the member's name begin; empty for anybody
record WorkQuery(WorkFilter filter, String member) {

    /// What is to be decided.
    static final WorkQuery UNDECIDED = new WorkQuery(WorkFilter.UNDECIDED, "");

    private static final String BETWEEN = "\n";
    private static final String EVERY = "*";
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    WorkQuery {
        filter = filter.withMembers(null);
        Objects.requireNonNull(member);
    }

    WorkQuery with(WorkFilter other) {
        return new WorkQuery(other, member);
    }

    WorkQuery withMember(String typed) {
        return new WorkQuery(filter, typed);
    }

    /// Whether it asks for more than what claims wait for: then the most urgent one is not the next of the whole queue.
    boolean isNarrow() {
        return !member.isBlank() || !filter.number().isEmpty() || filter.assignee() != null;
    }

    /// Whether all it shows is undecided.
    boolean isUndecided() {
        return !filter.states().isEmpty() && !filter.states().contains(ClaimState.ACCEPTED);
    }

    /// As a saved view keeps it; what is as at first has no entry.
    Map<String, String> asMap() {
        Map<String, String> map = new TreeMap<>();
        put(map, "number", filter.number());
        put(map, "member", member);
        put(map, "countries", joined(filter.countries(), CountryCode::value));
        put(map, "states", filter.states().equals(UNDECIDED.filter().states()) ? ""
                : filter.states().isEmpty() ? EVERY : joined(filter.states(), Enum::name));
        put(map, "reason", filter.reason() == null ? "" : filter.reason().name());
        put(map, "assignee", filter.assignee() == null ? "" : filter.assignee());
        put(map, "free", filter.free() ? "true" : "");
        put(map, "overdue", filter.overdue() ? "true" : "");
        return map;
    }

    /// What a saved view means; what this version does not know is left out.
    static WorkQuery of(Map<String, String> map) {
        Set<ClaimState> states = known(parts(map, "states"), ClaimState.values());
        @Nullable String assignee = map.get("assignee");
        return new WorkQuery(new WorkFilter(map.getOrDefault("number", ""),
                parts(map, "countries").stream().filter(code -> COUNTRY.matcher(code).matches()).map(CountryCode::of)
                        .collect(Collectors.toSet()),
                EVERY.equals(map.get("states")) ? Set.of() : states.isEmpty() ? UNDECIDED.filter().states() : states,
                known(parts(map, "reason"), Finding.Code.values()).stream().findFirst().orElse(null), assignee,
                assignee == null && Boolean.parseBoolean(map.get("free")), Boolean.parseBoolean(map.get("overdue"))),
                map.getOrDefault("member", ""));
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
}
