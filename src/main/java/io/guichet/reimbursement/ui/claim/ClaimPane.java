package io.guichet.reimbursement.ui.claim;

import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.FilePanels;
import io.guichet.platform.ui.Shortcut;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// A claim as a part of a screen: it is shown, decided, and tells its host. To be used on the JavaFX thread.
public final class ClaimPane implements AutoCloseable {

    private final ClaimWork work;
    private final ClaimParts parts;
    private final boolean beside;
    private final ClaimViewModel claim;
    private final ClaimDeciding deciding;
    private final ClaimLook look = new ClaimLook();
    private final ReadOnlyIntegerWrapper again = new ReadOnlyIntegerWrapper();
    private final List<Shortcut> shortcuts;
    private @Nullable Node view;
    private @Nullable FileRef panelsOf;
    private List<FilePanel> panels = List.of();

    /// @param beside whether it stands beside a list, from which a claim can be opened in a tab
    ClaimPane(ClaimWork work, ClaimParts parts, ClaimHost host, boolean beside) {
        this.work = work;
        this.parts = parts;
        this.beside = beside;
        claim = new ClaimViewModel(work);
        deciding = new ClaimDeciding(claim, work, parts.notices(), parts.texts()::locale, host);
        shortcuts = ClaimKeys.of(claim, deciding, look, host, this::again);
    }

    /// Makes the view; again after the language changed.
    public Node createView() {
        view = parts.views().view("reimbursement/claim").with(ClaimController.class,
                () -> new ClaimController(this, work, parts.texts())).load();
        return view;
    }

    /// Shows a claim, or none. What was typed for the one before is kept until it is shown again.
    public void show(@Nullable FileRef wanted) {
        claim.show(wanted);
    }

    /// The claim that is shown, or null.
    public @Nullable FileRef shown() {
        return claim.shown();
    }

    /// Asks again for what is shown.
    public void refresh() {
        claim.load();
        panels.forEach(FilePanel::refresh);
    }

    /// Whether something typed is not decided.
    public ReadOnlyProperty<Boolean> unsaved() {
        return claim.unsavedProperty();
    }

    /// Whether letters decide: no form is open on the claim.
    public boolean isFree() {
        return claim.formProperty().get() == null;
    }

    /// The keys of a claim, for F1.
    public List<Shortcut> shortcuts() {
        return shortcuts;
    }

    /// Does what a key means for the claim that is shown; false when it means nothing here now: while something is typed, and
    /// while a form is open, letters are letters.
    public boolean handle(KeyEvent pressed) {
        Node focused = view == null || view.getScene() == null ? null : view.getScene().getFocusOwner();
        if (!ClaimKeys.meant(pressed, claim, focused)) {
            return false;
        }
        Optional<Shortcut> meant = shortcuts.stream().filter(shortcut -> shortcut.keys().match(pressed)).findFirst();
        meant.ifPresent(shortcut -> shortcut.action().run());
        return meant.isPresent();
    }

    ClaimViewModel claim() {
        return claim;
    }

    ClaimDeciding deciding() {
        return deciding;
    }

    ClaimLook look() {
        return look;
    }

    ClaimParts parts() {
        return parts;
    }

    boolean isBeside() {
        return beside;
    }

    /// Changes when the claim is to be drawn anew, with more or less of it explained.
    ReadOnlyIntegerProperty againProperty() {
        return again.getReadOnlyProperty();
    }

    void again() {
        again.set(again.get() + 1);
    }

    /// What other components bring to a claim.
    List<FilePanel> panels(FileRef file) {
        if (!file.equals(panelsOf)) {
            panels.forEach(FilePanel::close);
            panelsOf = file;
            panels = parts.beside().stream().map((FilePanels each) -> each.make(file)).flatMap(Optional::stream).toList();
        }
        return panels;
    }

    @Override
    public void close() {
        claim.close();
        panels.forEach(FilePanel::close);
    }
}
