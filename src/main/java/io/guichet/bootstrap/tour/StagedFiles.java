package io.guichet.bootstrap.tour;

import io.guichet.platform.ui.FileDialogs;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A file chooser that answers at once with what a stop has prepared.
final class StagedFiles implements FileDialogs {

    private @Nullable Path answer;

    /// The next files that are asked for are this one.
    void answer(Path file) {
        answer = file;
    }

    @Override
    public void save(Request request, Consumer<Optional<Path>> chosen) {
        chosen.accept(Optional.ofNullable(answer));
    }

    @Override
    public void open(Request request, Consumer<Optional<Path>> chosen) {
        chosen.accept(Optional.ofNullable(answer));
    }
}
