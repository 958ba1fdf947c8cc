package io.guichet.reimbursement.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.StaffGroup;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.reimbursement.PastRun.Kind;
import io.guichet.reimbursement.RunOrder.Action;
import io.guichet.reimbursement.RunReport;
import io.guichet.reimbursement.RunReport.Result;
import io.guichet.reimbursement.Runs;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.ui.run.RunWork.Doing;
import io.guichet.testing.HeldBackground;
import io.guichet.testing.ImmediateBackground;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunViewModelTest {

    private final ScriptedRuns runs = new ScriptedRuns();
    private final RunDesk desk = runs.desk(new ImmediateBackground(), StaffGroup.OPERATIONS);

    private RunViewModel approving() {
        RunViewModel model = RunViewModel.ordering(new RunSubject.Matching(WorkFilter.UNDECIDED), new Action.Approve(), desk);
        model.start();
        return model;
    }

    @Test
    void whatIsOrderedCompletelyIsTriedAtOnceAndCarriedOutWhenAsked() {
        RunViewModel model = approving();
        assertThat(runs.calls).containsExactly("matching", "rehearse Approve[] 3");
        assertThat(model.rehearsed()).isTrue();
        assertThat(model.runProperty().get()).isNull();
        model.apply();
        assertThat(runs.calls).endsWith("apply Approve[] 3", "find 57");
        assertThat(model.runProperty().get()).isEqualTo(ScriptedRuns.RUN);
        assertThat(model.ready()).as("nothing is carried out twice").isFalse();
        model.apply();
        assertThat(runs.calls.stream().filter(call -> call.startsWith("apply"))).hasSize(1);
        assertThat(model.otherThanRehearsed()).isZero();
    }

    @Test
    void aReasonIsChosenFirstAndAnotherOneForgetsTheDryRun() {
        RunViewModel model = RunViewModel.ordering(new RunSubject.Chosen(runs.selection.claims()), null, desk);
        model.start();
        RunDraft draft = model.draft();
        assertThat(draft).isNotNull();
        assertThat(draft.kinds()).containsExactly(Kind.APPROVE, Kind.REJECT, Kind.AGAIN);
        model.choose(Kind.REJECT);
        model.rehearse();
        assertThat(runs.calls).isEmpty();
        assertThat(draft.reasons()).containsExactly("DUPLICATE", "OTHER");
        model.because("DUPLICATE");
        model.rehearse();
        assertThat(runs.calls).containsExactly("rehearse Reject[reason=DUPLICATE] 3");
        model.because("OTHER");
        assertThat(model.reportProperty().get()).isNull();
        assertThat(model.rehearsed()).isFalse();
    }

    @Test
    void decidedClaimsAreDecidedAgainForTheReasonThatFits() {
        RunViewModel model = RunViewModel.ordering(new RunSubject.MadeWrong(), null, desk);
        model.start();
        assertThat(runs.calls).containsExactly("madeWrong", "rehearse Again[reason=CONTRACT_CHANGED] 3");
        assertThat(model.draft().kinds()).containsExactly(Kind.AGAIN);
    }

    @Test
    void moreThanARunCanHaveComeInParts() {
        List<FileRef> many = IntStream.range(0, Runs.LARGEST + 5).mapToObj(n -> ScriptedRuns.claim("M" + n)).toList();
        runs.selection = new Runs.Selection(many, false);
        RunViewModel model = approving();
        assertThat(runs.calls).endsWith("rehearse Approve[] " + Runs.LARGEST);
        model.apply();
        assertThat(model.draft().hasNext()).isTrue();
        model.next();
        assertThat(runs.calls).endsWith("rehearse Approve[] 5");
        assertThat(model.runProperty().get()).isNull();
        assertThat(model.draft().hasNext()).isFalse();
    }

    @Test
    void aBrokenConnectionTellsWhatStaysAndTheRunIsKnown() {
        runs.carryingOut = progress -> {
            progress.began(ScriptedRuns.RUN);
            throw new DatabaseFailure(DatabaseFailure.Kind.UNREACHABLE, UserMessage.of("platform.ui.error.unexpected"), "gone", null);
        };
        RunViewModel model = approving();
        model.apply();
        assertThat(model.work().problemProperty().get()).isNotNull();
        assertThat(model.work().problemProperty().get().kept()).isEqualTo(UserMessage.of("reimbursement.run.kept"));
        assertThat(model.work().problemProperty().get().advice()).isEqualTo(UserMessage.of("reimbursement.run.goOn"));
        runs.past = ScriptedRuns.past(1, null);
        model.read();
        assertThat(model.pastProperty().get().left()).isEqualTo(1);
        runs.carryingOut = progress -> new Outcome.Done<>(new RunReport(Optional.of(ScriptedRuns.RUN), List.of(), 0));
        model.finish();
        assertThat(runs.calls).contains("finish 57");
    }

    @Test
    void refusalsAreToldAndStoppingIsNoProblem() {
        runs.carryingOut = progress -> new Outcome.Denied<>(UserMessage.of("reimbursement.error.mayNotDecide"));
        RunViewModel model = approving();
        model.apply();
        assertThat(model.work().problemProperty().get().sentence().key()).isEqualTo("reimbursement.error.mayNotDecide");
        runs.carryingOut = progress -> {
            throw new CancellationException();
        };
        model.apply();
        assertThat(model.work().problemProperty().get()).isNull();
        assertThat(model.work().idle()).isTrue();
    }

    @Test
    void whatCameToSomethingElseIsCounted() {
        RunViewModel model = approving();
        RunReport tried = runs.report;
        runs.report = new RunReport(Optional.empty(), List.of(ScriptedRuns.row("C1", Result.DONE, 0, 4_700), tried.rows().get(1),
                tried.rows().get(2)), 0);
        model.apply();
        assertThat(model.otherThanRehearsed()).isEqualTo(1);
    }

    @Test
    void aClosedWindowStopsADryRunButNoRun() {
        HeldBackground held = new HeldBackground();
        RunViewModel model = RunViewModel.ordering(new RunSubject.Matching(WorkFilter.ALL), new Action.Approve(),
                runs.desk(held, StaffGroup.OPERATIONS));
        model.start();
        held.doNext();
        held.doNext();
        model.apply();
        assertThat(model.work().doingProperty().get()).isEqualTo(Doing.CARRYING_OUT);
        model.close();
        assertThat(model.work().stoppingProperty().get()).isFalse();
        held.doNext();
        assertThat(runs.told).singleElement().satisfies(notice -> assertThat(notice.text().key()).isEqualTo("reimbursement.run.notice.done"));
    }

    @Test
    void aPastRunIsReadAndTakenBack() {
        RunViewModel model = RunViewModel.past(ScriptedRuns.RUN, desk);
        model.start();
        assertThat(model.reportProperty().get().after()).isEqualTo(Money.euros(14_800));
        assertThat(model.ready()).isFalse();
        model.undo();
        assertThat(runs.calls).contains("undo 57");
        runs.past = null;
        model.read();
        assertThat(model.work().problemProperty().get().sentence().key()).isEqualTo("reimbursement.error.noRun");
    }

    @Test
    void daysAndCodesSayWhatATariffTouches() {
        RunsViewModel model = new RunsViewModel(desk);
        model.start();
        assertThat(model.subject()).isEmpty();
        model.fromProperty().set("01/10/2026");
        model.toProperty().set("31.10.26");
        model.actsProperty().set("g, ts; 101076");
        desk.select(model.subject().orElseThrow());
        assertThat(runs.calls).endsWith("touched 2026-10-01 2026-10-31 [101076, G, TS]");
        model.byCareProperty().set(false);
        desk.select(model.subject().orElseThrow());
        assertThat(runs.calls).endsWith("decided 2026-10-01T00:00:00Z 2026-11-01T00:00:00Z");
        model.toProperty().set("01/09/2026");
        assertThat(model.subject()).as("it ends before it begins").isEmpty();
    }
}
