package io.guichet.contract.ui;

import io.guichet.contract.AmendmentDetails;
import io.guichet.contract.AmendmentRow;
import io.guichet.contract.ui.AmendmentState.Phase;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentKind.Subject;
import io.guichet.country.contract.ContractFile;
import io.guichet.country.contract.Offer;
import io.guichet.country.contract.PossibleDuplicate;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Problem;
import io.guichet.platform.ui.Section;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An amendment on the screen: chosen, typed, stored as a draft, looked at before and after, and then decided
/// (`AmendmentDecisions`). All methods are called on the JavaFX thread.
public final class AmendmentViewModel implements AutoCloseable {

    /// How long what is typed waits until it is stored.
    static final Duration STORE = Duration.ofSeconds(3);

    private final ContractWork work;
    private final FileRef contract;
    private final @Nullable FileRef asked;
    private final DraftForm.@Nullable Person about;
    private final DraftSaving saving;
    private final AmendmentDecisions decisions;
    private final LatestWork reading;
    private final AmendmentState file = new AmendmentState();
    private final Section<Optional<ContractFile>> contractFile;
    private final AmendmentLook look;
    private final List<Runnable> ends = new ArrayList<>();
    private @Nullable SubjectSearch search;
    private DraftForm.@Nullable Person named;
    private Map<String, List<Offer>> offers = Map.of();
    private Locale locale;

    private AmendmentViewModel(ContractWork work, FileRef contract, @Nullable FileRef asked,
                               DraftForm.@Nullable Person about, Locale locale) {
        this.work = work;
        this.contract = contract;
        this.asked = asked;
        this.about = about;
        this.locale = locale;
        reading = new LatestWork(work.background());
        saving = new DraftSaving(work, contract, file.details::set);
        contractFile = new Section<>(work.background(), () -> () -> work.contracts().find(contract(), work.today()));
        look = new AmendmentLook(work, saving::ref);
        decisions = new AmendmentDecisions(work, this);
        look.preview().valueProperty().subscribe(seen -> {
            if (seen != null) {
                complain(seen.problems());
            }
        });
    }

    /// One that is stored already. Its contract is known once it is read; until then `amendment` stands for it.
    static AmendmentViewModel stored(ContractWork work, FileRef amendment, Locale locale) {
        return new AmendmentViewModel(work, amendment, amendment, null, locale);
    }

    /// A new one.
    static AmendmentViewModel fresh(ContractWork work, NewAmendment wanted, Locale locale) {
        FileRef subject = wanted.subject();
        return new AmendmentViewModel(work, wanted.contract(), null,
                subject == null ? null : new DraftForm.Person(subject, subject.reference()), locale);
    }

    /// Starts reading. Called once.
    public void start() {
        ChangeFeed.Subscription changes = work.feed().onChange(change -> {
            if (change.file().equals(saving.ref())) {
                work.background().onScreen(this::refresh);
            }
        });
        Background.Running now = work.ticker().every(STORE, this::store);
        ends.addAll(List.of(changes::cancel, now::cancel, reading::cancel, contractFile::cancel, look::cancel));
        load();
    }

    /// Reads from the beginning.
    public void load() {
        file.phase.set(Phase.LOADING);
        file.problem.set(null);
        FileRef ref = asked;
        if (ref == null) {
            reading.run(() -> new AmendmentReading(work).begin(contract, about), begun -> {
                file.kinds.set(begun.kinds());
                named = begun.about();
                offers = begun.offers();
                file.phase.set(Phase.CHOOSING);
            }, this::failed);
            contractFile.load();
        } else {
            reading.run(() -> new AmendmentReading(work).find(ref), found -> found.ifPresentOrElse(stored -> {
                offers = stored.offers();
                show(stored.details());
            }, () -> file.phase.set(Phase.MISSING)), this::failed);
        }
    }

    private void failed(Exception cause) {
        file.problem.set(Problem.of(cause));
        if (file.phase.get() == Phase.LOADING) {
            file.phase.set(Phase.FAILED);
        }
    }

    /// This kind of change is wanted. What was typed of it stays while another kind is looked at, as far as it is asked
    /// for there too.
    public void choose(AmendmentKind kind) {
        DraftForm before = file.draft.get();
        LocalDate first = before == null ? work.today().plusMonths(1).withDayOfMonth(1) : before.effective();
        DraftForm made = DraftForm.fresh(contract, kind, offers, first, named, work.input(), locale);
        if (before != null) {
            before.form().fields().forEach(field -> made.form().field(field.spec().key())
                    .filter(same -> field.changed())
                    .ifPresent(same -> same.textProperty().set(field.textProperty().get())));
        }
        file.phase.set(Phase.DRAFT);
        use(made, kind);
    }

    /// Another kind shall be chosen, as long as nothing is stored.
    public void chooseAgain() {
        if (saving.ref() == null) {
            file.phase.set(Phase.CHOOSING);
        }
    }

