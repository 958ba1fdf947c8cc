package io.guichet.contract.internal;

import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import java.time.LocalDate;

/// The example line of an empty file.
final class BatchTemplate {

    private static final int MONTHS = 12;

    private BatchTemplate() {
    }

    /// What a cell of this column may look like; empty where only a real value makes sense.
    ///
    /// @param from the day that the example's changes hold from
    static String example(BatchColumns.Column column, LocalDate from) {
        FieldSpec field = column.field();
        if (field == null) {
            return column.code().equals(BatchColumns.EFFECTIVE) ? from.toString() : "";
        }
        return switch (field.type()) {
            case FieldType.Day() -> field.key().endsWith("birthDate") ? "1990-05-17" : other(field, from).toString();
            case FieldType.Flag() -> "true";
            case FieldType.Choice(var options) -> options.isEmpty() ? "" : options.getFirst();
            case FieldType.Email() -> "name@example.com";
            case FieldType.Amount _ -> "12.50";
            case FieldType.Count(int least, _) -> Integer.toString(least);
            case FieldType.Rate _ -> "50";
            case FieldType.Text _, FieldType.Identifier _, FieldType.Phone _, FieldType.Figure _ -> "";
        };
    }

    /// What was ("insured without interruption since") was a year before, what ends does so a year later.
    private static LocalDate other(FieldSpec field, LocalDate from) {
        return field.key().endsWith("Since") ? from.minusMonths(MONTHS) : from.plusMonths(MONTHS).minusDays(1);
    }
}
