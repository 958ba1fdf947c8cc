package io.guichet.directory.ui;

import static io.guichet.directory.ui.Samples.EMAIL;
import static io.guichet.directory.ui.Samples.MEMBER;
import static io.guichet.directory.ui.Samples.NAME;
import static io.guichet.directory.ui.Samples.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.form.FieldViewModel;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A colleague saved first.
class ConflictTest {

    private final Samples samples = new Samples();
    private final FakeDirectory directory = samples.directory;
    private final MemberViewModel member = samples.opened();

    @BeforeEach
    void bothChanged() {
        field(PHONE).textProperty().set("+33699999999");
        field(NAME).textProperty().set("Byron");
        directory.changedBy("eva", MEMBER, PHONE, "+33611111111");
        directory.changedBy("eva", MEMBER, EMAIL, "eva@example.org");
        member.save();
    }

    private FieldViewModel field(String key) {
        return Objects.requireNonNull(member.formProperty().get()).field(key).orElseThrow();
    }

    private ConflictViewModel conflict() {
        return Objects.requireNonNull(member.conflictProperty().get());
    }

    private String stored(String key) {
        return directory.stored(MEMBER).values().get(key).orElse("");
    }

    @Test
    void isShownFieldByFieldAndKeepsWhatWasTyped() {
        assertThat(conflict().differences()).extracting(Difference::theirs)
                .containsExactly("+33611111111", "eva@example.org");
        assertThat(conflict().differences()).extracting(Difference::by).containsOnly("eva");
        assertThat(conflict().differences()).extracting(Difference::at).doesNotContainNull();
        assertThat(conflict().undecided()).hasSize(1);
        assertThat(field(PHONE).textProperty().get()).isEqualTo("+33699999999");
        assertThat(field(NAME).textProperty().get()).isEqualTo("Byron");
        assertThat(stored(PHONE)).isEqualTo("+33611111111");
    }

    @Test
    void savingAgainWithoutDecidingWritesNothing() {
        member.save();

        assertThat(directory.saves).hasSize(1);
        assertThat(stored(PHONE)).isEqualTo("+33611111111");
    }

    @Test
    void mineIsSavedOnTopOfTheNewVersionAndTheirOtherFieldStays() {
        member.keepMineAndSave();

        assertThat(member.conflictProperty().get()).isNull();
        assertThat(stored(PHONE)).isEqualTo("+33699999999");
        assertThat(stored(NAME)).isEqualTo("Byron");
        assertThat(stored(EMAIL)).isEqualTo("eva@example.org");
        assertThat(field(EMAIL).textProperty().get()).isEqualTo("eva@example.org");
        assertThat(directory.saves.getLast().version()).isEqualTo(3);
        assertThat(member.unsavedProperty().getValue()).isFalse();
    }

    @Test
    void theirsReplacesMineInThatFieldOnly() {
        member.takeTheirs(conflict().undecided().getFirst());

        assertThat(member.conflictProperty().get()).isNull();
        assertThat(field(PHONE).textProperty().get()).isEqualTo("06 11 11 11 11");
        assertThat(field(PHONE).changed()).isFalse();
        assertThat(field(NAME).textProperty().get()).isEqualTo("Byron");
        assertThat(field(NAME).changed()).isTrue();
        assertThat(member.version()).isEqualTo(3);

        member.save();
        assertThat(stored(NAME)).isEqualTo("Byron");
        assertThat(stored(PHONE)).isEqualTo("+33611111111");
    }

    @Test
    void aFurtherChangeMeanwhileIsAConflictAgain() {
        directory.changedBy("kim", MEMBER, PHONE, "+33622222222");
        member.keepMineAndSave();

        assertThat(conflict().differences()).extracting(Difference::by).containsExactly("kim");
        assertThat(stored(PHONE)).isEqualTo("+33622222222");
        assertThat(field(PHONE).textProperty().get()).isEqualTo("+33699999999");
    }

    @Test
    void undoingEverythingFollowsTheColleague() {
        member.undoAll();

        assertThat(member.conflictProperty().get()).isNull();
        assertThat(field(PHONE).textProperty().get()).isEqualTo("06 11 11 11 11");
        assertThat(field(EMAIL).textProperty().get()).isEqualTo("eva@example.org");
    }

    @Test
    void whenTheCurrentStateCannotBeReadNothingCanBeOverwritten() {
        member.undoAll();
        field(PHONE).textProperty().set("+33699999999");
        directory.changedBy("kim", MEMBER, PHONE, "+33622222222");
        samples.background.hold();
        member.save();
        directory.failAfter(1, new DatabaseFailure(DatabaseFailure.Kind.UNREACHABLE,
                UserMessage.of("test.unreachable"), "gone", null));
        samples.background.release();

        assertThat(member.problemProperty().get()).isNotNull();
        assertThat(member.conflictProperty().get()).isNull();
        assertThat(field(PHONE).textProperty().get()).isEqualTo("+33699999999");

        directory.failure = null;
        member.save();
        assertThat(member.conflictProperty().get()).isNotNull();
        assertThat(stored(PHONE)).isEqualTo("+33622222222");
    }

    @Test
    void aNoticeCanBeComparedBeforeSaving() {
        member.undoAll();
        field(PHONE).textProperty().set("+33699999999");
        directory.changedBy("kim", MEMBER, PHONE, "+33622222222");
        samples.feed.tell(MEMBER, directory.stored(MEMBER).version(), "other-window");

        member.compare();

        assertThat(conflict().differences()).extracting(Difference::by).containsExactly("kim");
        assertThat(member.noticeProperty().get()).isNull();
    }
}
