package io.guichet.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;
import io.guichet.testing.UiTest;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Dates, amounts, numbers and states are never cut, however narrow the window is.
class WholeFiguresTest extends UiTest {

    private final Samples samples = new Samples();
    private final Texts texts = texts("platform", "country", "directory", "sampleform");
    private final Navigator navigator = new Navigator() {
        @Override
        public void open(FileRef file, boolean behind) {
            throw new IllegalStateException("nothing is opened here");
        }
    };

    @BeforeEach
    void fill() {
        samples.overviews.fill();
    }

    private Parent open(double width) {
        MemberScreen screen = fx(() ->
                new MemberScreen(Samples.MEMBER, samples.workplace(), new FxmlViews(texts), texts, navigator));
        return show(screen::createView, width, 760);
    }

    private static List<String> cut(Parent view, String selector) {
        return fx(() -> view.lookupAll(selector).stream().filter(Labeled.class::isInstance).map(Labeled.class::cast)
                .filter(WholeFiguresTest::isCut).map(Labeled::getText).toList());
    }

    private static boolean isCut(Labeled label) {
        Node shown = label.lookup(".text");
        return label.getText() != null && !label.getText().isEmpty() && label.getWidth() > 0
                && shown instanceof Text text && !text.getText().equals(label.getText());
    }

    @Test
    void theOverviewCutsNoFigure() {
        for (double width : List.of(980.0, 740.0)) {
            Parent view = open(width);
            for (String selector : List.of(".line .amount", ".line .date", ".line .line-state")) {
                assertThat(fx(() -> view.lookupAll(selector))).as(selector).isNotEmpty();
                assertThat(cut(view, selector)).as(selector + " at " + width).isEmpty();
            }
        }
    }

    @Test
    void theWholeListsCutNoFigure() {
        for (double width : List.of(980.0, 740.0)) {
            Parent view = open(width);
            for (String face : List.of("#face-claims", "#face-payments")) {
                robot.interact(() -> ((javafx.scene.control.ButtonBase) view.lookup(face)).fire());
                for (String selector : List.of(".table-cell.date", ".table-cell.amount", ".table-cell.whole", ".line-state")) {
                    assertThat(cut(view, selector)).as(selector + " at " + width).isEmpty();
                }
            }
        }
    }
}
