package io.guichet.platform.ui.paper;

import io.guichet.platform.report.PageImage;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One page on screen.
public final class Sheet {

    private final int number;
    private final ReadOnlyObjectWrapper<@Nullable PageImage> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PageImage> thumbnail = new ReadOnlyObjectWrapper<>();
    private double scale;
    private int turns;
    private boolean undrawable;

    Sheet(int number) {
        this.number = number;
    }

    /// From 0.
    public int number() {
        return number;
    }

    /// The page as it was drawn last, perhaps for another zoom; null while nobody sees it.
    public ReadOnlyObjectProperty<@Nullable PageImage> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /// The page small; null until it is drawn.
    public ReadOnlyObjectProperty<@Nullable PageImage> thumbnailProperty() {
        return thumbnail.getReadOnlyProperty();
    }

    /// By how many quarters it is turned clockwise, from 0 to 3.
    int turns() {
        return turns;
    }

    void turn(int quarters) {
        turns = quarters;
        forget();
        thumbnail.set(null);
    }

    /// Whether it has no picture at that scale.
    boolean wants(double wanted) {
        return scale != wanted && !undrawable;
    }

    boolean wantsThumbnail() {
        return thumbnail.get() == null && !undrawable;
    }

    /// Asked again and again, it would fail again and again.
    void giveUp() {
        undrawable = true;
    }

    void draw(PageImage drawn, double at) {
        scale = at;
        picture.set(drawn);
    }

    void drawSmall(PageImage drawn) {
        thumbnail.set(drawn);
    }

    /// A page at 300 % takes tens of megabytes: those that nobody sees are drawn again when somebody does.
    void forget() {
        scale = 0;
        picture.set(null);
    }
}
