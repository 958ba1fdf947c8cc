package io.guichet.shell.ui;

import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.FileScreens;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The files a person opened lately, newest first.
public final class RecentFiles {

    /// How many are remembered.
    public static final int MOST = 12;

    private final ObservableList<FileRef> files = FXCollections.observableArrayList();
    private final ObservableList<FileRef> seen = FXCollections.unmodifiableObservableList(files);

    /// @param remembered ids of screens, newest first; ids that show no file are left out
    public RecentFiles(List<String> remembered) {
        remembered.stream().map(FileScreens::file).flatMap(Optional::stream).limit(MOST).forEach(files::add);
    }

    /// The files; changes are told.
    public ObservableList<FileRef> files() {
        return seen;
    }

    /// This file was opened now.
    public void opened(FileRef file) {
        if (!files.isEmpty() && files.getFirst().equals(file)) {
            return;
        }
        files.remove(file);
        files.addFirst(file);
        if (files.size() > MOST) {
            files.removeLast();
        }
    }

    /// What is remembered for the next start.
    public List<String> ids() {
        return files.stream().map(FileScreens::id).toList();
    }
}
