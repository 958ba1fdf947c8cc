package io.guichet.directory.internal;

import io.guichet.audit.Trail;
import io.guichet.audit.TrailRow;
import io.guichet.country.MemberFile;
import io.guichet.country.MemberRecords;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.UnitOfWork;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The trail of a member in terms of the fields on screen.
final class MemberHistory {

    /// A row of the trail may be about a column that is no field.
    private static final int ROWS_PER_CHANGE = 3;
    private static final int CONFLICT_ROWS = 500;
    /// Somebody who left no trace in the trail: a bulk load, a repair by the owner.
    private static final String UNKNOWN = "?";

    private final Trail trail;
    private final Clock clock;

    MemberHistory(Trail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /// What happened to the fields, newest first.
    List<FieldChange> of(UnitOfWork work, MemberRecords records, FileRef member, int limit) {
        Map<String, String> fields = fieldBySource(records.groups());
        List<FieldChange> changes = new ArrayList<>();
        for (TrailRow row : trail.of(work, member, 0, limit * ROWS_PER_CHANGE)) {
            String field = fields.get(row.source());
            if (field != null && changes.size() < limit && !Objects.equals(row.before(), row.after())) {
                changes.add(new FieldChange(field, row.before(), row.after(), row.by(), row.at()));
            }
        }
        return changes;
    }

    /// How `current` differs from `base`, the values of `version`, and who made each difference; newest last.
    List<FieldChange> since(UnitOfWork work, MemberRecords records, long version, FieldValues base,
                            MemberFile current) {
        List<TrailRow> rows = trail.of(work, current.ref(), version, CONFLICT_ROWS);
        List<FieldChange> changes = new ArrayList<>();
        for (FieldGroup group : records.groups()) {
            for (FieldSpec field : group.fields()) {
                @Nullable String before = base.get(field.key()).orElse(null);
                @Nullable String after = current.values().get(field.key()).orElse(null);
                if (!Objects.equals(before, after)) {
                    Optional<TrailRow> wrote = rows.stream().filter(row -> row.source().equals(field.source()))
                            .findFirst().or(() -> rows.stream().findFirst());
                    changes.add(new FieldChange(field.key(), before, after,
                            wrote.map(TrailRow::by).orElse(UNKNOWN),
                            wrote.map(TrailRow::at).orElseGet(clock::instant)));
                }
            }
        }
        changes.sort(Comparator.comparing(FieldChange::at));
        return changes;
    }

    private static Map<String, String> fieldBySource(List<FieldGroup> groups) {
        Map<String, String> fields = new HashMap<>();
        groups.forEach(group -> group.fields().forEach(field -> fields.put(field.source(), field.key())));
        return fields;
    }
}
