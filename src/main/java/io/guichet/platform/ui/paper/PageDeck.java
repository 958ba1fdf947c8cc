package io.guichet.platform.ui.paper;

import io.guichet.platform.report.PageImage;
import io.guichet.platform.ui.Background;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Pages that are looked at: drawn in the background where somebody looks, one at a time, and forgotten where nobody does.
final class PageDeck {

    /// How wide a thumbnail is, in pixels.
    static final double THUMBNAIL = 104;

    private static final int QUARTERS = 4;

    /// What has pages. Asked for pictures in the background, by one thread at a time.
    interface Source {

        int count();

        /// In pixels at zoom 1, as the page comes.
        double width(int page);

        double height(int page);

        /// @param turns quarters, clockwise
        PageImage page(int page, double zoom, int turns);
    }

    private final Background background;
    private final Consumer<Throwable> undrawable;
    private final Zoom zoom = new Zoom();
    private final ReadOnlyObjectWrapper<List<Sheet>> sheets = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper turned = new ReadOnlyIntegerWrapper();
    private @Nullable Source source;
    private int first;
    private int last;
    private double density = 1;
    private boolean drawing;
    private boolean closed;

    /// @param undrawable told of a page that could not be drawn, on the JavaFX thread
    PageDeck(Background background, Consumer<Throwable> undrawable) {
        this.background = background;
        this.undrawable = undrawable;
        zoom.factorProperty().subscribe(this::draw);
    }

    /// Other pages, or none.
    void show(@Nullable Source other) {
        sheets.get().forEach(Sheet::forget);
        source = other;
        first = 0;
        last = 0;
        current.set(0);
        List<Sheet> made = other == null ? List.of() : IntStream.range(0, other.count()).mapToObj(Sheet::new).toList();
        measure(made);
        sheets.set(made);
        draw();
    }

    /// The pages, in order.
    ReadOnlyObjectProperty<List<Sheet>> sheetsProperty() {
        return sheets.getReadOnlyProperty();
    }

    /// The page that is looked at, from 0.
    ReadOnlyIntegerProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Changes whenever a page was turned.
    ReadOnlyIntegerProperty turnedProperty() {
        return turned.getReadOnlyProperty();
    }

    Zoom zoom() {
        return zoom;
    }

    /// How wide a page is on screen now, in pixels.
    double width(Sheet sheet) {
        return natural(sheet, true) * zoom.factorProperty().get();
    }

    /// How high a page is on screen now, in pixels.
    double height(Sheet sheet) {
        return natural(sheet, false) * zoom.factorProperty().get();
    }

    /// How high a page is for its width.
    double slope(Sheet sheet) {
        return natural(sheet, false) / natural(sheet, true);
    }

    private double natural(Sheet sheet, boolean across) {
        Source measured = source;
        if (measured == null) {
            return 1;
        }
        return across == (sheet.turns() % 2 == 0) ? measured.width(sheet.number()) : measured.height(sheet.number());
    }

    /// How many points of the screen make a pixel: 2 on fine screens.
    void density(double points) {
        density = points;
        draw();
    }

    /// Which pages are in sight, and which of them is looked at; others need no picture.
    void inSight(int from, int to, int lookedAt) {
        first = from;
        last = to;
        current.set(lookedAt);
        sheets.get().stream().filter(sheet -> sheet.number() < from - 1 || sheet.number() > to + 1).forEach(Sheet::forget);
        draw();
    }

    /// Turns the page that is looked at by so many quarters, clockwise.
    void turn(int quarters) {
        List<Sheet> now = sheets.get();
        if (current.get() < now.size()) {
            Sheet sheet = now.get(current.get());
            turnTo(sheet, Math.floorMod(sheet.turns() + quarters, QUARTERS));
        }
    }

    /// Turns pages as they were turned before; others stay.
    void turnTo(int... turns) {
        List<Sheet> now = sheets.get();
        for (int i = 0; i < turns.length && i < now.size(); i++) {
            if (now.get(i).turns() != turns[i]) {
                turnTo(now.get(i), turns[i]);
            }
        }
    }

    /// How each page is turned.
    int[] turns() {
        return sheets.get().stream().mapToInt(Sheet::turns).toArray();
    }

    private void turnTo(Sheet sheet, int quarters) {
        sheet.turn(quarters);
        measure(sheets.get());
        turned.set(turned.get() + 1);
        draw();
    }

    private void measure(List<Sheet> all) {
        if (!all.isEmpty()) {
            zoom.page(largest(all, sheet -> natural(sheet, true)), largest(all, sheet -> natural(sheet, false)));
        }
    }

    private static double largest(List<Sheet> all, ToDoubleFunction<Sheet> size) {
        return all.stream().mapToDouble(size).max().orElse(1);
    }

    /// Nobody looks any more: nothing is kept and nothing drawn.
    void close() {
        closed = true;
        sheets.get().forEach(Sheet::forget);
        sheets.set(List.of());
        source = null;
    }

    /// Draws what is in sight, then the thumbnails; the page that is looked at first.
    private void draw() {
        Source drawn = source;
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
        sheets.get().stream().filter(Sheet::wantsThumbnail).findFirst().ifPresent(sheet ->
                draw(drawn, sheet, THUMBNAIL / natural(sheet, true) * density, sheet::drawSmall));
    }

    private void draw(Source drawn, Sheet sheet, double scale, Consumer<PageImage> show) {
        int turns = sheet.turns();
        drawing = true;
        background.run(() -> drawn.page(sheet.number(), scale, turns), picture -> {
            drawing = false;
            // Meanwhile it may have been turned, or nobody looks any more.
            if (drawn == source && turns == sheet.turns()) {
                show.accept(picture);
            }
            draw();
        }, cause -> {
            drawing = false;
            if (drawn == source) {
                sheet.giveUp();
                undrawable.accept(cause);
            }
            draw();
        });
    }
}
