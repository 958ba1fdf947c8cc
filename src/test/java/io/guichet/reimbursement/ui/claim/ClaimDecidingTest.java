package io.guichet.reimbursement.ui.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.StaffGroup;
import io.guichet.country.claim.Adjustment;
import io.guichet.country.claim.ClaimState;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.reimbursement.PastDecision;
import io.guichet.reimbursement.Proposal;
import io.guichet.testing.HeldBackground;
import io.guichet.testing.ImmediateBackground;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Claims are decided from the screen, and nothing that was typed is lost by what comes in between.
class ClaimDecidingTest {

    private final Desk desk = new Desk();

    private ClaimViewModel claim;
    private ClaimDeciding deciding;

    private void open() {
        ClaimWork work = desk.work(new ImmediateBackground());
        claim = new ClaimViewModel(work);
        deciding = new ClaimDeciding(claim, work, desk.told::add, () -> Locale.ENGLISH, desk.host());
        claim.show(Desk.CLAIM);
    }

    private <F extends DecidingForm> F form(Class<F> type) {
        return type.cast(claim.formProperty().get());
    }

    @Test
    void approvingDecidesWhatWasReadAndTellsTheHostWithAWayBack() {
        open();
        assertThat(deciding.approvable()).contains(Money.euros(10_880));
        deciding.approve();
        assertThat(desk.asked).containsExactly("3 Approve[]");
        assertThat(desk.moved).containsExactly(Desk.CLAIM);
        assertThat(desk.told.getFirst().text().key()).isEqualTo("reimbursement.claim.done.approved");
        desk.told.getFirst().action().run().run();
        assertThat(desk.asked.getLast()).isEqualTo("undo " + Desk.CLAIM);
    }

    @Test
    void whatIsBeyondThePersonIsHandedToALead() {
        desk.most = Optional.of(Money.euros(10_000));
        desk.put(Desk.CLAIM, ClaimState.PENDED, null);
        open();
        deciding.approve();
        HandOverForm form = form(HandOverForm.class);
        assertThat(form.amount()).isEqualTo(Money.euros(10_880));
        assertThat(form.why()).isEqualTo(UserMessage.of("reimbursement.claim.handOver.beyond", Money.euros(10_000)));
        form.noteProperty().set("please look");
        deciding.confirm();
        assertThat(desk.asked).containsExactly("hand over [] please look");
        assertThat(claim.formProperty().get()).isNull();
    }

    @Test
    void anAdjustedLineShowsWhatBecomesOfAllAndIsChecked() {
        open();
        deciding.adjust();
        AdjustForm form = form(AdjustForm.class);
        form.line().amountProperty().set("40");
        assertThat(form.resultProperty().get().insurerPaid()).isEqualTo(Money.euros(12_000));
        assertThat(form.resultProperty().get().memberPays()).isEqualTo(Money.euros(72_800));
        deciding.confirm();
        assertThat(desk.asked).isEmpty();
        assertThat(form.problems()).containsOnlyKeys("lines[0].reason");
        form.line().amountProperty().set("48,01");
        assertThat(form.resultProperty().get()).as("more than is left").isNull();
        form.line().amountProperty().set("40");
        form.line().reasonProperty().set("GOODWILL");
        form.line().stepProperty().set("AMC");
        deciding.confirm();
        assertThat(desk.asked.getFirst()).contains("Adjust").contains("step=AMC").contains("reason=GOODWILL");
    }

    @Test
    void anAdjustmentBeyondThePersonIsHandedOverAsItWasTyped() {
        open();
        deciding.adjust();
        AdjustForm form = form(AdjustForm.class);
        form.chosenProperty().set(1);
        form.line().amountProperty().set("700");
        form.line().reasonProperty().set("DOCUMENT_DIFFERS");
        form.line().noteProperty().set("page 2");
        deciding.confirm();
        assertThat(desk.asked.getFirst()).startsWith("hand over [Adjustment[line=1").endsWith("page 2");
    }

