package io.guichet.directory.ui;

import io.guichet.country.form.FieldActions;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldViewModel;
import io.guichet.directory.OpenMember;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Problem;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A member file on the screen: loads, edits, saves, and stays current without ever touching what somebody typed.
/// All methods are called on the JavaFX thread.
public final class MemberViewModel implements FieldActions, AutoCloseable {

    /// What there is to see.
    public enum State {
        /// Nothing yet.
        LOADING,
        /// The form.
        OPEN,
        /// There is no such member for this person.
        MISSING,
        /// This person may not look at member files, or not at this country's.
        REFUSED,
        /// The first reading failed; `problemProperty` tells why.
        FAILED
    }

    /// What others stored while this form is being edited.
    ///
    /// @param current     the file as it is stored now
    /// @param differences what became different
    public record Notice(OpenMember current, List<Difference> differences) {
    }

    static final UserMessage TYPED_KEPT = UserMessage.of("directory.member.kept");
    private static final Logger LOG = LoggerFactory.getLogger(MemberViewModel.class);
    static final String PURPOSE = "call";

    private final FileRef ref;
    private final Workplace workplace;
    private final MemberState file = new MemberState();
    private final FileWatch watch;
    private final HistoryViewModel history;
    private final MemberFaces faces;
    private final MemberSaving saving;
    private final LatestWork opening;
    private final MemberRefresh refresh;
    private final ObservableValue<Boolean> unsaved =
            file.form.flatMap(form -> form.changesProperty().map(count -> count.intValue() > 0)).orElse(false);
    private Locale locale;

    public MemberViewModel(FileRef ref, Workplace workplace, Locale locale) {
        this.ref = ref;
        this.workplace = workplace;
        this.locale = locale;
        file.title.set("");
        opening = new LatestWork(workplace.background());
        history = new HistoryViewModel(workplace, ref);
        faces = new MemberFaces(ref, workplace, history);
        workplace.openFiles().enter(ref);
        file.attention.subscribe(this::showDetailsFor);
        refresh = new MemberRefresh(ref, workplace, file, history, this::load);
        watch = new FileWatch(workplace, ref, refresh::told, this::connected, refresh::ask);
        saving = new MemberSaving(ref, workplace, file, history::load, refresh::askIfTold);
    }

    /// Starts reading. Called once.
    public void start() {
        if (!workplace.rights().readsMembers() || !workplace.rights().countries().contains(ref.country())) {
            file.state.set(State.REFUSED);
            return;
        }
        watch.start();
        load();
    }

    /// Reads from the beginning: at first, and again after that failed.
    public void load() {
        file.state.set(State.LOADING);
        file.problem.set(null);
        opening.run(() -> workplace.directory().open(ref, PURPOSE),
                found -> found.ifPresentOrElse(this::fill, () -> file.state.set(State.MISSING)),
                cause -> {
                    file.problem.set(Problem.ofReading(cause));
                    file.state.set(State.FAILED);
                });
    }

    /// What people call the member, as long as the file is not read.
    void expect(String label) {
        if (file.title.get().isEmpty()) {
            file.title.set(label);
        }
    }

    public FileRef ref() {
        return ref;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return file.state.getReadOnlyProperty();
    }

    /// The member's name; the reference until it is known.
    public ReadOnlyStringProperty titleProperty() {
        return file.title.getReadOnlyProperty();
    }

    /// The fields, once loaded.
    public ReadOnlyObjectProperty<@Nullable FieldForm> formProperty() {
        return file.form.getReadOnlyProperty();
    }

