package io.guichet.bootstrap;

import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.care.ui.CaseDesk;
import io.guichet.care.ui.CasePanels;
import io.guichet.care.ui.CaseScreens;
import io.guichet.contract.AmendmentRow;
import io.guichet.contract.Amendments;
import io.guichet.contract.ui.ContractScreens;
import io.guichet.contract.ui.ContractWork;
import io.guichet.contract.ui.ScreenParts;
import io.guichet.country.Countries;
import io.guichet.directory.Directory;
import io.guichet.directory.SearchRow;
import io.guichet.directory.ui.CertificateScreens;
import io.guichet.directory.ui.DirectoryScreens;
import io.guichet.directory.ui.OpenFiles;
import io.guichet.directory.ui.Workplace;
import io.guichet.document.RequiredDocuments;
import io.guichet.document.ui.DocumentDesk;
import io.guichet.document.ui.DocumentPages;
import io.guichet.document.ui.DocumentPanels;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.Database;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.report.PaperPress;
import io.guichet.platform.ui.Appearance;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.Dialogs;
import io.guichet.platform.ui.FileDialogs;
import io.guichet.platform.ui.FilePanels;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.NoticeHost;
import io.guichet.platform.ui.Notices;
import io.guichet.platform.ui.Overlay;
import io.guichet.platform.ui.OverlayDialogs;
import io.guichet.platform.ui.ScreenFactory;
import io.guichet.platform.ui.Ticker;
import io.guichet.platform.ui.WindowFileDialogs;
import io.guichet.platform.ui.paper.PaperParts;
import io.guichet.reimbursement.ui.run.RunScreens;
import io.guichet.shell.Settings;
import io.guichet.shell.ui.MainWindow;
import io.guichet.shell.ui.PaletteViewModel;
import io.guichet.shell.ui.RecentFiles;
import io.guichet.shell.ui.ShellScreens;
import io.guichet.shell.ui.ShellViewModel;
import io.guichet.shell.ui.TabsViewModel;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Everything that works for one signed-in person, put together in plain constructors.
public final class Composition {

    private final RecentFiles recent;
    private final TabsViewModel tabs;
    private final ShellViewModel shell;
    private final MainWindow window;
    private final Notices notices;
    private final RunScreens runs;

    private Composition(RecentFiles recent, TabsViewModel tabs, ShellViewModel shell, MainWindow window,
                        Notices notices, RunScreens runs) {
        this.recent = recent;
        this.tabs = tabs;
        this.shell = shell;
        this.window = window;
        this.notices = notices;
        this.runs = runs;
    }

    /// What the whole application shares, whoever is signed in.
    ///
    /// @param countries  of this installation
    /// @param texts      in the language in use
    /// @param appearance of all windows
    /// @param background runs what waits
    /// @param ticker     does things again and again
    /// @param clock      of this computer
    public record Shared(Countries countries, Texts texts, Appearance appearance, Background background, Ticker ticker,
                         Clock clock) {
    }

    /// Who is signed in, and where.
    ///
    /// @param database   signed in
    /// @param components over that database
    /// @param rights     as of the sign-in
    /// @param feed       tells what other windows change
    /// @param place      what the status bar calls the database, in the language in use
    public record Person(Database database, Components components, Rights rights, ChangeFeed feed,
                         Supplier<String> place) {
    }

    /// Puts a main window together; on the JavaFX thread.
    ///
    /// @param signedOut what follows when the person signs out
    public static Composition of(Shared shared, Person person, Settings settings, Stage stage, Runnable signedOut) {
        return of(shared, person, settings, stage, signedOut, new WindowFileDialogs(() -> stage));
    }

