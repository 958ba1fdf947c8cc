package io.guichet.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.bootstrap.TextFolders;
import io.guichet.country.Countries;
import io.guichet.platform.i18n.Texts;
import io.guichet.testing.UiTest;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every view loads: what it names is there.
class ViewsLoadTest extends UiTest {

    private static final Pattern CONTROLLER = Pattern.compile("fx:controller\\s*=\\s*\"([\\w.]+)\"");

    static Stream<Path> views() {
        return Places.files(Places.VIEWS, ".fxml").stream();
    }

    private static List<String> problems(URL view, ResourceBundle texts) {
        return fx(() -> new BareViews(texts).problems(view));
    }

    private static ResourceBundle allTexts() {
        return Texts.of(TextFolders.of(Countries.load())).bundle();
    }

    @ParameterizedTest
    @MethodSource("views")
    void loads(Path view) {
        String resource = "/" + view.toString().replace('\\', '/');
        URL found = Objects.requireNonNull(ViewsLoadTest.class.getResource(resource), resource);
        assertThat(problems(found, allTexts())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("views")
    void liesInTheFolderOfItsComponent(Path view) {
        Matcher controller = CONTROLLER.matcher(Places.text(view));
        assertThat(controller.find()).as(view + " names its controller").isTrue();
        String folder = Places.VIEWS.relativize(view).getName(0).toString();
        assertThat(controller.group(1)).containsPattern("^io\\.guichet\\.(country\\.)?" + folder + "\\.([a-z]+\\.)*\\w+Controller$");
    }

    @Test
    void thereAreViews() {
        assertThat(views()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "sound.fxml|",
            "no-handler.fxml|does not load",
            "no-field.fxml|has no fx:id=\"open\"",
            "no-class.fxml|does not load",
            "no-text.fxml|does not load"})
    void whatIsNotThereIsFound(String view, String problem) {
        URL resource = Objects.requireNonNull(ViewsLoadTest.class.getResource("/house/views/" + view));
        List<String> problems = problems(resource, Texts.of(List.of("country")).bundle());
        if (problem == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).hasSize(1).allMatch(found -> found.contains(problem));
        }
    }
}
