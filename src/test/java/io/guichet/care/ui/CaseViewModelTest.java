package io.guichet.care.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.care.CaseDetails;
import io.guichet.care.CaseRow.State;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.testing.HeldBackground;
import io.guichet.testing.ImmediateBackground;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CaseViewModelTest {

    private final FakeCases cases = new FakeCases();
    private final Texts texts = Texts.of(List.of("care", "platform"));

    private CaseViewModel model(FileRef file) {
        CaseViewModel model = new CaseViewModel(file, cases.desk(new ImmediateBackground(), texts));
        model.load();
        return model;
    }

    private static CaseDetails details(CaseViewModel model) {
        return Objects.requireNonNull(model.shownProperty().get()).details();
    }

    @Test
    void aNoteIsAddedAndAnAnswerCloses() {
        FileRef file = cases.add("Lost", State.OPEN, "care", "asked").row().ref();
        CaseViewModel model = model(file);
        assertThat(Objects.requireNonNull(model.shownProperty().get()).member()).isEqualTo("Ada Lovelace");
        model.textProperty().set("looked it up");
        assertThat(model.unsavedProperty().getValue()).isTrue();
        model.note();
        assertThat(model.textProperty().get()).isEmpty();
        model.textProperty().set("told them");
        model.move(State.CLOSED);
        assertThat(details(model).row().state()).isEqualTo(State.CLOSED);
        assertThat(details(model).notes()).hasSize(3);
        model.textProperty().set("they called again");
        model.note();
        assertThat(details(model).row().state()).as("a note opens it again").isEqualTo(State.OPEN);
    }

    @Test
    void anAnswerIsAskedFor() {
        CaseViewModel model = model(cases.add("Lost", State.OPEN, "care").row().ref());
        model.move(State.CLOSED);
        assertThat(Objects.requireNonNull(model.textProblemProperty().get()).key()).isEqualTo("care.error.answerMissing");
        model.textProperty().set("told them");
        model.move(State.CLOSED);
        assertThat(model.textProblemProperty().get()).isNull();
    }

    @Test
    void whoWasOvertakenSeesByWhomAndKeepsWhatWasTyped() {
        FileRef file = cases.add("Lost", State.OPEN, "care").row().ref();
        CaseViewModel model = model(file);
        cases.change(file, State.WAITING, "operations", "asked the bus company");
        model.textProperty().set("told them");
        model.move(State.CLOSED);
        assertThat(Objects.requireNonNull(model.overtakenProperty().get()).by()).isEqualTo("operations");
        assertThat(model.textProperty().get()).isEqualTo("told them");
        assertThat(details(model).notes()).hasSize(1);
        model.move(State.CLOSED);
        assertThat(model.overtakenProperty().get()).isNull();
        assertThat(details(model).notes()).hasSize(2);
    }

    @Test
    void aColleaguesNoteIsFollowedWhileSomebodyTypes() {
        FileRef file = cases.add("Lost", State.OPEN, "care").row().ref();
        CaseViewModel model = model(file);
        model.textProperty().set("typing");
        cases.change(file, State.OPEN, "operations", "found");
        cases.feed.tell(file, 2, "other");
        assertThat(details(model).notes()).hasSize(1);
        assertThat(model.textProperty().get()).isEqualTo("typing");
        model.note();
        assertThat(model.overtakenProperty().get()).as("based on what is seen").isNull();
    }

    @Test
    void anotherPersonsCaseIsTaken() {
        CaseViewModel model = model(cases.add("Lost", State.OPEN, "operations").row().ref());
        assertThat(model.isMine()).isFalse();
        model.take();
        assertThat(model.isMine()).isTrue();
    }

    @Test
    void whatIsGoneIsSaidWithoutTakingWhatWasTyped() {
        FileRef file = cases.add("Lost", State.OPEN, "care").row().ref();
        CaseViewModel model = model(file);
        model.textProperty().set("typing");
        cases.cases.clear();
        model.load();
        assertThat(model.stateProperty().get()).isEqualTo(CaseViewModel.State.OPEN);
        assertThat(Objects.requireNonNull(model.problemProperty().get()).kept()).isNotNull();
        model.textProperty().set("");
        model.load();
        assertThat(model.stateProperty().get()).isEqualTo(CaseViewModel.State.MISSING);
    }

    @Test
    void whatCannotBeReadIsTriedAgain() {
        FileRef file = cases.add("Lost", State.OPEN, "care").row().ref();
        cases.broken = new IllegalStateException("gone");
        CaseViewModel model = model(file);
        assertThat(model.stateProperty().get()).isEqualTo(CaseViewModel.State.FAILED);
        cases.broken = null;
        model.load();
        assertThat(model.stateProperty().get()).isEqualTo(CaseViewModel.State.OPEN);
        assertThat(model.problemProperty().get()).isNull();
    }

    @Test
    void theOpeningIsKeptAliveAndLeftInTheEnd() {
        CaseViewModel model = model(cases.add("Lost", State.OPEN, "care").row().ref());
        cases.ticks.forEach(Runnable::run);
        assertThat(cases.calls).containsExactly("find", "refresh");
        model.close();
        assertThat(cases.calls).endsWith("leave");
        assertThat(cases.ticks).isEmpty();
        assertThat(cases.feed.listeners()).isZero();
    }

    @Test
    void oneNoteIsWrittenOnce() {
        FileRef file = cases.add("Lost", State.OPEN, "care").row().ref();
        HeldBackground background = new HeldBackground();
        CaseViewModel model = new CaseViewModel(file, cases.desk(background, texts));
        model.load();
        background.doAll();
        model.textProperty().set("once");
        model.note();
        model.note();
        background.doAll();
        assertThat(details(model).notes()).hasSize(1);
    }
}
