package io.guichet.document.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.document.DocumentRow;
import io.guichet.document.RequiredDocuments;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FilePanel;
import io.guichet.testing.ChosenFiles;
import io.guichet.testing.ImmediateBackground;
import io.guichet.testing.TestFeed;
import io.guichet.testing.UiTest;
import java.time.Clock;
import java.time.ZoneOffset;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class DocumentPagesTest extends UiTest {

    private static final FileRef CLAIM = new FileRef(new CountryCode("FR"), FileKind.CLAIM, "7");

    private final Texts texts = texts("platform", "document");
    private final FakeDocuments documents = new FakeDocuments();

    private FilePanel panel() {
        DocumentDesk desk = new DocumentDesk(documents, RequiredDocuments.NONE, new ImmediateBackground(), new TestFeed(),
                new ChosenFiles(), notice -> { }, texts, Clock.fixed(FakeDocuments.NOW, ZoneOffset.UTC), true);
        FilePanel panel = fx(() -> new DocumentPages(desk).make(CLAIM).orElseThrow());
        show(() -> new VBox(panel.createView()));
        return panel;
    }

    @Test
    void theNewestDocumentIsSeenAndAnotherOneOnDemand() throws Exception {
        DocumentRow older = documents.add(CLAIM, "letter", "letter.pdf");
        documents.add(CLAIM, "invoice", "invoice.pdf");
        FilePanel panel = panel();
        assertThat(find("pages-place", Label.class).getText()).isEqualTo("1 / 1");
        assertThat(documents.calls).contains("open invoice.pdf").doesNotContain("open letter.pdf");
        onScreen(() -> find("document-look-" + older.id(), ToggleButton.class).fire());
        assertThat(documents.calls).contains("open letter.pdf");
        assertThat(find("document-look-" + older.id(), ToggleButton.class).isSelected()).isTrue();
        screenshot("document-pages");
        fx(() -> {
            panel.close();
            return panel;
        });
        assertThat(find("pages-place", Label.class).getText()).isEmpty();
    }

    @Test
    void pagesAreTurnedAndZoomedByKeysAndStayTurned() {
        DocumentRow older = documents.add(CLAIM, "letter", "letter.pdf");
        DocumentRow newer = documents.add(CLAIM, "invoice", "invoice.pdf");
        panel();
        onScreen(() -> find("paper-pages", ScrollPane.class).requestFocus());
        StackPane upright = find("paper-page-0", StackPane.class);
        await("it is laid out", () -> upright.getHeight() > 0);
        assertThat(upright.getHeight()).isGreaterThan(upright.getWidth());
        robot.push(KeyCode.R);
        await("it lies on its side", () -> upright.getHeight() < upright.getWidth());
        robot.push(KeyCode.DIGIT9);
        assertThat(find("pages-whole", ToggleButton.class).isSelected()).isTrue();
        onScreen(() -> find("document-look-" + older.id(), ToggleButton.class).fire());
        onScreen(() -> find("document-look-" + newer.id(), ToggleButton.class).fire());
        StackPane again = find("paper-page-0", StackPane.class);
        await("it is laid out", () -> again.getHeight() > 0);
        assertThat(again.getHeight()).as("as it was turned").isLessThan(again.getWidth());
    }

    @Test
    void nothingIsLookedAtWithoutDocuments() {
        panel();
        assertThat(robot.lookup(".page-tools").queryAllAs(HBox.class)).noneMatch(tools -> tools.getParent().getParent().isVisible());
    }

    @Test
    void saysWhatCannotBeShown() {
        documents.rows.add(new DocumentRow(9, CLAIM, "other", "rows.csv", "text/csv", 20, "care", FakeDocuments.NOW));
        panel();
        assertThat(find("pages-refusal", Label.class).getText()).contains("no pages to show");
    }
}
