package io.guichet.reimbursement.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.SavedViews;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.FileRef;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.WorkRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The queue on the screen while others work on it too.
class WorklistViewModelTest {

    private final ScriptedQueue queue = new ScriptedQueue();
    private WorklistViewModel list = new WorklistViewModel(queue.work());

    @BeforeEach
    void begin() {
        queue.with(250);
        list.start();
    }

    private List<FileRef> shown() {
        return list.window().rows().stream().map(WorkRow::claim).toList();
    }

    private WorkRow row(int number) {
        return list.window().rows().stream().filter(row -> row.claim().equals(ScriptedQueue.claim(number))).findFirst().orElseThrow();
    }

    @Test
    void whatIsToDecideComesFirstWithItsCountsAndSums() {
        assertThat(shown()).hasSize(WorklistViewModel.PAGE).startsWith(ScriptedQueue.claim(0));
        assertThat(list.numbers().value().undecided()).isEqualTo(250);
        assertThat(list.totals().value().claims()).isEqualTo(250);
        assertThat(list.totals().value().charged().minor()).isEqualTo(250_000);
        assertThat(list.filtered()).isFalse();
    }

    @Test
    void rowsFollowWhatColleaguesDoWithoutMoving() {
        queue.change(3, row -> ScriptedQueue.taken(row, "anna"));
        queue.change(5, row -> ScriptedQueue.in(row, ClaimState.ACCEPTED));
        assertThat(row(3).assignee()).as("gathered for a moment").isNull();
        queue.tick();

        assertThat(row(3).assignee()).isEqualTo("anna");
        assertThat(shown()).doesNotContain(ScriptedQueue.claim(5)).contains(ScriptedQueue.claim(4), ScriptedQueue.claim(6));
        assertThat(list.numbers().value().undecided()).isEqualTo(249);
        assertThat(queue.calls).as("one question for both").contains("rows 2");
    }

    @Test
    void whatIsLookedAtStaysUntilOneGoesOn() {
        list.live().look(ScriptedQueue.claim(7));
        queue.gone(7);
        queue.tick();
        assertThat(shown()).contains(ScriptedQueue.claim(7));
        assertThat(list.live().isStray(ScriptedQueue.claim(7))).isTrue();

        list.live().look(ScriptedQueue.claim(8));
        assertThat(shown()).doesNotContain(ScriptedQueue.claim(7));
        assertThat(list.live().isStray(ScriptedQueue.claim(7))).isFalse();
    }

    @Test
    void whatComesBackStandsWhereItBelongs() {
        queue.gone(4);
        queue.tick();
        queue.put(ScriptedQueue.row(4, ClaimState.RECEIVED));
        queue.put(ScriptedQueue.row(900, ClaimState.RECEIVED));
        queue.feed.tell(ScriptedQueue.claim(4), 1, "elsewhere");
        queue.feed.tell(ScriptedQueue.claim(900), 1, "elsewhere");
        queue.tick();

        assertThat(shown()).startsWith(ScriptedQueue.claim(0), ScriptedQueue.claim(1), ScriptedQueue.claim(2), ScriptedQueue.claim(3),
                ScriptedQueue.claim(4), ScriptedQueue.claim(5));
        assertThat(shown()).as("far below: read when one comes there").doesNotContain(ScriptedQueue.claim(900));
    }

    @Test
    void thousandsOfChangesAreReadInPortions() {
        for (int n = 0; n < 250; n++) {
            queue.change(n, row -> ScriptedQueue.in(row, ClaimState.ACCEPTED));
        }
        for (int n = 1_000; n < 1_400; n++) {
            queue.feed.tell(ScriptedQueue.claim(n), 1, "elsewhere");
        }
        queue.tick();
        queue.tick();

        assertThat(queue.calls).contains("rows 500", "rows 150");
        assertThat(shown()).isEmpty();
    }

    @Test
    void sumsAreAskedForNowAndThenOnly() {
        long before = queue.calls.stream().filter("totals"::equals).count();
        queue.change(3, row -> ScriptedQueue.in(row, ClaimState.ACCEPTED));
        queue.ticks.getFirst().run();
        queue.change(4, row -> ScriptedQueue.in(row, ClaimState.ACCEPTED));
        queue.ticks.getFirst().run();
        assertThat(queue.calls.stream().filter("totals"::equals).count()).isEqualTo(before);
        queue.ticks.getLast().run();
        queue.ticks.getLast().run();
        assertThat(queue.calls.stream().filter("totals"::equals).count()).isEqualTo(before + 1);
        assertThat(list.totals().value().claims()).isEqualTo(248);
    }

