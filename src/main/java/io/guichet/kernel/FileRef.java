package io.guichet.kernel;

import java.util.Objects;

/// The one name of a file in the whole of Guichet. `reference` is the country's own key, as text; it is never a
/// national identifier, so it may stand in notifications and logs.
public record FileRef(CountryCode country, FileKind kind, String reference) {

    private static final int LONGEST_SAID = 20;

    public FileRef {
        Objects.requireNonNull(country);
        Objects.requireNonNull(kind);
        if (reference.isBlank()) {
            throw new IllegalArgumentException("a file needs a reference");
        }
    }

    /// Whether people use its reference among themselves; a key that a machine made up says nothing to anybody.
    public boolean isSayable() {
        return reference.length() <= LONGEST_SAID;
    }

    @Override
    public String toString() {
        return country + "/" + kind.code() + "/" + reference;
    }
}
