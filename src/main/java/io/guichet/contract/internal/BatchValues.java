package io.guichet.contract.internal;

import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.Reading;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What stands in a cell of a file: as people type it, with options and flags also by what they are called in any language.
final class BatchValues {

    private final FieldInput input;
    private final Texts texts;
    private final Map<String, Map<String, String>> options = new HashMap<>();

    /// @param texts of nobody else: they go through all languages
    BatchValues(FieldInput input, Texts texts) {
        this.input = input;
        this.texts = texts;
    }

    Reading read(FieldSpec field, String typed) {
        String named = switch (field.type()) {
            case FieldType.Choice(List<String> codes) -> options.computeIfAbsent(field.key(), key -> named(field, codes))
                    .getOrDefault(BatchColumns.folded(typed), typed);
            case FieldType.Flag() -> options.computeIfAbsent(field.key(), key -> flags())
                    .getOrDefault(BatchColumns.folded(typed), typed);
            default -> typed;
        };
        return input.read(field, named);
    }

    private Map<String, String> named(FieldSpec field, List<String> codes) {
        Map<String, String> names = new HashMap<>();
        for (Locale language : Texts.LANGUAGES) {
            texts.use(language);
            codes.stream().filter(code -> texts.has(FieldInput.optionKey(field, code))).forEach(code ->
                    names.putIfAbsent(BatchColumns.folded(texts.get(FieldInput.optionKey(field, code))), code));
        }
        codes.forEach(code -> names.put(BatchColumns.folded(code), code));
        return names;
    }

    private Map<String, String> flags() {
        Map<String, String> names = new HashMap<>(Map.of("1", "true", "0", "false"));
        for (Locale language : Texts.LANGUAGES) {
            names.put(BatchColumns.folded(texts.get(language, UserMessage.of("country.flag.yes"))), "true");
            names.put(BatchColumns.folded(texts.get(language, UserMessage.of("country.flag.no"))), "false");
        }
        return names;
    }
}
