package io.guichet.country.field;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Canonical values by field key; an empty field has no entry. Does not print its values.
public final class FieldValues {

    private final SortedMap<String, String> values;

    private FieldValues(SortedMap<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    /// Null and blank values are left out.
    public static FieldValues of(Map<String, ? extends @Nullable String> values) {
        SortedMap<String, String> kept = new TreeMap<>();
        values.forEach((key, value) -> {
            if (value != null && !value.isBlank()) {
                kept.put(key, value);
            }
        });
        return new FieldValues(kept);
    }

    /// The value of that field, or empty.
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public SortedMap<String, String> asMap() {
        return values;
    }

    /// These values with one made different; null empties it.
    public FieldValues with(String key, @Nullable String value) {
        SortedMap<String, String> changed = new TreeMap<>(values);
        if (value == null || value.isBlank()) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return new FieldValues(changed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
