package io.guichet.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.bootstrap.Components;
import io.guichet.contract.ContractFilter;
import io.guichet.contract.ContractPageRequest;
import io.guichet.contract.ContractPageRequest.Sort;
import io.guichet.contract.ContractRow;
import io.guichet.contract.Contracts;
import io.guichet.country.Countries;
import io.guichet.country.contract.ContractState;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import io.guichet.testing.TestDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The list of contracts, compared with a list that is filtered and sorted in memory.
class ContractPagesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Clock CLOCK = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private static final int MANY = 600;
    private static final List<String> WORDS = List.of("garage", "garnier", "bäcker", "lopez", "sàrl", "3m", "étoile", "van", "berg");

    private static Contracts contracts;
    private static List<ContractRow> all;

    @BeforeAll
    static void publish() {
        Random random = new Random(21);
        for (int i = 0; i < MANY; i++) {
            String country = List.of("BE", "ES", "FR").get(random.nextInt(3));
            String name = WORDS.get(random.nextInt(WORDS.size())) + " " + WORDS.get(random.nextInt(WORDS.size()));
            boolean company = random.nextInt(4) > 0;
            LocalDate from = TODAY.minusDays(random.nextInt(4000)).plusDays(200);
            DATABASE.run("""
                    SELECT contract.publish(ARRAY[ROW(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)::contract.published_contract])
                    """, country, "r" + i, "K-" + (1000 + i), company ? "h" + random.nextInt(90) : null,
                    name.toUpperCase(Locale.ROOT), "p" + random.nextInt(4), "Product", from,
                    random.nextInt(3) == 0 ? from.plusDays(random.nextInt(1500)) : null,
                    random.nextInt(8) == 0 ? from.plusDays(random.nextInt(800)) : null,
                    1 + random.nextInt(12), company ? random.nextInt(50) : null);
        }
        contracts = Components.over(DATABASE.as("care"), Countries.load(), CLOCK).contracts();
        all = new ArrayList<>();
        for (Sort sort : Sort.values()) {
            List<ContractRow> rows = read(contracts, ContractFilter.ALL, sort, false, 97);
            assertThat(rows).hasSize(MANY);
            all = rows;
        }
    }

    private static List<ContractRow> read(Contracts from, ContractFilter filter, Sort sort, boolean backwards, int limit) {
        List<ContractRow> rows = new ArrayList<>();
        ContractRow.Place place = null;
        while (true) {
            Page<ContractRow> page = from.page(new ContractPageRequest(filter, sort, place, backwards, limit));
            rows.addAll(backwards ? 0 : rows.size(), page.rows());
            if (!page.more()) {
                return rows;
            }
            assertThat(page.rows()).hasSize(limit);
            place = (backwards ? page.rows().getFirst() : page.rows().getLast()).place();
        }
    }

    private static List<String> expected(Predicate<ContractRow> filter, Sort sort) {
        Comparator<ContractRow> order = switch (sort) {
            case HOLDER -> Comparator.comparing((ContractRow row) -> words(row)).thenComparing(row -> row.place().id());
            case NEWEST -> Comparator.comparing(ContractRow::from).thenComparing(row -> row.place().id()).reversed();
            case EMPLOYEES -> Comparator.comparing((ContractRow row) -> row.employees() == null ? -1 : row.employees())
                    .thenComparing(row -> row.place().id()).reversed();
        };
        return all.stream().filter(filter).sorted(order).map(row -> row.ref().reference()).toList();
    }

    private static String words(ContractRow row) {
        return row.holderName().toLowerCase(Locale.ROOT).replace('ä', 'a').replace('à', 'a').replace('é', 'e');
    }

    private static void assertFinds(ContractFilter filter, Predicate<ContractRow> expected) {
        for (Sort sort : Sort.values()) {
            List<String> rows = expected(expected, sort);
            for (boolean backwards : new boolean[] {false, true}) {
                assertThat(read(contracts, filter, sort, backwards, 7)).as("%s by %s, backwards %s", filter, sort, backwards)
                        .extracting(row -> row.ref().reference()).containsExactlyElementsOf(rows);
            }
        }
    }

    private static ContractFilter filter(String text, Set<CountryCode> countries, Set<String> products,
                                         Set<ContractState> states, Set<Month> renewals) {
        return new ContractFilter(text, countries, products, states, renewals, null, null, false);
    }

    @Test
    void everyFilterByItselfAndTogether() {
        CountryCode spain = new CountryCode("ES");
        assertFinds(ContractFilter.ALL, row -> true);
        assertFinds(filter("", Set.of(spain), Set.of(), Set.of(), Set.of()), row -> row.ref().country().equals(spain));
        assertFinds(filter("", Set.of(), Set.of("p1"), Set.of(), Set.of()), row -> row.product().equals("p1"));
        assertFinds(filter("", Set.of(), Set.of("p1", "p2"), Set.of(), Set.of(Month.MAY)),
                row -> Set.of("p1", "p2").contains(row.product()) && row.renewal() == Month.MAY);
        assertFinds(filter("", Set.of(), Set.of(), Set.of(), Set.of(Month.JANUARY, Month.DECEMBER)),
                row -> row.renewal() == Month.JANUARY || row.renewal() == Month.DECEMBER);
        assertFinds(new ContractFilter("", Set.of(), Set.of(), Set.of(), Set.of(), 10, 20, false),
                row -> row.employees() != null && row.employees() >= 10 && row.employees() <= 20);
        assertFinds(new ContractFilter("", Set.of(), Set.of(), Set.of(), Set.of(), null, 3, false),
                row -> row.employees() != null && row.employees() <= 3);
        assertFinds(new ContractFilter("", Set.of(), Set.of(), Set.of(), Set.of(), null, null, true), row -> row.holder() != null);
        assertFinds(new ContractFilter("gar", Set.of(spain), Set.of("p0"), Set.of(ContractState.RUNNING), Set.of(), 1, null, true),
                row -> row.ref().country().equals(spain) && row.product().equals("p0") && begins(row, "gar")
                        && row.state() == ContractState.RUNNING && row.employees() != null && row.employees() >= 1);
    }

    @Test
    void statesAreThoseOfToday() {
        for (ContractState state : ContractState.values()) {
            assertFinds(filter("", Set.of(), Set.of(), Set.of(state), Set.of()), row -> row.state() == state);
            assertThat(expected(row -> row.state() == state, Sort.HOLDER)).as("%s", state).isNotEmpty();
        }
        assertFinds(filter("", Set.of(), Set.of(), Set.of(ContractState.SUSPENDED, ContractState.ENDED), Set.of()),
                row -> row.state() == ContractState.SUSPENDED || row.state() == ContractState.ENDED);
        assertThat(all).allSatisfy(row -> assertThat(row.state() == ContractState.COMING).isEqualTo(row.from().isAfter(TODAY)));
    }

    @Test
    void wordsBeginInAnyOrderAndNumbersBegin() {
        assertFinds(ContractFilter.ALL.withText("gar"), row -> begins(row, "gar"));
        assertFinds(ContractFilter.ALL.withText("BERG gar"), row -> begins(row, "gar") && begins(row, "berg"));
        assertFinds(ContractFilter.ALL.withText("bacK"), row -> begins(row, "back"));
        assertFinds(ContractFilter.ALL.withText("3m"), row -> begins(row, "3m"));
        assertFinds(ContractFilter.ALL.withText("k 104"), row -> row.number().startsWith("K-104"));
        assertFinds(ContractFilter.ALL.withText("K-1044"), row -> row.number().equals("K-1044"));
        assertFinds(ContractFilter.ALL.withText("gar'); DROP"), row -> false);
        assertFinds(ContractFilter.ALL.withText("' & !:* \\"), row -> true);
    }

    private static boolean begins(ContractRow row, String start) {
        return Arrays.stream(words(row).split(" ")).anyMatch(word -> word.startsWith(start));
    }

    @Test
    void whoMayNotSeeContractsSeesNone() {
        Countries countries = Countries.load();
        Contracts spanish = Components.over(DATABASE.as("care.es"), countries, CLOCK).contracts();
        assertThat(read(spanish, ContractFilter.ALL, Sort.HOLDER, false, 50)).isNotEmpty()
                .allSatisfy(row -> assertThat(row.ref().country()).isEqualTo(new CountryCode("ES")));
        assertThat(spanish.products()).isNotEmpty()
                .allSatisfy(product -> assertThat(product.country()).isEqualTo(new CountryCode("ES")));
        Contracts sales = Components.over(DATABASE.as("sales"), countries, CLOCK).contracts();
        assertThat(read(sales, ContractFilter.ALL, Sort.HOLDER, false, 50)).isEmpty();
        assertThat(sales.products()).isEmpty();
        FileRef holder = all.stream().filter(row -> row.holder() != null).findFirst().orElseThrow().holder();
        assertThat(contracts.of(holder)).isNotEmpty().allSatisfy(row -> assertThat(row.holder()).isEqualTo(holder));
        assertThat(sales.of(holder)).isEmpty();
        assertThat(contracts.of(new FileRef(holder.country(), FileKind.MEMBER, "1"))).isEmpty();
    }
}
