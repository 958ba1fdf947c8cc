package io.guichet.care.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.care.CaseRow;
import io.guichet.care.CaseRow.Channel;
import io.guichet.care.CaseRow.State;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.testing.HeldBackground;
import io.guichet.testing.ImmediateBackground;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CasesViewModelTest {

    private final FakeCases cases = new FakeCases();
    private final Texts texts = Texts.of(List.of("care", "platform"));

    private CasesViewModel model() {
        CasesViewModel model = new CasesViewModel(FakeCases.MEMBER, cases.desk(new ImmediateBackground(), texts));
        model.load();
        return model;
    }

    private static List<String> titles(CasesViewModel model) {
        return Objects.requireNonNull(model.rows().value()).stream().map(CaseRow::title).toList();
    }

    @Test
    void aCaseIsOpenedAndListed() {
        CasesViewModel model = model();
        model.begin();
        model.topicProperty().set("card");
        model.channelProperty().set(Channel.CHAT);
        model.titleProperty().set("Lost");
        model.noteProperty().set("on the bus");
        assertThat(model.unsavedProperty().getValue()).isTrue();
        model.open();
        assertThat(cases.calls).contains("open card CHAT Lost / on the bus");
        assertThat(titles(model)).containsExactly("Lost");
        assertThat(model.writingProperty().get()).isFalse();
        assertThat(model.unsavedProperty().getValue()).isFalse();
        assertThat(model.titleProperty().get()).isEmpty();
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndNothingTypedIsLost() {
        CasesViewModel model = model();
        model.begin();
        model.noteProperty().set("on the bus");
        model.open();
        assertThat(model.problemsProperty().get()).containsOnlyKeys("title");
        assertThat(model.noteProperty().get()).isEqualTo("on the bus");
        model.titleProperty().set("Lost");
        cases.broken = new IllegalStateException("gone");
        model.open();
        assertThat(model.problemsProperty().get()).isEmpty();
        assertThat(Objects.requireNonNull(model.problemProperty().get()).kept()).isNotNull();
        assertThat(model.titleProperty().get()).isEqualTo("Lost");
        cases.broken = null;
        model.open();
        assertThat(titles(model)).containsExactly("Lost");
    }

    @Test
    void oneCaseIsOpenedOnce() {
        HeldBackground background = new HeldBackground();
        CasesViewModel model = new CasesViewModel(FakeCases.MEMBER, cases.desk(background, texts));
        model.begin();
        model.titleProperty().set("Lost");
        model.open();
        model.open();
        background.doAll();
        assertThat(cases.cases).hasSize(1);
    }

    @Test
    void aColleaguesCaseIsFollowedAndAnotherMembersIsNot() {
        CasesViewModel model = model();
        cases.add("Lost", State.OPEN, "operations");
        cases.feed.tell(new FileRef(FakeCases.COUNTRY, FakeCases.MEMBER.kind(), "43"), 0, "other");
        assertThat(titles(model)).isEmpty();
        cases.feed.tell(FakeCases.MEMBER, 0, "other");
        assertThat(titles(model)).containsExactly("Lost");
        model.close();
        assertThat(cases.feed.listeners()).isZero();
    }

    @Test
    void whoOnlyReadsBeginsNothing() {
        cases.editable = false;
        CasesViewModel model = model();
        model.begin();
        assertThat(model.writingProperty().get()).isFalse();
    }
}
