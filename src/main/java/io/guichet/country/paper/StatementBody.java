package io.guichet.country.paper;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a statement says, in the language of its reader. Does not print its values.
///
/// @param template below `reports/`, without ending
/// @param values   by parameter of the template, without what every paper carries
/// @param rows     one for each line of the claim
public record StatementBody(String template, Map<String, String> values, List<Map<String, Object>> rows) {

    public StatementBody {
        Objects.requireNonNull(template);
        values = Map.copyOf(values);
        rows = List.copyOf(rows);
    }

    @Override
    public String toString() {
        return template;
    }
}
