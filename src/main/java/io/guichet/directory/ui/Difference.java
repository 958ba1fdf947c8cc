package io.guichet.directory.ui;

import io.guichet.country.field.FieldValues;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldViewModel;
import io.guichet.kernel.FieldChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A field that somebody else changed while it stood on this screen.
///
/// @param field  the field
/// @param before what this screen was based on
/// @param theirs what is stored now
/// @param by     who changed it, or null when the trail does not tell
/// @param at     when, or null when the trail does not tell
public record Difference(FieldViewModel field, @Nullable String before, @Nullable String theirs, @Nullable String by,
                         @Nullable Instant at) {

    /// Whether this person wants yet another value: one of the two must go.
    public boolean overlaps() {
        return field.changed() && (field.unreadable() || !Objects.equals(field.value(), theirs));
    }

    /// What became different in `stored` since the form was filled; `trail` tells who did it, in any order.
    static List<Difference> between(FieldForm form, FieldValues stored, List<FieldChange> trail) {
        List<Difference> differences = new ArrayList<>();
        for (FieldViewModel field : form.fields()) {
            String key = field.spec().key();
            String before = form.base().get(key).orElse(null);
            String theirs = stored.get(key).orElse(null);
            if (!Objects.equals(before, theirs)) {
                FieldChange last = trail.stream().filter(change -> change.field().equals(key))
                        .max(Comparator.comparing(FieldChange::at)).orElse(null);
                differences.add(new Difference(field, before, theirs,
                        last == null ? null : last.by(), last == null ? null : last.at()));
            }
        }
        return List.copyOf(differences);
    }
}
