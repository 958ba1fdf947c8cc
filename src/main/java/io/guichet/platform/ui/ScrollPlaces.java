package io.guichet.platform.ui;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// How far down the parts of a screen are scrolled, kept while views come and go: another language builds them anew, and
/// whoever reads is not thrown back to the beginning. To be used on the JavaFX thread.
public final class ScrollPlaces {

    private static final double MARGIN = 16;

    private final Map<String, Double> tops = new HashMap<>();

    /// Brings `scroll` to where the last one of that name was left, as soon as what it shows is long enough, and remembers
    /// where it is from then on. What gets the focus by key is brought into sight.
    public void keep(String name, ScrollPane scroll) {
        new Keeper(name, scroll).start();
    }

    /// Brings `node` into sight, when something around it can be scrolled. What was added a moment ago may be meant.
    public static void reveal(Node node) {
        for (Parent around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane scroll) {
                scroll.applyCss();
                reach(scroll, node);
            }
        }
    }

    /// Brings `focused` into sight, when it stands in what `scroll` shows.
    public static void reach(ScrollPane scroll, @Nullable Node focused) {
        Node content = scroll.getContent();
        Node within = focused;
        while (within != null && within != content) {
            within = within.getParent();
        }
        if (focused == null || within == null) {
            return;
        }
        // What was shown a moment ago has its place only once it is laid out.
        scroll.layout();
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        Bounds place = content.sceneToLocal(focused.localToScene(focused.getBoundsInLocal()));
        double top = scroll.getVvalue() * hidden;
        if (place.getMinY() - MARGIN < top) {
            scroll.setVvalue(Math.max(0, place.getMinY() - MARGIN) / hidden);
        } else if (place.getMaxY() + MARGIN > top + seen) {
            scroll.setVvalue(Math.min(hidden, place.getMaxY() + MARGIN - seen) / hidden);
        }
    }

    private final class Keeper {

        private final String name;
        private final ScrollPane scroll;
        private double wanted;

        Keeper(String name, ScrollPane scroll) {
            this.name = name;
            this.scroll = scroll;
            wanted = tops.getOrDefault(name, 0.0);
        }

        void start() {
            InvalidationListener longer = changed -> restore();
            scroll.getContent().layoutBoundsProperty().addListener(longer);
            scroll.viewportBoundsProperty().addListener(longer);
            scroll.vvalueProperty().subscribe(() -> {
                if (wanted <= 0 && room() > 0) {
                    tops.put(name, scroll.getVvalue() * room());
                }
            });
            // Who scrolls by themselves goes where they want.
            scroll.addEventFilter(ScrollEvent.SCROLL, scrolled -> wanted = 0);
            scroll.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed -> wanted = 0);
            scroll.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> wanted = 0);
            scroll.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::focused);
        }

        private double room() {
            return scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
        }

        private void restore() {
            double room = room();
            if (wanted > 0 && room > 0 && scroll.getViewportBounds().getHeight() > 0) {
                double reached = Math.min(wanted, room);
                scroll.setVvalue(reached / room);
                if (reached == wanted) {
                    wanted = 0;
                }
            }
        }

        private void focused(@Nullable Node focused) {
            if (wanted <= 0) {
                reach(scroll, focused);
            }
        }
    }
}