    @Test
    void aLeadApprovesWhatWasProposed() {
        desk.group = StaffGroup.OPERATIONS_LEAD;
        desk.most = Optional.empty();
        desk.put(Desk.CLAIM, ClaimState.PENDED, null, new Proposal("ops2", Desk.CLOCK.instant(), "",
                List.of(new Adjustment(1, Money.euros(70_000), "GOODWILL", ""))), List.of());
        open();
        assertThat(deciding.approvable()).contains(Money.euros(72_880));
        deciding.approve();
        assertThat(desk.asked.getFirst()).contains("Adjust");
        deciding.approveByTheRules();
        assertThat(desk.asked.getLast()).contains("Approve");
    }

    @Test
    void whatChangedMeanwhileIsToldAndWhatWasTypedStays() {
        open();
        deciding.reject();
        RejectForm form = form(RejectForm.class);
        form.reasonProperty().set("OTHER");
        assertThat(claim.unsavedProperty().get()).isTrue();
        desk.put(Desk.CLAIM, ClaimState.ACCEPTED, null, Desk.past("ops2", PastDecision.Kind.APPROVE, ClaimState.ACCEPTED));
        desk.answer = new Outcome.Conflict<>(4, List.of());
        deciding.confirm();
        assertThat(claim.formProperty().get()).isSameAs(form);
        assertThat(form.reasonProperty().get()).isEqualTo("OTHER");
        assertThat(form.refusalProperty().get()).isEqualTo(UserMessage.of("reimbursement.claim.conflict"));
        assertThat(claim.newsProperty().get()).singleElement()
                .satisfies(news -> assertThat(news.arguments().getFirst()).isEqualTo("ops2"));
    }

    @Test
    void aColleaguesDecisionShowsAtOnce() {
        open();
        desk.put(Desk.CLAIM, ClaimState.PENDED, "ops2");
        desk.feed.tell(Desk.CLAIM, 4, "elsewhere");
        assertThat(claim.newsProperty().get()).containsExactly(UserMessage.of("reimbursement.claim.news.taken", "ops2"));
        assertThat(deciding.ready()).isFalse();
        deciding.approve();
        assertThat(desk.asked).isEmpty();
        desk.put(Desk.CLAIM, ClaimState.REJECTED, null, Desk.past("ops2", PastDecision.Kind.REJECT, ClaimState.REJECTED));
        desk.feed.tell(Desk.CLAIM, 5, "elsewhere");
        assertThat(claim.claimProperty().get().file().state()).isEqualTo(ClaimState.REJECTED);
    }

    @Test
    void refusalsStandWhereTheirCauseIs() {
        open();
        desk.answer = new Outcome.Denied<>(UserMessage.of("reimbursement.error.forALead"));
        deciding.approve();
        assertThat(deciding.commands().refusalProperty().get()).isEqualTo(UserMessage.of("reimbursement.error.forALead"));
        deciding.ask();
        AskForm form = form(AskForm.class);
        form.untilProperty().set("someday");
        deciding.confirm();
        assertThat(form.problems()).containsOnlyKeys(AskForm.UNTIL);
        form.untilProperty().set("24/12/2026");
        desk.answer = new Outcome.Invalid<>(List.of(new FieldProblem(AskForm.DOCUMENT, UserMessage.of("reimbursement.error.askedAlready"))));
        deciding.confirm();
        assertThat(form.problems()).containsEntry(AskForm.DOCUMENT, UserMessage.of("reimbursement.error.askedAlready"));
        desk.failure = new DatabaseFailure(DatabaseFailure.Kind.UNREACHABLE, UserMessage.of("platform.ui.error.unexpected"), "gone", null);
        deciding.confirm();
        assertThat(deciding.commands().problemProperty().get()).isNotNull();
        assertThat(claim.formProperty().get()).isSameAs(form);
        desk.failure = null;
        deciding.confirm();
        assertThat(desk.asked.getLast()).contains("Ask[document=invoice, until=2026-12-24");
        assertThat(claim.formProperty().get()).isNull();
    }

