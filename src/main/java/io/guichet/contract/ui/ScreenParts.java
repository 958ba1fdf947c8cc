package io.guichet.contract.ui;

import io.guichet.country.field.FieldInput;
import io.guichet.country.form.FieldWords;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Dialogs;
import io.guichet.platform.ui.FileDialogs;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.FilePanels;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Notices;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// What the views of contract screens are made with.
///
/// @param views       loads them
/// @param texts       their words
/// @param input       how values are read and written
/// @param clock       now, for "a moment ago"
/// @param navigator   opens other files
/// @param dialogs     asks before something is destroyed or changed for good
/// @param fileDialogs asks for files
/// @param notices     tells in passing
/// @param panels      what other components bring to the screens of files
public record ScreenParts(FxmlViews views, Texts texts, FieldInput input, Clock clock, Navigator navigator,
                          Dialogs dialogs, FileDialogs fileDialogs, Notices notices, List<FilePanels> panels) {

    public ScreenParts {
        panels = List.copyOf(panels);
    }

    ContractWords words() {
        return new ContractWords(texts, input, clock);
    }

    FieldWords fieldWords() {
        return new FieldWords(texts, input);
    }

    /// What other components bring to that file.
    List<FilePanel> panels(FileRef file) {
        return panels.stream().map(each -> each.make(file)).flatMap(Optional::stream).toList();
    }
}
