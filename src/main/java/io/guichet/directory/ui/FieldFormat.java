package io.guichet.directory.ui;

import io.guichet.country.field.FieldSpec;
import io.guichet.kernel.UserMessage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How values are read from what people type, and written for them to read.
public interface FieldFormat {

    /// What was typed into `field`; spaces around it do not count.
    Reading read(FieldSpec field, String typed, Locale locale);

    /// A canonical value as people of `locale` write it.
    String write(FieldSpec field, String canonical, Locale locale);

    /// A canonical value with all but what helps to recognise it hidden.
    String mask(FieldSpec field, String canonical);

    /// What was made of something typed.
    ///
    /// @param value   canonical, or null when the field is empty or could not be read
    /// @param problem why it was refused, or null
    record Reading(@Nullable String value, @Nullable UserMessage problem) {
    }
}
