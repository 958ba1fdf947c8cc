package io.guichet.reimbursement.ui.claim;

import io.guichet.kernel.Money;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Why a decision is taken back, and whether it is decided again at once as the rules say now.
public final class ReopenForm extends DecidingForm {

    static final String REASON = "reason";
    static final String NOTE = "note";

    private final List<String> reasons;
    private final @Nullable Money paid;
    private final boolean favourable;
    private final ObjectProperty<@Nullable String> reason = new SimpleObjectProperty<>();
    private final StringProperty note = new SimpleStringProperty("");
    private final BooleanProperty again = new SimpleBooleanProperty();

    /// @param reasons    in the order to offer
    /// @param paid       what was paid already, or null
    /// @param favourable whether something was granted: only then the rules can decide again by themselves
    ReopenForm(List<String> reasons, @Nullable Money paid, boolean favourable) {
        this.reasons = List.copyOf(reasons);
        this.paid = paid;
        this.favourable = favourable;
        watch(reason, note, again);
    }

    public List<String> reasons() {
        return reasons;
    }

    /// What was paid already: it stays paid, and the new decision leaves a difference. Null when nothing was.
    public @Nullable Money paid() {
        return paid;
    }

    public boolean favourable() {
        return favourable;
    }

    public ObjectProperty<@Nullable String> reasonProperty() {
        return reason;
    }

    public StringProperty noteProperty() {
        return note;
    }

    /// Whether it is decided again at once.
    public BooleanProperty againProperty() {
        return again;
    }

    @Override
    public boolean typed() {
        return reason.get() != null || !note.get().isBlank() || again.get();
    }

    @Override
    boolean has(String field) {
        return field.equals(REASON) || field.equals(NOTE);
    }
}
