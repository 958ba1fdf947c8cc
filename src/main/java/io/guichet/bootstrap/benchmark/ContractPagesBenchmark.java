package io.guichet.bootstrap.benchmark;

import io.guichet.contract.ContractFilter;
import io.guichet.contract.ContractPageRequest;
import io.guichet.contract.ContractRow;
import io.guichet.contract.Contracts;
import io.guichet.kernel.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of the list of contracts, the first and the thousandth (or the last there is).
final class ContractPagesBenchmark implements Benchmark.OnDatabase {

    private static final int ROWS = 60;
    private static final int PAGES = 1_000;
    private static final int TIMES = 300;
    private static final int WARM_UP = 50;

    @Override
    public String name() {
        return "contract-page";
    }

    @Override
    public List<Figure> measure(Subject subject) {
        Contracts contracts = subject.components().contracts();
        ContractRow.Place last = null;
        for (int i = 1; i < PAGES; i++) {
            Page<ContractRow> page = contracts.page(request(last));
            if (page.rows().isEmpty() || !page.more()) {
                break;
            }
            last = page.rows().getLast().place();
        }
        if (contracts.page(request(null)).rows().isEmpty()) {
            return List.of();
        }
        Durations bare = new Durations();
        for (int i = 0; i < TIMES; i++) {
            bare.addNanos(BareQuestion.nanos(subject.database()));
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("contract-page.first.p95", contracts, null, bare));
        if (last != null) {
            figures.add(figure("contract-page.thousandth.p95", contracts, last, bare));
        }
        return figures;
    }

    private static Figure figure(String name, Contracts contracts, ContractRow.@Nullable Place after, Durations bare) {
        Durations pages = new Durations();
        for (int i = 0; i < WARM_UP + TIMES; i++) {
            long start = System.nanoTime();
            contracts.page(request(after));
            if (i >= WARM_UP) {
                pages.addNanos(System.nanoTime() - start);
            }
        }
        return Figure.ofMicros(name, pages.percentile(95), bare.percentile(95));
    }

    private static ContractPageRequest request(ContractRow.@Nullable Place after) {
        return new ContractPageRequest(ContractFilter.ALL, ContractPageRequest.Sort.HOLDER, after, false, ROWS);
    }
}
