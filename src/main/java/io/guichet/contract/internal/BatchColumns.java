package io.guichet.contract.internal;

import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.field.FieldSpec;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The columns that a file of one kind of change may have, under every name that people write above them.
final class BatchColumns {

    /// One column.
    ///
    /// @param code     stable name, as the template writes it
    /// @param label    text key of what people call it
    /// @param field    the field it fills, null for the day and the member
    /// @param required must be there
    record Column(String code, String label, @Nullable FieldSpec field, boolean required) {
    }

    /// The columns in the order of the file, or what is wrong with the headers.
    record Headers(List<Column> columns, @Nullable UserMessage problem) {
    }

    static final String EFFECTIVE = "effective";
    static final String MEMBER = "member";

    private final List<Column> columns = new ArrayList<>();
    private final Map<String, Column> codes = new HashMap<>();
    private final Map<Locale, Map<String, Column>> labels = new HashMap<>();

    /// @param texts of nobody else: they go through all languages
    BatchColumns(AmendmentKind kind, Texts texts) {
        columns.add(new Column(EFFECTIVE, "contract.column.effective", null, true));
        columns.add(new Column(MEMBER, "contract.column.member", null, kind.subject() == AmendmentKind.Subject.COVERED));
        List<FieldSpec> fields = AmendmentRules.fields(kind);
        for (FieldSpec field : fields) {
            boolean alone = fields.stream().filter(other -> last(other).equals(last(field))).count() == 1;
            columns.add(new Column(alone ? last(field) : field.key(), field.key(), field, field.required()));
            codes.put(folded(field.key()), columns.getLast());
        }
        columns.forEach(column -> codes.put(folded(column.code()), column));
        for (Locale language : Texts.LANGUAGES) {
            Map<String, Column> named = new HashMap<>();
            texts.use(language);
            columns.stream().filter(column -> texts.has(column.label()))
                    .forEach(column -> named.putIfAbsent(folded(texts.get(column.label())), column));
            labels.put(language, named);
        }
    }

    List<Column> all() {
        return List.copyOf(columns);
    }

    private static String last(FieldSpec field) {
        return field.key().substring(field.key().lastIndexOf('.') + 1);
    }

    /// What these headers mean, in the one language that understands most of them, and by codes.
    Headers read(List<String> written) {
        List<@Nullable Column> found = best(written);
        List<String> unknown = new ArrayList<>();
        Set<Column> seen = new HashSet<>();
        for (int i = 0; i < written.size(); i++) {
            Column column = found.get(i);
            if (column == null) {
                unknown.add(written.get(i).isBlank() ? "?" : written.get(i).strip());
            } else if (!seen.add(column)) {
                return new Headers(List.of(), UserMessage.of("contract.file.double", written.get(i).strip()));
            }
        }
        if (!unknown.isEmpty()) {
            return new Headers(List.of(), UserMessage.of("contract.file.unknown", cut(String.join(", ", unknown)), names(columns)));
        }
        List<Column> missing = columns.stream().filter(column -> column.required() && !seen.contains(column)).toList();
        return missing.isEmpty() ? new Headers(found.stream().map(Objects::requireNonNull).toList(), null)
                : new Headers(List.of(), UserMessage.of("contract.file.missing", names(missing)));
    }

    /// How many of these headers are understood.
    long understood(List<String> written) {
        return best(written).stream().filter(Objects::nonNull).count();
    }

    private List<@Nullable Column> best(List<String> written) {
        List<@Nullable Column> best = List.of();
        long most = -1;
        for (Locale language : Texts.LANGUAGES) {
            List<@Nullable Column> found = new ArrayList<>();
            for (String header : written) {
                String name = folded(header);
                Column column = labels.get(language).get(name);
                found.add(column == null ? codes.get(name) : column);
            }
            long known = found.stream().filter(Objects::nonNull).count();
            if (known > most) {
                most = known;
                best = found;
            }
        }
        return best;
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::code).collect(Collectors.joining(", "));
    }

    private static String cut(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    /// Letters and digits without accents and capitals: "Birth date", "birth_date" and "BirthDate" are one.
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
