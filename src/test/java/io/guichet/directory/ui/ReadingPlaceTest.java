package io.guichet.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;
import io.guichet.testing.UiTest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whoever reads in a file stays where they are, and what gets the focus is seen.
class ReadingPlaceTest extends UiTest {

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
        samples.panels = List.of(file -> Optional.of(new LongPanel()));
    }

    private MemberScreen open() {
        MemberScreen screen = fx(() ->
                new MemberScreen(Samples.MEMBER, samples.workplace(), new FxmlViews(texts), texts, navigator));
        show(screen::createView);
        return screen;
    }

    private double top() {
        return fx(() -> {
            ScrollPane scroll = find("overview-scroll", ScrollPane.class);
            scroll.layout();
            return scroll.getVvalue() * (scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight());
        });
    }

    @Test
    void anotherLanguageKeepsTheScrollPlace() {
        MemberScreen screen = open();
        onScreen(() -> find("overview-scroll", ScrollPane.class).setVvalue(0.5));
        double before = top();
        assertThat(before).isGreaterThan(50);

        onScreen(() -> texts.use(Locale.GERMAN));
        onScreen(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        show(screen::createView);
        await("the place is found again", () -> Math.abs(top() - before) < 2);
    }

    @Test
    void aPanelIsBegunFromTheHeadAndBroughtIntoSight() {
        MemberScreen screen = open();
        onScreen(() -> screen.shortcuts().stream().filter(key -> key.textKey().equals("directory.member.shortcut.details"))
                .findFirst().orElseThrow().action().run());
        robot.clickOn(".header-begin");
        await("its first field is there", () -> find("begun", TextField.class).isFocused());
        assertThat(top()).isGreaterThan(300);
    }

    /// Begins far below the first screenful.
    private static final class LongPanel implements FilePanel {

        private final TextField begun = new TextField();

        @Override
        public ObservableValue<String> title() {
            return new SimpleStringProperty("Papers");
        }

        @Override
        public Node createView() {
            Region tall = new Region();
            tall.setMinHeight(900);
            begun.setId("begun");
            return new VBox(tall, begun, new Button("after"));
        }

        @Override
        public Optional<Begin> begins() {
            return Optional.of(new Begin(new SimpleStringProperty("Begin"), begun::requestFocus));
        }

        @Override
        public void refresh() {
        }

        @Override
        public void close() {
        }
    }
}
