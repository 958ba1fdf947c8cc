package io.guichet.country.binding;

import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.Sensitivity;
import io.guichet.country.identifier.IdentifierKind;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A field of a table while it is being described: first what is unusual about it, then its type, which ends it.
///
/// @param <E> the row
/// @param <T> the table's description, to which the last step returns
public final class FieldStep<E, T extends TableBinding<E, T>> {

    private static final int FIRST_VERSION = 1000;

    private final T table;
    private final String group;
    private final String key;
    private final String column;
    private boolean required;
    private boolean editable = true;
    private Sensitivity sensitivity = Sensitivity.PLAIN;

    FieldStep(T table, String group, String key, String column) {
        this.table = table;
        this.group = group;
        this.key = key;
        this.column = column;
    }

    /// An empty value is refused.
    public FieldStep<E, T> required() {
        required = true;
        return this;
    }

    /// Shown, never changed on screen.
    public FieldStep<E, T> readOnly() {
        editable = false;
        return this;
    }

    /// Masked until revealed.
    public FieldStep<E, T> identifying() {
        sensitivity = Sensitivity.IDENTIFYING;
        return this;
    }

    /// Readable only while the file is open.
    public FieldStep<E, T> health() {
        sensitivity = Sensitivity.HEALTH;
        return this;
    }

    /// Free text.
    public T text(int maxLength, Function<E, @Nullable String> read, BiConsumer<E, @Nullable String> write) {
        return add(new FieldType.Text(maxLength), read, write);
    }

    /// One of `options`.
    public T choice(List<String> options, Function<E, @Nullable String> read, BiConsumer<E, @Nullable String> write) {
        return add(new FieldType.Choice(options), read, write);
    }

    /// An identifier, kept compact.
    public T identifier(IdentifierKind kind, Function<E, @Nullable String> read,
                        BiConsumer<E, @Nullable String> write) {
        return add(new FieldType.Identifier(kind), read, write);
    }

    /// An e-mail address.
    public T email(Function<E, @Nullable String> read, BiConsumer<E, @Nullable String> write) {
        return add(new FieldType.Email(), read, write);
    }

    /// A phone number, kept as E.164.
    ///
    /// @param region country that numbers without a prefix belong to
    public T phone(String region, Function<E, @Nullable String> read, BiConsumer<E, @Nullable String> write) {
        return add(new FieldType.Phone(region), read, write);
    }

    /// A day.
    public T day(Function<E, @Nullable LocalDate> read, BiConsumer<E, @Nullable LocalDate> write) {
        return add(new FieldType.Day(), row -> text(read.apply(row)),
                (row, value) -> write.accept(row, value == null ? null : LocalDate.parse(value)));
    }

    /// A tick; without a row it is not set.
    public T flag(Predicate<E> read, BiConsumer<E, Boolean> write) {
        return add(new FieldType.Flag(), row -> Boolean.toString(read.test(row)),
                (row, value) -> write.accept(row, Boolean.valueOf(value)));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private T add(FieldType type, Function<E, @Nullable String> read, BiConsumer<E, @Nullable String> write) {
        FieldSpec spec = new FieldSpec(key, type, required, editable, sensitivity, table.name() + "." + column,
                FIRST_VERSION);
        return table.add(new FieldBinding<>(group, spec, read, write));
    }
}
