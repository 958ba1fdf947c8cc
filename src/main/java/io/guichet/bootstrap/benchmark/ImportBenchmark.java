package io.guichet.bootstrap.benchmark;

import io.guichet.country.Country;
import io.guichet.platform.database.DatabaseAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// How fast claims of a file are taken in, decided and stored, for each country that has a sample file, beside `COPY` of the rows
/// that they left behind: all of them, the trail, the queue and the search index included, into the same tables with their
/// indexes and checks. Of that `COPY` no trigger fires, and no foreign key is looked up.
public final class ImportBenchmark implements Benchmark.OnSample {

    private static final Logger LOG = Logger.getLogger(ImportBenchmark.class.getName());
    private static final double NANOS = 1e9;
    private static final long SEED = 20_261_031L;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<Figure> measure(Sample sample) throws SQLException, IOException {
        List<Figure> figures = new ArrayList<>();
        for (Country country : sample.countries().all()) {
            figures.addAll(measure(sample, country));
        }
        return figures;
    }

    private static List<Figure> measure(Sample sample, Country country) throws SQLException, IOException {
        Path file = Files.createTempFile("guichet", ".claims");
        try {
            DatabaseAddress imported = sample.copies().make("guichet_import");
            long claims;
            String before;
            try (Connection connection = sample.copies().connect(imported); OutputStream out = Files.newOutputStream(file)) {
                connection.setAutoCommit(false);
                claims = country.sample().writeClaimFile(connection, out, sample.lines(), SEED);
                connection.rollback();
                before = RowsSince.now(connection);
            }
            if (claims == 0) {
                return List.of();
            }
            long start = System.nanoTime();
            long accepted = sample.importer().run(imported, country, file);
            double seconds = (System.nanoTime() - start) / NANOS;
            if (accepted != claims) {
                LOG.log(Level.WARNING, "{0} of {1} claims were taken", new Object[] {accepted, claims});
            }
            RowsSince rows = RowsSince.read(sample.copies(), imported, before);
            try (rows) {
                double copy = rows.copySeconds(sample.copies(), sample.copies().make("guichet_copy"));
                String name = "import." + country.code().folder();
                return List.of(Figure.ofRates(name + ".lines", sample.lines() / seconds, sample.lines() / copy, "lines/s"),
                        Figure.ofRates(name + ".rows", rows.count() / seconds, rows.count() / copy, "rows/s"),
                        Figure.ofSeconds(name + ".time", seconds, copy));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
