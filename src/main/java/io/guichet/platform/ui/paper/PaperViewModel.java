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
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
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

    /// How wide a thumbnail is, in pixels.
    static final double THUMBNAIL = 104;

    private static final String PDF = "pdf";

    private final PaperRequest request;
    private final PaperParts parts;
    private final LatestWork making;
    private final Zoom zoom = new Zoom();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<List<Sheet>> sheets = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> refusal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Locale> language = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper();
    private final Object oneAtATime = new Object();
    private @Nullable Pages pages;
    private @Nullable Locale own;
    private @Nullable Locale wanted;
    private int first;
    private int last;
    private double density = 1;
    private boolean drawing;
    private boolean closed;

    public PaperViewModel(PaperRequest request, PaperParts parts) {
        this.request = request;
        this.parts = parts;
        making = new LatestWork(parts.background());
        zoom.factorProperty().subscribe(this::draw);
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
        return sheets.getReadOnlyProperty();
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
        return current.getReadOnlyProperty();
    }

    public Zoom zoom() {
        return zoom;
    }

    /// What it is.
    public UserMessage title() {
        return request.title();
    }

    /// How wide a page is on screen now, in pixels.
    public double width() {
        return pages == null ? 0 : pages.width() * zoom.factorProperty().get();
    }

    /// How high a page is on screen now, in pixels.
    public double height() {
        return pages == null ? 0 : pages.height() * zoom.factorProperty().get();
    }

    /// How many points of the screen make a pixel: 2 on fine screens.
    public void density(double points) {
        density = points;
        draw();
    }

    /// Which pages are in sight, and which of them is looked at; others need no picture.
    public void inSight(int from, int to, int lookedAt) {
        first = from;
        last = to;
        current.set(lookedAt);
        sheets.get().stream().filter(sheet -> sheet.number() < from - 1 || sheet.number() > to + 1).forEach(Sheet::forget);
        draw();
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
        closed = true;
        making.cancel();
        sheets.get().forEach(Sheet::forget);
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
        first = 0;
        last = 0;
        current.set(0);
        zoom.page(made.width());
        sheets.set(IntStream.range(0, made.pages()).mapToObj(Sheet::new).toList());
        state.set(State.THERE);
        draw();
    }

    private void refuse(UserMessage reason) {
        pages = null;
        sheets.set(List.of());
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

    /// Draws what is in sight, then the thumbnails; the page that is looked at first.
    private void draw() {
        Pages drawn = pages;
        if (drawing || closed || drawn == null) {
            return;
        }
        double scale = zoom.factorProperty().get() * density;
        Optional<Sheet> next = Stream.concat(Stream.of(current.get()), IntStream.rangeClosed(first, last).boxed())
                .filter(number -> number >= 0 && number < sheets.get().size()).map(sheets.get()::get)
                .filter(sheet -> sheet.wants(scale)).findFirst();
        if (next.isPresent()) {
            Sheet sheet = next.get();
            draw(drawn, sheet, scale, picture -> sheet.draw(picture, scale));
            return;
        }
        double small = THUMBNAIL / drawn.width() * density;
        sheets.get().stream().filter(Sheet::wantsThumbnail).findFirst()
                .ifPresent(sheet -> draw(drawn, sheet, small, sheet::drawSmall));
    }

    private void draw(Pages drawn, Sheet sheet, double scale, Consumer<PageImage> show) {
        drawing = true;
        parts.background().run(() -> {
            synchronized (oneAtATime) {
                return drawn.page(sheet.number(), scale);
            }
        }, picture -> {
            drawing = false;
            show.accept(picture);
            draw();
        }, cause -> {
            drawing = false;
            problem.set(Problem.of(cause));
        });
    }
}
