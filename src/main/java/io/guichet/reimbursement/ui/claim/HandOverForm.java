package io.guichet.reimbursement.ui.claim;

import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A claim that only a lead may approve: what they are told.
public final class HandOverForm extends DecidingForm {

    static final String NOTE = "note";

    private final Money amount;
    private final UserMessage why;
    private final StringProperty note = new SimpleStringProperty("");

    /// @param amount that is proposed
    /// @param why    this person may not
    HandOverForm(Money amount, UserMessage why) {
        this.amount = amount;
        this.why = why;
        watch(note);
    }

    public Money amount() {
        return amount;
    }

    public UserMessage why() {
        return why;
    }

    public StringProperty noteProperty() {
        return note;
    }

    @Override
    public boolean typed() {
        return !note.get().isBlank();
    }

    @Override
    boolean has(String field) {
        return field.equals(NOTE);
    }
}
