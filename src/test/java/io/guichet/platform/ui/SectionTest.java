package io.guichet.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.testing.HeldBackground;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SectionTest {

    private final HeldBackground background = new HeldBackground();
    private String answer = "first";
    private boolean broken;
    private final Section<String> section = new Section<>(background, () -> () -> {
        if (broken) {
            throw new IllegalStateException("gone");
        }
        return answer;
    });

    @Test
    void keepsWhatIsThereUntilTheAnswerComes() {
        section.load();
        assertThat(section.busyProperty().get()).isTrue();
        background.doAll();
        assertThat(section.value()).isEqualTo("first");

        answer = "second";
        section.load();
        assertThat(section.value()).isEqualTo("first");
        background.doAll();
        assertThat(section.value()).isEqualTo("second");
        assertThat(section.busyProperty().get()).isFalse();
    }

    @Test
    void whatCannotBeReadSaysNothingOfSaving() {
        for (DatabaseFailure.Kind kind : List.of(DatabaseFailure.Kind.UNREACHABLE, DatabaseFailure.Kind.UNEXPECTED)) {
            Section<String> lost = new Section<>(background, () -> () -> {
                throw new DatabaseFailure(kind, UserMessage.of("platform.error.whileSaving"), "staged", null);
            });
            lost.load();
            background.doAll();
            assertThat(Objects.requireNonNull(lost.problemProperty().get()).sentence().key())
                    .startsWith("platform.ui.error.unreadable.");
        }
    }

    @Test
    void aFailureIsToldBesideWhatIsThereAndEndsWithTheNextAnswer() {
        section.load();
        background.doAll();
        broken = true;
        section.load();
        background.doAll();
        assertThat(section.problemProperty().get()).isNotNull();
        assertThat(section.value()).isEqualTo("first");

        broken = false;
        section.load();
        background.doAll();
        assertThat(section.problemProperty().get()).isNull();
    }

    @Test
    void whatAnswersAnotherQuestionStaysOnlyUntilThisOneIsAnsweredOrCannotBe() {
        section.loadOther();
        assertThat(section.staleProperty().get()).as("nothing is there").isFalse();
        background.doAll();

        answer = "second";
        section.loadOther();
        assertThat(section.staleProperty().get()).isTrue();
        assertThat(section.value()).isEqualTo("first");
        background.doAll();
        assertThat(section.staleProperty().get()).isFalse();
        assertThat(section.value()).isEqualTo("second");

        broken = true;
        section.loadOther();
        background.doAll();
        assertThat(section.value()).isNull();
        assertThat(section.problemProperty().get()).isNotNull();
    }

    @Test
    void whatIsForgottenDoesNotComeBack() {
        section.load();
        section.clear();
        background.doAll();

        assertThat(section.value()).isNull();
    }
}