    @Test
    void aNoteThatIsTooLongIsToldAtTheNoteAndStays() {
        UserMessage why = UserMessage.of("reimbursement.error.noteLong", 2_001, 2_000);
        String typed = "a".repeat(2_001);
        open();
        deciding.reject();
        RejectForm form = form(RejectForm.class);
        form.reasonProperty().set("OTHER");
        form.noteProperty().set(typed);
        desk.answer = new Outcome.Invalid<>(List.of(new FieldProblem("note", why)));
        deciding.confirm();
        assertThat(form.problems()).containsOnly(Map.entry(RejectForm.NOTE, why));
        assertThat(form.refusalProperty().get()).isNull();
        assertThat(form.noteProperty().get()).isEqualTo(typed);
    }

    @Test
    void whatIsTypedForOneClaimIsThereWhenItIsShownAgain() {
        open();
        deciding.reject();
        form(RejectForm.class).noteProperty().set("look at page 2");
        claim.show(Desk.OTHER);
        assertThat(claim.formProperty().get()).isNull();
        assertThat(claim.unsavedProperty().get()).isTrue();
        claim.show(Desk.CLAIM);
        assertThat(form(RejectForm.class).noteProperty().get()).isEqualTo("look at page 2");
        deciding.leave();
        assertThat(claim.unsavedProperty().get()).isFalse();
    }

    @Test
    void nothingIsDecidedOfAClaimThatIsNotReadYet() {
        HeldBackground held = new HeldBackground();
        ClaimWork work = desk.work(held);
        claim = new ClaimViewModel(work);
        deciding = new ClaimDeciding(claim, work, desk.told::add, () -> Locale.ENGLISH, desk.host());
        claim.show(Desk.CLAIM);
        deciding.approve();
        assertThat(claim.stateProperty().get()).isEqualTo(ClaimViewModel.State.LOADING);
        held.doAll();
        claim.show(Desk.OTHER);
        deciding.approve();
        assertThat(held.size()).as("only the reading of the next one").isEqualTo(1);
        held.doAll();
        assertThat(desk.asked).isEmpty();
        deciding.approve();
        deciding.approve();
        held.doAll();
        assertThat(desk.asked).as("once").hasSize(1);
    }

    @Test
    void aPaidClaimIsReopenedWithAReasonOrDecidedAgain() {
        desk.put(Desk.CLAIM, ClaimState.PAID, null);
        open();
        deciding.approve();
        deciding.reopen();
        ReopenForm form = form(ReopenForm.class);
        assertThat(form.paid()).isEqualTo(Money.euros(10_880));
        deciding.confirm();
        assertThat(form.problems()).containsOnlyKeys(ReopenForm.REASON);
        form.reasonProperty().set("WRONG_ENTRY");
        form.againProperty().set(true);
        deciding.confirm();
        assertThat(desk.asked).containsExactly("again WRONG_ENTRY");
    }

    @Test
    void onlyWhatOneDecidedOneselfIsTakenBackByKey() {
        desk.put(Desk.CLAIM, ClaimState.ACCEPTED, null, Desk.past("ops2", PastDecision.Kind.APPROVE, ClaimState.ACCEPTED));
        open();
        assertThat(deciding.undoable()).isFalse();
        desk.put(Desk.CLAIM, ClaimState.ACCEPTED, null, Desk.past("ops", PastDecision.Kind.APPROVE, ClaimState.ACCEPTED));
        claim.load();
        assertThat(deciding.undoable()).isTrue();
        deciding.undo();
        assertThat(desk.asked).containsExactly("undo " + Desk.CLAIM);
    }

    @Test
    void aClaimThatIsGoneOrCannotBeReadIsTold() {
        open();
        claim.show(Desk.claim("C9"));
        assertThat(claim.stateProperty().get()).isEqualTo(ClaimViewModel.State.MISSING);
        desk.failure = new DatabaseFailure(DatabaseFailure.Kind.UNREACHABLE, UserMessage.of("platform.ui.error.unexpected"), "gone", null);
        claim.show(Desk.CLAIM);
        assertThat(claim.stateProperty().get()).isEqualTo(ClaimViewModel.State.FAILED);
        desk.failure = null;
        claim.load();
        assertThat(claim.stateProperty().get()).isEqualTo(ClaimViewModel.State.OPEN);
        claim.show(null);
        assertThat(claim.stateProperty().get()).isEqualTo(ClaimViewModel.State.NOTHING);
        claim.close();
        assertThat(desk.feed.listeners()).isZero();
    }
}
