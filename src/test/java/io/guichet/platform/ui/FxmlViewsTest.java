package io.guichet.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.platform.i18n.Texts;
import io.guichet.testing.UiTest;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class FxmlViewsTest extends UiTest {

    private final Texts texts = texts("platform");
    private final FxmlViews views = new FxmlViews(texts);

    @Test
    void aViewIsMadeInTheLanguageInUseWithTheControllerOfTheRegisteredConstructor() {
        texts.use(Locale.GERMAN);
        ProbeController controller = new ProbeController("given");
        onScreen(() -> views.view("testing/probe").with(ProbeController.class, () -> controller).load());
        assertThat(controller.word.getText()).isEqualTo(texts.get("platform.ui.error.retry"));
        assertThat(controller.word.getText()).isEqualTo("Noch einmal versuchen");
    }

    @Test
    void aControllerThatIsNotRegisteredIsRefusedByName() {
        assertThatThrownBy(() -> fx(() -> views.view("testing/probe").load()))
                .hasStackTraceContaining(ProbeController.class.getName() + ", which is not registered");
    }

    @Test
    void aViewThatDoesNotExistIsRefusedByName() {
        assertThatThrownBy(() -> views.view("testing/none")).hasMessageContaining("testing/none");
    }

    /// The controller that `testing/probe.fxml` names.
    public static final class ProbeController {

        final String given;
        @FXML
        Label word = new Label();

        ProbeController(String given) {
            this.given = given;
        }
    }
}
