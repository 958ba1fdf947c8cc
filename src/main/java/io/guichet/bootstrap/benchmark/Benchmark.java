package io.guichet.bootstrap.benchmark;

import io.guichet.bootstrap.Components;
import io.guichet.country.Countries;
import io.guichet.platform.database.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Measures one budget. It changes nothing but the record of who opened what.
public interface Benchmark {

    /// The name it is asked for by.
    String name();

    /// One that asks a database.
    interface OnDatabase extends Benchmark {

        /// Measures now; takes seconds to a minute. Nothing when there is nobody to measure with.
        List<Figure> measure(Subject subject);
    }

    /// One that needs nothing but this machine.
    interface OnMachine extends Benchmark {

        /// Measures now; takes seconds.
        List<Figure> measure(Countries countries);
    }

    /// What is measured.
    ///
    /// @param database   signed in
    /// @param components over that database
    /// @param countries  the countries of this installation
    /// @param clock      tells what day it is
    /// @param seeding    how its sample was made, when it was made for benchmarks
    record Subject(Database database, Components components, Countries countries, Clock clock,
                   Optional<SeedingRecord> seeding) {
    }

    /// All of them.
    static List<Benchmark> all() {
        return List.of(new SearchBenchmark(), new MemberOpenBenchmark(), new MemberFileBenchmark(),
                new ContractPagesBenchmark(), new WorklistBenchmark(), new SeedBenchmark(), new AdjudicationBenchmark());
    }
}
