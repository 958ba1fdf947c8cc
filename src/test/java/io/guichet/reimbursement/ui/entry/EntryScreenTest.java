package io.guichet.reimbursement.ui.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.claim.Finding;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.testing.ChosenFiles;
import io.guichet.testing.ImmediateBackground;
import io.guichet.testing.UiTest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryScreenTest extends UiTest {

    private final Desk desk = new Desk();
    private final List<FileRef> opened = new ArrayList<>();
    private final ChosenFiles files = new ChosenFiles();

    private EntryScreen open(@Nullable FileRef member, @Nullable FileRef claim) {
        EntryScreen screen = fx(() -> new EntryScreen("new-claim", desk.work(new ImmediateBackground()),
                new EntryParts(new FxmlViews(desk.texts), (file, behind) -> opened.add(file), files, List.of()), member, claim));
        show(screen::createView);
        return screen;
    }

    private static void press(EntryScreen screen, String end) {
        onScreen(() -> screen.shortcuts().stream().filter(each -> each.textKey().endsWith(end)).findFirst().orElseThrow().action().run());
    }

    private TextField charged(int line) {
        return fx(() -> (TextField) find("line-" + line, Node.class).lookup("#field-" + desk.form.charged().replace('.', '-')));
    }

    private String focused() {
        return fx(() -> String.valueOf(robot.window(0).getScene().getFocusOwner().getId()));
    }

    @Test
    void aClaimOfTwoLinesIsEnteredByKeyboardAlone() throws Exception {
        EntryScreen screen = open(null, null);
        assertThat(focused()).isEqualTo("member-search");
        robot.write("ada", 0).push(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("act-0");
        robot.write(desk.acts.getFirst().code(), 0).push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        while (!focused().endsWith("charged")) {
            robot.push(KeyCode.ENTER);
        }
        robot.write("30", 0);
        while (!focused().equals("act-1")) {
            robot.push(KeyCode.ENTER);
        }
        robot.write(desk.acts.get(1).code(), 0).push(KeyCode.ENTER);
        onScreen(() -> charged(1).setText("12"));
        assertThat(find("verdict", Label.class).getText()).contains("decided at once");
        files.answer = Path.of("invoice.pdf");
        press(screen, "paper");
        assertThat(robot.lookup("#paper-look-0").queryAs(ToggleButton.class).isSelected()).isTrue();
        screenshot("entry");
        press(screen, "store");
        assertThat(desk.entered.getFirst().intake().lines()).hasSize(2);
        assertThat(desk.entered.getFirst().papers()).hasSize(1);
        assertThat(find("outcome", Label.class).getText()).contains("28.80");
        assertThat(focused()).isEqualTo("next");
        robot.push(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("act-0");
        assertThat(charged(0).getText()).isEmpty();
    }

    @Test
    void findingsStandAtTheirLineAndThoseOfTheClaimBelow() {
        desk.findings.add(new Finding(Finding.Code.DUPLICATE, UserMessage.of("country.finding.DUPLICATE"), 0));
        desk.findings.add(new Finding(Finding.Code.NO_ACCOUNT, UserMessage.of("country.finding.NO_ACCOUNT"), -1));
        open(desk.member, null);
        onScreen(() -> find("act-0", TextField.class).setText(desk.acts.getFirst().code()));
        onScreen(() -> charged(0).requestFocus());
        onScreen(() -> charged(0).setText("30"));
        assertThat(find("line-0", Node.class).lookupAll(".warning-text")).hasSize(1);
        assertThat(find("outlook", Node.class).lookupAll(".warning-text")).hasSize(2);
        assertThat(find("verdict", Label.class).getText()).contains("2 reasons");
    }

    @Test
    void aLineIsTakenAwayAndAnotherLanguageKeepsTheRest() {
        EntryScreen screen = open(desk.member, null);
        onScreen(() -> find("act-0", TextField.class).setText(desk.acts.getFirst().code()));
        onScreen(() -> charged(0).requestFocus());
        onScreen(() -> charged(0).setText("30"));
        press(screen, "line");
        assertThat(focused()).isEqualTo("act-1");
        onScreen(() -> find("remove-1", Button.class).fire());
        assertThat(robot.lookup("#line-1").tryQuery()).isEmpty();
        onScreen(() -> desk.texts.use(Locale.GERMAN));
        show(screen::createView);
        assertThat(robot.lookup("#line-0").queryAll()).isNotEmpty();
        assertThat(fx(() -> screen.title().getValue())).isEqualTo("Neuer Antrag: Ada Byron");
    }

    @Test
    void whatAColleagueChangedIsShownAndOneOfBothStands() {
        desk.file = desk.standing("20.00", 3);
        EntryScreen screen = open(null, desk.claim);
        desk.enter = asked -> new Outcome.Conflict<>(4, List.of(new FieldChange("lines[0]." + desk.form.charged(), "20.00", "21.00",
                "lead", Instant.EPOCH)));
        onScreen(() -> charged(0).setText("25"));
        press(screen, "store");
        assertThat(robot.lookup("#conflict").lookup(".label").queryAllAs(Label.class)).extracting(Label::getText)
                .anyMatch(text -> text.contains("20.00 → 21.00"));
        desk.file = desk.standing("21.00", 4);
        onScreen(() -> find("take-theirs", Button.class).fire());
        assertThat(charged(0).getText()).isEqualTo("21.00");
    }
}
