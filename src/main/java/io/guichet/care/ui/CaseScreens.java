package io.guichet.care.ui;

import io.guichet.kernel.FileKind;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.ScreenFactory;
import java.util.Optional;

/// The screens of cases.
public final class CaseScreens implements ScreenFactory {

    private final CaseDesk desk;
    private final FxmlViews views;

    public CaseScreens(CaseDesk desk, FxmlViews views) {
        this.desk = desk;
        this.views = views;
    }

    @Override
    public Optional<Screen> make(String id) {
        return FileScreens.file(id).filter(file -> file.kind() == FileKind.CASE)
                .map(file -> new CaseScreen(file, desk, views));
    }
}
