package io.guichet.directory.ui;

import io.guichet.directory.OpenMember;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What a colleague stored while this form was edited, field by field, until the person has decided for each field
/// that both changed. Nothing is saved meanwhile, and nothing typed is touched unless the person says so.
public final class ConflictViewModel {

    private final OpenMember current;
    private final List<Difference> differences;
    private final ObservableList<Difference> undecided = FXCollections.observableArrayList();
    private final ObservableList<Difference> undecidedView = FXCollections.unmodifiableObservableList(undecided);
    private final ReadOnlyBooleanWrapper decided = new ReadOnlyBooleanWrapper();

    ConflictViewModel(OpenMember current, List<Difference> differences) {
        this.current = current;
        this.differences = List.copyOf(differences);
        undecided.setAll(differences.stream().filter(Difference::overlaps).toList());
        decided.set(undecided.isEmpty());
    }

    /// All that became different, in the order of the form.
    public List<Difference> differences() {
        return differences;
    }

    /// Those that wait for a decision.
    public ObservableList<Difference> undecided() {
        return undecidedView;
    }

    /// Whether nothing waits for a decision any more.
    public ReadOnlyBooleanProperty decidedProperty() {
        return decided.getReadOnlyProperty();
    }

    OpenMember current() {
        return current;
    }

    void take(Difference difference) {
        difference.field().take(difference.theirs());
        settle(difference);
    }

    void keep(Difference difference) {
        settle(difference);
    }

    private void settle(Difference difference) {
        undecided.remove(difference);
        decided.set(undecided.isEmpty());
    }
}