    /// The same with another way to ask for files.
    public static Composition of(Shared shared, Person person, Settings settings, Stage stage, Runnable signedOut,
                                 FileDialogs chooser) {
        Texts texts = shared.texts();
        Background background = shared.background();
        Directory directory = person.components().directory();
        FxmlViews views = new FxmlViews(texts);
        Overlay overlay = new Overlay();
        NoticeHost notices = new NoticeHost(texts);
        RecentFiles recent = new RecentFiles(settings.recent());
        MainWindow window = new MainWindow(stage, views, texts, shared.appearance(), overlay, notices, signedOut);
        Later<ShellViewModel> frame = new Later<>();
        Later<TabsViewModel> navigator = new Later<>();
        ScreenFactory own = new ShellScreens(views, texts, shared.appearance(), directory, background, recent,
                shared.clock(), frame, window);
        // Parts of a member's screen that other components bring, in the order they are shown.
        DocumentDesk desk = new DocumentDesk(person.components().documents(), required(person.components().amendments()),
                background, person.feed(), chooser, notices, texts, shared.clock(), person.rights().changesMembers());
        FilePanels documents = new DocumentPanels(desk);
        CaseDesk cases = new CaseDesk(person.components().cases(), names(directory), background, person.feed(), shared.ticker(),
                navigator(navigator), texts, shared.clock(), person.rights().user(), person.rights().changesMembers(),
                List.of(documents));
        Dialogs dialogs = new OverlayDialogs(overlay);
        ContractScreens contracts = new ContractScreens(
                new ContractWork(person.components().contracts(), person.components().amendments(),
                        person.components().batches(),
                        person.components().views(), directory, person.components().documents(), background,
                        person.feed(), shared.ticker(), person.rights(), person.components().input(), shared.clock()),
                new ScreenParts(views, texts, person.components().input(), shared.clock(), navigator(navigator), dialogs,
                        chooser, notices, List.of(documents)));
        PaperPress press = new PaperPress(texts);
        PaperParts papers = new PaperParts(background, chooser, notices, texts);
        CertificateScreens certificates = new CertificateScreens(new CertificateScreens.Work(
                person.components().certificates(), press, shared.countries(), names(directory), person.rights()),
                navigator(navigator), papers);
        ReimbursementScreens reimbursement = ReimbursementScreens.of(shared, person, new ReimbursementScreens.Parts(views,
                navigator(navigator), dialogs, papers, press, names(directory), List.of(new DocumentPages(desk))));
        List<FilePanels> panels = Stream.of(List.of(contracts), reimbursement.panels(),
                List.of(new CasePanels(cases), documents, certificates)).<FilePanels>flatMap(List::stream).toList();
        Workplace workplace = new Workplace(directory, person.components().overviews(),
                person.components().identities(), background, person.feed(),
                shared.ticker(), person.rights(), person.database().origin(), person.components().input(),
                shared.clock(), notices, panels, new OpenFiles());
        ScreenFactory files = new DirectoryScreens(workplace, views, texts,
                navigator(navigator));
        // What has a screen of its own, a contract, a company, a claim, comes first; to whom it is not open, the card still is.
        List<ScreenFactory> factories = Stream.of(List.of(own, contracts), reimbursement.screens(),
                List.of(files, new CaseScreens(cases, views), certificates)).<ScreenFactory>flatMap(List::stream).toList();
        TabsViewModel tabs = new TabsViewModel(factories, dialogs, notices, texts, recent);
        navigator.value = tabs;
        PaletteViewModel palette = new PaletteViewModel(directory, background, texts, tabs, recent,
                kinds(person.rights()), person.rights().countries());
        ShellViewModel shell = new ShellViewModel(person.rights(), person.place(), factories, tabs, palette,
                person.feed(), background);
        shell.navCollapsedProperty().set(settings.navCollapsed());
        frame.value = shell;
        return new Composition(recent, tabs, shell, window, notices, reimbursement.runs());
    }

    /// Begins many decisions at once.
    public RunScreens runs() {
        return runs;
    }

    public RecentFiles recent() {
        return recent;
    }

    public TabsViewModel tabs() {
        return tabs;
    }

    public ShellViewModel shell() {
        return shell;
    }

    public MainWindow window() {
        return window;
    }

    /// Where the main window tells what happened beside its screens.
    public Notices notices() {
        return notices;
    }

    /// What a draft needs before it is applied.
    private static RequiredDocuments required(Amendments amendments) {
        return file -> file.kind() != FileKind.AMENDMENT ? List.of() : amendments.find(file)
                .filter(found -> found.row().state() == AmendmentRow.State.DRAFT)
                .map(found -> found.kind().documents()).orElse(List.of());
    }

    /// What people call a file, as the search knows it.
    private static Function<FileRef, String> names(Directory directory) {
        return file -> directory.rows(List.of(file)).stream().map(SearchRow::label).findFirst().orElse("");
    }

    /// The tabs, which are made after the screens that open files in them.
    private static Navigator navigator(Supplier<? extends Navigator> tabs) {
        return new Navigator() {
            @Override
            public void open(FileRef file, boolean behind) {
                tabs.get().open(file, behind);
            }

            @Override
            public void open(FileRef file, String label, boolean behind) {
                tabs.get().open(file, label, behind);
            }

            @Override
            public boolean open(String screen, boolean behind) {
                return tabs.get().open(screen, behind);
            }
        };
    }

    /// What this person may look for: what `access.my_kinds` lets the database find for them.
    private static List<FileKind> kinds(Rights rights) {
        if (rights.readsMembers()) {
            return List.of(FileKind.MEMBER, FileKind.ACCOUNT, FileKind.COMPANY, FileKind.CONTRACT, FileKind.CLAIM,
                    FileKind.CASE);
        }
        return rights.isAny(StaffGroup.SALES) ? List.of(FileKind.COMPANY) : List.of();
    }

    /// Something that is made after who needs it.
    private static final class Later<T> implements Supplier<T> {

        private @Nullable T value;

        @Override
        public T get() {
            if (value == null) {
                throw new IllegalStateException("not put together yet");
            }
            return value;
        }
    }
}
