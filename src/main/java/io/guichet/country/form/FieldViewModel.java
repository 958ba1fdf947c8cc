package io.guichet.country.form;

import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.Reading;
import io.guichet.country.field.Sensitivity;
import io.guichet.kernel.UserMessage;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One field of a form: what is typed, what it means, what it was, and what is wrong with it. What a person typed is
/// replaced only by the person (`undo`, `take`), never by something that arrives.
public final class FieldViewModel {

    private final FieldSpec spec;
    private final boolean editable;
    private final FieldInput input;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper masked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper oldText = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable String> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> suggestion = new ReadOnlyObjectWrapper<>();
    private Locale locale;
    private @Nullable String base;
    private @Nullable UserMessage refusal;
    private @Nullable String probable;
    private boolean revealed;
    private boolean writing;

    /// @param editable whether this person may change files like this; a field that may never be changed stays so
    /// @param stored   the canonical value that is stored, null for none
    public FieldViewModel(FieldSpec spec, boolean editable, FieldInput input, Locale locale, @Nullable String stored) {
        this.spec = spec;
        this.editable = editable && spec.editable();
        this.input = input;
        this.locale = locale;
        this.base = stored;
        show(stored);
        // Not at once: that nothing stands in a required field yet is nothing that somebody typed.
        text.subscribe((before, after) -> typed(after));
    }

    public FieldSpec spec() {
        return spec;
    }

    /// What stands in the control: a formatted value, or whatever is being typed. For a flag `true` or `false`, for a
    /// choice the option.
    public StringProperty textProperty() {
        return text;
    }

    /// The canonical value, or null when the field is empty or cannot be read.
    public ReadOnlyObjectProperty<@Nullable String> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /// Whether it differs from what is stored.
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// Whether only a masked form is shown; it can be changed once it is revealed.
    public ReadOnlyBooleanProperty maskedProperty() {
        return masked.getReadOnlyProperty();
    }

    /// What is stored, as a person reads it: masked as long as the field was not revealed.
    public ReadOnlyStringProperty oldTextProperty() {
        return oldText.getReadOnlyProperty();
    }

    /// What is wrong, or null. While somebody types, an old complaint disappears as soon as it is mended and a new one
    /// waits until the field is left.
    public ReadOnlyObjectProperty<@Nullable UserMessage> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What was probably meant by something that was refused, canonical, or null: a number with its missing key.
    public ReadOnlyObjectProperty<@Nullable String> suggestionProperty() {
        return suggestion.getReadOnlyProperty();
    }

    /// Whether this person may ever change it here.
    public boolean editable() {
        return editable;
    }

    public boolean changed() {
        return changed.get();
    }

    public boolean masked() {
        return masked.get();
    }

    public @Nullable String value() {
        return value.get();
    }

    public @Nullable String base() {
        return base;
    }

    /// Whether what is typed could not be read.
    public boolean unreadable() {
        return refusal != null;
    }

    /// The person left the field: a readable value is written properly, an unreadable one is explained.
    public void leave() {
        if (masked.get()) {
            write(base);
            return;
        }
        if (refusal == null) {
            write(value.get());
        }
        checkNow();
    }

    /// Says what is wrong with what stands here now.
    public void checkNow() {
        if (refusal != null) {
            problem.set(refusal);
            suggestion.set(probable);
        }
    }

    /// Takes over what was probably meant.
    public void takeSuggestion() {
        String meant = suggestion.get();
        if (meant != null) {
            text.set(input.edited(spec, meant, locale));
            leave();
        }
    }

    /// Whether it must be filled and is not.
    public boolean lacking() {
        return spec.required() && refusal == null && value.get() == null;
    }

    /// A complaint that only the file as a whole, or the database, could raise.
    public void complain(UserMessage message) {
        problem.set(message);
    }

    /// Takes back what the file as a whole complained about; what is wrong with what is typed stays said.
    public void dropComplaint() {
        if (refusal == null) {
            problem.set(null);
        }
    }

    /// Puts back what is stored.
    public void undo() {
        show(base);
    }

    /// Shows the value; the caller has recorded that it did.
    public void reveal() {
        if (!revealed) {
            revealed = true;
            if (!changed.get()) {
                show(base);
            } else {
                remember();
            }
        }
    }

    /// The stored value became another one. A field being edited keeps what was typed.
    public void rebase(@Nullable String stored) {
        boolean edited = changed.get();
        base = stored;
        if (edited) {
            remember();
            changed.set(differs());
        } else {
            show(stored);
        }
    }

    /// `stored` was written for `sent`. What was typed after sending stays.
    public void settle(@Nullable String sent, @Nullable String stored) {
        base = stored;
        if (refusal == null && Objects.equals(value.get(), sent)) {
            show(stored);
        } else {
            rebase(stored);
        }
    }

    /// The person wants the value that somebody else stored.
    public void take(@Nullable String stored) {
        base = stored;
        show(stored);
    }

    /// Another language: dates are written differently.
    public void use(Locale language) {
        locale = language;
        if (refusal == null) {
            UserMessage complaint = problem.get();
            write(value.get());
            problem.set(complaint);
        }
        remember();
    }

    /// A canonical value of this field as a person may read it now: masked unless it was revealed.
    public String readable(@Nullable String canonical) {
        if (canonical == null) {
            return "";
        }
        return hides() ? input.masked(spec, canonical) : input.edited(spec, canonical, locale);
    }

    private boolean hides() {
        return spec.sensitivity() == Sensitivity.IDENTIFYING && !revealed;
    }

    private void show(@Nullable String canonical) {
        refusal = null;
        probable = null;
        problem.set(null);
        suggestion.set(null);
        changed.set(false);
        value.set(canonical);
        write(canonical);
        remember();
    }

    private void write(@Nullable String canonical) {
        writing = true;
        try {
            boolean stored = Objects.equals(canonical, base);
            masked.set(stored && canonical != null && hides());
            text.set(masked.get() ? input.masked(spec, canonical) : input.edited(spec, canonical, locale));
        } finally {
            writing = false;
        }
    }

    private void remember() {
        oldText.set(readable(base));
    }

    private void typed(String now) {
        if (writing || masked.get()) {
            return;
        }
        switch (input.read(spec, now)) {
            case Reading.Value(@Nullable String canonical) -> understood(canonical, null, null);
            case Reading.Refused(UserMessage refused, @Nullable String meant) -> understood(null, refused, meant);
        }
        changed.set(differs());
        UserMessage shown = problem.get();
        if (shown != null) {
            problem.set(refusal);
            suggestion.set(probable);
        }
    }

    private void understood(@Nullable String canonical, @Nullable UserMessage refused, @Nullable String meant) {
        refusal = refused;
        value.set(canonical);
        probable = meant;
    }

    private boolean differs() {
        return refusal != null || !Objects.equals(value.get(), base);
    }
}
