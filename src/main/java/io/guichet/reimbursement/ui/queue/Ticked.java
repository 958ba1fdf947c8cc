package io.guichet.reimbursement.ui.queue;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.reimbursement.WorkRow;
import io.guichet.reimbursement.WorkTotals;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Rows that a person chose one by one. To be used on the JavaFX thread.
final class Ticked {

    private final Map<FileRef, WorkRow> rows = new LinkedHashMap<>();
    private final ReadOnlyBooleanWrapper choosing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<WorkTotals> totals = new ReadOnlyObjectWrapper<>(none());

    private static WorkTotals none() {
        return new WorkTotals(0, Money.ZERO, Money.ZERO);
    }

    /// Whether rows are being chosen.
    ReadOnlyBooleanProperty choosingProperty() {
        return choosing.getReadOnlyProperty();
    }

    /// What the chosen rows add up to.
    ReadOnlyObjectProperty<WorkTotals> totalsProperty() {
        return totals.getReadOnlyProperty();
    }

    /// Begins to choose; what is chosen stays.
    void begin() {
        choosing.set(true);
    }

    /// Chooses nothing any more.
    void end() {
        rows.clear();
        sum();
        choosing.set(false);
    }

    /// Chooses the row, or leaves it out again.
    void toggle(WorkRow row) {
        begin();
        if (rows.remove(row.claim()) == null) {
            rows.put(row.claim(), row);
        }
        sum();
    }

    boolean has(FileRef claim) {
        return rows.containsKey(claim);
    }

    /// The claims, in the order they were chosen.
    List<FileRef> claims() {
        return List.copyOf(rows.keySet());
    }

    /// The rows, in the order they were chosen.
    List<WorkRow> rows() {
        return List.copyOf(rows.values());
    }

    /// What is known of rows now; those of `asked` that are not in it can be worked on no more.
    void refresh(Collection<FileRef> asked, Map<FileRef, WorkRow> now) {
        boolean changed = false;
        for (FileRef claim : asked) {
            if (rows.containsKey(claim)) {
                changed = true;
                if (now.containsKey(claim)) {
                    rows.put(claim, now.get(claim));
                } else {
                    rows.remove(claim);
                }
            }
        }
        if (changed) {
            sum();
        }
    }

    private void sum() {
        totals.set(new WorkTotals(rows.size(),
                rows.values().stream().map(WorkRow::charged).reduce(Money.ZERO, Money::plus),
                rows.values().stream().map(WorkRow::insurer).reduce(Money.ZERO, Money::plus)));
    }
}
