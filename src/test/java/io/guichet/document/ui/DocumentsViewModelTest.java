package io.guichet.document.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.document.DocumentRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.Notices;
import io.guichet.testing.ChosenFiles;
import io.guichet.testing.HeldBackground;
import io.guichet.testing.ImmediateBackground;
import io.guichet.testing.TestFeed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DocumentsViewModelTest {

    private static final FileRef FILE = new FileRef(new CountryCode("ZZ"), FileKind.AMENDMENT, "1000001");

    private final FakeDocuments documents = new FakeDocuments();
    private final TestFeed feed = new TestFeed();
    private final List<Notices.Notice> told = new ArrayList<>();
    private List<String> required = List.of();

    private DocumentsViewModel model(Background background, boolean changes) {
        return new DocumentsViewModel(FILE, new DocumentDesk(documents, file -> required, background, feed, new ChosenFiles(),
                told::add, Texts.of(List.of("document", "platform")), Clock.fixed(FakeDocuments.NOW, ZoneOffset.UTC), changes));
    }

    private DocumentsViewModel model() {
        return model(new ImmediateBackground(), true);
    }

    private static DocumentsViewModel.Shown shown(DocumentsViewModel model) {
        return Objects.requireNonNull(model.shown().value());
    }

    @Test
    void whatIsMissingComesFirstAmongTheTypes() {
        required = List.of("enrolmentForm", "czForm");
        documents.add(FILE, "enrolmentForm", "form.pdf");
        DocumentsViewModel model = model();
        model.load();
        assertThat(shown(model).missing()).containsExactly("czForm");
        assertThat(model.types()).startsWith("enrolmentForm", "czForm", "letter").doesNotHaveDuplicates().endsWith("other");
        model.offer(List.of(Path.of("a.pdf")));
        assertThat(model.typeProperty().get()).isEqualTo("czForm");
    }

    @Test
    void whatWasNotTakenWaitsWithItsReason() {
        DocumentsViewModel model = model();
        model.load();
        model.offer(List.of(Path.of("a.pdf"), Path.of("bad.heic"), Path.of("a.pdf")));
        assertThat(model.pending()).hasSize(2);
        assertThat(model.unsavedProperty().getValue()).isTrue();
        model.typeProperty().set("invoice");
        model.attach();
        assertThat(documents.calls).contains("attach invoice a.pdf", "attach invoice bad.heic");
        assertThat(model.pending()).containsExactly(Path.of("bad.heic"));
        assertThat(model.refusals()).extracting(refusal -> refusal.key()).containsExactly("document.error.heic");
        assertThat(shown(model).rows()).hasSize(1);
        model.withdraw();
        assertThat(model.pending()).isEmpty();
        assertThat(model.unsavedProperty().getValue()).isFalse();
    }

    @Test
    void whatBrokeIsTriedAgain() {
        DocumentsViewModel model = model();
        model.load();
        model.offer(List.of(Path.of("a.pdf")));
        documents.broken = new IllegalStateException("gone");
        model.attach();
        assertThat(model.problemProperty().get()).isNotNull();
        assertThat(model.pending()).hasSize(1);
        documents.broken = null;
        model.retry();
        assertThat(model.problemProperty().get()).isNull();
        assertThat(model.pending()).isEmpty();
        assertThat(shown(model).rows()).hasSize(1);
    }

    @Test
    void nothingIsAttachedTwiceWhileItIsBeingAttached() {
        HeldBackground background = new HeldBackground();
        DocumentsViewModel model = model(background, true);
        model.offer(List.of(Path.of("a.pdf")));
        model.attach();
        model.attach();
        model.offer(List.of(Path.of("b.pdf")));
        assertThat(model.workingProperty().get()).isTrue();
        background.doAll();
        assertThat(documents.calls.stream().filter(call -> call.startsWith("attach"))).hasSize(1);
        assertThat(model.pending()).isEmpty();
    }

    @Test
    void aCopyIsToldAndOneThatCannotBeWrittenIsExplained() {
        DocumentRow row = documents.add(FILE, "letter", "a.pdf");
        DocumentsViewModel model = model();
        model.save(row, Path.of("x", "copy.pdf"));
        assertThat(told).singleElement().satisfies(notice -> assertThat(notice.text().arguments()).containsExactly("copy.pdf"));
        documents.unwritable = new IOException("disk full");
        model.save(row, Path.of("copy.pdf"));
        assertThat(Objects.requireNonNull(model.problemProperty().get()).sentence().key()).isEqualTo("document.error.notSaved");
        documents.unwritable = null;
        documents.rows.clear();
        model.save(row, Path.of("copy.pdf"));
        assertThat(Objects.requireNonNull(model.problemProperty().get()).sentence().key()).isEqualTo("document.error.gone");
        assertThat(told).hasSize(1);
    }

    @Test
    void removingAsksForAReason() {
        DocumentRow row = documents.add(FILE, "letter", "a.pdf");
        DocumentsViewModel model = model();
        model.load();
        model.askReason(row);
        model.remove();
        assertThat(Objects.requireNonNull(model.reasonProblemProperty().get()).key()).isEqualTo("document.error.reasonMissing");
        assertThat(model.removingProperty().get()).isEqualTo(row);
        model.reasonProperty().set("wrong file");
        model.remove();
        assertThat(model.removingProperty().get()).isNull();
        assertThat(shown(model).rows()).isEmpty();
    }

    @Test
    void aColleaguesChangeIsFollowed() {
        DocumentsViewModel model = model();
        feed.tell(FILE, 0, "other");
        assertThat(documents.calls).as("not before it was seen").isEmpty();
        model.load();
        documents.add(FILE, "letter", "a.pdf");
        feed.tell(new FileRef(new CountryCode("ZZ"), FileKind.AMENDMENT, "2"), 0, "other");
        assertThat(shown(model).rows()).isEmpty();
        feed.tell(FILE, 0, "other");
        assertThat(shown(model).rows()).hasSize(1);
        documents.add(FILE, "letter", "b.pdf");
        feed.tell(ChangeFeed.State.RECONNECTING);
        feed.tell(ChangeFeed.State.CONNECTED);
        assertThat(shown(model).rows()).hasSize(2);
        model.close();
        assertThat(feed.listeners()).isZero();
    }

    @Test
    void whoOnlyReadsOffersNothing() {
        DocumentsViewModel model = model(new ImmediateBackground(), false);
        model.offer(List.of(Path.of("a.pdf")));
        assertThat(model.pending()).isEmpty();
    }
}
