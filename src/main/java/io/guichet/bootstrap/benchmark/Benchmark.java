package io.guichet.bootstrap.benchmark;

import io.guichet.bootstrap.Components;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
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

    /// One that changes a sample: it gets copies of it.
    interface OnSample extends Benchmark {

        /// Measures now; takes some minutes. Nothing when there is nobody to measure with.
        List<Figure> measure(Sample sample) throws SQLException, IOException;
    }

    /// What is measured on copies.
    ///
    /// @param copies    of a sample
    /// @param countries the countries of this installation
    /// @param importer  takes files of claims in
    /// @param lines     lines of claims to take in, for each country
    record Sample(SampleCopies copies, Countries countries, Importer importer, int lines) {
    }

    /// Takes a file of claims in, as the command does.
    interface Importer {

        /// @return how many claims were taken
        long run(DatabaseAddress database, Country country, Path file) throws IOException;
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
                new ContractPagesBenchmark(), new WorklistBenchmark(), new SeedBenchmark(), new AdjudicationBenchmark(),
                new ImportBenchmark());
    }
}
