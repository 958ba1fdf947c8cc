package io.guichet.platform.ui.paper;

import io.guichet.platform.report.PageImage;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// Pages as JavaFX shows pictures.
final class Pictures {

    private Pictures() {
    }

    /// The same pixels, not copied: an opaque colour is the same with and without its opacity counted in.
    static @Nullable Image of(@Nullable PageImage page) {
        return page == null ? null : new WritableImage(new PixelBuffer<>(page.width(), page.height(),
                IntBuffer.wrap(page.argb()), PixelFormat.getIntArgbPreInstance()));
    }
}
