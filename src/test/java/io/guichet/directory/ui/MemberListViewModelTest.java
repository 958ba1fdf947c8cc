package io.guichet.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.directory.MemberRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.live.ChangeFeed;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemberListViewModelTest {

    private static final int MANY = 1500;

    private final Samples samples = new Samples();
    private final MemberListViewModel list = new MemberListViewModel(samples.workplace());

    @BeforeEach
    void manyMembers() {
        samples.directory.remove(Samples.MEMBER);
        for (int number = 0; number < MANY; number++) {
            samples.directory.add(ref(number), "Member %04d".formatted(number), Map.of());
        }
    }

    private static FileRef ref(int number) {
        return new FileRef(Samples.COUNTRY, FileKind.MEMBER, "m" + number);
    }

    private List<String> labels() {
        return list.rows().stream().map(MemberRow::label).toList();
    }

    @Test
    void readsOnePageFirst() {
        list.start();

        assertThat(list.rows()).hasSize(MemberListViewModel.PAGE);
        assertThat(labels()).startsWith("Member 0000").isSorted();
        assertThat(list.loadedProperty().get()).isTrue();
    }

    @Test
    void walksToTheEndAndBackWithinItsWindow() {
        list.start();
        Set<String> seen = new HashSet<>(labels());
        for (int page = 0; page < MANY / MemberListViewModel.PAGE + 2; page++) {
            list.window().nearEnd();
            seen.addAll(labels());
            assertThat(list.rows()).hasSizeLessThanOrEqualTo(MemberListViewModel.WINDOW);
            assertThat(labels()).isSorted().doesNotHaveDuplicates();
        }
        assertThat(seen).hasSize(MANY);
        assertThat(labels()).endsWith("Member 1499");

        for (int page = 0; page < MANY / MemberListViewModel.PAGE + 2; page++) {
            list.window().nearBeginning();
            assertThat(list.rows()).hasSizeLessThanOrEqualTo(MemberListViewModel.WINDOW);
            assertThat(labels()).isSorted().doesNotHaveDuplicates();
        }
        assertThat(labels()).startsWith("Member 0000");
    }

    @Test
    void theServerFiltersAndSorts() {
        list.start();
        list.textProperty().set("07");
        assertThat(labels()).hasSizeLessThan(MANY).allMatch(label -> label.contains("07"));

        list.textProperty().set("");
        list.sort(true);
        assertThat(labels()).startsWith("Member 1499");
        list.window().nearEnd();
        assertThat(labels()).hasSize(2 * MemberListViewModel.PAGE).endsWith("Member 1300");
    }

    @Test
    void countriesNarrow() {
        list.start();
        list.narrow(Set.of(CountryCode.of("XX")));
        assertThat(labels()).isEmpty();
    }

    @Test
    void aRowThatChangesIsReadAgainAlsoWhenThisWindowChangedIt() {
        list.start();
        samples.directory.add(ref(3), "Member renamed", Map.of());
        samples.feed.tell(ref(3), 2, "this-window");

        assertThat(labels().get(3)).isEqualTo("Member renamed");
    }

    @Test
    void aFailureIsToldAndTheNextReadingEndsIt() {
        list.start();
        samples.directory.failure = new DatabaseFailure(DatabaseFailure.Kind.UNREACHABLE,
                UserMessage.of("test.unreachable"), "gone", null);
        list.window().nearEnd();
        assertThat(list.problemProperty().get()).isNotNull();
        assertThat(list.rows()).hasSize(MemberListViewModel.PAGE);

        samples.directory.failure = null;
        samples.feed.tell(ChangeFeed.State.RECONNECTING);
        samples.feed.tell(ChangeFeed.State.CONNECTED);
        assertThat(list.problemProperty().get()).isNull();
    }

    @Test
    void leavesNothingBehind() {
        list.start();
        list.close();
        assertThat(samples.feed.listeners()).isZero();
    }
}
