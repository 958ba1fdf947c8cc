package io.guichet.reimbursement.ui.entry;

import io.guichet.kernel.FieldChange;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.Problem;
import io.guichet.reimbursement.Entries.Rehearsal;
import io.guichet.reimbursement.Intake.Taken;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What there is to see of a claim that is being entered.
public final class EntryState {

    /// Where it stands.
    public enum Phase {
        /// It is not known whose claim it is.
        CHOOSING,
        /// What is known is being read.
        OPENING,
        /// There is nothing to enter: no such member or claim for this person.
        NOTHING,
        /// Somebody types.
        TYPING,
        /// It was stored.
        STORED
    }

    final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.CHOOSING);
    final ReadOnlyObjectWrapper<@Nullable EntryCase> entered = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<@Nullable Rehearsal> rehearsal = new ReadOnlyObjectWrapper<>();
    final ReadOnlyBooleanWrapper current = new ReadOnlyBooleanWrapper();
    final ReadOnlyObjectWrapper<@Nullable UserMessage> hint = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<List<UserMessage>> refusals = new ReadOnlyObjectWrapper<>(List.of());
    final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<List<FieldChange>> conflict = new ReadOnlyObjectWrapper<>(List.of());
    final ReadOnlyObjectWrapper<@Nullable Instant> restored = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<@Nullable Taken> stored = new ReadOnlyObjectWrapper<>();
    final ReadOnlyBooleanWrapper storing = new ReadOnlyBooleanWrapper();
    final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");

    EntryState() {
    }

    /// Where it stands.
    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// What is typed, or null.
    public ReadOnlyObjectProperty<@Nullable EntryCase> enteredProperty() {
        return entered.getReadOnlyProperty();
    }

    /// What would become of it, as it was asked last; null while the rules cannot be asked.
    public ReadOnlyObjectProperty<@Nullable Rehearsal> rehearsalProperty() {
        return rehearsal.getReadOnlyProperty();
    }

    /// Whether that is about what stands in the fields now.
    public ReadOnlyBooleanProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// What is needed before the rules can be asked, or null.
    public ReadOnlyObjectProperty<@Nullable UserMessage> hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /// Why it cannot be stored, where no field is the cause.
    public ReadOnlyObjectProperty<List<UserMessage>> refusalsProperty() {
        return refusals.getReadOnlyProperty();
    }

    /// What went wrong, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What a colleague made different since the claim was read; empty when nobody did.
    public ReadOnlyObjectProperty<List<FieldChange>> conflictProperty() {
        return conflict.getReadOnlyProperty();
    }

    /// When what was taken up again had been kept, or null when nothing was.
    public ReadOnlyObjectProperty<@Nullable Instant> restoredProperty() {
        return restored.getReadOnlyProperty();
    }

    /// What became of it, once it is stored.
    public ReadOnlyObjectProperty<@Nullable Taken> storedProperty() {
        return stored.getReadOnlyProperty();
    }

    /// Whether it is being stored.
    public ReadOnlyBooleanProperty storingProperty() {
        return storing.getReadOnlyProperty();
    }

    /// Whether something typed, or a paper, is not stored.
    public ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /// What the member is called; empty until that is known.
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }
}
