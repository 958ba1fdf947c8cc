package io.guichet.contract.ui;

import io.guichet.contract.AmendmentPreview;
import io.guichet.country.contract.AmendmentKind.Subject;
import io.guichet.country.contract.PossibleDuplicate;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.Section;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// A look at what a stored draft would do: before and after, and who a newcomer may already be.
public final class AmendmentLook {

    private final Section<AmendmentPreview> preview;
    private final Section<List<PossibleDuplicate>> duplicates;
    private final ReadOnlyBooleanWrapper current = new ReadOnlyBooleanWrapper();

    /// @param stored the draft's file, asked for when there is one
    AmendmentLook(ContractWork work, Supplier<@Nullable FileRef> stored) {
        preview = new Section<>(work.background(), () -> {
            FileRef ref = Objects.requireNonNull(stored.get(), "not stored yet");
            return () -> work.amendments().preview(ref);
        });
        duplicates = new Section<>(work.background(), () -> {
            FileRef ref = Objects.requireNonNull(stored.get(), "not stored yet");
            return () -> work.amendments().duplicates(ref);
        });
    }

    /// Before and after.
    public Section<AmendmentPreview> preview() {
        return preview;
    }

    /// Who the newcomer may already be.
    public Section<List<PossibleDuplicate>> duplicates() {
        return duplicates;
    }

    /// Whether nothing was typed since it was asked for.
    public ReadOnlyBooleanProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Looks at what is stored.
    void load(DraftForm draft) {
        current.set(true);
        preview.load();
        if (draft.kind().subject() == Subject.NEWCOMER && draft.subjectProperty().get() == null) {
            duplicates.load();
        } else {
            duplicates.clear();
        }
    }

    /// Asks again, when there was something to see.
    void again() {
        if (preview.value() != null) {
            preview.load();
        }
    }

    /// This is missing now: asks again, unless what is seen or being asked for says so already.
    void missing(List<String> now) {
        AmendmentPreview seen = preview.value();
        if (seen != null && !preview.busyProperty().get() && !seen.missing().equals(now)) {
            preview.load();
        }
    }

    /// Something was typed: what is seen is what was.
    void outdate() {
        current.set(false);
    }

    /// There is nothing to see any more.
    void clear() {
        current.set(false);
        preview.clear();
        duplicates.clear();
    }

    void cancel() {
        preview.cancel();
        duplicates.cancel();
    }

    /// Whether what is seen is what would be applied, and nothing stands against it.
    boolean ready(DraftForm draft) {
        AmendmentPreview seen = preview.value();
        return seen != null && current.get() && !preview.busyProperty().get() && preview.problemProperty().get() == null
                && seen.problems().isEmpty() && seen.missing().isEmpty() && !draft.dirtyProperty().get()
                && duplicates.problemProperty().get() == null && open(draft).isEmpty();
    }

    /// Members who may be the newcomer and about whom nobody has decided.
    List<PossibleDuplicate> open(DraftForm draft) {
        List<PossibleDuplicate> alike = duplicates.value();
        if (alike == null || draft.subjectProperty().get() != null) {
            return List.of();
        }
        return draft.strangerProperty().get()
                ? alike.stream().filter(each -> each.why() == PossibleDuplicate.Why.NATIONAL_ID).toList() : alike;
    }
}
