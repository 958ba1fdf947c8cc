package io.guichet.bootstrap.benchmark;

import java.util.List;
import java.util.Optional;

/// How fast the sample was loaded, all checks, triggers and indexes included, beside `COPY` of the same rows into bare
/// tables. Only where the sample was made for the benchmark.
final class SeedBenchmark implements Benchmark.OnDatabase {

    @Override
    public String name() {
        return "seed";
    }

    @Override
    public List<Figure> measure(Subject subject) {
        Optional<SeedingRecord> seeding = subject.seeding();
        return seeding.map(record -> List.of(
                Figure.ofRates("seed.rows", record.rows() / record.seconds(), record.rows() / record.copySeconds(), "rows/s"),
                Figure.ofRates("seed.members", record.members() / record.seconds(), record.members() / record.copySeconds(),
                        "members/s"),
                Figure.ofSeconds("seed.time", record.seconds(), record.copySeconds()))).orElse(List.of());
    }
}
