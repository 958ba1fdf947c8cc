package io.guichet.directory.ui;

import static io.guichet.directory.ui.FakeOverviews.TODAY;
import static io.guichet.directory.ui.FakeOverviews.claim;
import static io.guichet.directory.ui.FakeOverviews.cover;
import static io.guichet.directory.ui.FakeOverviews.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.Cover;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OverviewViewModelTest {

    private final Samples samples = new Samples();
    private final FakeOverviews overviews = samples.overviews;

    private OverviewViewModel opened() {
        overviews.fill();
        return samples.opened().faces().overview();
    }

    private static DatabaseFailure broken() {
        return new DatabaseFailure(DatabaseFailure.Kind.DENIED, UserMessage.of("test.denied"), "no", null);
    }

    private void tick() {
        List.copyOf(samples.ticks).forEach(Runnable::run);
    }

    @Test
    void readsEverySectionOnceTheFileIsOpen() {
        OverviewViewModel overview = opened();

        assertThat(overviews.calls).containsExactlyInAnyOrder("covers " + TODAY, "allowances " + TODAY,
                "household " + TODAY, "claims " + TODAY, "payments " + TODAY, "happened " + TODAY);
        assertThat(samples.directory.calls).startsWith("open call");
        assertThat(Objects.requireNonNull(overview.claims().value()).rows()).hasSize(9);
        assertThat(Objects.requireNonNull(overview.standing().getValue()).kind()).isEqualTo(Standing.Kind.COVERED);
    }

    @Test
    void eachSectionFailsByItselfAndCanBeReadAgain() {
        overviews.failures.put("claims", broken());
        OverviewViewModel overview = opened();

        assertThat(overview.claims().value()).isNull();
        assertThat(Objects.requireNonNull(overview.claims().problemProperty().get()).sentence().key()).isEqualTo("test.denied");
        assertThat(overview.covers().value()).hasSize(1);

        overviews.failures.clear();
        overview.claims().load();
        assertThat(overview.claims().problemProperty().get()).isNull();
        assertThat(overview.claims().value()).isNotNull();
    }

    @Test
    void asksEverySectionAgainForAnotherDay() {
        OverviewViewModel overview = opened();
        overviews.calls.clear();
        overview.step(-1);

        LocalDate then = TODAY.minusYears(1);
        assertThat(overview.dayProperty().get()).isEqualTo(then);
        assertThat(overview.isToday()).isFalse();
        assertThat(overviews.calls).hasSize(6).allMatch(call -> call.endsWith(" " + then));

        overview.toToday();
        assertThat(overview.isToday()).isTrue();
    }

    @Test
    void neverShowsOneDaysAnswerForAnotherDay() {
        OverviewViewModel overview = opened();
        overviews.failures.put("claims", broken());

        overview.claims().load();
        assertThat(overview.claims().value()).as("the same day: still true").isNotNull();
        overview.step(-1);
        assertThat(overview.claims().value()).isNull();
        assertThat(overview.covers().value()).isNotNull();
    }

    @Test
    void marksWhatAnswersAnOlderQuestion() {
        OverviewViewModel overview = opened();
        samples.background.hold();
        overview.step(-1);
        assertThat(overview.covers().staleProperty().get()).isTrue();
        assertThat(overview.covers().value()).isNotNull();

        samples.background.release();
        assertThat(overview.covers().staleProperty().get()).isFalse();
    }

    @Test
    void followsWhatStandsInItsSections() {
        OverviewViewModel overview = opened();
        overviews.claims.addFirst(claim(0, ClaimLine.State.PAID));
        samples.feed.tell(overviews.claims.get(1).claim(), 7, "other-window");
        assertThat(Objects.requireNonNull(overview.claims().value()).rows().getFirst()).isEqualTo(overviews.claims.getFirst());

        overviews.calls.clear();
        samples.feed.tell(file(FileKind.MEMBER, "4711"), 7, "other-window");
        assertThat(overviews.calls).as("somebody else").isEmpty();

        samples.feed.tell(overviews.relatives.getFirst().member(), 7, "other-window");
        assertThat(overviews.calls).hasSize(6);
    }

    @Test
    void findsClaimsThatNobodyCouldName() {
        OverviewViewModel overview = opened();
        overviews.calls.clear();
        samples.feed.tell(file(FileKind.CLAIM, "C-NEW"), 1, "other-window");
        tick();
        assertThat(overviews.calls).as("nobody looks").isEmpty();

        overview.shown(true);
        assertThat(overviews.calls).hasSize(6);
        overviews.calls.clear();
        tick();
        assertThat(overviews.calls).as("nothing new").isEmpty();

        samples.feed.tell(file(FileKind.CLAIM, "C-NEWER"), 1, "other-window");
        assertThat(overviews.calls).isEmpty();
        tick();
        assertThat(overviews.calls).hasSize(6);
    }

    @Test
    void opensAgainWhatRanOutWhileTheMachineSlept() {
        OverviewViewModel overview = opened();
        samples.directory.calls.clear();
        overviews.closed = true;
        overview.refresh();

        assertThat(samples.directory.calls).containsExactly("open call");
        assertThat(overview.claims().problemProperty().get()).isNull();
        assertThat(overview.claims().value()).isNotNull();
    }

    @Test
    void asksOnlyWhatHappenedWhereNoCoverIsKept() {
        samples.opened();
        assertThat(overviews.calls).containsExactly("happened " + TODAY);
    }

    @Test
    void endsWithItsTab() {
        overviews.fill();
        MemberViewModel member = samples.opened();
        member.close();

        assertThat(samples.feed.listeners()).isZero();
        assertThat(samples.ticks).isEmpty();
        assertThat(samples.directory.calls).endsWith("close");
    }

    @Test
    void theBestCoverSaysHowOneStands() {
        Cover running = cover("1", Cover.State.RUNNING, LocalDate.of(2020, 1, 1));
        Cover coming = cover("2", Cover.State.COMING, LocalDate.of(2027, 1, 1));
        Cover later = cover("3", Cover.State.COMING, LocalDate.of(2028, 1, 1));
        Cover suspended = cover("4", Cover.State.SUSPENDED, LocalDate.of(2020, 1, 1));
        Cover ended = cover("5", Cover.State.ENDED, LocalDate.of(2019, 1, 1));
        Cover endedBefore = cover("6", Cover.State.ENDED, LocalDate.of(2010, 1, 1));

        assertThat(Standing.of(List.of(coming, running, suspended))).isEqualTo(new Standing(Standing.Kind.COVERED, running, 0));
        assertThat(Standing.of(List.of(coming, suspended, ended))).isEqualTo(new Standing(Standing.Kind.SUSPENDED, suspended, 0));
        assertThat(Standing.of(List.of(later, coming))).isEqualTo(new Standing(Standing.Kind.COMING, coming, 1));
        assertThat(Standing.of(List.of(endedBefore, ended))).isEqualTo(new Standing(Standing.Kind.ENDED, ended, 1));
        assertThat(Standing.of(List.of())).isEqualTo(new Standing(Standing.Kind.NEVER, null, 0));
    }
}
