package io.guichet.contract.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.contract.ContractFilter;
import io.guichet.contract.ContractPageRequest.Sort;
import io.guichet.contract.ContractRow;
import io.guichet.country.contract.ContractState;
import io.guichet.kernel.CountryCode;
import io.guichet.platform.ui.list.ViewStore.SavedView;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContractListViewModelTest {

    private final Scripted scripted = new Scripted();
    private final ContractListViewModel list = new ContractListViewModel(scripted.work());

    private List<String> numbers() {
        return list.window().rows().stream().map(ContractRow::number).toList();
    }

    @Test
    void walksThroughALongListWithinItsWindow() {
        scripted.contracts.add(2000);
        list.start();
        Set<String> seen = new HashSet<>(numbers());
        for (int page = 0; page < 25; page++) {
            list.window().nearEnd();
            seen.addAll(numbers());
            assertThat(numbers()).hasSizeLessThanOrEqualTo(ContractListViewModel.WINDOW).isSorted().doesNotHaveDuplicates();
        }
        assertThat(seen).hasSize(2000);
        for (int page = 0; page < 25; page++) {
            list.window().nearBeginning();
        }
        assertThat(numbers()).startsWith("K-0001");
    }

    @Test
    void theServerFiltersAndSorts() {
        list.start();
        list.textProperty().set("Holder 002");
        list.narrow(now -> new ContractFilter(now.text(), Set.of(), Set.of(), Set.of(ContractState.SUSPENDED), Set.of(),
                null, null, false));
        list.sort(Sort.NEWEST);

        assertThat(numbers()).hasSize(1).containsExactly("K-0025");
        assertThat(scripted.contracts.asked.getLast().sort()).isEqualTo(Sort.NEWEST);
        list.clear();
        assertThat(numbers()).hasSize(ContractListViewModel.PAGE);
        assertThat(list.textProperty().get()).isEmpty();
    }

    @Test
    void aViewIsKeptPickedRenamedAndForgotten() {
        list.start();
        list.textProperty().set("Holder 0012");
        list.keep(" My clients ");
        list.clear();
        assertThat(list.views().views()).extracting(SavedView::name).containsExactly("My clients");

        list.pick(list.views().views().getFirst());
        assertThat(numbers()).containsExactly("K-0013");
        assertThat(list.textProperty().get()).isEqualTo("Holder 0012");
        list.textProperty().set("Holder 001");
        assertThat(list.differsFromView()).isTrue();

        list.views().rename("Clients");
        assertThat(list.views().views()).extracting(SavedView::name).containsExactly("Clients");
        list.views().forget();
        assertThat(list.views().views()).isEmpty();
        assertThat(numbers()).hasSize(10);
    }

    @Test
    void theListIsThereAsItWasLeft() {
        list.start();
        list.textProperty().set("Holder 0012");
        list.close();

        ContractListViewModel next = new ContractListViewModel(scripted.work());
        next.start();
        assertThat(next.textProperty().get()).isEqualTo("Holder 0012");
        assertThat(next.window().rows()).hasSize(1);
    }

    @Test
    void aChangedContractIsReadAgainInItsPlace() {
        list.start();
        scripted.tell(Scripted.CONTRACT, "elsewhere");

        assertThat(list.window().rows().getFirst().holderName()).isEqualTo("Byron & Co");
        assertThat(list.window().rows()).hasSize(ContractListViewModel.PAGE);
    }

    @Test
    void aFailureIsToldAndEndsWithTheNextReading() {
        list.start();
        scripted.contracts.failure = new IllegalStateException("gone");
        list.textProperty().set("x");
        assertThat(list.window().problemProperty().get()).isNotNull();

        scripted.contracts.failure = null;
        list.refresh();
        assertThat(list.window().problemProperty().get()).isNull();
    }

    @Test
    void aQueryIsRememberedWhole() {
        ContractQuery all = new ContractQuery(new ContractFilter("a b", Set.of(CountryCode.of("ZZ")), Set.of("P1", "P,2"),
                Set.of(ContractState.ENDED), Set.of(Month.MAY, Month.JUNE), 10, 500, true), Sort.EMPLOYEES);

        assertThat(ContractQuery.of(all.asMap())).isEqualTo(all);
        assertThat(ContractQuery.of(Map.of("states", "NEVER\nRUNNING", "fewest", "many", "sort", "?", "countries", "x")))
                .isEqualTo(new ContractQuery(new ContractFilter("", Set.of(), Set.of(), Set.of(ContractState.RUNNING),
                        Set.of(), null, null, false), Sort.HOLDER));
    }
}
