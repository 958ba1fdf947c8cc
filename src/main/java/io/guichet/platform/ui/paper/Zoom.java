package io.guichet.platform.ui.paper;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// How large pages are shown: as wide as there is room, or in steps between half and three times the size of paper.
public final class Zoom {

    /// The smallest.
    public static final double LEAST = 0.5;
    /// The largest.
    public static final double MOST = 3;
    /// What is offered, in order.
    public static final List<Double> STEPS = List.of(LEAST, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, MOST);

    private static final double SAME = 0.005;

    private final ReadOnlyDoubleWrapper factor = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyBooleanWrapper fits = new ReadOnlyBooleanWrapper(true);
    private double room;
    private double page;

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

    /// As wide as there is room, whatever room there will be.
    public void fit() {
        fits.set(true);
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
        factor.set(Math.clamp(wanted, LEAST, MOST));
    }

    /// How wide the place is where pages are shown.
    public void room(double width) {
        room = width;
        follow();
    }

    /// How wide a page is at zoom 1.
    void page(double width) {
        page = width;
        follow();
    }

    private void follow() {
        if (fits.get() && room > 0 && page > 0) {
            factor.set(Math.clamp(Math.floor(room / page * 100) / 100, LEAST, MOST));
        }
    }
}
