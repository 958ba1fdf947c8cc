package io.guichet.reimbursement.ui.claim;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Shortcut;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.WorkFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;

/// A claim in a tab. Once the next one was taken here, each decision is followed by the next one in the same tab.
final class ClaimScreen implements Screen, ClaimHost {

    private final ClaimWork work;
    private final ClaimPane pane;
    private final LatestWork taking;
    private final ObservableValue<String> title;
    private FileRef file;
    private boolean flowing;

    ClaimScreen(FileRef file, ClaimWork work, ClaimParts parts) {
        this.file = file;
        this.work = work;
        taking = new LatestWork(work.background());
        pane = new ClaimPane(work, parts, this, false);
        title = Bindings.createStringBinding(() -> pane.claim().titleProperty().get().isEmpty()
                ? parts.texts().get("reimbursement.claim.title")
                : pane.claim().titleProperty().get(),
                parts.texts().localeProperty(), pane.claim().titleProperty());
        pane.show(file);
    }

    @Override
    public String id() {
        return FileScreens.id(file);
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public void expect(String label) {
        pane.claim().expect(label);
    }

    @Override
    public Optional<CountryCode> country() {
        return Optional.of(file.country());
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return pane.unsaved();
    }

    @Override
    public Parent createView() {
        return (Parent) pane.createView();
    }

    @Override
    public List<Shortcut> shortcuts() {
        List<Shortcut> keys = new ArrayList<>(pane.shortcuts());
        keys.removeIf(key -> key.keys().equals(ClaimKeys.NEXT) || key.keys().equals(ClaimKeys.PREVIOUS));
        // Enter and Escape are those of other fields while no form is open.
        boolean free = pane.claim().formProperty().get() == null;
        keys.removeIf(key -> free && (key.keys().equals(FormView.CONFIRM) || key.keys().equals(FormView.LEAVE)));
        keys.add(new Shortcut(new KeyCodeCombination(KeyCode.N), "reimbursement.claim.shortcut.takeNext", this::next));
        return keys;
    }

    @Override
    public void decided(Decided done) {
        if (flowing) {
            next();
        }
    }

    /// Takes the most urgent claim that nobody has, into this tab.
    @Override
    public void next() {
        if (pane.claim().formProperty().get() != null || !work.decides(file.country())) {
            return;
        }
        taking.run(() -> work.worklist().takeNext(WorkFilter.ALL), found -> found.ifPresent(row -> {
            flowing = true;
            show(row.claim());
        }), pane.deciding().commands()::failed);
    }

    @Override
    public void previous() {
        // A tab has one claim.
    }

    @Override
    public void undone(FileRef claim) {
        show(claim);
    }

    private void show(FileRef claim) {
        file = claim;
        pane.show(claim);
    }

    @Override
    public void refresh() {
        pane.refresh();
    }

    @Override
    public void close() {
        taking.cancel();
        pane.close();
    }
}
