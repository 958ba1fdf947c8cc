package io.guichet.platform.ui.paper;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// How large pages are shown: as wide as there is room, as whole pages, or in steps between a
/// quarter and three times the size of paper.
public final class Zoom {

    /// The smallest.
    public static final double LEAST = 0.25;
    /// The largest.
    public static final double MOST = 3;
    /// What is offered, in order.
    public static final List<Double> STEPS = List.of(LEAST, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, MOST);

    private static final double SAME = 0.005;

    private final ReadOnlyDoubleWrapper factor = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyBooleanWrapper fits = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper whole = new ReadOnlyBooleanWrapper(false);
    private double room;
    private double depth;
    private double page;
    private double height;

    Zoom() {
    }

    /// 1 is the size of paper.
    public ReadOnlyDoubleProperty factorProperty() {
        return factor.getReadOnlyProperty();
    }

    /// Whether pages are as wide as there is room.
    public ReadOnlyBooleanProperty fitsProperty() {
        return fits.getReadOnlyProperty();
    }

    /// Whether pages are as large as there is room for a whole one.
    public ReadOnlyBooleanProperty wholeProperty() {
        return whole.getReadOnlyProperty();
    }

    /// As wide as there is room, whatever room there will be.
    public void fit() {
        whole.set(false);
        fits.set(true);
        follow();
    }

    /// As large as there is room for a whole page, whatever room there will be.
    public void fitWhole() {
        fits.set(false);
        whole.set(true);
        follow();
    }

    /// One step larger.
    public void in() {
        STEPS.stream().filter(step -> step > factor.get() + SAME).findFirst().ifPresent(this::to);
    }

    /// One step smaller.
    public void out() {
        STEPS.reversed().stream().filter(step -> step < factor.get() - SAME).findFirst().ifPresent(this::to);
    }

    /// That large, whatever room there is.
    ///
    /// @param wanted brought between `LEAST` and `MOST`
    public void to(double wanted) {
        fits.set(false);
        whole.set(false);
        factor.set(Math.clamp(wanted, LEAST, MOST));
    }

    /// How wide and high the place is where pages are shown.
    public void room(double width, double high) {
        room = width;
        depth = high;
        follow();
    }

    /// How wide and high a page is at zoom 1.
    void page(double width, double high) {
        page = width;
        height = high;
        follow();
    }

    private void follow() {
        if (room > 0 && page > 0 && (fits.get() || whole.get())) {
            double wide = room / page;
            factor.set(Math.clamp(Math.floor((whole.get() ? Math.min(wide, depth / height) : wide) * 100) / 100, LEAST, MOST));
        }
    }
}
