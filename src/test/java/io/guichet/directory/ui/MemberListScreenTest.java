package io.guichet.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.testing.UiTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class MemberListScreenTest extends UiTest {

    private final Samples samples = new Samples();
    private final Texts texts = texts("platform", "country", "directory", "sampleform");
    private final List<String> opened = new ArrayList<>();

    private TableView<?> open() {
        MemberListScreen screen = fx(() -> new MemberListScreen(samples.workplace(), new FxmlViews(texts), texts,
                (FileRef file, boolean behind) -> opened.add(file + (behind ? " behind" : ""))));
        show(screen::createView);
        return find("table", TableView.class);
    }

    @Test
    void aNameIsFilteredAndOpenedByKeyboard() {
        samples.directory.add(new FileRef(Samples.COUNTRY, Samples.MEMBER.kind(), "2"), "Bea Byron", Map.of());
        TableView<?> table = open();
        assertThat(table.getItems()).hasSize(2);

        robot.clickOn("#filter").write("Bea", 0);
        assertThat(table.getItems()).hasSize(1);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(opened).containsExactly("ZZ/member/2", "ZZ/member/2 behind");
    }

    @Test
    void anEmptyListSaysWhatToDo() {
        open();
        onScreen(() -> find("filter", TextField.class).setText("nobody"));

        assertThat(robot.lookup("No member here").tryQuery()).isPresent();
    }
}
