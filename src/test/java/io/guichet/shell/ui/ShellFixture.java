package io.guichet.shell.ui;

import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.live.Change;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Appearance;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.NoticeHost;
import io.guichet.platform.ui.Overlay;
import io.guichet.platform.ui.OverlayDialogs;
import io.guichet.platform.ui.ScreenFactory;
import io.guichet.testing.ImmediateBackground;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.stage.Stage;

/// A main window over a directory in memory.
final class ShellFixture {

    static final Rights CARE = new Rights("care", Set.of(StaffGroup.CARE_AGENT),
            Set.of(new CountryCode("FR"), new CountryCode("BE"), new CountryCode("ES")));

    final SearchableDirectory directory = new SearchableDirectory();
    final Feed feed = new Feed();
    final FakeScreen.Factory files = new FakeScreen.Factory();
    final RecentFiles recent;
    final TabsViewModel tabs;
    final ShellViewModel shell;
    final MainWindow window;
    final List<String> events = new ArrayList<>();

    ShellFixture(Texts texts, Appearance appearance, List<String> remembered) {
        recent = new RecentFiles(remembered);
        FxmlViews views = new FxmlViews(texts);
        Overlay overlay = new Overlay();
        NoticeHost notices = new NoticeHost(texts);
        ImmediateBackground background = new ImmediateBackground();
        window = new MainWindow(new Stage(), views, texts, appearance, overlay, notices,
                () -> events.add("signed out"));
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
        ScreenFactory own = new ShellScreens(views, texts, appearance, directory, background, recent, clock,
                this::shell, window);
        List<ScreenFactory> factories = List.of(own, files);
        tabs = new TabsViewModel(factories, new OverlayDialogs(overlay), notices, texts, recent);
        PaletteViewModel palette = new PaletteViewModel(directory, background, texts, tabs, recent,
                List.of(FileKind.MEMBER, FileKind.COMPANY, FileKind.CONTRACT, FileKind.CLAIM), CARE.countries());
        shell = new ShellViewModel(CARE, () -> "localhost", factories, tabs, palette, feed, background);
    }

    private ShellViewModel shell() {
        return shell;
    }

    /// A feed that the test speaks for.
    static final class Feed implements ChangeFeed {

        private final List<Consumer<State>> listeners = new ArrayList<>();

        @Override
        public Subscription onChange(Consumer<Change> listener) {
            return () -> { };
        }

        @Override
        public Subscription onState(Consumer<State> listener) {
            listeners.add(listener);
            listener.accept(State.CONNECTED);
            return () -> listeners.remove(listener);
        }

        void state(State state) {
            List.copyOf(listeners).forEach(listener -> listener.accept(state));
        }

        @Override
        public void close() {
            listeners.clear();
        }
    }
}
