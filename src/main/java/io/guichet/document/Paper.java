package io.guichet.document;

import java.util.Objects;

/// A paper that was read and is attached to nothing yet. Does not print what it holds.
///
/// @param type      code of what it is
/// @param name      file name, as it will be kept
/// @param mediaType as its content says
/// @param content   byte for byte
public record Paper(String type, String name, String mediaType, byte[] content) {

    public Paper {
        Objects.requireNonNull(type);
        Objects.requireNonNull(name);
        Objects.requireNonNull(mediaType);
        Objects.requireNonNull(content);
    }

    @Override
    public String toString() {
        return type + " " + mediaType;
    }
}
