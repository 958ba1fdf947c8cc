package io.guichet.testing;

import io.guichet.platform.ui.FileDialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A file chooser that answers at once what the test says.
public final class ChosenFiles implements FileDialogs {

    /// What was asked.
    public final List<Request> asked = new ArrayList<>();

    /// The answer; null when the person gives up.
    public @Nullable Path answer;

    @Override
    public void save(Request request, Consumer<Optional<Path>> chosen) {
        asked.add(request);
        chosen.accept(Optional.ofNullable(answer));
    }

    @Override
    public void open(Request request, Consumer<Optional<Path>> chosen) {
        asked.add(request);
        chosen.accept(Optional.ofNullable(answer));
    }
}
