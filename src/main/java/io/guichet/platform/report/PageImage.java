package io.guichet.platform.report;

import java.util.Objects;

/// A page as a picture.
///
/// @param width  pixels
/// @param height pixels
/// @param argb   `width` × `height` colours, row by row, opaque
public record PageImage(int width, int height, int[] argb) {

    public PageImage {
        Objects.requireNonNull(argb);
        if (argb.length != width * height) {
            throw new IllegalArgumentException("a page of " + width + " × " + height + " has another number of pixels");
        }
    }
}
