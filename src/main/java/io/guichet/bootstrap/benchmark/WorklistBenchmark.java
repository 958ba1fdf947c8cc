package io.guichet.bootstrap.benchmark;

import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.WorkPageRequest;
import io.guichet.reimbursement.WorkRow;
import io.guichet.reimbursement.Worklist;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A page of the queue of claims, the first and the thousandth (or the last there is), of everything undecided and filtered,
/// beside as many rows fetched by their keys; and the live numbers and sums around it.
final class WorklistBenchmark implements Benchmark.OnDatabase {

    private static final int ROWS = 100;
    private static final int PAGES = 1_000;
    private static final int WALK = 500;
    private static final int TIMES = 300;
    private static final int WARM_UP = 50;

    @Override
    public String name() {
        return "worklist";
    }

    @Override
    public List<Figure> measure(Subject subject) {
        Worklist worklist = subject.components().worklist();
        List<WorkRow> first = worklist.page(request(WorkFilter.UNDECIDED, null, ROWS)).rows();
        if (first.isEmpty()) {
            return List.of();
        }
        List<FileRef> keys = first.stream().map(WorkRow::claim).toList();
        Durations bare = durations(() -> worklist.rows(keys));
        List<Figure> figures = new ArrayList<>();
        page(figures, "worklist.first", worklist, WorkFilter.UNDECIDED, null, bare);
        page(figures, "worklist.thousandth", worklist, WorkFilter.UNDECIDED, deep(worklist, WorkFilter.UNDECIDED), bare);
        CountryCode country = first.getFirst().claim().country();
        for (Filtered each : List.of(
                new Filtered("country", WorkFilter.UNDECIDED.withCountries(Set.of(country))),
                new Filtered("overdue", WorkFilter.UNDECIDED.withOverdue(true)),
                new Filtered("free", WorkFilter.UNDECIDED.withFree(true)),
                new Filtered("reason", WorkFilter.ALL.withStates(Set.of(ClaimState.PENDED)).withReason(Finding.Code.MISSING_DOCUMENT)),
                new Filtered("rare", WorkFilter.UNDECIDED.withFree(true).withReason(Finding.Code.NO_ACCOUNT)),
                new Filtered("number", WorkFilter.ALL.withNumber(first.getFirst().number())),
                new Filtered("member", WorkFilter.ALL.withMembers(Set.of(first.getFirst().member()))))) {
            page(figures, "worklist." + each.name(), worklist, each.filter(), null, bare);
        }
        page(figures, "worklist.overdue.thousandth", worklist, WorkFilter.UNDECIDED.withOverdue(true),
                deep(worklist, WorkFilter.UNDECIDED.withOverdue(true)), bare);
        figures.add(figure("worklist.numbers.p95", durations(worklist::numbers), bare));
        figures.add(figure("worklist.totals.p95", durations(() -> worklist.totals(WorkFilter.UNDECIDED)), bare));
        return figures;
    }

    private record Filtered(String name, WorkFilter filter) {
    }

    /// The place behind which the thousandth page begins.
    private static WorkRow.@Nullable Place deep(Worklist worklist, WorkFilter filter) {
        WorkRow.@Nullable Place last = null;
        for (int walked = 0; walked < (PAGES - 1) * ROWS; walked += WALK) {
            Page<WorkRow> page = worklist.page(request(filter, last, WALK));
            if (!page.more()) {
                break;
            }
            last = page.rows().getLast().place();
        }
        return last;
    }

    private static void page(List<Figure> figures, String name, Worklist worklist, WorkFilter filter, WorkRow.@Nullable Place after,
                             Durations bare) {
        Durations pages = durations(() -> worklist.page(request(filter, after, ROWS)));
        figures.add(Figure.ofMicros(name + ".p50", pages.percentile(50), bare.percentile(50)));
        figures.add(figure(name + ".p95", pages, bare));
    }

    private static Figure figure(String name, Durations took, Durations bare) {
        return Figure.ofMicros(name, took.percentile(95), bare.percentile(95));
    }

    private static Durations durations(Runnable question) {
        Durations took = new Durations();
        for (int i = 0; i < WARM_UP + TIMES; i++) {
            long start = System.nanoTime();
            question.run();
            if (i >= WARM_UP) {
                took.addNanos(System.nanoTime() - start);
            }
        }
        return took;
    }

    private static WorkPageRequest request(WorkFilter filter, WorkRow.@Nullable Place after, int rows) {
        return new WorkPageRequest(filter, after, false, rows);
    }
}
