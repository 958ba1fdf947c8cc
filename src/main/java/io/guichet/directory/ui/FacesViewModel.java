package io.guichet.directory.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The faces of a member file within its tab, and the way back through them.
public final class FacesViewModel {

    /// What a member file can show below its header.
    public enum Face {
        /// What answers a call.
        OVERVIEW,
        /// The fields, to be edited where they stand.
        DETAILS,
        /// Every cover, in full.
        CONTRACTS,
        /// All claims.
        CLAIMS,
        /// All payments.
        PAYMENTS,
        /// Who changed what.
        HISTORY,
        /// The same person in another country, beside.
        BESIDE
    }

    private static final int MOST = 50;

    private final ReadOnlyObjectWrapper<Face> face;
    private final Deque<Face> before = new ArrayDeque<>();

    FacesViewModel(Face first) {
        face = new ReadOnlyObjectWrapper<>(first);
    }

    public ReadOnlyObjectProperty<Face> faceProperty() {
        return face.getReadOnlyProperty();
    }

    /// Shows a face; `back` returns to the one before.
    public void show(Face wanted) {
        if (wanted != face.get()) {
            before.push(face.get());
            if (before.size() > MOST) {
                before.removeLast();
            }
            face.set(wanted);
        }
    }

    /// Returns to the face before.
    ///
    /// @return false when there is none
    public boolean back() {
        if (before.isEmpty()) {
            return false;
        }
        face.set(before.pop());
        return true;
    }

    /// A face that is no longer there: nobody comes back to it.
    void forget(Face gone) {
        before.removeIf(each -> each == gone);
        if (face.get() == gone) {
            face.set(before.isEmpty() ? Face.OVERVIEW : before.pop());
        }
    }
}
