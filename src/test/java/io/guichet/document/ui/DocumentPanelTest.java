package io.guichet.document.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.document.DocumentRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FilePanel;
import io.guichet.testing.ChosenFiles;
import io.guichet.testing.ImmediateBackground;
import io.guichet.testing.TestFeed;
import io.guichet.testing.UiTest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class DocumentPanelTest extends UiTest {

    private static final FileRef FILE = new FileRef(new CountryCode("ZZ"), FileKind.AMENDMENT, "1000001");

    private final FakeDocuments documents = new FakeDocuments();
    private final ChosenFiles chosen = new ChosenFiles();
    private final Texts texts = texts("platform", "document");

    private void open(boolean changes, List<String> required) {
        show(() -> {
            FilePanel panel = new DocumentPanels(new DocumentDesk(documents, file -> required, new ImmediateBackground(), new TestFeed(),
                    chosen, notice -> { }, texts, Clock.fixed(FakeDocuments.NOW, ZoneOffset.UTC), changes)).make(FILE).orElseThrow();
            VBox root = new VBox(panel.createView());
            root.getStyleClass().add("window");
            return root;
        }, 340, 700);
    }

    private void press(String id) {
        Button button = find(id, Button.class);
        assertThat(button.isDisabled()).isFalse();
        onScreen(button::fire);
    }

    @Test
    void aChosenFileIsAttachedAsWhatItIs() throws Exception {
        documents.add(FILE, "letter", "a very long name of a letter that somebody scanned at the counter.pdf");
        open(true, List.of("enrolmentForm", "identityDocument"));
        chosen.answer = Path.of("form.pdf");
        press("documents-missing-identityDocument");
        assertThat(find("documents-type", ComboBox.class).getValue()).isEqualTo("identityDocument");
        assertThat(find("documents-type", ComboBox.class).isFocused()).as("one goes on here").isTrue();
        screenshot("documents-form");
        press("documents-attach-now");
        assertThat(documents.calls).contains("attach identityDocument form.pdf");
        assertThat(robot.lookup("form.pdf").tryQuery()).isPresent();
        assertThat(robot.lookup("#documents-missing-identityDocument").tryQuery()).isEmpty();
        assertThat(robot.lookup("#documents-missing-enrolmentForm").tryQuery()).isPresent();
    }

    @Test
    void theFormIsSeenAlsoBelowALongScreen() {
        show(() -> {
            FilePanel panel = new DocumentPanels(new DocumentDesk(documents, file -> List.of(), new ImmediateBackground(), new TestFeed(),
                    chosen, notice -> { }, texts, Clock.fixed(FakeDocuments.NOW, ZoneOffset.UTC), true)).make(FILE).orElseThrow();
            Region above = new Region();
            above.setMinHeight(650);
            return new ScrollPane(new VBox(above, panel.createView()));
        }, 340, 700);
        chosen.answer = Path.of("form.pdf");
        press("documents-attach");
        Button attach = find("documents-attach-now", Button.class);
        await("in sight", () -> attach.localToScene(attach.getBoundsInLocal()).getMaxY() < 700);
    }

    @Test
    void aRefusalIsSaidWhereTheFileWaits() {
        open(true, List.of());
        assertThat(robot.lookup("Nothing is attached yet.").tryQuery()).isPresent();
        chosen.answer = Path.of("bad.heic");
        press("documents-attach");
        press("documents-attach-now");
        assertThat(robot.lookup("#documents-form .field-problem").queryLabeled().getText()).contains("HEIC");
        press("documents-cancel");
        assertThat(find("documents-form", VBox.class).isVisible()).isFalse();
    }

    @Test
    void removingIsDoneByKeyboardWithAReason() throws Exception {
        DocumentRow row = documents.add(FILE, "letter", "a.pdf");
        open(true, List.of());
        press("document-remove-" + row.id());
        assertThat(find("document-reason", TextField.class).isFocused()).isTrue();
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup(".field-problem").queryLabeled().getText()).isEqualTo("Say why the document is removed.");
        screenshot("documents-reason");
        robot.write("wrong file", 0).push(KeyCode.ENTER);
        assertThat(documents.calls).contains("remove a.pdf wrong file");
        assertThat(documents.rows).isEmpty();
        assertThat(robot.lookup("Nothing is attached yet.").tryQuery()).isPresent();
    }

    @Test
    void aCopyIsProposedUnderItsName() {
        DocumentRow row = documents.add(FILE, "letter", "a.pdf");
        open(false, List.of("enrolmentForm"));
        chosen.answer = Path.of("copy.pdf");
        press("document-save-" + row.id());
        assertThat(chosen.asked).singleElement().satisfies(request -> {
            assertThat(request.name()).isEqualTo("a.pdf");
            assertThat(request.extensions()).containsExactly("pdf");
        });
        assertThat(documents.calls).contains("save a.pdf copy.pdf");
        assertThat(robot.lookup("#document-remove-" + row.id()).tryQuery()).as("who only reads").isEmpty();
        assertThat(find("documents-missing-enrolmentForm", Button.class).isDisabled()).isTrue();
    }

    @Test
    void aLongListIsShownWhole() {
        for (int i = 0; i < 7; i++) {
            documents.add(FILE, "letter", "letter " + i + ".pdf");
        }
        open(true, List.of());
        assertThat(robot.lookup("letter 0.pdf").tryQuery()).isEmpty();
        press("documents-more");
        assertThat(robot.lookup("letter 0.pdf").tryQuery()).isPresent();
        press("documents-more");
        assertThat(robot.lookup("letter 0.pdf").tryQuery()).isEmpty();
    }

    @Test
    void whatCannotBeReadCanBeAskedAgain() {
        documents.broken = new IllegalStateException("gone");
        open(true, List.of());
        documents.broken = null;
        documents.add(FILE, "letter", "a.pdf");
        press("error-retry");
        assertThat(robot.lookup("a.pdf").tryQuery()).isPresent();
    }
}
