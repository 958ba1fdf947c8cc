package io.guichet.reimbursement.ui.claim;

import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.Reading;
import io.guichet.country.field.Sensitivity;
import io.guichet.kernel.UserMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A document that is asked for, and by when it should be here.
public final class AskForm extends DecidingForm {

    static final String DOCUMENT = "document";
    static final String UNTIL = "until";
    static final String NOTE = "note";
    private static final int USUAL_DAYS = 21;
    private static final FieldSpec DAY = new FieldSpec("reimbursement.claim.ask.until", new FieldType.Day(), true, true,
            Sensitivity.PLAIN, "", 0);

    private final List<String> documents;
    private final FieldInput input;
    private final ObjectProperty<@Nullable String> document = new SimpleObjectProperty<>();
    private final StringProperty until = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final @Nullable String firstDocument;
    private final String firstUntil;

    /// @param documents that a claim of the country may need, without those asked for already
    AskForm(List<String> documents, LocalDate today, FieldInput input, Locale locale) {
        this.documents = List.copyOf(documents);
        this.input = input;
        firstDocument = documents.isEmpty() ? null : documents.getFirst();
        firstUntil = input.edited(DAY, today.plusDays(USUAL_DAYS).toString(), locale);
        document.set(firstDocument);
        until.set(firstUntil);
        watch(document, until, note);
    }

    public List<String> documents() {
        return documents;
    }

    public ObjectProperty<@Nullable String> documentProperty() {
        return document;
    }

    public StringProperty untilProperty() {
        return until;
    }

    public StringProperty noteProperty() {
        return note;
    }

    /// The day that is typed; empty, and complained about, when it is none.
    Optional<LocalDate> day() {
        return switch (input.read(DAY, until.get())) {
            case Reading.Value(String day) -> Optional.of(LocalDate.parse(day));
            case Reading.Refused(UserMessage why, _) -> {
                problems().put(UNTIL, why);
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /// The day that is typed, or null.
    @Nullable LocalDate typedDay() {
        return input.read(DAY, until.get()) instanceof Reading.Value(String day) ? LocalDate.parse(day) : null;
    }

    @Override
    public boolean typed() {
        return !Objects.equals(document.get(), firstDocument) || !until.get().equals(firstUntil) || !note.get().isBlank();
    }

    @Override
    boolean has(String field) {
        return field.equals(DOCUMENT) || field.equals(UNTIL) || field.equals(NOTE);
    }
}
