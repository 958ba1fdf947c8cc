package io.guichet.country.identifier;

import java.util.Objects;

/// An identifier that is written in groups. Kinds say what a compact value must be and which of its characters help to
/// recognise it.
public abstract class ShapedIdentifier implements IdentifierKind {

    private final String name;

    /// @param name the kind's name: `fr.nir`
    protected ShapedIdentifier(String name) {
        this.name = Objects.requireNonNull(name);
    }

    /// The verdict on a value without separators, in upper case.
    protected abstract IdentifierCheck judge(String compact);

    /// The groups of this compact value.
    protected abstract Shape shape(String compact);

    /// Whether the mask shows the character at `place` (from 0) of a compact value with `length` characters.
    protected abstract boolean shows(int place, int length);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final IdentifierCheck check(String typed) {
        return judge(Digits.compact(typed));
    }

    @Override
    public final String format(String normalized) {
        return shape(normalized).format(normalized);
    }

    @Override
    public final String mask(String normalized) {
        int length = normalized.length();
        return shape(normalized).mask(normalized, place -> shows(place, length));
    }

    @Override
    public final String toString() {
        return name;
    }
}
