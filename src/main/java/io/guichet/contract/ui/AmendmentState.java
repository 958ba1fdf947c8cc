package io.guichet.contract.ui;

import io.guichet.contract.AmendmentDetails;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.form.FieldViewModel;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.Problem;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is known of an amendment on the screen. Written by `AmendmentViewModel` alone.
public final class AmendmentState {

    /// What there is to see.
    public enum Phase { LOADING, CHOOSING, DRAFT, CLOSED, MISSING, FAILED }

    final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.LOADING);
    final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<List<AmendmentKind>> kinds = new ReadOnlyObjectWrapper<>(List.of());
    final ReadOnlyObjectWrapper<@Nullable DraftForm> draft = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<@Nullable AmendmentDetails> details = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<@Nullable FieldViewModel> attention = new ReadOnlyObjectWrapper<>();

    AmendmentState() {
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Why it could not be read, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What can be chosen.
    public ReadOnlyObjectProperty<List<AmendmentKind>> kindsProperty() {
        return kinds.getReadOnlyProperty();
    }

    /// What is being typed, or null before a kind is chosen.
    public ReadOnlyObjectProperty<@Nullable DraftForm> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /// What is stored, or null.
    public ReadOnlyObjectProperty<@Nullable AmendmentDetails> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /// The field that wants the cursor.
    public ReadOnlyObjectProperty<@Nullable FieldViewModel> attentionProperty() {
        return attention.getReadOnlyProperty();
    }

    /// This field wants the cursor, or none does.
    void attend(Optional<FieldViewModel> wanted) {
        attention.set(null);
        wanted.ifPresent(attention::set);
    }

    /// Whether all that is typed can be read; else it complains and the first such field wants the cursor.
    boolean demandReadable(DraftForm typed) {
        Optional<FieldViewModel> unreadable = typed.form().firstUnreadable();
        attend(unreadable);
        return unreadable.isEmpty();
    }

    /// The same, and whether everything is filled that must be.
    boolean demandComplete(DraftForm typed) {
        if (!demandReadable(typed)) {
            return false;
        }
        List<FieldViewModel> lacking = typed.form().fields().stream().filter(FieldViewModel::lacking).toList();
        lacking.forEach(field -> field.complain(UserMessage.of("country.error.required")));
        attend(lacking.stream().findFirst());
        return lacking.isEmpty();
    }

    /// What is being typed, as long as it is a draft.
    Optional<DraftForm> open() {
        return isDraft() ? Optional.ofNullable(draft.get()) : Optional.empty();
    }

    boolean isDraft() {
        return phase.get() == Phase.DRAFT;
    }
}
