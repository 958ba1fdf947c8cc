package io.guichet.platform.ui.paper;

import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.report.PageImage;
import io.guichet.platform.report.Pages;
import io.guichet.platform.report.PrintedPaper;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.FileDialogs;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Notices;
import io.guichet.platform.ui.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A paper that is looked at: made in the background, drawn page by page where somebody looks, one page at a time because a
/// paper serves one thread at a time.
public final class PaperViewModel {

    /// Where it stands.
    public enum State {
        /// It is being made for the first time.
        LOADING,
        /// Its pages can be seen.
        THERE,
        /// There is none, and the person was told why.
        REFUSED,
        /// It could not be made.
        FAILED
    }

    private static final String PDF = "pdf";

    private final PaperRequest request;
    private final PaperParts parts;
    private final LatestWork making;
    private final PageDeck deck;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> refusal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Locale> language = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Object oneAtATime = new Object();
    private @Nullable Pages pages;
    private @Nullable Locale own;
    private @Nullable Locale wanted;

    public PaperViewModel(PaperRequest request, PaperParts parts) {
        this.request = request;
        this.parts = parts;
        making = new LatestWork(parts.background());
        deck = new PageDeck(parts.background(), cause -> problem.set(Problem.of(cause)));
    }

    /// Makes it: at first, and again after that failed.
    public void load() {
        Locale asked = wanted;
        making.run(() -> request.pages().apply(asked), this::made, cause -> failed(Problem.ofReading(cause)));
    }

    /// The same paper in another language; the one that is there stays until then.
    public void read(Locale other) {
        if (!other.equals(language.get())) {
            wanted = other;
            language.set(other);
            load();
        }
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Its pages, in order; empty until it is there.
    public ReadOnlyObjectProperty<List<Sheet>> sheetsProperty() {
        return deck.sheetsProperty();
    }

    /// Why there is no such paper, or null.
    public ReadOnlyObjectProperty<@Nullable UserMessage> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// What went wrong last and still matters, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The language of its words; null until it is there.
    public ReadOnlyObjectProperty<@Nullable Locale> languageProperty() {
        return language.getReadOnlyProperty();
    }

    /// The language of who will read it, or null until it is known.
    public @Nullable Locale own() {
        return own;
    }

    /// Whether it is being kept or printed.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// The page that is looked at, from 0.
    public ReadOnlyIntegerProperty currentProperty() {
        return deck.currentProperty();
    }

    public Zoom zoom() {
        return deck.zoom();
    }

    /// Its pages as they are looked at.
    PageDeck deck() {
        return deck;
    }

    /// What it is.
    public UserMessage title() {
        return request.title();
    }

    /// Asks where to keep it as PDF, and keeps it there.
    public void save() {
        Pages kept = pages;
        if (kept == null || busy.get()) {
            return;
        }
        Texts texts = parts.texts();
        String name = texts.get(kept.language(), request.title()) + " " + request.file() + "." + PDF;
        parts.files().save(new FileDialogs.Request(texts.get("platform.ui.paper.save"), name,
                texts.get("platform.ui.paper.pdf"), PDF), chosen -> chosen.ifPresent(file -> save(kept, file)));
    }

    private void save(Pages kept, Path file) {
        String title = parts.texts().get(kept.language(), request.title());
        keepBusy(() -> {
            synchronized (oneAtATime) {
                PrintedPaper.write(file, kept.pdf(title, kept.language().getLanguage()));
            }
            return Optional.of(UserMessage.of("platform.ui.paper.saved", String.valueOf(file.getFileName())));
        }, "platform.ui.paper.unwritable");
    }

    /// Prints it, where the system's dialog says.
    public void print() {
        Pages printed = pages;
        if (printed == null || busy.get()) {
            return;
        }
        keepBusy(() -> {
            synchronized (oneAtATime) {
                return printed.print() ? Optional.of(UserMessage.of("platform.ui.paper.printed")) : Optional.empty();
            }
        }, "platform.ui.paper.unprintable");
    }

    /// The person has read what went wrong.
    public void dropProblem() {
        if (state.get() == State.THERE) {
            problem.set(null);
        }
    }

    /// Nobody looks any more.
    public void close() {
        making.cancel();
        deck.close();
        pages = null;
    }

    private void keepBusy(Callable<Optional<UserMessage>> work, String failure) {
        problem.set(null);
        busy.set(true);
        parts.background().run(work, told -> {
            busy.set(false);
            told.ifPresent(text -> parts.notices().tell(new Notices.Notice(Notices.Level.SUCCESS, text)));
        }, cause -> {
            busy.set(false);
            problem.set(new Problem(UserMessage.of(failure), null, null, Problem.of(cause).details()));
        });
    }

    private void made(Outcome<Pages> outcome) {
        switch (outcome) {
            case Outcome.Done<Pages>(Pages made) -> show(made);
            case Outcome.Denied<Pages>(UserMessage reason) -> refuse(reason);
            case Outcome.Invalid<Pages>(var problems) -> refuse(problems.getFirst().message());
            case Outcome.Conflict<Pages> conflict -> throw new IllegalStateException("nothing was written: " + conflict);
        }
    }

    private void show(Pages made) {
        pages = made;
        if (own == null && wanted == null) {
            own = made.language();
        }
        language.set(made.language());
        problem.set(null);
        refusal.set(null);
        deck.show(new Drawn(made));
        state.set(State.THERE);
    }

    private void refuse(UserMessage reason) {
        pages = null;
        deck.show(null);
        problem.set(null);
        refusal.set(reason);
        state.set(State.REFUSED);
    }

    private void failed(Problem cause) {
        problem.set(cause);
        if (pages == null) {
            state.set(State.FAILED);
        } else {
            // What is there stays, and says in which language it is.
            language.set(pages.language());
        }
    }

    /// What the deck draws: a paper serves one thread at a time.
    private final class Drawn implements PageDeck.Source {

        private final Pages drawn;

        Drawn(Pages drawn) {
            this.drawn = drawn;
        }

        @Override
        public int count() {
            return drawn.pages();
        }

        @Override
        public double width(int page) {
            return drawn.width();
        }

        @Override
        public double height(int page) {
            return drawn.height();
        }

        @Override
        public PageImage page(int page, double zoom, int turns) {
            synchronized (oneAtATime) {
                return drawn.page(page, zoom);
            }
        }
    }
}
