package io.guichet.platform.ui.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.report.Pages;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.Notices;
import io.guichet.platform.ui.paper.PaperViewModel.State;
import io.guichet.testing.ChosenFiles;
import io.guichet.testing.HeldBackground;
import io.guichet.testing.ImmediateBackground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperViewModelTest {

    private static final UserMessage TITLE = UserMessage.of("directory.certificate.subject");
    private static final UserMessage NONE = UserMessage.of("directory.certificate.unknown");

    private final ChosenFiles files = new ChosenFiles();
    private final List<Notices.Notice> told = new ArrayList<>();
    private final FakePages french = new FakePages(5, Locale.FRENCH);

    @TempDir
    private Path folder;

    private PaperViewModel paper(Background background, Function<@Nullable Locale, Outcome<Pages>> pages) {
        PaperViewModel paper = new PaperViewModel(new PaperRequest(TITLE, "FR 7 2026-11-21", pages),
                new PaperParts(background, files, told::add, Texts.of(List.of("platform", "directory"))));
        paper.load();
        return paper;
    }

    private PaperViewModel french() {
        return paper(new ImmediateBackground(), language -> new Outcome.Done<>(french));
    }

    @Test
    void isMadeInItsReadersLanguageAndInAnotherOnDemand() {
        List<@Nullable Locale> asked = new ArrayList<>();
        PaperViewModel paper = paper(new ImmediateBackground(), language -> {
            asked.add(language);
            return new Outcome.Done<>(language == null ? french : new FakePages(2, language));
        });
        assertThat(paper.stateProperty().get()).isEqualTo(State.THERE);
        assertThat(paper.languageProperty().get()).isEqualTo(Locale.FRENCH).isEqualTo(paper.own());

        paper.read(Locale.GERMAN);
        paper.read(Locale.GERMAN);

        assertThat(asked).containsExactly(null, Locale.GERMAN);
        assertThat(paper.languageProperty().get()).isEqualTo(Locale.GERMAN);
        assertThat(paper.own()).isEqualTo(Locale.FRENCH);
        assertThat(paper.sheetsProperty().get()).hasSize(2);
    }

    @Test
    void drawsWhatIsInSightFirstAndThenTheThumbnails() {
        HeldBackground background = new HeldBackground();
        PaperViewModel paper = paper(background, language -> new Outcome.Done<>(french));
        assertThat(paper.stateProperty().get()).isEqualTo(State.LOADING);
        background.doNext();
        paper.deck().inSight(1, 2, 2);
        assertThat(background.size()).as("one page at a time").isOne();
        background.doAll();

        assertThat(french.drawn).startsWith("0@1.0", "2@1.0", "1@1.0", "0@1.04", "1@1.04").hasSize(8);
        assertThat(paper.sheetsProperty().get().get(2).pictureProperty().get()).isNotNull();
        assertThat(paper.sheetsProperty().get()).allMatch(sheet -> sheet.thumbnailProperty().get() != null);
    }

    @Test
    void forgetsThePicturesOfPagesThatNobodySees() {
        PaperViewModel paper = french();
        Sheet first = paper.sheetsProperty().get().getFirst();
        assertThat(first.pictureProperty().get()).isNotNull();
        paper.deck().inSight(3, 4, 3);
        assertThat(first.pictureProperty().get()).isNull();
        assertThat(first.thumbnailProperty().get()).isNotNull();
        paper.deck().inSight(0, 1, 0);
        assertThat(first.pictureProperty().get()).isNotNull();
    }

    @Test
    void fitsTheRoomUntilAZoomIsChosen() {
        PaperViewModel paper = french();
        Zoom zoom = paper.zoom();
        zoom.room(150, 1000);
        assertThat(zoom.factorProperty().get()).isEqualTo(1.5);
        zoom.room(10_000, 1000);
        assertThat(zoom.factorProperty().get()).isEqualTo(Zoom.MOST);
        zoom.room(130, 1000);
        zoom.in();
        assertThat(zoom.factorProperty().get()).isEqualTo(1.5);
        assertThat(zoom.fitsProperty().get()).isFalse();
        zoom.room(60, 1000);
        assertThat(zoom.factorProperty().get()).isEqualTo(1.5);
        zoom.out();
        zoom.out();
        assertThat(zoom.factorProperty().get()).isEqualTo(1.1);
        zoom.fit();
        assertThat(zoom.factorProperty().get()).isEqualTo(0.6);
        zoom.to(0.1);
        zoom.out();
        assertThat(zoom.factorProperty().get()).isEqualTo(Zoom.LEAST);
        assertThat(paper.deck().width(paper.sheetsProperty().get().getFirst())).isEqualTo(25);
        assertThat(french.drawn).contains("0@1.5", "0@0.6", "0@0.25");
    }

    @Test
    void fineScreensGetFinePictures() {
        PaperViewModel paper = french();
        paper.deck().density(2);
        assertThat(french.drawn).contains("0@2.0");
        assertThat(paper.deck().width(paper.sheetsProperty().get().getFirst())).isEqualTo(100);
    }

    @Test
    void isKeptWhereThePersonSays() throws IOException {
        files.answer = folder.resolve("kept.pdf");
        french().save();
        assertThat(files.asked.getFirst().name()).isEqualTo("Attestation d’assurance FR 7 2026-11-21.pdf");
        assertThat(Files.readString(folder.resolve("kept.pdf"))).isEqualTo("Attestation d’assurance in fr");
        assertThat(told).extracting(Notices.Notice::level).containsExactly(Notices.Level.SUCCESS);
    }

    @Test
    void saysWhenItCannotBeKept() {
        PaperViewModel paper = french();
        paper.save();
        assertThat(told).as("the person gave up").isEmpty();
        files.answer = folder.resolve("nowhere").resolve("kept.pdf");
        paper.save();
        assertThat(told).isEmpty();
        assertThat(paper.problemProperty().get()).isNotNull().satisfies(problem ->
                assertThat(problem.code()).isEqualTo("unwritable"));
        paper.dropProblem();
        assertThat(paper.problemProperty().get()).isNull();
    }

    @Test
    void isPrintedOnceAtATime() {
        HeldBackground background = new HeldBackground();
        PaperViewModel paper = paper(background, language -> new Outcome.Done<>(french));
        background.doAll();
        paper.print();
        paper.print();
        assertThat(background.size()).isOne();
        background.doAll();
        french.printer = false;
        paper.print();
        background.doAll();
        assertThat(told).as("nobody is told of what they gave up").hasSize(1);
        french.broken = true;
        paper.print();
        background.doAll();
        assertThat(paper.problemProperty().get()).isNotNull().satisfies(problem ->
                assertThat(problem.code()).isEqualTo("unprintable"));
        assertThat(paper.busyProperty().get()).isFalse();
    }

    @Test
    void saysWhyThereIsNone() {
        PaperViewModel paper = paper(new ImmediateBackground(), language -> new Outcome.Denied<>(NONE));
        assertThat(paper.stateProperty().get()).isEqualTo(State.REFUSED);
        assertThat(paper.refusalProperty().get()).isEqualTo(NONE);
        paper.save();
        paper.print();
        assertThat(files.asked).isEmpty();
    }

    @Test
    void isMadeAgainAfterItFailed() {
        boolean[] down = {true};
        PaperViewModel paper = paper(new ImmediateBackground(), language -> {
            if (down[0]) {
                throw new IllegalStateException("down");
            }
            return new Outcome.Done<>(french);
        });
        assertThat(paper.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(paper.problemProperty().get()).isNotNull();
        down[0] = false;
        paper.load();
        assertThat(paper.stateProperty().get()).isEqualTo(State.THERE);
        assertThat(paper.problemProperty().get()).isNull();
        down[0] = true;
        paper.read(Locale.GERMAN);
        assertThat(paper.stateProperty().get()).as("what is there stays").isEqualTo(State.THERE);
        assertThat(paper.languageProperty().get()).isEqualTo(Locale.FRENCH);
    }
}
