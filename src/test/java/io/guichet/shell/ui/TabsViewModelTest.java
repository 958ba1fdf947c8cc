package io.guichet.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Dialogs;
import io.guichet.platform.ui.Notices;
import io.guichet.platform.ui.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TabsViewModelTest {

    private final List<Dialogs.Question> asked = new ArrayList<>();
    private final List<Notices.Notice> told = new ArrayList<>();
    private final FakeScreen.Factory factory = new FakeScreen.Factory();
    private final RecentFiles recent = new RecentFiles(List.of());
    private String answer = "keep";
    private final TabsViewModel tabs = new TabsViewModel(List.of(factory), (question, answered) -> {
        asked.add(question);
        answered.accept(answer);
    }, told::add, Texts.of(List.of("platform", "shell")), recent);

    @Test
    void aScreenIsOpenedOnceAndRemembered() {
        tabs.open(SearchableDirectory.ELODIE, false);
        tabs.open(SearchableDirectory.PIETER, true);
        assertThat(selected()).isEqualTo("member:FR:1000042");
        tabs.open(SearchableDirectory.PIETER, false);
        assertThat(tabs.screens()).hasSize(2);
        assertThat(selected()).isEqualTo("member:BE:77310");
        assertThat(recent.files()).containsExactly(SearchableDirectory.PIETER, SearchableDirectory.ELODIE);
    }

    @Test
    void aTabSaysWhatThePersonSawUntilItsFileIsRead() {
        tabs.open(SearchableDirectory.ELODIE, "Élodie Garcia", false);
        assertThat(tabs.screens().getFirst().title().getValue()).isEqualTo("Élodie Garcia");
        assertThat(recent.files()).containsExactly(SearchableDirectory.ELODIE);
    }

    @Test
    void whatCannotBeOpenedIsSaid() {
        assertThat(tabs.open("refused", false)).isFalse();
        assertThat(told).hasSize(1);
        assertThat(tabs.screens()).isEmpty();
    }

    @Test
    void unsavedEditsAreOnlyClosedWhenAPersonSaysSo() {
        tabs.open(SearchableDirectory.ELODIE, false);
        FakeScreen screen = factory.made.getFirst();
        screen.unsaved.set(true);
        tabs.closeSelected();
        assertThat(screen.events).isEmpty();
        assertThat(asked.getFirst().title()).contains("member:FR:1000042");
        answer = "discard";
        tabs.closeSelected();
        assertThat(screen.events).containsExactly("close");
        assertThat(selected()).isEqualTo(TabsViewModel.HOME);
    }

    @Test
    void leavingAsksOnceForAllUnsavedScreens() {
        List<String> left = new ArrayList<>();
        tabs.open(SearchableDirectory.ELODIE, false);
        tabs.open(SearchableDirectory.PIETER, false);
        factory.made.forEach(screen -> screen.unsaved.set(true));
        tabs.leave(() -> left.add("left"));
        assertThat(asked).hasSize(1);
        assertThat(left).isEmpty();
        answer = "discard";
        tabs.leave(() -> left.add("left"));
        assertThat(left).containsExactly("left");
    }

    @Test
    void backGoesWithinTheScreenFirstAndThenToTheTabBefore() {
        tabs.restore(List.of("a", "b", "c"), "a");
        tabs.open("b", false);
        tabs.open("c", false);
        FakeScreen c = factory.made.getLast();
        c.places = 1;

        tabs.back();
        assertThat(selected()).as("within the screen").isEqualTo("c");
        tabs.back();
        assertThat(selected()).isEqualTo("b");
        tabs.back();
        assertThat(selected()).isEqualTo("a");
        tabs.back();
        assertThat(selected()).as("there is nothing before").isEqualTo("a");
    }

    @Test
    void backPassesOverTabsThatWereClosed() {
        tabs.restore(List.of("a", "b", "c"), "a");
        tabs.open("b", false);
        tabs.open("c", false);
        tabs.close(factory.made.get(1));
        tabs.back();
        assertThat(selected()).isEqualTo("a");
    }

    @Test
    void theTabBesideIsSelectedAndTheLastClosedReopens() {
        tabs.restore(List.of("a", "b", "c", "refused"), "b");
        assertThat(tabs.screens()).hasSize(3);
        assertThat(selected()).isEqualTo("b");
        tabs.closeSelected();
        assertThat(selected()).isEqualTo("c");
        tabs.step(1);
        assertThat(selected()).isEqualTo("a");
        tabs.step(-1);
        assertThat(selected()).isEqualTo("c");
        tabs.reopen();
        assertThat(selected()).isEqualTo("b");
        tabs.select(7);
        assertThat(selected()).isEqualTo("b");
    }

    @Test
    void everyOpenScreenAsksAgain() {
        tabs.restore(List.of("a", "b"), "");
        tabs.refresh();
        assertThat(factory.made).allSatisfy(screen -> assertThat(screen.events).containsExactly("refresh"));
    }

    private String selected() {
        Screen screen = Objects.requireNonNull(tabs.selectedProperty().get());
        return screen.id();
    }
}
