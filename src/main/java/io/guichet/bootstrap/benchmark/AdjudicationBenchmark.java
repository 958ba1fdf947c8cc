package io.guichet.bootstrap.benchmark;

import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The rules alone, on one core: lines decided in a second of processor time, reading of the input and all steps included,
/// beside copying the records of the same decisions.
final class AdjudicationBenchmark implements Benchmark.OnMachine {

    /// A day that stays: the same claims are decided on any day.
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 31);
    private static final long SEED = 4;
    private static final int CLAIMS = 2_000;
    private static final double WARM_UP = 1.5;
    private static final double MEASURED = 2.0;
    private static final double NANOS = 1e9;

    @Override
    public String name() {
        return "adjudication";
    }

    @Override
    public List<Figure> measure(Countries countries) {
        List<Figure> figures = new ArrayList<>();
        for (Country country : countries.all()) {
            country.adjudication().ifPresent(rules -> measure(country.code().folder(), rules, figures));
        }
        return figures;
    }

    private static void measure(String country, Adjudication rules, List<Figure> figures) {
        List<Map<String, Object>> claims = new SomeClaims(rules, TODAY, SEED).draw(CLAIMS);
        if (claims.isEmpty()) {
            return;
        }
        List<ClaimDecision> decided = claims.stream().map(claim -> decide(rules, claim)).toList();
        double rate = rate(claims, claim -> decide(rules, claim));
        double limit = rate(decided, AdjudicationBenchmark::copy);
        figures.add(Figure.ofRates("adjudication." + country + ".lines", rate, limit, "lines/s"));
    }

    private interface Doing<T> {
        ClaimDecision of(T claim);
    }

    /// Lines a second of processor time.
    private static <T> double rate(List<T> claims, Doing<T> doing) {
        run(claims, doing, WARM_UP);
        return run(claims, doing, MEASURED);
    }

    private static <T> double run(List<T> claims, Doing<T> doing, double seconds) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long lines = 0;
        long paid = 0;
        long spent;
        do {
            for (T claim : claims) {
                ClaimDecision decision = doing.of(claim);
                lines += decision.lines().size();
                paid += decision.lines().getFirst().insurerPaid().minor();
            }
            spent = threads.getCurrentThreadCpuTime() - start;
        } while (spent < seconds * NANOS);
        if (paid < 0) {
            throw new IllegalStateException("an insurer that is paid");
        }
        return lines / (spent / NANOS);
    }

    private static ClaimDecision decide(Adjudication rules, Map<String, Object> claim) {
        try {
            return rules.simulate(ClaimInput.of(claim, ""));
        } catch (InputRefused refused) {
            throw new IllegalStateException("what was decided once is refused", refused);
        }
    }

    private static ClaimDecision copy(ClaimDecision decision) {
        List<LineDecision> lines = new ArrayList<>();
        for (LineDecision line : decision.lines()) {
            List<Step> steps = new ArrayList<>();
            for (Step step : line.steps()) {
                steps.add(new Step(step.rule(), step.amount(), step.sentence(), step.source(), step.inputs()));
            }
            List<CounterMove> moves = new ArrayList<>();
            for (CounterMove move : line.moves()) {
                moves.add(new CounterMove(move.counter(), move.used()));
            }
            lines.add(new LineDecision(line.charged(), line.publicPaid(), line.insurerPaid(), line.memberPays(), steps, moves));
        }
        return new ClaimDecision(lines);
    }
}
