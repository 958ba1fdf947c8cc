package io.guichet.care.ui;

import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.FilePanels;
import java.util.Optional;

/// Cases on the screens of members.
public final class CasePanels implements FilePanels {

    private final CaseDesk desk;

    public CasePanels(CaseDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<FilePanel> make(FileRef file) {
        return file.kind() == FileKind.MEMBER ? Optional.of(new CasePanel(file, desk)) : Optional.empty();
    }
}
