package io.guichet.contract.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.contract.Batch;
import io.guichet.contract.BatchReport;
import io.guichet.contract.BatchReport.RowReport;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Dialogs;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;
import io.guichet.testing.ChosenFiles;
import io.guichet.testing.UiTest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchScreenTest extends UiTest {

    private static final UserMessage WRONG = UserMessage.of("country.error.required");

    private final Scripted scripted = new Scripted();
    private final Texts texts = texts("platform", "country", "contract", "sampleform");
    private final List<String> opened = new ArrayList<>();
    private final List<Dialogs.Question> questions = new ArrayList<>();
    private final ChosenFiles files = new ChosenFiles();

    @BeforeEach
    void aFileOfThree() {
        scripted.batch = new Outcome.Done<>(new Batch(Scripted.CONTRACT, "enrol", "joiners.csv", new byte[0], List.of(
                new Batch.Row(2, null, List.of()), new Batch.Row(3, null, List.of(new FieldProblem(Scripted.NAME, WRONG))),
                new Batch.Row(4, null, List.of())), List.of(), List.of()));
        scripted.report = new BatchReport(false, List.of(new RowReport(2, "Ada Byron", List.of()),
                new RowReport(3, "", List.of(new FieldProblem(Scripted.NAME, WRONG))), new RowReport(4, "Cy Twombly", List.of())),
                Money.euros(10_000), Money.euros(30_000), 1, 2);
        Navigator navigator = new Navigator() {
            @Override
            public void open(FileRef file, boolean behind) {
                opened.add(FileScreens.id(file));
            }

            @Override
            public boolean open(String screen, boolean behind) {
                return opened.add(screen);
            }
        };
        Dialogs yes = (question, answered) -> {
            questions.add(question);
            answered.accept(question.answers().getLast().id());
        };
        ContractScreens screens = new ContractScreens(scripted.work(), new ScreenParts(new FxmlViews(texts), texts,
                Scripted.INPUT, Clock.fixed(Scripted.NOW, ZoneOffset.UTC), navigator, yes, files, notice -> { }, List.of()));
        show(() -> screens.make(BatchScreen.id(Scripted.CONTRACT)).orElseThrow().createView());
    }

    private void press(String id) {
        onScreen(() -> find(id, Button.class).fire());
    }

    private TableView<?> table() {
        return find("table", TableView.class);
    }

    @Test
    void nothingIsOfferedBeforeAFileIsChosen() {
        assertThat(table().getItems()).isEmpty();
        assertThat(find("foot", HBox.class).isVisible()).isFalse();
        press("contract");
        assertThat(opened).containsExactly("contract:ZZ:K-1");

        press("choose");
        assertThat(scripted.calls).as("nobody chose a file").doesNotContain("read enrol");
        files.answer = Path.of("template.csv");
        press("template");
        assertThat(scripted.calls).contains("template enrol");
        assertThat(files.asked.getLast().name()).endsWith(".csv");
    }

    @Test
    void aFileIsTriedThenItsGoodRowsAreApplied() {
        files.answer = Path.of("joiners.csv");
        press("choose");

        assertThat(find("fileName", Label.class).getText()).contains("joiners.csv").contains("3");
        assertThat(table().getItems()).hasSize(3);
        assertThat(find("totals", FlowPane.class).isVisible()).isTrue();
        assertThat(scripted.calls).doesNotContain("applyBatch");
        assertThat(find("apply", Button.class).getText()).contains("2");

        onScreen(() -> find("errorsOnly", CheckBox.class).fire());
        assertThat(table().getItems()).hasSize(1);
        assertThat(find("copyErrors", Button.class).isDisabled()).isFalse();

        press("apply");
        assertThat(questions).hasSize(1);
        assertThat(scripted.calls).contains("applyBatch");
        assertThat(find("apply", Button.class).isVisible()).as("applied once").isFalse();
        assertThat(find("again", Button.class).isVisible()).isFalse();
        assertThat(find("outcome", Label.class).getText()).contains("2");
    }

    @Test
    void aFileThatCannotBeReadSaysWhy() {
        scripted.batch = new Outcome.Invalid<>(List.of(new FieldProblem("file", WRONG)));
        files.answer = Path.of("joiners.xlsx");
        press("choose");

        assertThat(find("refused", VBox.class).isVisible()).isTrue();
        assertThat(find("refused", VBox.class).getChildren()).hasSize(1);
        assertThat(scripted.calls).doesNotContain("rehearse");
    }
}
