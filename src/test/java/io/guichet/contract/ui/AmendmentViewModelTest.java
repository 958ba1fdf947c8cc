package io.guichet.contract.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.contract.AmendmentDetails;
import io.guichet.contract.AmendmentRow;
import io.guichet.contract.ui.AmendmentState.Phase;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.PossibleDuplicate;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.country.form.FieldViewModel;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.testing.HeldBackground;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AmendmentViewModelTest {

    private static final UserMessage WRONG = UserMessage.of("test.wrong");
    private static final FileRef FIRST = Scripted.ref(100);

    private final Scripted scripted = new Scripted();
    private final AmendmentViewModel amendment = AmendmentViewModel.fresh(scripted.work(),
            new NewAmendment(Scripted.CONTRACT, null), Locale.ENGLISH);

    private DraftForm draft() {
        return Objects.requireNonNull(amendment.now().draftProperty().get());
    }

    private AmendmentDetails stored() {
        return Objects.requireNonNull(scripted.stored.get(FIRST));
    }

    private void type(String key, String text) {
        draft().form().field(key).orElseThrow().textProperty().set(text);
    }

    private String text(String key) {
        return draft().form().field(key).orElseThrow().textProperty().get();
    }

    private void newcomer() {
        amendment.start();
        amendment.choose(Scripted.ENROL);
        type(Scripted.NAME, "Lovelace");
        type(Scripted.BIRTH, "10/12/1990");
    }

    private AmendmentOrder order(String name, String birth, @Nullable FileRef subject) {
        return new AmendmentOrder("K-1", "enrol", LocalDate.of(2026, 12, 1), subject,
                FieldValues.of(Map.of(Scripted.NAME, name, Scripted.BIRTH, birth)), false);
    }

    @Test
    void nothingIsStoredUntilSomethingIsTyped() {
        amendment.start();
        assertThat(amendment.now().phaseProperty().get()).isEqualTo(Phase.CHOOSING);
        amendment.choose(Scripted.ENROL);
        scripted.tick();
        amendment.close();

        assertThat(scripted.stored).isEmpty();
        assertThat(text(DraftForm.EFFECTIVE)).isEqualTo("01/12/2026");
    }

    @Test
    void whatIsTypedIsStoredByItselfAndWhenItIsLeft() {
        newcomer();
        scripted.tick();
        assertThat(stored().order().values().get(Scripted.NAME)).contains("Lovelace");
        assertThat(draft().dirtyProperty().get()).isFalse();

        type(DraftForm.NOTE, "asked by phone");
        assertThat(amendment.unsaved()).isFalse();
        amendment.close();
        assertThat(stored().note()).isEqualTo("asked by phone");
        assertThat(scripted.feed.listeners()).isZero();
        assertThat(scripted.ticks).isEmpty();
    }

    @Test
    void whatCannotBeReadIsKeptAndTold() {
        newcomer();
        type(Scripted.BIRTH, "31/02/1990");
        scripted.tick();
        assertThat(text(Scripted.BIRTH)).isEqualTo("31/02/1990");
        assertThat(amendment.unsaved()).isTrue();

        amendment.preview();
        assertThat(scripted.calls).doesNotContain("preview");
        assertThat(amendment.now().attentionProperty().get()).isNotNull();
    }

    @Test
    void whatBecomesUnreadableInAChangedDraftIsToldAtOnce() {
        newcomer();
        assertThat(draft().unreadableProperty().get()).isFalse();
        type(Scripted.BIRTH, "31/02/1990");
        assertThat(draft().unreadableProperty().get()).isTrue();
        type(Scripted.BIRTH, "");
        type(Scripted.BIRTH, "x");
        assertThat(draft().unreadableProperty().get()).isTrue();
        assertThat(amendment.unsaved()).isTrue();
        type(Scripted.BIRTH, "10/12/1990");
        assertThat(draft().unreadableProperty().get()).isFalse();
        assertThat(amendment.unsaved()).isFalse();
    }

    @Test
    void whatCannotBeReadIsNotStoredAgainAndAgain() {
        newcomer();
        type(Scripted.BIRTH, "31/02/1990");
        scripted.tick();
        scripted.tick();

        assertThat(scripted.calls.stream().filter("save"::equals)).hasSize(1);
        assertThat(stored().order().values().get(Scripted.NAME)).contains("Lovelace");
    }

    @Test
    void leavingWaitsUntilWhatIsBeingStoredIsAndStoresTheRest() {
        HeldBackground held = new HeldBackground();
        Scripted slow = new Scripted(held);
        AmendmentViewModel leaving = AmendmentViewModel.fresh(slow.work(), new NewAmendment(Scripted.CONTRACT, null),
                Locale.ENGLISH);
        leaving.start();
        held.doAll();
        leaving.choose(Scripted.ENROL);
        DraftForm typed = Objects.requireNonNull(leaving.now().draftProperty().get());
        typed.form().field(Scripted.NAME).orElseThrow().textProperty().set("Lovelace");
        leaving.store();
        typed.form().field(DraftForm.NOTE).orElseThrow().textProperty().set("asked by phone");
        List<String> left = new ArrayList<>();
        leaving.settle(() -> left.add("left"));
        assertThat(left).isEmpty();

        held.doAll();
        assertThat(left).containsExactly("left");
        assertThat(Objects.requireNonNull(slow.stored.get(FIRST)).note()).isEqualTo("asked by phone");
        assertThat(leaving.unsaved()).isFalse();
    }

    @Test
    void leavingIsAskedAboutWhenItCannotBeStored() {
        newcomer();
        scripted.failure = new IllegalStateException("the server is gone");
        List<String> left = new ArrayList<>();
        amendment.settle(() -> left.add("left"));

        assertThat(left).containsExactly("left");
        assertThat(amendment.unsaved()).isTrue();
    }

    @Test
    void whatMustBeFilledIsAskedForWhenItIsLookedAt() {
        amendment.start();
        amendment.choose(Scripted.ENROL);
        type(Scripted.NAME, "Lovelace");
        assertThat(draft().form().field(Scripted.BIRTH).orElseThrow().problemProperty().get()).isNull();
        amendment.preview();

        assertThat(draft().form().field(Scripted.BIRTH).orElseThrow().problemProperty().get()).isNotNull();
        assertThat(scripted.calls).doesNotContain("preview");
        scripted.tick();
        assertThat(stored().order().values().get(Scripted.NAME)).as("a draft may be unfinished").contains("Lovelace");
    }

    @Test
    void aCodeIsChosenByTheNameThatPeopleKnow() {
        amendment.start();
        amendment.choose(Scripted.OPTION);
        FieldViewModel product = draft().form().field(Scripted.PRODUCT).orElseThrow();
        assertThat(product.spec().type()).isEqualTo(new FieldType.Choice(List.of("A", "B")));
        assertThat(draft().offered(product, "B")).contains("Base plus");

        type(Scripted.PRODUCT, "B");
        amendment.store();
        assertThat(stored().order().values().get(Scripted.PRODUCT)).contains("B");
        AmendmentViewModel again = AmendmentViewModel.stored(scripted.work(), FIRST, Locale.ENGLISH);
        again.start();
        DraftForm found = Objects.requireNonNull(again.now().draftProperty().get());
        assertThat(found.offered(found.form().field(Scripted.PRODUCT).orElseThrow(), "A")).contains("Base");
    }

    @Test
    void anotherKindTakesOverWhatItAsksForToo() {
        newcomer();
        type(DraftForm.EFFECTIVE, "15/01/2027");
        amendment.choose(Scripted.TERMINATE);

        assertThat(text(DraftForm.EFFECTIVE)).isEqualTo("15/01/2027");
    }

    @Test
    void beforeAndAfterAreLookedAtBeforeItIsApplied() {
        newcomer();
        assertThat(amendment.ready()).isFalse();
        amendment.decisions().apply();
        assertThat(scripted.calls).doesNotContain("apply");

        amendment.preview();
        assertThat(amendment.ready()).isTrue();
        type(Scripted.NAME, "Byron");
        assertThat(amendment.look().currentProperty().get()).isFalse();
        assertThat(amendment.ready()).isFalse();

        amendment.preview();
        amendment.decisions().apply();
        assertThat(amendment.now().phaseProperty().get()).isEqualTo(Phase.CLOSED);
        assertThat(stored().row().state()).isEqualTo(AmendmentRow.State.APPLIED);
        assertThat(scripted.calls).contains("followUps");
    }

    @Test
    void problemsStandAtTheirFieldAndTypedTextStays() {
        newcomer();
        scripted.preview = Scripted.preview(List.of(new FieldProblem("effective", WRONG), new FieldProblem(Scripted.NAME, WRONG),
                new FieldProblem("subject", WRONG), new FieldProblem("zz.elsewhere", WRONG)), List.of());
        amendment.preview();

        assertThat(draft().form().field(DraftForm.EFFECTIVE).orElseThrow().problemProperty().get()).isEqualTo(WRONG);
        assertThat(draft().form().field(Scripted.NAME).orElseThrow().problemProperty().get()).isEqualTo(WRONG);
        assertThat(draft().subjectProblemProperty().get()).isEqualTo(WRONG);
        assertThat(amendment.saving().elsewhereProperty().get()).hasSize(1);
        assertThat(text(Scripted.NAME)).isEqualTo("Lovelace");
        assertThat(amendment.ready()).isFalse();
    }

    @Test
    void aMissingDocumentBlocksUntilItIsAttached() {
        newcomer();
        scripted.preview = Scripted.preview(List.of(), List.of("membership"));
        amendment.preview();
        assertThat(amendment.ready()).isFalse();

        amendment.decisions().attach("membership", Path.of("virus.exe"));
        assertThat(amendment.decisions().problemProperty().get()).isNotNull();
        amendment.decisions().attach("membership", Path.of("form.pdf"));
        assertThat(amendment.decisions().problemProperty().get()).isNull();
        assertThat(amendment.ready()).isTrue();
    }

    @Test
    void aPossibleDuplicateIsDecidedByThePersonNeverSilently() {
        newcomer();
        scripted.duplicates = List.of(new PossibleDuplicate(Scripted.MEMBER, "Ada Byron", LocalDate.of(1990, 12, 10),
                PossibleDuplicate.Why.NAME_AND_BIRTH));
        amendment.preview();
        assertThat(amendment.ready()).isFalse();
        assertThat(amendment.look().open(draft())).hasSize(1);

        amendment.decideDuplicate(null);
        assertThat(stored().order().stranger()).isTrue();
        assertThat(stored().order().subject()).isNull();
        assertThat(amendment.ready()).isTrue();
    }

    @Test
    void theNewcomerMayBeAMemberAlready() {
        newcomer();
        PossibleDuplicate same = new PossibleDuplicate(Scripted.MEMBER, "Ada Byron", LocalDate.of(1990, 12, 10),
                PossibleDuplicate.Why.NATIONAL_ID);
        scripted.duplicates = List.of(same);
        amendment.preview();
        draft().setStranger(true);
        amendment.preview();
        assertThat(amendment.ready()).as("the same national identifier is no stranger").isFalse();

        amendment.decideDuplicate(same);
        assertThat(stored().order().subject()).isEqualTo(Scripted.MEMBER);
        assertThat(amendment.ready()).isTrue();
    }

    @Test
    void disjointChangesOfAColleagueAreMerged() {
        newcomer();
        scripted.tick();
        scripted.store(FIRST, order("Lovelace", "1990-12-10", Scripted.MEMBER), "from the letter", AmendmentRow.State.DRAFT, "bea");
        type(Scripted.NAME, "King");
        amendment.save();

        assertThat(amendment.saving().conflictProperty().get()).isNull();
        assertThat(stored().order().values().get(Scripted.NAME)).contains("King");
        assertThat(stored().order().subject()).isEqualTo(Scripted.MEMBER);
        assertThat(stored().note()).isEqualTo("from the letter");
    }

    @Test
    void theSameFieldChangedByBothIsDecided() {
        newcomer();
        scripted.tick();
        scripted.store(FIRST, order("Bryant", "1990-12-10", null), "theirs", AmendmentRow.State.DRAFT, "bea");
        type(Scripted.NAME, "King");
        amendment.save();
        DraftSaving.Conflict conflict = Objects.requireNonNull(amendment.saving().conflictProperty().get());
        assertThat(draft().overlaps(conflict.theirs())).hasSize(1);
        assertThat(stored().order().values().get(Scripted.NAME)).contains("Bryant");
        assertThat(amendment.unsaved()).isTrue();

        amendment.saving().settle(draft(), true);
        assertThat(text(Scripted.NAME)).isEqualTo("Bryant");
        assertThat(text(DraftForm.NOTE)).isEqualTo("theirs");

        scripted.store(FIRST, order("Bell", "1990-12-10", null), "theirs", AmendmentRow.State.DRAFT, "bea");
        type(Scripted.NAME, "King");
        amendment.save();
        amendment.saving().settle(draft(), false);
        assertThat(stored().order().values().get(Scripted.NAME)).contains("King");
    }

    @Test
    void aColleaguesChangeShowsWhileNothingIsTyped() {
        newcomer();
        scripted.tick();
        scripted.store(FIRST, order("Bryant", "1990-12-10", null), "", AmendmentRow.State.DRAFT, "bea");
        scripted.tell(FIRST, "elsewhere");
        assertThat(text(Scripted.NAME)).isEqualTo("Bryant");

        scripted.store(FIRST, order("Bryant", "1990-12-10", null), "", AmendmentRow.State.APPLIED, "bea");
        type(Scripted.NAME, "King");
        amendment.save();
        assertThat(amendment.saving().problemProperty().get()).isNotNull();
        assertThat(text(Scripted.NAME)).isEqualTo("King");
    }

    @Test
    void anAnswerFromBeforeTheLastSavingReplacesNothing() {
        HeldBackground held = new HeldBackground();
        Scripted slow = new Scripted(held);
        AmendmentDetails first = slow.store(FIRST, order("Lovelace", "1990-12-10", null), "", AmendmentRow.State.DRAFT,
                "care");
        AmendmentViewModel typing = AmendmentViewModel.stored(slow.work(), FIRST, Locale.ENGLISH);
        typing.start();
        held.doAll();
        slow.tell(FIRST, "elsewhere");
        Runnable late = held.takeNext();
        Objects.requireNonNull(typing.now().draftProperty().get()).form().field(Scripted.NAME).orElseThrow().textProperty()
                .set("King");
        typing.save();
        held.doAll();
        assertThat(slow.stored.put(FIRST, first)).as("saved").extracting(AmendmentDetails::version).isEqualTo(2L);
        late.run();

        assertThat(Objects.requireNonNull(typing.now().draftProperty().get()).form().field(Scripted.NAME).orElseThrow()
                .textProperty().get()).isEqualTo("King");
    }

    @Test
    void cancellingNeedsAReasonAndSaysWhatWasBuiltOnIt() {
        scripted.store(FIRST, order("Lovelace", "1990-12-10", null), "", AmendmentRow.State.APPLIED, "care");
        AmendmentViewModel applied = AmendmentViewModel.stored(scripted.work(), FIRST, Locale.ENGLISH);
        applied.start();
        assertThat(applied.now().phaseProperty().get()).isEqualTo(Phase.CLOSED);
        applied.decisions().cancel();
        assertThat(scripted.calls).noneMatch(call -> call.startsWith("cancel"));

        scripted.refusal = List.of(new FieldProblem("amendment", WRONG));
        applied.decisions().reasonProperty().set("by mistake");
        applied.decisions().cancel();
        assertThat(applied.decisions().refusalProperty().get()).hasSize(1);
        assertThat(applied.decisions().reasonProperty().get()).isEqualTo("by mistake");

        scripted.refusal = List.of();
        applied.decisions().cancel();
        assertThat(applied.now().detailsProperty().get()).extracting(now -> now.row().state())
                .isEqualTo(AmendmentRow.State.CANCELLED);
    }

    @Test
    void aLostServerKeepsWhatWasTypedAndIsAskedAgain() {
        newcomer();
        scripted.failure = new IllegalStateException("gone");
        scripted.tick();
        assertThat(amendment.saving().problemProperty().get()).isNotNull();
        assertThat(amendment.unsaved()).isTrue();
        assertThat(text(Scripted.NAME)).isEqualTo("Lovelace");

        scripted.failure = null;
        amendment.save();
        assertThat(stored().order().values().get(Scripted.NAME)).contains("Lovelace");
    }

    @Test
    void aScreensIdNamesTheContractAndTheMember() {
        FileRef odd = new FileRef(Scripted.COUNTRY, Scripted.CONTRACT.kind(), "K:1 é/2");
        assertThat(NewAmendment.of(NewAmendment.id(odd, Scripted.MEMBER))).contains(new NewAmendment(odd, Scripted.MEMBER));
        assertThat(NewAmendment.of(NewAmendment.id(odd, null))).contains(new NewAmendment(odd, null));
        assertThat(NewAmendment.of("contract:ZZ:1")).isEmpty();
    }
}
