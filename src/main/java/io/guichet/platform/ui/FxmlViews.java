package io.guichet.platform.ui;

import io.guichet.platform.i18n.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// Loads views from `/fxml/<component>/<screen>.fxml`. Controllers come from constructors that the caller names;
/// one that was not named is refused, so that nothing is made behind anybody's back.
public final class FxmlViews {

    private final Texts texts;

    public FxmlViews(Texts texts) {
        this.texts = texts;
    }

    /// Begins to load a view.
    ///
    /// @param name component and screen: `directory/member`
    /// @throws IllegalArgumentException when there is no such view
    public View view(String name) {
        URL source = FxmlViews.class.getResource("/fxml/" + name + ".fxml");
        if (source == null) {
            throw new IllegalArgumentException("no view " + name);
        }
        return new View(name, source);
    }

    /// A view about to be loaded.
    public final class View {

        private final String name;
        private final URL source;
        private final Map<Class<?>, Supplier<?>> constructors = new HashMap<>();

        private View(String name, URL source) {
            this.name = name;
            this.source = source;
        }

        /// Names how to make the controller of `type`, for this view or one that it includes.
        public <C> View with(Class<C> type, Supplier<? extends C> constructor) {
            constructors.put(type, constructor);
            return this;
        }

        /// Makes the view in the language in use; on the JavaFX thread.
        ///
        /// @throws IllegalStateException when the view names a controller that was not registered
        public Parent load() {
            FXMLLoader loader = new FXMLLoader(source, texts.bundle());
            loader.setControllerFactory(this::controller);
            try {
                return loader.load();
            } catch (IOException broken) {
                throw new UncheckedIOException("the view " + name + " does not load: " + broken.getMessage(), broken);
            }
        }

        private Object controller(Class<?> type) {
            @Nullable Supplier<?> constructor = constructors.get(type);
            if (constructor == null) {
                throw new IllegalStateException(
                        "the view " + name + " names the controller " + type.getName() + ", which is not registered");
            }
            return constructor.get();
        }
    }
}
