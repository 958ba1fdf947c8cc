package io.guichet.directory.ui;

import io.guichet.country.Card;
import io.guichet.country.form.FieldActions;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldViewModel;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Problem;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// A company, contract or claim on the screen: read, never written, and read again when it changes.
public final class CardViewModel implements FieldActions, AutoCloseable {

    /// What there is to see.
    public enum State { LOADING, OPEN, MISSING, FAILED }

    /// A card as it is shown.
    ///
    /// @param card what the country told
    /// @param form its fields
    public record Shown(Card card, FieldForm form) {
    }

    private final FileRef ref;
    private final Workplace workplace;
    private final FileWatch watch;
    private final LatestWork asking;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private Locale locale;

    public CardViewModel(FileRef ref, Workplace workplace, Locale locale) {
        this.ref = ref;
        this.workplace = workplace;
        this.locale = locale;
        title.set("");
        asking = new LatestWork(workplace.background());
        // Each reading of a claim is recorded as one: it is not read again just to keep something alive.
        watch = new FileWatch(workplace, ref, change -> load(), this::load, () -> { });
    }

    /// Starts reading. Called once.
    public void start() {
        watch.start();
        load();
    }

    /// Reads, at first or again.
    public void load() {
        asking.run(() -> workplace.directory().card(ref), found -> {
            problem.set(null);
            if (found.isPresent()) {
                show(found.get());
            } else {
                state.set(State.MISSING);
            }
        }, cause -> {
            problem.set(Problem.ofReading(cause));
            if (state.get() == State.LOADING) {
                state.set(State.FAILED);
            }
        });
    }

    /// What people call it, as long as it is not read.
    void expect(String label) {
        if (title.get().isEmpty()) {
            title.set(label);
        }
    }

    public FileRef ref() {
        return ref;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Why it could not be read, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What people call it; empty until it is known.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Another language for dates and numbers.
    public void use(Locale language) {
        locale = language;
        Shown now = shown.get();
        if (now != null) {
            now.form().use(language);
        }
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
        }, cause -> problem.set(Problem.of(cause)));
    }

    @Override
    public void undo(FieldViewModel field) {
        field.undo();
    }

    @Override
    public void close() {
        asking.cancel();
        watch.close();
    }

    private void show(Card card) {
        title.set(card.label());
        shown.set(new Shown(card, new FieldForm(card.groups(), card.values(), false, workplace.input(), locale)));
        state.set(State.OPEN);
    }
}
