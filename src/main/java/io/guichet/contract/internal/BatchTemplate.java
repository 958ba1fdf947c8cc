package io.guichet.contract.internal;

import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;

/// The example line of an empty file.
final class BatchTemplate {

    private BatchTemplate() {
    }

    /// What a cell of this column may look like; empty where only a real value makes sense.
    static String example(BatchColumns.Column column) {
        FieldSpec field = column.field();
        if (field == null) {
            return column.code().equals(BatchColumns.EFFECTIVE) ? "2027-01-01" : "";
        }
        return switch (field.type()) {
            case FieldType.Day() -> field.key().endsWith("birthDate") ? "1990-05-17" : "2027-12-31";
            case FieldType.Flag() -> "true";
            case FieldType.Choice(var options) -> options.isEmpty() ? "" : options.getFirst();
            case FieldType.Email() -> "name@example.com";
            case FieldType.Amount _ -> "12.50";
            case FieldType.Count(int least, _) -> Integer.toString(least);
            case FieldType.Rate _ -> "50";
            case FieldType.Text _, FieldType.Identifier _, FieldType.Phone _ -> "";
        };
    }
}
