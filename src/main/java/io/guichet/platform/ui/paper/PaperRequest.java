package io.guichet.platform.ui.paper;

import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.report.Pages;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A paper that can be asked for.
///
/// @param title what it is, without a name: it becomes the title of the PDF too
/// @param file  what its proposed file name says after the title
/// @param pages makes it, in a language or, for null, in its reader's own; called in the background
public record PaperRequest(UserMessage title, String file, Function<@Nullable Locale, Outcome<Pages>> pages) {

    public PaperRequest {
        Objects.requireNonNull(title);
        Objects.requireNonNull(file);
        Objects.requireNonNull(pages);
    }
}
