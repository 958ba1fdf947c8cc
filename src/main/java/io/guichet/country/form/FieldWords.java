package io.guichet.country.form;

import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldType;
import io.guichet.platform.i18n.Texts;
import org.jspecify.annotations.Nullable;

/// Fields and their values as a person reads them, in the language in use.
public class FieldWords {

    private final Texts texts;
    private final FieldInput input;

    public FieldWords(Texts texts, FieldInput input) {
        this.texts = texts;
        this.input = input;
    }

    /// The field's label.
    public String label(FieldViewModel field) {
        return texts.get(field.spec().key());
    }

    /// A canonical value of `field`: an option by its name, a flag as yes or no, what is sensitive masked.
    public String value(FieldViewModel field, @Nullable String canonical) {
        if (canonical == null || canonical.isEmpty()) {
            return "";
        }
        return switch (field.spec().type()) {
            case FieldType.Choice _, FieldType.Flag() -> input.shown(field.spec(), canonical, texts);
            default -> field.readable(canonical);
        };
    }

    /// A value that is proposed to the person who is typing it, and therefore never masked.
    public String proposed(FieldViewModel field, String canonical) {
        return input.shown(field.spec(), canonical, texts);
    }

    /// A canonical value, or the word for an empty field.
    public String valueOrEmpty(FieldViewModel field, @Nullable String canonical) {
        String shown = value(field, canonical);
        return shown.isEmpty() ? texts.get("country.form.empty") : shown;
    }
}
