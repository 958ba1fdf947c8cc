package io.guichet.reimbursement.ui.claim;

import io.guichet.kernel.UserMessage;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Why nothing is paid: a coded reason, and the sentence that the member will read.
public final class RejectForm extends DecidingForm {

    static final String REASON = "reason";
    static final String NOTE = "note";

    private final List<String> reasons;
    private final Locale language;
    private final ObjectProperty<@Nullable String> reason = new SimpleObjectProperty<>();
    private final StringProperty note = new SimpleStringProperty("");

    /// @param reasons  of the country, in the order to offer
    /// @param language in which the member is written to
    RejectForm(List<String> reasons, Locale language) {
        this.reasons = List.copyOf(reasons);
        this.language = language;
        watch(reason, note);
    }

    public List<String> reasons() {
        return reasons;
    }

    /// In which the member reads it.
    public Locale language() {
        return language;
    }

    public ObjectProperty<@Nullable String> reasonProperty() {
        return reason;
    }

    public StringProperty noteProperty() {
        return note;
    }

    /// What the member will read; null while no reason is chosen.
    public @Nullable UserMessage letter() {
        return reason.get() == null ? null : UserMessage.of("country.rejectionLetter." + reason.get());
    }

    @Override
    public boolean typed() {
        return reason.get() != null || !note.get().isBlank();
    }

    @Override
    boolean has(String field) {
        return field.equals(REASON) || field.equals(NOTE);
    }
}
