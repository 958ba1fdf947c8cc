package io.guichet.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.kernel.Page;
import io.guichet.testing.ImmediateBackground;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowWindowTest {

    private static final int ALL = 95;
    private static final int PAGE = 10;
    private static final int MOST = 30;

    private boolean broken;
    private int first;
    private final RowWindow<Integer> window = new RowWindow<>(new ImmediateBackground(), this::source, MOST);

    private RowWindow.Source<Integer> source() {
        int begin = first;
        return (from, backwards) -> {
            if (broken) {
                throw new IllegalStateException("gone");
            }
            int start = from == null ? begin : backwards ? Math.max(begin, from - PAGE) : from + 1;
            int end = from != null && backwards ? from : Math.min(ALL, start + PAGE);
            List<Integer> rows = IntStream.range(start, end).boxed().toList();
            return new Page<>(rows, from != null && backwards ? start > begin : end < ALL);
        };
    }

    @Test
    void walksToTheEndAndBackWithoutGrowing() {
        window.load();
        for (int page = 0; page < ALL; page++) {
            window.nearEnd();
            assertThat(window.rows()).hasSizeLessThanOrEqualTo(MOST).isSorted().doesNotHaveDuplicates();
        }
        assertThat(window.rows()).endsWith(ALL - 1);
        for (int page = 0; page < ALL; page++) {
            window.nearBeginning();
            assertThat(window.rows()).hasSizeLessThanOrEqualTo(MOST).isSorted().doesNotHaveDuplicates();
        }
        assertThat(window.rows()).startsWith(0);
    }

    @Test
    void whatChangedComesAndGoesWhereItBelongs() {
        first = 10;
        window.load();
        window.merge(row -> row == 12, List.of(5, 40), Comparator.naturalOrder());
        assertThat(window.rows()).as("nothing is before; what is behind is read there").startsWith(5, 10, 11, 13).doesNotContain(12, 40);

        window.nearEnd();
        window.nearEnd();
        window.nearEnd();
        int top = window.rows().getFirst();
        window.merge(row -> false, List.of(top - 1), Comparator.naturalOrder());
        assertThat(window.rows()).as("what is above is read there").startsWith(top);
    }

    @Test
    void aWindowThatLostItsRowsReadsOn() {
        window.load();
        window.merge(row -> row < 8, List.of(), Comparator.naturalOrder());
        assertThat(window.rows()).startsWith(8).hasSizeGreaterThan(PAGE);
        window.merge(row -> true, List.of(), Comparator.naturalOrder());
        assertThat(window.rows()).isNotEmpty();
    }

    @Test
    void whatIsAskedForIsTakenAtThatMoment() {
        window.load();
        first = 50;
        window.load();

        assertThat(window.rows()).startsWith(50);
    }

    @Test
    void aFailureKeepsWhatIsThere() {
        window.load();
        broken = true;
        window.nearEnd();
        assertThat(window.problemProperty().get()).isNotNull();
        assertThat(window.rows()).hasSize(PAGE);

        broken = false;
        window.nearEnd();
        assertThat(window.problemProperty().get()).isNull();
        assertThat(window.rows()).hasSize(2 * PAGE);
    }
}
