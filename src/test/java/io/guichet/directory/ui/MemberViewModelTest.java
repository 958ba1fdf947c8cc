package io.guichet.directory.ui;

import static io.guichet.directory.ui.Samples.BORN;
import static io.guichet.directory.ui.Samples.EMAIL;
import static io.guichet.directory.ui.Samples.ID;
import static io.guichet.directory.ui.Samples.MEMBER;
import static io.guichet.directory.ui.Samples.NAME;
import static io.guichet.directory.ui.Samples.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldViewModel;
import io.guichet.directory.SaveMember;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemberViewModelTest {

    private final Samples samples = new Samples();
    private final FakeDirectory directory = samples.directory;

    private static FieldForm form(MemberViewModel member) {
        return Objects.requireNonNull(member.formProperty().get());
    }

    private static FieldViewModel field(MemberViewModel member, String key) {
        return form(member).field(key).orElseThrow();
    }

    private static void type(MemberViewModel member, String key, String text) {
        field(member, key).textProperty().set(text);
    }

    private static String text(MemberViewModel member, String key) {
        return field(member, key).textProperty().get();
    }

    private static @Nullable String sentence(MemberViewModel member) {
        Problem problem = member.problemProperty().get();
        return problem == null ? null : problem.sentence().key();
    }

    private static DatabaseFailure lost() {
        return new DatabaseFailure(DatabaseFailure.Kind.UNREACHABLE, UserMessage.of("test.unreachable"), "gone", null);
    }

    private void colleague(String key, @Nullable String value) {
        directory.changedBy("eva", MEMBER, key, value);
        samples.feed.tell(MEMBER, directory.stored(MEMBER).version(), "other-window");
    }

    @Test
    void opensWithTheReasonAndShowsTheFields() {
        MemberViewModel member = samples.opened();

        assertThat(member.stateProperty().get()).isEqualTo(MemberViewModel.State.OPEN);
        assertThat(member.titleProperty().get()).isEqualTo("Ada Lovelace");
        assertThat(text(member, BORN)).isEqualTo("14/03/1987");
        assertThat(directory.calls).startsWith("open call");
        assertThat(member.unsavedProperty().getValue()).isFalse();
    }

    @Test
    void isCalledAsItWasSeenUntilTheFileSaysBetter() {
        Texts texts = Texts.of(List.of("platform", "country", "directory", "sampleform"));
        samples.background.hold();
        MemberScreen screen = new MemberScreen(MEMBER, samples.workplace(), new FxmlViews(texts), texts, Samples.nowhere());
        assertThat(screen.title().getValue()).as("never a reference").isEqualTo("Member");
        texts.use(Locale.FRENCH);
        assertThat(screen.title().getValue()).isEqualTo("Assuré");
        screen.expect("A. Lovelace");
        assertThat(screen.title().getValue()).isEqualTo("A. Lovelace");

        samples.background.release();
        assertThat(screen.title().getValue()).isEqualTo("Ada Lovelace");
        screen.expect("A. Lovelace");
        assertThat(screen.title().getValue()).isEqualTo("Ada Lovelace");
    }

    @Test
    void isLoadingUntilTheAnswerCame() {
        samples.background.hold();
        MemberViewModel member = samples.opened();
        assertThat(member.stateProperty().get()).isEqualTo(MemberViewModel.State.LOADING);

        samples.background.release();
        assertThat(member.stateProperty().get()).isEqualTo(MemberViewModel.State.OPEN);
    }

    @Test
    void saysWhenThereIsNoSuchMember() {
        directory.remove(MEMBER);

        assertThat(samples.opened().stateProperty().get()).isEqualTo(MemberViewModel.State.MISSING);
    }

    @Test
    void asksNothingOnBehalfOfWhoMayNotLook() {
        samples.rights = new Rights("sales", Set.of(StaffGroup.SALES), Set.of(Samples.COUNTRY));
        assertThat(samples.opened().stateProperty().get()).isEqualTo(MemberViewModel.State.REFUSED);

        samples.rights = new Rights("care.xx", Set.of(StaffGroup.CARE_AGENT), Set.of(CountryCode.of("XX")));
        assertThat(samples.opened().stateProperty().get()).isEqualTo(MemberViewModel.State.REFUSED);
        assertThat(directory.calls).isEmpty();
    }

    @Test
    void aFailedOpeningIsExplainedAndCanBeRepeated() {
        directory.failure = lost();
        MemberViewModel member = samples.opened();
        assertThat(member.stateProperty().get()).isEqualTo(MemberViewModel.State.FAILED);
        assertThat(sentence(member)).isEqualTo("platform.ui.error.unreadable.unreachable");

        directory.failure = null;
        member.load();
        assertThat(member.stateProperty().get()).isEqualTo(MemberViewModel.State.OPEN);
        assertThat(sentence(member)).isNull();
    }

    @Test
    void savesOnlyWhatDiffersWithTheVersionItWasReadAt() {
        MemberViewModel member = samples.opened();
        member.faces().faces().show(FacesViewModel.Face.HISTORY);
        type(member, PHONE, "+33 6 99 99 99 99");
        assertThat(member.unsavedProperty().getValue()).isTrue();
        assertThat(form(member).changesProperty().get()).isEqualTo(1);

        member.save();

        SaveMember command = directory.saves.getFirst();
        assertThat(command.version()).isEqualTo(1);
        assertThat(command.values()).isEqualTo(command.base().with(PHONE, "+33699999999"));
        assertThat(member.version()).isEqualTo(2);
        assertThat(member.unsavedProperty().getValue()).isFalse();
        assertThat(member.history().changes()).extracting(change -> change.field()).containsExactly(PHONE);
    }

    @Test
    void savingNothingAsksNothing() {
        MemberViewModel member = samples.opened();
        member.save();
        assertThat(directory.saves).isEmpty();
    }

    @Test
    void whatIsTypedWhileSavingStaysAndIsStillUnsaved() {
        MemberViewModel member = samples.opened();
        type(member, PHONE, "+33699999999");
        samples.background.hold();
        member.save();
        assertThat(member.savingProperty().get()).isTrue();
        type(member, EMAIL, "new@example.org");
        member.save();
        samples.background.release();

        assertThat(directory.saves).hasSize(1);
        assertThat(text(member, EMAIL)).isEqualTo("new@example.org");
        assertThat(field(member, PHONE).changed()).isFalse();
        assertThat(field(member, EMAIL).changed()).isTrue();
    }

    @Test
    void anUnreadableFieldIsNotSentAndGetsTheCursor() {
        MemberViewModel member = samples.opened();
        type(member, EMAIL, "new@example.org");
        type(member, BORN, "yesterday");

        member.save();

        assertThat(directory.saves).isEmpty();
        assertThat(member.attentionProperty().get()).isSameAs(field(member, BORN));
        assertThat(field(member, BORN).problemProperty().get()).isEqualTo(UserMessage.of("country.error.day"));
        assertThat(text(member, BORN)).isEqualTo("yesterday");
    }

    @Test
    void aRefusalStandsAtItsFieldAndTheFirstGetsTheCursor() {
        MemberViewModel member = samples.opened();
        type(member, EMAIL, "new@example.org");
        directory.refusals = List.of(new FieldProblem(EMAIL, UserMessage.of("test.taken")),
                new FieldProblem(ID, UserMessage.of("test.contradicts")),
                new FieldProblem("zz.member.unseen", UserMessage.of("test.unseen")));

        member.save();

        assertThat(member.attentionProperty().get()).isSameAs(field(member, ID));
        assertThat(field(member, EMAIL).problemProperty().get()).isEqualTo(UserMessage.of("test.taken"));
        assertThat(member.elsewhereProperty().get()).extracting(FieldProblem::field)
                .containsExactly("zz.member.unseen");
        assertThat(text(member, EMAIL)).isEqualTo("new@example.org");

        directory.refusals = List.of();
        member.save();
        assertThat(field(member, EMAIL).problemProperty().get()).isNull();
        assertThat(field(member, ID).problemProperty().get()).isNull();
        assertThat(member.elsewhereProperty().get()).isEmpty();
    }

    @Test
    void aDenialKeepsWhatWasTyped() {
        MemberViewModel member = samples.opened();
        type(member, PHONE, "+33699999999");
        directory.denial = UserMessage.of("test.denied");

        member.save();

        assertThat(sentence(member)).isEqualTo("test.denied");
        assertThat(Objects.requireNonNull(member.problemProperty().get()).kept())
                .isEqualTo(MemberViewModel.TYPED_KEPT);
        assertThat(text(member, PHONE)).isEqualTo("+33699999999");
        assertThat(member.unsavedProperty().getValue()).isTrue();
    }

    @Test
    void aFileThatCouldNotBeReadIsAskedForAgainWhenTheServerIsBack() {
        directory.failure = lost();
        MemberViewModel member = samples.opened();
        assertThat(member.stateProperty().get()).isEqualTo(MemberViewModel.State.FAILED);
        assertThat(sentence(member)).isEqualTo("platform.ui.error.unreadable.unreachable");

        samples.feed.tell(ChangeFeed.State.RECONNECTING);
        directory.failure = null;
        samples.feed.tell(ChangeFeed.State.CONNECTED);
        assertThat(member.stateProperty().get()).isEqualTo(MemberViewModel.State.OPEN);
        assertThat(sentence(member)).isNull();
    }

    @Test
    void aLostServerKeepsWhatWasTypedAndSavingWorksWhenItIsBack() {
        MemberViewModel member = samples.opened();
        type(member, PHONE, "+33699999999");
        samples.feed.tell(ChangeFeed.State.RECONNECTING);
        directory.failure = lost();
        member.save();

        assertThat(sentence(member)).isEqualTo("test.unreachable");
        assertThat(text(member, PHONE)).isEqualTo("+33699999999");

        directory.failure = null;
        samples.feed.tell(ChangeFeed.State.CONNECTED);
        assertThat(sentence(member)).isNull();
        assertThat(text(member, PHONE)).isEqualTo("+33699999999");
        assertThat(member.unsavedProperty().getValue()).isTrue();
        member.save();
        assertThat(directory.stored(MEMBER).values().get(PHONE)).contains("+33699999999");
        assertThat(sentence(member)).isNull();
    }

    @Test
    void aCleanFormFollowsAColleague() {
        MemberViewModel member = samples.opened();
        member.faces().faces().show(FacesViewModel.Face.HISTORY);

        colleague(PHONE, "+33611111111");

        assertThat(text(member, PHONE)).isEqualTo("06 11 11 11 11");
        assertThat(member.version()).isEqualTo(2);
        assertThat(member.noticeProperty().get()).isNull();
        assertThat(member.history().changes()).extracting(change -> change.by()).containsExactly("eva");
    }

    @Test
    void aFormBeingEditedIsNeverOverwritten() {
        MemberViewModel member = samples.opened();
        type(member, PHONE, "+33 6");

        colleague(PHONE, "+33611111111");
        colleague(EMAIL, "eva@example.org");

        assertThat(text(member, PHONE)).isEqualTo("+33 6");
        assertThat(text(member, EMAIL)).isEqualTo("ada@example.org");
        assertThat(member.version()).isEqualTo(1);
        List<Difference> told = Objects.requireNonNull(member.noticeProperty().get()).differences();
        assertThat(told).extracting(difference -> difference.field().spec().key()).containsExactly(PHONE, EMAIL);
        assertThat(told).extracting(Difference::by).containsOnly("eva");
        assertThat(told).extracting(Difference::overlaps).containsExactly(true, false);
    }

    @Test
    void undoingTheLastEditLetsTheFormFollow() {
        MemberViewModel member = samples.opened();
        type(member, PHONE, "+33 6");
        colleague(PHONE, "+33611111111");

        member.undo(field(member, PHONE));

        assertThat(text(member, PHONE)).isEqualTo("06 11 11 11 11");
        assertThat(member.noticeProperty().get()).isNull();
        assertThat(member.version()).isEqualTo(2);
    }

    @Test
    void whatArrivesBetweenQuestionAndAnswerDoesNotTouchWhatIsTypedMeanwhile() {
        MemberViewModel member = samples.opened();
        samples.background.hold();
        colleague(PHONE, "+33611111111");
        type(member, PHONE, "+33 6");
        samples.background.release();

        assertThat(text(member, PHONE)).isEqualTo("+33 6");
        assertThat(member.noticeProperty().get()).isNotNull();
    }

    @Test
    void ownChangesAndOldNewsAreIgnored() {
        MemberViewModel member = samples.opened();
        int asked = directory.calls.size();

        samples.feed.tell(MEMBER, 9, "this-window");
        samples.feed.tell(MEMBER, 1, "other-window");

        assertThat(directory.calls).hasSize(asked);
        assertThat(member.version()).isEqualTo(1);
    }

    @Test
    void asksAgainAfterTheConnectionIsBack() {
        MemberViewModel member = samples.opened();
        samples.feed.tell(ChangeFeed.State.RECONNECTING);
        directory.changedBy("eva", MEMBER, PHONE, "+33611111111");

        samples.feed.tell(ChangeFeed.State.CONNECTED);

        assertThat(text(member, PHONE)).isEqualTo("06 11 11 11 11");
    }

    @Test
    void newsThatComeWhileSavingAreReadAfterwards() {
        MemberViewModel member = samples.opened();
        type(member, PHONE, "+33699999999");
        samples.background.hold();
        member.save();
        samples.feed.tell(MEMBER, 5, "other-window");
        assertThat(directory.calls).doesNotContain("refresh");

        samples.background.release();
        assertThat(directory.calls).contains("refresh");
    }

    @Test
    void keepsTheOpeningAliveAndEndsItWithTheTab() {
        MemberViewModel member = samples.opened();
        samples.ticks.getFirst().run();
        assertThat(directory.calls).contains("refresh");

        member.close();

        assertThat(directory.calls.getLast()).isEqualTo("close");
        assertThat(samples.ticks).isEmpty();
        assertThat(samples.feed.listeners()).isZero();
    }

    @Test
    void aMemberThatDisappearsIsToldWithoutLosingWhatWasTyped() {
        MemberViewModel member = samples.opened();
        type(member, PHONE, "+33 6");
        directory.remove(MEMBER);
        samples.ticks.getFirst().run();
        assertThat(sentence(member)).isEqualTo("directory.error.gone");
        assertThat(text(member, PHONE)).isEqualTo("+33 6");

        member.undoAll();
        samples.ticks.getFirst().run();
        assertThat(member.stateProperty().get()).isEqualTo(MemberViewModel.State.MISSING);
    }

    @Test
    void revealsOnlyWhatWasRecorded() {
        MemberViewModel member = samples.opened();
        FieldViewModel id = field(member, ID);
        assertThat(id.textProperty().get()).isEqualTo("1•• •••");

        directory.failure = lost();
        member.reveal(id, () -> { });
        assertThat(id.masked()).isTrue();

        directory.failure = null;
        member.reveal(id, () -> { });
        assertThat(id.textProperty().get()).isEqualTo("123 400");
        assertThat(directory.calls).contains("reveal " + ID);
    }

    @Test
    void datesFollowTheLanguageAndWhatIsTypedStays() {
        MemberViewModel member = samples.opened();
        type(member, NAME, "Byron");

        member.use(Locale.GERMAN);

        assertThat(text(member, BORN)).isEqualTo("14.03.1987");
        assertThat(text(member, NAME)).isEqualTo("Byron");
        assertThat(form(member).changesProperty().get()).isEqualTo(1);
    }
}