    private void use(DraftForm made, AmendmentKind kind) {
        look.clear();
        search = kind.subject() == Subject.CONTRACT ? null
                : new SubjectSearch(work, contract(), kind.subject(), made::effective, () -> locale);
        file.draft.set(made);
        made.dirtyProperty().subscribe(dirty -> {
            if (dirty) {
                look.outdate();
            }
        });
    }

    /// Shows what is stored.
    void show(AmendmentDetails found) {
        file.details.set(found);
        saving.stand(found);
        file.problem.set(null);
        boolean open = found.row().state() == AmendmentRow.State.DRAFT;
        file.phase.set(open ? Phase.DRAFT : Phase.CLOSED);
        use(DraftForm.of(found, offers, open && found.editable(), work.input(), locale), found.kind());
        contractFile.load();
        if (found.row().state() == AmendmentRow.State.APPLIED || found.row().state() == AmendmentRow.State.CANCELLED) {
            decisions.followUps().load();
        }
    }

    /// Asks again for what is stored, unless something is being typed: then saving will tell.
    public void refresh() {
        FileRef ref = saving.ref();
        DraftForm now = file.draft.get();
        if (ref != null && (now == null || !now.dirtyProperty().get()) && !saving.savingProperty().get()) {
            reading.run(() -> work.amendments().find(ref), found -> found.ifPresentOrElse(this::replace,
                    () -> file.phase.set(Phase.MISSING)), this::failed);
        }
    }

    /// An older version was asked for before the last saving and answered after it: it replaces nothing.
    private void replace(AmendmentDetails found) {
        AmendmentDetails before = file.details.get();
        DraftForm now = file.draft.get();
        boolean typed = now != null && now.dirtyProperty().get();
        if (typed) {
            return;
        }
        if (before == null || before.version() < found.version()) {
            show(found);
        } else if (before.version() == found.version() && !before.missing().equals(found.missing())) {
            // A document came or went: nothing that is typed or seen is another, only what stands against it.
            file.details.set(found);
            look.missing(found.missing());
        }
    }

    /// Stores what of the draft can be stored and is not.
    public void store() {
        settle(() -> { });
    }

    /// The same, then goes on.
    void settle(Runnable then) {
        file.open().ifPresentOrElse(now -> saving.settle(now, then), then);
    }

    /// Stores the draft because the person says so, and says what cannot be stored.
    public void save() {
        file.open().filter(file::demandReadable).ifPresent(now -> saving.save(now, () -> { }));
    }

    /// Stores the draft and looks at what it would do.
    public void preview() {
        file.open().filter(file::demandComplete).ifPresent(now -> {
            now.about(now.subjectProperty().get());
            saving.save(now, () -> look.load(now));
        });
    }

    /// A document came or went: what is missing may be another.
    void documentsChanged() {
        look.again();
        refresh();
    }

    /// The newcomer is that member, or nobody of those who are alike.
    public void decideDuplicate(@Nullable PossibleDuplicate same) {
        DraftForm now = file.draft.get();
        if (now != null) {
            if (same == null) {
                now.setStranger(true);
            } else {
                now.about(new DraftForm.Person(same.member(), same.name()));
            }
            preview();
        }
    }

    /// Previewing or applying was refused for these reasons.
    void complain(List<FieldProblem> problems) {
        DraftForm now = file.draft.get();
        if (now != null) {
            saving.tell(now.complain(problems));
            file.attend(problems.isEmpty() ? Optional.empty() : now.firstProblem());
        }
    }

    /// Whether what is seen as "before and after" is what would be applied, and nothing stands against it.
    public boolean ready() {
        return file.open().filter(look::ready).isPresent();
    }

    /// The contract, as far as it is known.
    FileRef contract() {
        AmendmentDetails now = file.details.get();
        return now == null ? contract : now.row().contract();
    }

    /// The amendment's file, or null while it was never stored.
    public @Nullable FileRef ref() {
        return saving.ref() == null ? asked : saving.ref();
    }

    /// What is known of it.
    public AmendmentState now() {
        return file;
    }

    public DraftSaving saving() {
        return saving;
    }

    public AmendmentDecisions decisions() {
        return decisions;
    }

    /// The contract that is changed.
    public Section<Optional<ContractFile>> contractFile() {
        return contractFile;
    }

    /// Before and after, and who a newcomer may already be.
    public AmendmentLook look() {
        return look;
    }

    /// Finds whom it is about, or null when it is about the contract.
    public @Nullable SubjectSearch search() {
        return search;
    }

    /// Whether this person may change it.
    public boolean editable() {
        AmendmentDetails now = file.details.get();
        return work.changes(contract.country()) && (now == null || now.editable());
    }

    /// Whether something typed cannot be stored by itself: closing would lose it. Everything else is stored on leaving.
    public boolean unsaved() {
        return file.open().filter(saving::loses).isPresent();
    }

    /// Another language for dates and numbers.
    public void use(Locale language) {
        locale = language;
        DraftForm now = file.draft.get();
        if (now != null) {
            now.form().use(language);
        }
    }

    @Override
    public void close() {
        store();
        ends.forEach(Runnable::run);
        decisions.followUps().cancel();
    }
}
