package io.guichet.directory.ui;

import static io.guichet.directory.ui.FakeOverviews.TODAY;
import static io.guichet.directory.ui.FakeOverviews.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.cover.ClaimLine;
import io.guichet.directory.ui.FacesViewModel.Face;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MemberFacesTest {

    private static final FileRef OTHER = new FileRef(Samples.COUNTRY, FileKind.MEMBER, "2000099");

    private final Samples samples = new Samples();
    private final FakeOverviews overviews = samples.overviews;

    private MemberFaces opened() {
        overviews.fill();
        return samples.opened().faces();
    }

    private void manyClaims(int count) {
        overviews.claims.clear();
        for (int age = 0; age < count; age++) {
            overviews.claims.add(claim(age, ClaimLine.State.PAID));
        }
    }

    @Test
    void beginsWithTheOverviewWhereCoverIsKeptAndWithTheFormWhereNot() {
        assertThat(samples.opened().faces().faces().faceProperty().get()).isEqualTo(Face.DETAILS);
        assertThat(opened().faces().faceProperty().get()).isEqualTo(Face.OVERVIEW);
    }

    @Test
    void findsTheWayBack() {
        FacesViewModel faces = opened().faces();
        assertThat(faces.back()).isFalse();
        faces.show(Face.CLAIMS);
        faces.show(Face.CLAIMS);
        faces.show(Face.DETAILS);

        assertThat(faces.back()).isTrue();
        assertThat(faces.faceProperty().get()).isEqualTo(Face.CLAIMS);
        assertThat(faces.back()).isTrue();
        assertThat(faces.faceProperty().get()).isEqualTo(Face.OVERVIEW);
        assertThat(faces.back()).isFalse();
    }

    @Test
    void readsAWholeListPageByPageWhenSomebodyLooks() {
        MemberFaces all = opened();
        manyClaims(250);
        assertThat(all.claims().rows()).isEmpty();

        all.faces().show(Face.CLAIMS);
        assertThat(all.claims().rows()).hasSize(LedgerViewModel.PAGE);
        all.claims().nearEnd();
        all.claims().nearEnd();
        assertThat(all.claims().rows()).hasSize(250).isEqualTo(overviews.claims);
        assertThat(all.claims().moreProperty().get()).isFalse();
        int asked = overviews.calls.size();
        all.claims().nearEnd();
        assertThat(overviews.calls).hasSize(asked);
    }

    @Test
    void aChangeKeepsTheRowsThatWereScrolledTo() {
        MemberFaces all = opened();
        manyClaims(900);
        all.faces().show(Face.CLAIMS);
        for (int page = 0; page < 7; page++) {
            all.claims().nearEnd();
        }
        assertThat(all.claims().rows()).hasSize(800);

        ClaimLine first = overviews.claims.getFirst();
        ClaimLine paid = new ClaimLine(first.claim(), first.number(), first.place(), first.day(), first.what(),
                first.charged(), first.paid(), ClaimLine.State.REJECTED);
        overviews.claims.set(0, paid);
        all.refresh();

        assertThat(all.claims().rows()).hasSize(800).startsWith(paid);
        all.claims().nearEnd();
        assertThat(all.claims().rows()).hasSize(900).isEqualTo(overviews.claims);
    }

    @Test
    void aWholeListIsAsOfTheDayToo() {
        MemberFaces all = opened();
        manyClaims(50);
        all.faces().show(Face.CLAIMS);
        all.overview().asOf(TODAY.minusDays(30));
        assertThat(all.claims().rows()).hasSize(20).isEqualTo(overviews.claims.subList(30, 50));
    }

    @Test
    void aPageThatFailsLeavesTheOthersAndIsAskedForAgain() {
        MemberFaces all = opened();
        manyClaims(150);
        all.faces().show(Face.CLAIMS);
        overviews.failures.put("claims",
                new DatabaseFailure(DatabaseFailure.Kind.UNREACHABLE, UserMessage.of("test.unreachable"), "gone", null));
        all.claims().nearEnd();
        assertThat(all.claims().rows()).hasSize(LedgerViewModel.PAGE);
        assertThat(all.claims().problemProperty().get()).isNotNull();

        overviews.failures.clear();
        all.claims().retry();
        assertThat(all.claims().problemProperty().get()).isNull();
        assertThat(all.claims().rows()).hasSize(150);
    }

    @Test
    void historyIsReadWhenSomebodyLooks() {
        MemberFaces all = opened();
        assertThat(samples.directory.calls).doesNotContain("history");
        all.faces().show(Face.HISTORY);
        assertThat(samples.directory.calls).contains("history");
    }

    @Test
    void whatIsRefusedIsShownWhereItCanBeCorrected() {
        overviews.fill();
        MemberViewModel member = samples.opened();
        Objects.requireNonNull(member.formProperty().get()).field(Samples.BORN).orElseThrow().textProperty().set("31/02/1987");
        member.save();
        assertThat(member.faces().faces().faceProperty().get()).isEqualTo(Face.DETAILS);
    }

    @Test
    void theSamePersonElsewhereIsOpenedBesideAsOfTheSameDayAndClosedWithTheTab() {
        samples.directory.add(OTHER, "Ada King", Map.of(Samples.NAME, "King"));
        overviews.fill();
        MemberViewModel member = samples.opened();
        MemberFaces all = member.faces();
        all.overview().step(-1);
        samples.directory.calls.clear();
        all.showBeside(OTHER, "A. King");

        BesideViewModel beside = Objects.requireNonNull(all.besideProperty().get());
        assertThat(all.faces().faceProperty().get()).isEqualTo(Face.BESIDE);
        assertThat(samples.directory.calls).startsWith("open call");
        assertThat(beside.nameProperty().get()).isEqualTo("Ada King");
        assertThat(beside.overview().dayProperty().get()).isEqualTo(TODAY.minusYears(1));
        all.overview().toToday();
        assertThat(beside.overview().isToday()).isTrue();

        samples.directory.calls.clear();
        member.close();
        assertThat(samples.directory.calls).containsExactly("close", "close");
        assertThat(samples.ticks).isEmpty();
        assertThat(samples.feed.listeners()).isZero();
    }

    @Test
    void whatIsOpenInItsOwnTabStaysOpenWhenItIsNoLongerBeside() {
        samples.directory.add(OTHER, "Ada King", Map.of(Samples.NAME, "King"));
        overviews.fill();
        Workplace workplace = samples.workplace();
        MemberViewModel own = new MemberViewModel(OTHER, workplace, Locale.ENGLISH);
        own.start();
        MemberViewModel member = new MemberViewModel(Samples.MEMBER, workplace, Locale.ENGLISH);
        member.start();
        member.faces().showBeside(OTHER, "A. King");
        samples.directory.calls.clear();

        member.close();
        assertThat(samples.directory.calls).as("only the member's own").containsExactly("close");
        own.close();
        assertThat(samples.directory.calls).containsExactly("close", "close");
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeMissing() {
        MemberFaces all = opened();
        all.showBeside(OTHER, "A. King");
        assertThat(Objects.requireNonNull(all.besideProperty().get()).stateProperty().get())
                .isEqualTo(MemberViewModel.State.MISSING);
    }
}
