package io.guichet.document.ui;

import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.FilePanels;
import java.util.Optional;

/// Documents on the screens of members, contracts, amendments and cases.
public final class DocumentPanels implements FilePanels {

    private final DocumentDesk desk;

    public DocumentPanels(DocumentDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<FilePanel> make(FileRef file) {
        return switch (file.kind()) {
            case MEMBER, CONTRACT, AMENDMENT, CASE -> Optional.of(new DocumentPanel(file, desk));
            case COMPANY, CLAIM, QUOTE, ACCOUNT -> Optional.empty();
        };
    }
}
