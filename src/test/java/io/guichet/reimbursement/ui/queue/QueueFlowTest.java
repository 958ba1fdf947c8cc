package io.guichet.reimbursement.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.StaffGroup;
import io.guichet.country.claim.ClaimState;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.WorkRow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From claim to claim by keyboard.
class QueueFlowTest {

    private final ScriptedQueue queue = new ScriptedQueue();
    private WorklistViewModel list = new WorklistViewModel(queue.work());
    private QueueFlow flow = new QueueFlow(queue.work(), list);

    @BeforeEach
    void begin() {
        queue.with(20);
        list.start();
    }

    private FileRef current() {
        return Objects.requireNonNull(flow.currentProperty().get()).claim();
    }

    /// As the claim's own screen does it.
    private void decide() {
        FileRef claim = current();
        queue.put(ScriptedQueue.in(Objects.requireNonNull(queue.rows.get(claim)), ClaimState.ACCEPTED));
        flow.decided(new Decided(claim, 1, ClaimState.ACCEPTED, Money.euros(400), List.of(), Optional.empty()));
    }

    private List<FileRef> shown() {
        return list.window().rows().stream().map(WorkRow::claim).toList();
    }

    @Test
    void oneGoesDownAndUp() {
        flow.next();
        assertThat(current()).isEqualTo(ScriptedQueue.claim(0));
        flow.next();
        flow.next();
        flow.previous();
        assertThat(current()).isEqualTo(ScriptedQueue.claim(1));
        flow.previous();
        flow.previous();
        assertThat(current()).as("nothing is above").isEqualTo(ScriptedQueue.claim(0));
    }

    @Test
    void afterADecisionTheNextThatIsToDecideComes() {
        queue.change(2, row -> ScriptedQueue.taken(row, "anna"));
        queue.tick();
        flow.next();
        flow.next();
        decide();

        assertThat(current()).as("a colleague has the one between").isEqualTo(ScriptedQueue.claim(3));
        assertThat(shown()).doesNotContain(ScriptedQueue.claim(1)).contains(ScriptedQueue.claim(0), ScriptedQueue.claim(2));
        assertThat(queue.calls).as("looking takes nothing").doesNotContain("take", "takeNext");
    }

    @Test
    void behindTheLastOneTheFirstComesAndThenNothing() {
        for (int n = 1; n < 19; n++) {
            queue.gone(n);
        }
        queue.tick();
        flow.next();
        flow.next();
        assertThat(current()).isEqualTo(ScriptedQueue.claim(19));
        decide();
        assertThat(current()).isEqualTo(ScriptedQueue.claim(0));
        decide();
        assertThat(flow.currentProperty().get()).isNull();
        assertThat(flow.nothingLeftProperty().get()).isTrue();
    }

    @Test
    void takenClaimsFollowEachOther() {
        flow.takeNext();
        assertThat(current()).isEqualTo(ScriptedQueue.claim(0));
        assertThat(flow.currentProperty().get().memberName()).as("with the name").isEqualTo("Member 0");
        assertThat(queue.rows.get(ScriptedQueue.claim(0)).assignee()).isEqualTo(ScriptedQueue.ME);
        decide();
        assertThat(current()).isEqualTo(ScriptedQueue.claim(1));
        assertThat(queue.rows.get(ScriptedQueue.claim(1)).assignee()).isEqualTo(ScriptedQueue.ME);

        flow.choose(list.window().rows().stream().filter(row -> row.claim().equals(ScriptedQueue.claim(9))).findFirst().orElseThrow());
        decide();
        assertThat(current()).as("chosen by hand: the list goes on").isEqualTo(ScriptedQueue.claim(10));
        assertThat(queue.rows.get(ScriptedQueue.claim(10)).assignee()).isNull();
    }

    @Test
    void nothingLeftIsSaid() {
        for (int n = 0; n < 20; n++) {
            queue.change(n, row -> ScriptedQueue.taken(row, "anna"));
        }
        flow.takeNext();
        assertThat(flow.currentProperty().get()).isNull();
        assertThat(flow.nothingLeftProperty().get()).isTrue();
        flow.next();
        assertThat(flow.nothingLeftProperty().get()).isFalse();
    }

    @Test
    void whereMoreIsAskedForTheNextRowIsTaken() {
        list.numberProperty().set("N00012");
        flow.takeNext();
        assertThat(current()).isEqualTo(ScriptedQueue.claim(12));
        assertThat(queue.calls).contains("take").doesNotContain("takeNext");
        assertThat(queue.rows.get(ScriptedQueue.claim(12)).assignee()).isEqualTo(ScriptedQueue.ME);
    }

    @Test
    void whatWasTakenBackIsLookedAtAgain() {
        flow.next();
        decide();
        queue.put(ScriptedQueue.taken(ScriptedQueue.row(0, ClaimState.RECEIVED), ScriptedQueue.ME));
        flow.undone(ScriptedQueue.claim(0));
        assertThat(current()).isEqualTo(ScriptedQueue.claim(0));
        assertThat(shown()).startsWith(ScriptedQueue.claim(0), ScriptedQueue.claim(1));
    }

    @Test
    void manyAreGivenAndWhatCannotBeIsSaid() {
        queue.rows.remove(ScriptedQueue.claim(2));
        flow.assign(List.of(ScriptedQueue.claim(1), ScriptedQueue.claim(2), ScriptedQueue.claim(3)), "anna");
        assertThat(flow.handedProperty().get()).isEqualTo(new QueueFlow.Handed(2, 1, List.of(UserMessage.of("reimbursement.error.gone"))));
        assertThat(queue.rows.get(ScriptedQueue.claim(3)).assignee()).isEqualTo("anna");
        assertThat(list.window().rows().get(1).assignee()).as("at once").isEqualTo("anna");

        queue.group = StaffGroup.OPERATIONS;
        flow.assign(List.of(ScriptedQueue.claim(4)), "anna");
        assertThat(flow.handedProperty().get()).isEqualTo(new QueueFlow.Handed(0, 1, List.of(UserMessage.of("reimbursement.error.forALead"))));
        flow.take(List.of(ScriptedQueue.claim(3), ScriptedQueue.claim(4)));
        assertThat(flow.handedProperty().get().refused()).containsExactly(UserMessage.of("reimbursement.error.held"));
        flow.release(List.of(ScriptedQueue.claim(4)));
        assertThat(queue.rows.get(ScriptedQueue.claim(4)).assignee()).isNull();
    }

    @Test
    void aGoneDatabaseIsTold() {
        queue.failure = new IllegalStateException("gone");
        flow.takeNext();
        assertThat(flow.problemProperty().get()).isNotNull();
        assertThat(flow.busyProperty().get()).isFalse();
        queue.failure = null;
        flow.takeNext();
        assertThat(flow.problemProperty().get()).isNull();
        assertThat(current()).isEqualTo(ScriptedQueue.claim(0));
    }

    @Test
    void whoOnlyLooksTakesNothing() {
        queue.group = StaffGroup.CARE_AGENT;
        list = new WorklistViewModel(queue.work());
        list.start();
        flow = new QueueFlow(queue.work(), list);
        flow.takeNext();
        assertThat(queue.calls).doesNotContain("takeNext", "take");
        flow.next();
        assertThat(current()).isEqualTo(ScriptedQueue.claim(0));
    }
}
