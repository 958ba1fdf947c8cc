package io.guichet.country.form;

import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldValues;
import io.guichet.country.field.Headline;
import io.guichet.kernel.FieldProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/// The fields of one file on a screen, and how many of them differ from what is stored.
public final class FieldForm {

    /// Fields under one title.
    ///
    /// @param key    text key of the title
    /// @param fields the fields, in the order the eye reads them
    public record Group(String key, List<FieldViewModel> fields) {
        public Group {
            fields = List.copyOf(fields);
        }
    }

    private final List<Group> groups;
    private final Headline headline;
    private final Map<String, FieldViewModel> byKey = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private FieldValues base;

    /// @param editable whether this person may change it
    public FieldForm(List<FieldGroup> description, FieldValues values, boolean editable, FieldInput input, Locale locale) {
        base = values;
        headline = Headline.of(description);
        List<Group> made = new ArrayList<>();
        for (FieldGroup group : description) {
            List<FieldViewModel> fields = new ArrayList<>();
            for (FieldSpec spec : group.fields()) {
                FieldViewModel field =
                        new FieldViewModel(spec, editable, input, locale, values.get(spec.key()).orElse(null));
                field.changedProperty().subscribe(this::count);
                byKey.put(spec.key(), field);
                fields.add(field);
            }
            made.add(new Group(group.key(), fields));
        }
        groups = List.copyOf(made);
    }

    public List<Group> groups() {
        return groups;
    }

    public Collection<FieldViewModel> fields() {
        return byKey.values();
    }

    /// The fields that answer a call.
    public Headline headline() {
        return headline;
    }

    /// The field of that key, or empty when the file has none.
    public Optional<FieldViewModel> field(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /// The field of `spec`, or null for a file that has none.
    public @Nullable FieldViewModel field(@Nullable FieldSpec spec) {
        return spec == null ? null : byKey.get(spec.key());
    }

    /// How many fields differ from what is stored.
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    public boolean edited() {
        return changes.get() > 0;
    }

    public FieldValues base() {
        return base;
    }

    /// All values as the person wants them; a field that cannot be read has its stored value.
    public FieldValues values() {
        FieldValues wanted = base;
        for (FieldViewModel field : byKey.values()) {
            if (field.changed() && !field.unreadable()) {
                wanted = wanted.with(field.spec().key(), field.value());
            }
        }
        return wanted;
    }

    /// The first field whose typed text cannot be read, every such field complaining; empty when all can be saved.
    public Optional<FieldViewModel> firstUnreadable() {
        byKey.values().forEach(FieldViewModel::checkNow);
        return byKey.values().stream().filter(FieldViewModel::unreadable).findFirst();
    }

    /// Shows the problems at their fields.
    ///
    /// @return the first field that has one, or empty when none of them is on this form
    public Optional<FieldViewModel> complain(List<FieldProblem> problems) {
        problems.forEach(problem ->
                field(problem.field()).ifPresent(field -> field.complain(problem.message())));
        return byKey.values().stream().filter(field -> field.problemProperty().get() != null).findFirst();
    }

    /// Puts every field back to what is stored.
    public void undoAll() {
        byKey.values().forEach(FieldViewModel::undo);
    }

    /// What is stored became `stored`; edited fields keep what was typed.
    public void rebase(FieldValues stored) {
        base = stored;
        byKey.forEach((key, field) -> field.rebase(stored.get(key).orElse(null)));
    }

    /// `sent` was saved and is now `stored`.
    public void settle(FieldValues sent, FieldValues stored) {
        base = stored;
        byKey.forEach((key, field) -> field.settle(sent.get(key).orElse(null), stored.get(key).orElse(null)));
    }

    /// Another language for dates and numbers.
    public void use(Locale language) {
        byKey.values().forEach(field -> field.use(language));
    }

    private void count() {
        changes.set((int) byKey.values().stream().filter(FieldViewModel::changed).count());
    }
}
