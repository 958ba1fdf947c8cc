package io.guichet.bootstrap.tour;

import io.guichet.kernel.FileKind;
import io.guichet.platform.ui.Theme;
import io.guichet.shell.ui.ShellScreens;
import io.guichet.shell.ui.TabsViewModel;
import java.util.List;

/// The main window's own screens.
final class ShellStop implements TourStop {

    @Override
    public void visit(TourGuide guide) {
        open(guide, TabsViewModel.HOME);
        guide.picture("home");
        palette(guide, "");
        guide.picture("palette-empty");
        guide.act(() -> guide.composition().window().dismiss());
        palette(guide, "mar");
        guide.picture("palette-hits");
        theme(guide, Theme.DARK);
        guide.picture("palette-hits-dark");
        theme(guide, Theme.LIGHT);
        guide.act(() -> guide.composition().window().dismiss());
        for (FileKind kind : List.of(FileKind.ACCOUNT, FileKind.CLAIM, FileKind.CASE)) {
            palette(guide, kind == FileKind.ACCOUNT ? "mar" : kind == FileKind.CLAIM ? "2026000" : "50");
            guide.act(() -> guide.composition().shell().palette().kindProperty().set(kind));
            guide.picture("palette-" + kind.code());
            guide.act(() -> guide.composition().window().dismiss());
        }
        palette(guide, "xqzw 99999");
        guide.picture("palette-nothing-found");
        guide.act(() -> guide.composition().window().dismiss());
        open(guide, ShellScreens.SETTINGS);
        guide.picture("settings");
        open(guide, TabsViewModel.HOME);
        theme(guide, Theme.DARK);
        guide.picture("home-dark");
        theme(guide, Theme.LIGHT);
        guide.resize(1920, 1080);
        guide.picture("home-1920x1080");
        guide.resize(TourGuide.WIDTH, TourGuide.HEIGHT);
    }

    static void theme(TourGuide guide, Theme theme) {
        guide.act(() -> guide.shared().appearance().themeProperty().set(theme));
    }

    private static void open(TourGuide guide, String id) {
        guide.act(() -> guide.composition().tabs().open(id, false));
    }

    private static void palette(TourGuide guide, String text) {
        guide.act(() -> guide.composition().window().search());
        guide.type("#query", text);
    }
}
