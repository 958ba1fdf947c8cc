package io.guichet.country.field;

import java.util.Objects;

/// One field of a file.
///
/// @param key         stable name and text key of its label: `fr.member.birthName`. The last part is the same in every
///                    country for `birthDate`, `sex` and `language`: the header of a file finds them by it (`Headline`)
/// @param type        what it holds
/// @param required    an empty value is refused
/// @param editable    may be changed on screen by who may change the file
/// @param sensitivity how carefully it is shown
/// @param source      `table.column` in the country's schema: the audit trail's row is labelled by it
/// @param since       the first application version (major × 1000 + minor) that knows it
public record FieldSpec(String key, FieldType type, boolean required, boolean editable, Sensitivity sensitivity,
                        String source, int since) {

    public FieldSpec {
        Objects.requireNonNull(key);
        Objects.requireNonNull(type);
        Objects.requireNonNull(sensitivity);
        Objects.requireNonNull(source);
    }
}