    @Test
    void membersAreLookedUpByName() {
        queue.members.add(3, "García Ana");
        queue.members.add(8, "García Luis");
        list.memberProperty().set("García");
        assertThat(shown()).containsExactly(ScriptedQueue.claim(3), ScriptedQueue.claim(8));
        assertThat(list.filter().members()).containsExactlyInAnyOrder(ScriptedQueue.member(3), ScriptedQueue.member(8));
        assertThat(list.totals().value().claims()).isEqualTo(2);

        list.memberProperty().set("Nobody");
        assertThat(shown()).isEmpty();
        assertThat(list.tooCommonProperty().get()).isFalse();
        list.memberProperty().set("");
        assertThat(shown()).hasSize(WorklistViewModel.PAGE);
    }

    @Test
    void aNameThatIsTooCommonIsSaidAndNotCutShort() {
        for (int n = 0; n <= WorkFilter.MOST_MEMBERS; n++) {
            queue.members.add(n, "Martin " + n);
        }
        list.memberProperty().set("Martin");
        assertThat(list.tooCommonProperty().get()).isTrue();
        assertThat(shown()).as("some of them would look like all of them").isEmpty();
        list.memberProperty().set("Martin 25");
        assertThat(list.tooCommonProperty().get()).isFalse();
        assertThat(shown()).contains(ScriptedQueue.claim(25));
    }

    @Test
    void aFilterEndsTheChoiceOfRows() {
        list.ticked().toggle(row(1));
        list.ticked().toggle(row(2));
        assertThat(list.ticked().totalsProperty().get().claims()).isEqualTo(2);
        queue.gone(2);
        queue.tick();
        assertThat(list.ticked().claims()).as("decided by a colleague").containsExactly(ScriptedQueue.claim(1));
        list.numberProperty().set("N0001");
        assertThat(list.ticked().choosingProperty().get()).isFalse();
        assertThat(shown()).hasSize(10);
    }

    @Test
    void aViewIsKeptPickedAndFollowed() {
        list.narrow(now -> now.withOverdue(true));
        list.keep("Late");
        list.clear();
        assertThat(list.views().views()).extracting(SavedViews.SavedView::name).containsExactly("Late");
        list.pick(list.views().views().getFirst());
        assertThat(list.queryProperty().get().filter().overdue()).isTrue();
        list.narrow(now -> now.withOverdue(false));
        assertThat(list.differsFromView()).isTrue();
    }

    @Test
    void theQueueIsThereAsItWasLeft() {
        list.narrow(now -> now.withReason(Finding.Code.DUPLICATE).withStates(Set.of()));
        list.memberProperty().set("Ada");
        list.close();
        assertThat(queue.feed.listeners()).isZero();
        assertThat(queue.ticks).isEmpty();

        list = new WorklistViewModel(queue.work());
        list.start();
        assertThat(list.queryProperty().get()).isEqualTo(new WorkQuery(WorkFilter.ALL.withReason(Finding.Code.DUPLICATE), "Ada"));
    }

    @Test
    void aGoneDatabaseIsToldAndTriedAgain() {
        queue.failure = new IllegalStateException("gone");
        queue.change(3, row -> ScriptedQueue.taken(row, "anna"));
        queue.tick();
        assertThat(list.window().problemProperty().get()).isNotNull();
        assertThat(shown()).as("what is there stays").hasSize(WorklistViewModel.PAGE);

        queue.failure = null;
        list.refresh();
        assertThat(list.window().problemProperty().get()).isNull();
        assertThat(row(3).assignee()).isEqualTo("anna");
    }

    @Test
    void afterTheConnectionCameBackEverythingShownIsRead() {
        queue.feed.tell(ChangeFeed.State.RECONNECTING);
        queue.rows.remove(ScriptedQueue.claim(2));
        queue.put(ScriptedQueue.row(-1, ClaimState.RECEIVED));
        queue.feed.tell(ChangeFeed.State.CONNECTED);
        list.refresh();
        assertThat(shown()).as("what came meanwhile too").startsWith(ScriptedQueue.claim(-1), ScriptedQueue.claim(0), ScriptedQueue.claim(1),
                ScriptedQueue.claim(3));
    }

    @Test
    void aQueryIsRememberedWhole() {
        WorkQuery all = new WorkQuery(new WorkFilter("N1", Set.of(ScriptedQueue.COUNTRY), Set.of(ClaimState.PENDED),
                Finding.Code.NO_ACCOUNT, null, true, true), "Byron a");
        assertThat(WorkQuery.of(all.asMap())).isEqualTo(all);
        assertThat(WorkQuery.of(WorkQuery.UNDECIDED.asMap())).isEqualTo(WorkQuery.UNDECIDED);
        assertThat(WorkQuery.of(new WorkQuery(WorkFilter.ALL, "").asMap()).filter()).isEqualTo(WorkFilter.ALL);
        assertThat(WorkQuery.of(Map.of("states", "NEVER", "reason", "?", "countries", "x", "assignee", "anna", "free", "true")).filter())
                .isEqualTo(WorkFilter.UNDECIDED.withAssignee("anna"));
    }
}
