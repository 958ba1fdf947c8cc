package io.guichet.contract.ui;

import io.guichet.country.form.FieldViewModel;
import io.guichet.country.form.FieldWords;
import org.jspecify.annotations.Nullable;

/// The values of a draft as a person reads them: what the country offers by its name.
final class DraftWords extends FieldWords {

    private final DraftForm draft;

    DraftWords(DraftForm draft, ScreenParts parts) {
        super(parts.texts(), parts.input());
        this.draft = draft;
    }

    @Override
    public String value(FieldViewModel field, @Nullable String canonical) {
        return canonical == null ? "" : draft.offered(field, canonical).orElseGet(() -> super.value(field, canonical));
    }
}
