package io.guichet.reimbursement.ui.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.reimbursement.Entries.Typed;
import io.guichet.reimbursement.ui.entry.EntryState.Phase;
import io.guichet.testing.HeldBackground;
import io.guichet.testing.ImmediateBackground;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EntryViewModelTest {

    private static final DatabaseFailure GONE = new DatabaseFailure(DatabaseFailure.Kind.UNREACHABLE,
            UserMessage.of("platform.ui.error.unexpected"), "gone", null);

    private final Desk desk = new Desk();

    private EntryViewModel open() {
        return new EntryViewModel(desk.work(new ImmediateBackground()), desk.member, null, Locale.ENGLISH);
    }

    private EntryViewModel revise() {
        return new EntryViewModel(desk.work(new ImmediateBackground()), null, desk.claim, Locale.ENGLISH);
    }

    private static EntryCase typed(EntryViewModel entry) {
        return Objects.requireNonNull(entry.state().enteredProperty().get());
    }

    private void fill(EntryViewModel entry) {
        Desk.line(typed(entry).lines().getLast(), desk.acts.getFirst(), "30", desk.form);
    }

    @Test
    void theMemberIsFoundAndChosenInTheFormItself() {
        EntryViewModel entry = new EntryViewModel(desk.work(new ImmediateBackground()), null, null, Locale.ENGLISH);
        assertThat(entry.state().phaseProperty().get()).isEqualTo(Phase.CHOOSING);
        entry.search().textProperty().set("zz");
        assertThat(entry.search().nothingProperty().get()).isTrue();
        entry.search().textProperty().set("ada");
        assertThat(entry.search().rows()).hasSize(1);
        entry.choose(entry.search().rows().getFirst().ref());
        assertThat(entry.state().phaseProperty().get()).isEqualTo(Phase.TYPING);
        assertThat(entry.state().nameProperty().get()).isEqualTo("Ada Byron");
        assertThat(entry.state().unsavedProperty().get()).isFalse();
    }

    @Test
    void everyChangeIsRehearsedOnceNothingIsLacking() {
        EntryViewModel entry = open();
        assertThat(desk.rehearsed).isEmpty();
        typed(entry).lines().getFirst().act().choose(desk.acts.getFirst());
        assertThat(desk.rehearsed).isEmpty();
        assertThat(entry.state().hintProperty().get()).isEqualTo(UserMessage.of("reimbursement.whatIf.fill", UserMessage.of(desk.form.charged())));
        fill(entry);
        assertThat(entry.state().currentProperty().get()).isTrue();
        assertThat(entry.state().hintProperty().get()).isNull();
        assertThat(desk.rehearsed.getLast().intake().lines().getFirst().get(desk.form.act())).contains(desk.acts.getFirst().code());
        typed(entry).lines().getFirst().form().field(desk.form.charged()).orElseThrow().textProperty().set("30x");
        assertThat(entry.state().rehearsalProperty().get()).isNull();
        assertThat(entry.state().hintProperty().get()).isEqualTo(
                UserMessage.of("reimbursement.whatIf.correct", UserMessage.of(desk.form.charged())));
    }

    @Test
    void onlyTheNewestAnswerIsShown() {
        HeldBackground background = new HeldBackground();
        EntryViewModel entry = new EntryViewModel(desk.work(background), desk.member, null, Locale.ENGLISH);
        background.doAll();
        fill(entry);
        assertThat(entry.state().currentProperty().get()).isFalse();
        typed(entry).lines().getFirst().form().field(desk.form.charged()).orElseThrow().textProperty().set("31");
        background.doAll();
        assertThat(entry.state().currentProperty().get()).isTrue();
        assertThat(desk.rehearsed.getLast().intake().lines().getFirst().get(desk.form.charged())).contains("31.00");
    }

    @Test
    void theNextLineBeginsWithWhatTheLineBeforeHasInCommon() {
        EntryViewModel entry = open();
        fill(entry);
        EntryLine second = Objects.requireNonNull(typed(entry).add());
        assertThat(second.isEmpty()).isTrue();
        assertThat(second.form().field(desk.form.careDay()).orElseThrow().value()).isEqualTo(Desk.TODAY.toString());
        assertThat(second.form().field(desk.form.charged()).orElseThrow().value()).isNull();
        entry.store();
        assertThat(desk.entered.getFirst().intake().lines()).as("a line that says nothing is none").hasSize(1);
    }

    @Test
    void problemsAreSaidWhereTheirCauseIs() {
        EntryViewModel entry = open();
        desk.rehearse = asked -> new Outcome.Invalid<>(List.of(
                new FieldProblem("lines[0]." + desk.form.charged(), UserMessage.of("country.error.required")),
                new FieldProblem("member", UserMessage.of("reimbursement.error.noMember"))));
        fill(entry);
        assertThat(typed(entry).lines().getFirst().form().field(desk.form.charged()).orElseThrow().problemProperty().get())
                .isEqualTo(UserMessage.of("country.error.required"));
        assertThat(entry.state().refusalsProperty().get()).containsExactly(UserMessage.of("reimbursement.error.noMember"));
    }

    @Test
    void papersAreReadLookedAtAndStoredWithTheClaim() {
        EntryViewModel entry = open();
        fill(entry);
        entry.papers().add(List.of(Path.of("a.pdf"), Path.of("photo.heic"), Path.of("b.pdf")));
        assertThat(entry.papers().papers()).extracting(paper -> paper.type())
                .containsExactly(desk.form.documents().get(0), desk.form.documents().get(Math.min(1, desk.form.documents().size() - 1)));
        assertThat(entry.papers().refusals()).containsExactly(UserMessage.of("document.error.heic", "photo.heic"));
        assertThat(entry.papers().isLookedAt(entry.papers().papers().getLast())).isTrue();
        assertThat(entry.state().unsavedProperty().get()).isTrue();
        entry.papers().remove(entry.papers().papers().getLast());
        assertThat(entry.papers().isLookedAt(entry.papers().papers().getFirst())).isTrue();
        entry.papers().is(entry.papers().papers().getFirst(), "letter");
        assertThat(entry.papers().isLookedAt(entry.papers().papers().getFirst())).as("still the same pages").isTrue();
        entry.store();
        assertThat(desk.entered.getFirst().papers()).extracting(paper -> paper.type() + " " + paper.name()).containsExactly("letter a.pdf");
    }

    @Test
    void whatIsStoredIsToldAndTheNextClaimBegins() {
        EntryViewModel entry = open();
        fill(entry);
        assertThat(desk.kept).hasSize(1);
        desk.findings.add(new Finding(Finding.Code.DUPLICATE, UserMessage.of("country.finding.DUPLICATE"), 0));
        desk.enter = asked -> new Outcome.Done<>(desk.taken(ClaimState.PENDED));
        entry.store();
        assertThat(entry.state().phaseProperty().get()).isEqualTo(Phase.STORED);
        assertThat(Objects.requireNonNull(entry.state().storedProperty().get()).decided().findings()).hasSize(1);
        assertThat(entry.state().unsavedProperty().get()).isFalse();
        assertThat(desk.kept).isEmpty();
        entry.next(true);
        assertThat(entry.state().phaseProperty().get()).isEqualTo(Phase.TYPING);
        assertThat(typed(entry).edited()).isFalse();
        entry.next(false);
        assertThat(entry.state().phaseProperty().get()).isEqualTo(Phase.CHOOSING);
    }

    @Test
    void nothingIsRehearsedBesideWhatIsBeingStored() {
        HeldBackground background = new HeldBackground();
        EntryViewModel entry = new EntryViewModel(desk.work(background), desk.member, null, Locale.ENGLISH);
        background.doAll();
        fill(entry);
        background.doAll();
        int rehearsals = desk.rehearsed.size();
        entry.store();
        typed(entry).lines().getFirst().form().field(desk.form.charged()).orElseThrow().textProperty().set("31");
        background.doAll();
        assertThat(desk.entered).hasSize(1);
        assertThat(desk.rehearsed).hasSize(rehearsals);
        assertThat(entry.state().phaseProperty().get()).isEqualTo(Phase.STORED);
    }

    @Test
    void whenTheServerIsGoneNothingIsLostAndTheSameClaimIsStoredLater() {
        EntryViewModel entry = open();
        fill(entry);
        String origin = desk.rehearsed.getLast().intake().origin();
        desk.broken = GONE;
        entry.store();
        assertThat(Objects.requireNonNull(entry.state().problemProperty().get()).kept()).isEqualTo(UserMessage.of("reimbursement.entry.kept"));
        assertThat(entry.state().phaseProperty().get()).isEqualTo(Phase.TYPING);
        desk.broken = null;
        entry.store();
        assertThat(desk.entered.getFirst().intake().origin()).isEqualTo(origin);
        assertThat(entry.state().problemProperty().get()).isNull();
    }

    @Test
    void whatWasTypedIsThereAgainAfterACrash() {
        EntryViewModel crashed = open();
        fill(crashed);
        Objects.requireNonNull(typed(crashed).add()).form().field(desk.form.charged()).orElseThrow().textProperty().set("12,x");
        EntryViewModel entry = open();
        assertThat(entry.state().restoredProperty().get()).isEqualTo(Instant.parse("2026-11-20T09:00:00Z"));
        assertThat(typed(entry).lines()).hasSize(2);
        assertThat(typed(entry).lines().getFirst().act().chosen()).isEqualTo(desk.acts.getFirst());
        assertThat(typed(entry).lines().getLast().form().field(desk.form.charged()).orElseThrow().textProperty().get()).isEqualTo("12,x");
        entry.startAfresh();
        assertThat(typed(entry).lines()).hasSize(1);
        assertThat(desk.kept).isEmpty();
    }

    @Test
    void closingKeepsWhatIsTypedAndAsksOnlyAboutPapers() {
        EntryViewModel entry = open();
        fill(entry);
        entry.settle(() -> { });
        assertThat(entry.state().unsavedProperty().get()).isFalse();
        entry.papers().add(List.of(Path.of("a.pdf")));
        entry.settle(() -> { });
        assertThat(entry.state().unsavedProperty().get()).isTrue();
    }

    @Test
    void anotherLanguageKeepsWhatIsTyped() {
        EntryViewModel entry = open();
        fill(entry);
        desk.texts.use(Locale.GERMAN);
        entry.use(Locale.GERMAN);
        assertThat(typed(entry).lines().getFirst().form().field(desk.form.charged()).orElseThrow().textProperty().get()).isEqualTo("30,00");
        assertThat(typed(entry).lines().getFirst().act().chosen()).isEqualTo(desk.acts.getFirst());
    }

    @Test
    void aClaimIsEnteredAnewAndAColleaguesChangeIsShown() {
        desk.file = desk.standing("20.00", 3);
        EntryViewModel entry = revise();
        assertThat(typed(entry).lines().getFirst().form().field(desk.form.charged()).orElseThrow().value()).isEqualTo("20.00");
        assertThat(entry.state().unsavedProperty().get()).isFalse();
        typed(entry).lines().getFirst().form().field(desk.form.charged()).orElseThrow().textProperty().set("25");
        desk.enter = asked -> new Outcome.Conflict<>(4, List.of(new FieldChange("lines[0]." + desk.form.charged(), "20.00", "21.00",
                "lead", Instant.EPOCH)));
        entry.store();
        assertThat(entry.state().conflictProperty().get()).hasSize(1);
        desk.file = desk.standing("21.00", 4);
        entry.keepMine();
        assertThat(entry.state().conflictProperty().get()).isEmpty();
        assertThat(Objects.requireNonNull(typed(entry).revised()).version()).isEqualTo(4);
        assertThat(typed(entry).lines().getFirst().form().field(desk.form.charged()).orElseThrow().value()).isEqualTo("25.00");
        entry.startAfresh();
        assertThat(typed(entry).lines().getFirst().form().field(desk.form.charged()).orElseThrow().value()).isEqualTo("21.00");
    }

    @Test
    void saysWhenThereIsNothingToEnter() {
        desk.allowed = false;
        assertThat(open().state().phaseProperty().get()).isEqualTo(Phase.NOTHING);
        assertThat(revise().state().phaseProperty().get()).isEqualTo(Phase.NOTHING);
        desk.broken = GONE;
        EntryViewModel gone = open();
        assertThat(gone.state().problemProperty().get()).isNotNull();
        desk.broken = null;
        desk.allowed = true;
        gone.begin();
        assertThat(gone.state().phaseProperty().get()).isEqualTo(Phase.TYPING);
    }

    @Test
    void draftsDoNotPrintWhatTheyHold() {
        assertThat(new Typed(desk.known(), List.of())).hasToString("0 lines");
    }
}
