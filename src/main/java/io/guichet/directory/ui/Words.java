package io.guichet.directory.ui;

import io.guichet.country.field.FieldInput;
import io.guichet.country.form.FieldWords;
import io.guichet.kernel.FileKind;
import io.guichet.platform.i18n.Moments;
import io.guichet.platform.i18n.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// Values and moments as a person reads them.
final class Words extends FieldWords {

    private final Moments moments;
    private final Clock clock;

    Words(Texts texts, FieldInput input, Clock clock) {
        super(texts, input);
        moments = new Moments(texts, clock);
        this.clock = clock;
    }

    /// What a kind of file is called.
    static String kind(Texts texts, FileKind kind) {
        return texts.get(switch (kind) {
            case MEMBER -> "directory.card.kind.member";
            case COMPANY -> "directory.card.kind.company";
            case CONTRACT -> "directory.card.kind.contract";
            case CLAIM -> "directory.card.kind.claim";
            case CASE -> "directory.card.kind.case";
            case QUOTE -> "directory.card.kind.quote";
            case ACCOUNT -> "directory.card.kind.account";
            case AMENDMENT -> "directory.card.kind.amendment";
        });
    }

    /// What a tab says: what the file is called, and while nobody knows it only what it is.
    static ObservableValue<String> title(ObservableValue<String> name, FileKind kind, Texts texts) {
        return Bindings.createStringBinding(() -> name.getValue().isEmpty() ? kind(texts, kind) : name.getValue(),
                name, texts.localeProperty());
    }

    /// A moment, the nearer the more like people say it.
    String moment(Instant at) {
        return moments.of(at);
    }

    /// Whole years since a birth.
    int age(LocalDate birth) {
        return Math.max(0, Period.between(birth, LocalDate.now(clock)).getYears());
    }
}