    /// What went wrong last and still matters, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return file.problem.getReadOnlyProperty();
    }

    /// What a colleague saved first, until it is decided; null when there is no conflict.
    public ReadOnlyObjectProperty<@Nullable ConflictViewModel> conflictProperty() {
        return file.conflict.getReadOnlyProperty();
    }

    /// What others stored while this form is being edited, or null.
    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return file.notice.getReadOnlyProperty();
    }

    /// The field that wants the cursor: the first that was refused.
    public ReadOnlyObjectProperty<@Nullable FieldViewModel> attentionProperty() {
        return file.attention.getReadOnlyProperty();
    }

    /// Problems of fields that are not on this form.
    public ReadOnlyObjectProperty<List<FieldProblem>> elsewhereProperty() {
        return file.elsewhere.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty savingProperty() {
        return file.saving.getReadOnlyProperty();
    }

    /// Whether this person may change the file.
    public ReadOnlyBooleanProperty editableProperty() {
        return file.editable.getReadOnlyProperty();
    }

    public ObservableValue<Boolean> unsavedProperty() {
        return unsaved;
    }

    public HistoryViewModel history() {
        return history;
    }

    /// What stands below the header.
    public MemberFaces faces() {
        return faces;
    }

    /// The version that the form is based on.
    public long version() {
        return file.version;
    }

    /// Another language for dates and numbers.
    public void use(Locale language) {
        locale = language;
        FieldForm form = file.form.get();
        if (form != null) {
            form.use(language);
        }
    }

    /// Saves what differs. Does nothing while nothing differs, while it is saving, or while a conflict waits.
    public void save() {
        whenOpen(saving::save);
    }

    /// Puts every field back to what is stored.
    public void undoAll() {
        whenOpen(form -> {
            form.undoAll();
            file.elsewhere.set(List.of());
            file.problem.set(null);
            followIfClean(form);
        });
    }

    @Override
    public void undo(FieldViewModel field) {
        whenOpen(form -> {
            field.undo();
            followIfClean(form);
        });
    }

    @Override
    public void reveal(FieldViewModel field, Runnable then) {
        if (!field.masked()) {
            then.run();
            return;
        }
        workplace.background().run(() -> {
            workplace.directory().recordReveal(ref, field.spec().key());
            return ref;
        }, recorded -> {
            field.reveal();
            then.run();
        }, file::failed);
    }

    /// Compares what a colleague stored with what stands here, before saving.
    public void compare() {
        saving.compare();
    }

    /// The colleague's value for this field.
    public void takeTheirs(Difference difference) {
        whenOpen(form -> saving.takeTheirs(form, difference));
    }

    /// The colleague's values wherever both changed; what only this person changed stays.
    public void takeAllTheirs() {
        whenOpen(saving::takeAllTheirs);
    }

    /// The own value wherever nothing was decided, saved on top of what is stored now.
    public void keepMineAndSave() {
        whenOpen(saving::keepMineAndSave);
    }

    /// The person has read what went wrong.
    public void dropProblem() {
        if (file.state.get() != State.FAILED) {
            file.problem.set(null);
        }
    }

    @Override
    public void close() {
        boolean opened = file.form.get() != null;
        opening.cancel();
        refresh.cancel();
        history.cancel();
        watch.close();
        faces.close();
        if (workplace.openFiles().leave(ref) && opened) {
            workplace.background().run(() -> {
                workplace.directory().close(ref);
                return ref;
            }, done -> LOG.debug("closed {}", ref),
                    cause -> LOG.info("the opening of {} could not be ended, it will run out", ref, cause));
        }
    }

    private void whenOpen(Consumer<FieldForm> action) {
        FieldForm form = file.form.get();
        if (form != null && !file.saving.get()) {
            action.accept(form);
        }
    }

    private void connected() {
        if (file.state.get() == State.FAILED) {
            load();
            return;
        }
        file.connected();
        refresh.ask();
        faces.refresh();
    }

    private void fill(OpenMember current) {
        file.form.set(new FieldForm(current.groups(), current.file().values(), current.editable(),
                workplace.input(), locale));
        file.stand(current);
        file.state.set(State.OPEN);
        history.load();
        faces.start();
    }

    /// What is wrong is shown where it can be corrected.
    private void showDetailsFor(@Nullable FieldViewModel wanted) {
        if (wanted != null) {
            faces.faces().show(FacesViewModel.Face.DETAILS);
        }
    }

    private void followIfClean(FieldForm form) {
        Notice waiting = file.notice.get();
        ConflictViewModel conflict = file.conflict.get();
        if (!form.edited() && waiting != null) {
            file.follow(form, waiting.current());
        } else if (!form.edited() && conflict != null) {
            file.follow(form, conflict.current());
        }
    }
}
