package io.guichet.reimbursement.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.StaffGroup;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Dialogs;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Screen;
import io.guichet.reimbursement.RunOrder.Action;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.testing.ChosenFiles;
import io.guichet.testing.ImmediateBackground;
import io.guichet.testing.UiTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunScreenTest extends UiTest {

    private final ScriptedRuns runs = new ScriptedRuns();
    private final Texts texts = texts("platform", "country", "reimbursement");
    private final List<String> opened = new ArrayList<>();
    private final List<Dialogs.Question> questions = new ArrayList<>();
    private final ChosenFiles files = new ChosenFiles();

    private RunScreens screens(StaffGroup group) {
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
        return new RunScreens(runs.desk(new ImmediateBackground(), group), new RunParts(new FxmlViews(texts), texts, navigator, yes, files));
    }

    private TableView<?> table() {
        return find("table", TableView.class);
    }

    private void showDryRun() {
        RunScreens screens = screens(StaffGroup.OPERATIONS);
        screens.open(WorkFilter.UNDECIDED, new Action.Approve());
        Screen screen = fx(() -> screens.make(opened.getLast()).orElseThrow());
        show(screen::createView);
    }

    @Test
    void aDryRunIsSeenThenCarriedOutAfterAQuestion(@TempDir Path folder) throws IOException {
        showDryRun();
        assertThat(find("carryOut", Button.class).getText()).contains("2").contains("148.00");
        assertThat(table().getItems()).hasSize(3);
        onScreen(() -> find("showREFUSED", ToggleButton.class).fire());
        assertThat(table().getItems()).hasSize(1);
        files.answer = folder.resolve("rows.csv");
        onScreen(() -> find("export", Button.class).fire());
        assertThat(Files.readString(files.answer)).contains("\"'=Ada \"\"Byron\"\"\"").contains("ZZ;\"C3\"");
        onScreen(() -> find("carryOut", Button.class).fire());
        assertThat(questions).singleElement().satisfies(asked -> assertThat(asked.title()).contains("148.00"));
        assertThat(runs.calls).contains("apply Approve[] 3");
        assertThat(find("carryOut", Button.class).isVisible()).isFalse();
        assertThat(find("undo", Button.class).isVisible()).isTrue();
        onScreen(() -> find("undo", Button.class).fire());
        assertThat(runs.calls).contains("undo 57");
    }

    @Test
    void whatWasStoppedCanBeFinishedByWhoOrderedIt() {
        runs.past = ScriptedRuns.past(1, null);
        Screen screen = fx(() -> screens(StaffGroup.OPERATIONS).make(RunScreens.id(ScriptedRuns.RUN)).orElseThrow());
        show(screen::createView);
        assertThat(find("finish", Button.class).isVisible()).isTrue();
        assertThat(find("outcome", Label.class).getText()).contains("2").contains("3");
        onScreen(() -> find("finish", Button.class).fire());
        assertThat(runs.calls).contains("finish 57");
    }

    @Test
    void auditorsLookAndOthersSeeNothing() {
        Screen screen = fx(() -> screens(StaffGroup.AUDITOR).make(RunScreens.id(ScriptedRuns.RUN)).orElseThrow());
        show(screen::createView);
        assertThat(find("undo", Button.class).isVisible()).isFalse();
        assertThat(find("finish", Button.class).isVisible()).isFalse();
        RunScreens care = screens(StaffGroup.CARE_AGENT);
        assertThat(care.make(RunsScreen.ID)).isEmpty();
        assertThat(care.navigation()).isEmpty();
    }

    @Test
    void pastRunsAreOpenedAndNewOnesBegun() {
        RunScreens screens = screens(StaffGroup.OPERATIONS);
        Screen screen = fx(() -> screens.make(RunsScreen.ID).orElseThrow());
        show(screen::createView);
        assertThat(table().getItems()).hasSize(1);
        assertThat(find("wrong", Label.class).getText()).contains("3");
        assertThat(find("beginDecided", Button.class).isDisabled()).isTrue();
        onScreen(() -> find("beginWrong", Button.class).fire());
        assertThat(opened.getLast()).startsWith("new-run:");
        assertThat(fx(() -> screens.make(opened.getLast()))).isPresent();
    }
}
