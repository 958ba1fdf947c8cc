package io.guichet.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.platform.i18n.Texts;
import io.guichet.testing.UiTest;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class TabStripTest extends UiTest {

    private final FakeScreen.Factory factory = new FakeScreen.Factory();
    private final Texts texts = texts("platform", "shell");
    private final TabsViewModel tabs = new TabsViewModel(List.of(factory), (question, answered) -> { }, told -> { }, texts,
            new RecentFiles(List.of()));

    @Test
    void theTabThatIsShownIsSeenWhole() {
        VBox root = show(() -> new VBox(new TabStrip(tabs, texts)), 600, 200);
        for (int index = 0; index < 9; index++) {
            String id = "screen-number-" + index;
            onScreen(() -> tabs.open(id, false));
            await("the tab of " + id + " is seen whole", () -> seenWhole(root));
        }
        onScreen(() -> factory.made.getLast().title.set("The name that its file has, which is longer"));
        await("the longer tab is seen whole", () -> seenWhole(root));
        onScreen(() -> tabs.open("screen-number-0", false));
        await("the first tab is seen whole", () -> seenWhole(root));
        assertThat(tabs.screens()).hasSize(9);
    }

    private static boolean seenWhole(VBox root) {
        Node tab = root.lookupAll(".tab-button").stream().filter(each -> each.getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("selected"))).findFirst().orElseThrow();
        Bounds strip = root.localToScene(root.getLayoutBounds());
        Bounds place = tab.localToScene(tab.getLayoutBounds());
        return place.getWidth() > 0 && place.getMinX() >= strip.getMinX() - 1 && place.getMaxX() <= strip.getMaxX() + 1;
    }
}
