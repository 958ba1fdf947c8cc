package io.guichet.bootstrap.tour;

import io.guichet.access.Rights;
import io.guichet.bootstrap.Components;
import io.guichet.bootstrap.Composition;
import io.guichet.bootstrap.Composition.Shared;
import io.guichet.bootstrap.TextFolders;
import io.guichet.country.Countries;
import io.guichet.platform.database.Database;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.live.PgChangeFeed;
import io.guichet.platform.ui.Appearance;
import io.guichet.platform.ui.Ticker;
import io.guichet.shell.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Shows every screen in every language on the headless platform, and takes their pictures.
public final class Tour {

    /// Who goes where, one person after the other. The files come before home, which lists what was opened; what only those
    /// see who decide claims is shown to a lead.
    private static final List<Round> ROUNDS = List.of(
            new Round("care", List.of(new StartStop(), new FileStop(), new ContractStop(), new AmendmentStop(),
                    new OverviewStop(), new PaperStop(), new WhatIfStop(), new CertificateStop(), new StatementStop(),
                    new ShellStop())),
            new Round("lead", List.of(new WorklistStop(), new ClaimStop(), new IntakeStop(), new CorrectionsStop())),
            new Round("operations", List.of(new ClaimLimitStop())));

    /// Drafts do not store themselves and nothing is read again by itself: a picture does not depend on how long the way to
    /// it took.
    private static final Ticker STILL = (period, action) -> () -> { };

    private static final Settings.WindowPlace ON_SCREEN = new Settings.WindowPlace(0, 0, 980, 780, false);

    private final Countries countries;

    public Tour(Countries countries) {
        this.countries = countries;
    }

    /// What one member of the sample staff is shown.
    ///
    /// @param staff who is signed in
    /// @param stops in their order
    private record Round(String staff, List<TourStop> stops) {
    }

    /// Goes around.
    ///
    /// @param signIn signs a member of the sample staff in
    /// @param folder gets a folder for each language
    /// @return the pictures
    public List<Path> run(Function<String, Database> signIn, List<Locale> languages, Path folder) {
        startToolkit();
        List<Path> pictures = new ArrayList<>();
        try {
            for (Round round : ROUNDS) {
                try (Database database = signIn.apply(round.staff())) {
                    pictures.addAll(run(round, database, languages, folder));
                }
            }
        } finally {
            Platform.exit();
        }
        return pictures;
    }

    private List<Path> run(Round round, Database database, List<Locale> languages, Path folder) {
        CountingBackground background = new CountingBackground();
        try (PgChangeFeed feed = PgChangeFeed.open(database::address, database.credentials(), () -> { })) {
            TourGuide guide = open(database, feed, background, folder);
            for (Locale language : languages) {
                guide.act(() -> guide.shared().texts().use(language));
                round.stops().forEach(stop -> stop.visit(guide));
                guide.act(() -> guide.composition().tabs().screens().stream().toList()
                        .forEach(guide.composition().tabs()::close));
            }
            guide.act(() -> {
                guide.composition().window().hide();
                guide.composition().shell().close();
            });
            return guide.pictures();
        }
    }

    /// A main window for whoever is signed in.
    private TourGuide open(Database database, PgChangeFeed feed, CountingBackground background, Path folder) {
        AtomicReference<StagedOverviews> staged = new AtomicReference<>();
        Components components = Components.over(database, countries, Clock.systemDefaultZone(), real -> {
            staged.set(new StagedOverviews(real));
            return staged.get();
        });
        Texts texts = Texts.of(TextFolders.of(countries));
        StagedFiles files = new StagedFiles();
        CompletableFuture<TourGuide> opened = new CompletableFuture<>();
        Rights rights = components.access().rights();
        background.onScreen(() -> {
            Shared shared = new Shared(countries, texts, new Appearance(), background, STILL, Clock.systemDefaultZone());
            Composition composition = Composition.of(shared, new Composition.Person(database, components, rights, feed,
                    () -> texts.get("bootstrap.desktop.server.here")), Settings.DEFAULT, new Stage(), () -> { }, files);
            composition.window().show(composition.shell(), ON_SCREEN, () -> { });
            composition.tabs().restore(List.of(), "");
            opened.complete(new TourGuide(shared, background, components, staged.get(), composition, files, folder));
        });
        return opened.join();
    }

    /// The properties are read once, when the toolkit starts: no display is needed and nothing flashes up on one.
    private static void startToolkit() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.join();
        Platform.setImplicitExit(false);
    }
}
