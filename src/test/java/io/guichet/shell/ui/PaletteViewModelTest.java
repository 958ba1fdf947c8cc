package io.guichet.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.directory.SearchRequest;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.NavEntry;
import io.guichet.platform.ui.Navigator;
import io.guichet.testing.HeldBackground;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class PaletteViewModelTest {

    private final SearchableDirectory directory = new SearchableDirectory();
    private final HeldBackground background = new HeldBackground();
    private final List<String> opened = new ArrayList<>();
    private final RecentFiles recent = new RecentFiles(List.of(FileScreens.id(SearchableDirectory.PIETER), "home"));
    private final PaletteViewModel palette = new PaletteViewModel(directory, background, Texts.of(List.of("platform")),
            (file, behind) -> opened.add(file + (behind ? " behind" : "")), recent,
            List.of(FileKind.MEMBER, FileKind.COMPANY), Set.of(new CountryCode("FR"), new CountryCode("BE")));

    @Test
    void itOffersOnlyWhatThisPersonCanFind() {
        assertThat(offering(FileKind.COMPANY, FileKind.CONTRACT).prompt()).isEqualTo("Search companies, contracts");
        assertThat(offering(FileKind.COMPANY).advice()).isEqualTo("Search by name or any number: companies.");
        assertThat(offering().prompt()).isEqualTo("Your role has nothing to search");
        assertThat(offering().advice()).isEqualTo("Your role has nothing to search");
    }

    private PaletteViewModel offering(FileKind... kinds) {
        return new PaletteViewModel(directory, background, Texts.of(List.of("platform", "shell")),
                (file, behind) -> opened.add(file.toString()), recent, List.of(kinds), Set.of(new CountryCode("FR")));
    }

    @Test
    void itBeginsWithTheFilesOpenedLately() {
        palette.begin();
        background.doAll();
        assertThat(palette.stateProperty().get()).isEqualTo(PaletteViewModel.State.RECENT);
        assertThat(palette.rows()).extracting(row -> row.ref()).containsExactly(SearchableDirectory.PIETER);
    }

    @Test
    void everyKeystrokeAsksAtOnceAndTheNewestAnswerWins() {
        palette.textProperty().set("g");
        assertThat(background.size()).isEqualTo(1);
        palette.textProperty().set("ga");
        palette.textProperty().set("garcia");
        background.doAll();
        assertThat(directory.asked).extracting(SearchRequest::text).containsExactly("g", "garcia");
        assertThat(palette.rows()).hasSize(5);
        assertThat(palette.selectedProperty().get()).isZero();
        assertThat(palette.databaseTimeProperty().get()).hasMillis(12);
    }

    @Test
    void whatIsShownStaysUntilTheNextAnswerComes() {
        found("garcia");
        palette.textProperty().set("garcia xyz");
        assertThat(palette.rows()).hasSize(5);
        background.doAll();
        assertThat(palette.stateProperty().get()).isEqualTo(PaletteViewModel.State.NOTHING);
        assertThat(palette.selectedProperty().get()).isEqualTo(-1);
        palette.open(false, () -> opened.add("left"));
        assertThat(opened).isEmpty();
    }

    @Test
    void enterBeforeTheAnswerOpensWhatWasTypedAndNotWhatStoodThere() {
        palette.begin();
        background.doAll();
        palette.textProperty().set("garcia");
        palette.open(false, () -> opened.add("left"));
        assertThat(opened).as("the file opened lately is not meant").isEmpty();
        background.doAll();
        assertThat(opened).hasSize(2).endsWith("left").doesNotContain(SearchableDirectory.PIETER.toString());

        palette.textProperty().set("garci");
        palette.open(false, () -> opened.add("left"));
        palette.textProperty().set("garcia");
        background.doAll();
        assertThat(opened).as("who types on does not want it yet").hasSize(2);
    }

    @Test
    void arrowsMoveWithinTheEndsAndEnterOpens() {
        found("garcia");
        palette.move(-1);
        palette.move(2);
        palette.open(true, () -> { });
        palette.move(99);
        assertThat(palette.selectedProperty().get()).isEqualTo(4);
        assertThat(opened).containsExactly("BE/member/77310 behind");
    }

    @Test
    void tabNarrowsToAKindAndAltToACountryAndBothWidenAgain() {
        found("garcia");
        palette.stepKind(1);
        background.doAll();
        assertThat(palette.rows()).hasSize(3);
        assertThat(palette.narrowToCountry('b')).isTrue();
        background.doAll();
        assertThat(palette.rows()).hasSize(1);
        assertThat(palette.narrowToCountry('x')).isFalse();
        palette.narrowToCountry('b');
        palette.stepKind(-1);
        background.doAll();
        assertThat(palette.kindProperty().get()).isNull();
        assertThat(palette.rows()).hasSize(5);
    }

    @Test
    void aFailureIsSaidAndCanBeTriedAgain() {
        directory.failure = new IllegalStateException("gone");
        palette.textProperty().set("garcia");
        background.doAll();
        assertThat(palette.stateProperty().get()).isEqualTo(PaletteViewModel.State.FAILED);
        assertThat(palette.problemProperty().get()).isNotNull();
        directory.failure = null;
        palette.retry();
        background.doAll();
        assertThat(palette.stateProperty().get()).isEqualTo(PaletteViewModel.State.FOUND);
        assertThat(palette.problemProperty().get()).isNull();
    }

    private void found(String text) {
        palette.textProperty().set(text);
        background.doAll();
    }

    @Test
    void screensAreFoundByTheWordsOfTheNavigation() {
        List<String> went = new ArrayList<>();
        Navigator navigator = new Navigator() {
            @Override
            public void open(FileRef file, boolean behind) {
                went.add(file.toString());
            }

            @Override
            public boolean open(String screen, boolean behind) {
                went.add(screen);
                return true;
            }
        };
        PaletteViewModel of = new PaletteViewModel(directory, background, Texts.of(List.of("platform", "shell")), navigator, recent,
                List.of(FileKind.MEMBER), Set.of(new CountryCode("FR")));
        of.places().offer(List.of(new NavEntry("home", "shell.home.title", Feather.HOME, 0),
                new NavEntry("settings", "shell.settings.title", Feather.SETTINGS, 1)));

        of.textProperty().set("séttings xyz");
        assertThat(of.places().found()).isEmpty();
        of.textProperty().set("s");
        assertThat(of.places().found()).as("one letter is too little").isEmpty();
        of.textProperty().set("SETT");
        background.doAll();
        assertThat(of.places().found()).extracting(NavEntry::screenId).containsExactly("settings");
        assertThat(of.places().selectedProperty().get()).as("no file is found").isZero();
        of.open(false, () -> went.add("left"));
        assertThat(went).containsExactly("settings", "left");
    }

    @Test
    void theSelectionGoesUpToScreensAndDownAgain() {
        PalettePlaces places = new PalettePlaces(Texts.of(List.of("shell")));
        places.offer(List.of(new NavEntry("home", "shell.home.title", Feather.HOME, 0),
                new NavEntry("settings", "shell.settings.title", Feather.SETTINGS, 1)));
        places.typed("ho");
        places.settle(true);
        assertThat(places.selected()).as("a file is selected").isEmpty();
        assertThat(places.move(1, true, true)).as("among the files").isFalse();
        assertThat(places.move(-1, false, true)).as("not from the first").isFalse();
        assertThat(places.move(-1, true, true)).isTrue();
        assertThat(places.selected()).map(NavEntry::screenId).contains("home");
        assertThat(places.move(-1, true, true)).isTrue();
        assertThat(places.selected()).as("the first one stays").isPresent();
        assertThat(places.move(1, true, true)).isTrue();
        assertThat(places.selected()).as("down to the files").isEmpty();
    }
}
