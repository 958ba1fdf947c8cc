package io.guichet.platform.ui.paper;

import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.file.FilePages;
import io.guichet.platform.report.PageImage;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One attached file after the other, looked at page by page: opened in the background, the newest choice wins, what was
/// looked at before gives its memory back. How pages were turned is kept until this is closed.
public final class PageViewModel implements AutoCloseable {

    /// Where it stands.
    public enum State {
        /// No file was chosen.
        NOTHING,
        /// It is being read.
        LOADING,
        /// Its pages can be seen.
        THERE,
        /// It has no pages to be seen, and the person was told why.
        REFUSED,
        /// It could not be read.
        FAILED
    }

    /// A file to look at.
    ///
    /// @param key  tells it from others
    /// @param name what people call it
    /// @param open opens it; called in the background
    public record Choice(String key, String name, Callable<Outcome<FilePages>> open) {

        public Choice {
            Objects.requireNonNull(key);
            Objects.requireNonNull(name);
            Objects.requireNonNull(open);
        }
    }

    private final Background background;
    private final LatestWork opening;
    private final PageDeck deck;
    private final Map<String, int[]> turned = new HashMap<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Choice> choice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> refusal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable Open shown;
    private boolean closed;

    public PageViewModel(Background background) {
        this.background = background;
        opening = new LatestWork(background);
        deck = new PageDeck(background, cause -> problem.set(new Problem(
                UserMessage.of("platform.file.error.page"), null, null, Problem.of(cause).details())));
    }

    /// Shows a file, or none.
    public void show(@Nullable Choice wanted) {
        Choice before = choice.get();
        if (wanted != null && before != null && wanted.key().equals(before.key()) && state.get() != State.FAILED) {
            return;
        }
        drop();
        choice.set(wanted);
        refusal.set(null);
        problem.set(null);
        opening.cancel();
        if (wanted == null) {
            state.set(State.NOTHING);
            return;
        }
        state.set(State.LOADING);
        opening.run(() -> opened(wanted), this::opened, cause -> {
            problem.set(Problem.ofReading(cause));
            state.set(State.FAILED);
        });
    }

    /// Reads the file again that could not be read.
    public void again() {
        if (state.get() == State.FAILED) {
            show(choice.get());
        } else {
            problem.set(null);
        }
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What is looked at, or null.
    public ReadOnlyObjectProperty<@Nullable Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /// Why its pages cannot be seen, or null.
    public ReadOnlyObjectProperty<@Nullable UserMessage> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// What went wrong, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// How large pages are shown.
    public Zoom zoom() {
        return deck.zoom();
    }

    /// Turns the page that is looked at by so many quarters, clockwise.
    public void turn(int quarters) {
        deck.turn(quarters);
    }

    PageDeck deck() {
        return deck;
    }

    /// Nobody looks any more.
    @Override
    public void close() {
        closed = true;
        opening.cancel();
        drop();
        deck.close();
    }

    private static Opened opened(Choice wanted) throws Exception {
        return new Opened(wanted, wanted.open().call());
    }

    private record Opened(Choice choice, Outcome<FilePages> outcome) {
    }

    private void opened(Opened opened) {
        switch (opened.outcome()) {
            case Outcome.Done<FilePages>(FilePages pages) -> {
                Open now = new Open(pages);
                if (closed) {
                    now.close();
                    return;
                }
                shown = now;
                deck.show(now);
                deck.turnTo(turned.getOrDefault(opened.choice().key(), new int[0]));
                state.set(State.THERE);
            }
            case Outcome.Invalid<FilePages>(var problems) -> refuse(problems.getFirst().message());
            case Outcome.Denied<FilePages>(UserMessage reason) -> refuse(reason);
            case Outcome.Conflict<FilePages> conflict -> throw new IllegalStateException("nothing was written: " + conflict);
        }
    }

    private void refuse(UserMessage reason) {
        refusal.set(reason);
        state.set(State.REFUSED);
    }

    private void drop() {
        Open before = shown;
        Choice was = choice.get();
        if (before != null && was != null) {
            turned.put(was.key(), deck.turns());
        }
        shown = null;
        deck.show(null);
        if (before != null) {
            // A page may be being drawn: closing waits for it, and nobody waits for closing.
            background.run(() -> {
                before.close();
                return before;
            }, done -> { }, failed -> { });
        }
    }

    /// Pages serve one thread at a time.
    private static final class Open implements PageDeck.Source {

        private final FilePages pages;
        private boolean closed;

        Open(FilePages pages) {
            this.pages = pages;
        }

        @Override
        public int count() {
            return pages.count();
        }

        @Override
        public double width(int page) {
            return pages.width(page);
        }

        @Override
        public double height(int page) {
            return pages.height(page);
        }

        @Override
        public synchronized PageImage page(int page, double zoom, int turns) {
            if (closed) {
                throw new IllegalStateException("nobody looks any more");
            }
            return pages.page(page, zoom, turns);
        }

        synchronized void close() {
            closed = true;
            pages.close();
        }
    }
}
