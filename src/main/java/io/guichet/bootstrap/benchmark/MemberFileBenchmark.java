package io.guichet.bootstrap.benchmark;

import io.guichet.country.Country;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.directory.Directory;
import io.guichet.directory.Overviews;
import io.guichet.kernel.FileRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The first screenful of a member file: opened on the record, then every section asked for at once, as the screen does.
/// Measured for members with few claims and with thousands, where `Histories` made such.
final class MemberFileBenchmark implements Benchmark.OnDatabase {

    private static final int ROUNDS = 40;
    private static final int WARM_UP = 8;
    private static final int CLAIMS = 6;
    private static final int PAYMENTS = 4;
    private static final int EVENTS = 6;
    private static final int CHANGES = 20;
    private static final int PERCENT = 95;

    @Override
    public String name() {
        return "member-file";
    }

    @Override
    public List<Figure> measure(Subject subject) {
        Durations few = new Durations();
        Durations many = new Durations();
        Durations bare = new Durations();
        try (ExecutorService sections = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Country country : subject.countries().all()) {
                if (!subject.components().overviews().keepsCover(country.code())) {
                    continue;
                }
                List<FileRef> members = Histories.members(subject.components().directory(), country.code());
                for (int round = 0; round < ROUNDS && !members.isEmpty(); round++) {
                    boolean counts = round >= WARM_UP;
                    measure(subject, sections, members.getFirst(), counts ? many : new Durations());
                    FileRef light = members.get(1 + round % Math.max(1, members.size() - 1) % members.size());
                    measure(subject, sections, light, counts ? few : new Durations());
                    bare.addNanos(bare(subject, sections));
                }
            }
        }
        if (few.count() == 0) {
            return List.of();
        }
        return List.of(
                Figure.ofMicros("member-file.5-claims.p95", few.percentile(PERCENT), bare.percentile(PERCENT)),
                Figure.ofMicros("member-file.5000-claims.p95", many.percentile(PERCENT), bare.percentile(PERCENT)));
    }

    private static void measure(Subject subject, ExecutorService threads, FileRef member, Durations durations) {
        Directory directory = subject.components().directory();
        long start = System.nanoTime();
        boolean open = directory.open(member, "benchmark").isPresent();
        all(threads, sections(subject, member));
        if (open) {
            durations.addNanos(System.nanoTime() - start);
        }
        directory.close(member);
    }

    private static List<Runnable> sections(Subject subject, FileRef member) {
        Overviews overviews = subject.components().overviews();
        LocalDate day = LocalDate.now(subject.clock());
        return List.of(
                () -> overviews.covers(member, day),
                () -> overviews.allowances(member, day),
                () -> overviews.household(member, day),
                () -> overviews.claims(member, HistoryRequest.newest(day, CLAIMS)),
                () -> overviews.payments(member, HistoryRequest.newest(day, PAYMENTS)),
                () -> overviews.happened(member, day, EVENTS),
                () -> subject.components().identities().linked(member),
                () -> subject.components().directory().history(member, CHANGES));
    }

    /// As many bare questions, asked the same way: two to open, then the sections at once.
    private static long bare(Subject subject, ExecutorService threads) {
        long start = System.nanoTime();
        BareQuestion.nanos(subject.database());
        BareQuestion.nanos(subject.database());
        List<Runnable> questions = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            questions.add(() -> BareQuestion.nanos(subject.database()));
        }
        all(threads, questions);
        return System.nanoTime() - start;
    }

    private static void all(ExecutorService threads, List<Runnable> questions) {
        List<? extends Future<?>> asked = questions.stream().map(threads::submit).toList();
        for (Future<?> one : asked) {
            try {
                one.get();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed.getCause());
            }
        }
    }
}
