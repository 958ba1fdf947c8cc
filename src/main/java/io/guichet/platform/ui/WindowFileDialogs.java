package io.guichet.platform.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The platform's own file chooser.
public final class WindowFileDialogs implements FileDialogs {

    private final Supplier<@Nullable Window> owner;

    /// @param owner the window that the chooser belongs to, asked for each time
    public WindowFileDialogs(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public void save(Request request, Consumer<Optional<Path>> chosen) {
        chosen.accept(path(chooser(request).showSaveDialog(owner.get())));
    }

    @Override
    public void open(Request request, Consumer<Optional<Path>> chosen) {
        chosen.accept(path(chooser(request).showOpenDialog(owner.get())));
    }

    private static FileChooser chooser(Request request) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(request.title());
        chooser.setInitialFileName(request.name());
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(request.typeName(),
                        request.extensions().stream().map(extension -> "*." + extension).toList()));
        return chooser;
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
