package io.guichet.platform.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// What is to be printed: a template and what fills it. Does not print its values.
///
/// @param template below `reports/`, without ending: `fr/decompte`
/// @param language of the person who will read it; the template's words are taken from `i18n/` in it
/// @param values   texts as they shall stand, by parameter of the template: amounts and days already written in `language`
/// @param rows     one for each row of the template's detail, by field; `Boolean` and `String` only
public record Paper(String template, Locale language, Map<String, String> values, List<Map<String, Object>> rows) {

    public Paper {
        Objects.requireNonNull(template);
        Objects.requireNonNull(language);
        values = Map.copyOf(values);
        rows = List.copyOf(rows);
    }

    @Override
    public String toString() {
        return template + " in " + language;
    }
}
