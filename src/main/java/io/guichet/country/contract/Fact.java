package io.guichet.country.contract;

import io.guichet.country.field.FieldType;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something that a person compares before and after a change.
///
/// @param about whom it is about: a member, or the contract
/// @param name  what people call them
/// @param label what it is
/// @param type  how the value is written
/// @param value canonical, null when there is none
/// @param key   text key below which a choice's options are named, else the field's key
public record Fact(FileRef about, String name, UserMessage label, FieldType type, @Nullable String value, String key) {

    public Fact {
        Objects.requireNonNull(about);
        Objects.requireNonNull(name);
        Objects.requireNonNull(label);
        Objects.requireNonNull(type);
        Objects.requireNonNull(key);
    }
}
