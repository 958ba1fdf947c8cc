package io.guichet.bootstrap.command;

import io.guichet.access.internal.InstallationRecord.Content;
import io.guichet.bootstrap.Components;
import io.guichet.bootstrap.Installation;
import io.guichet.bootstrap.Logs;
import io.guichet.bootstrap.SampleInstallation;
import io.guichet.bootstrap.Schemas;
import io.guichet.bootstrap.benchmark.Benchmark;
import io.guichet.bootstrap.benchmark.Benchmark.OnDatabase;
import io.guichet.bootstrap.benchmark.Benchmark.OnMachine;
import io.guichet.bootstrap.benchmark.Benchmark.OnSample;
import io.guichet.bootstrap.benchmark.Figure;
import io.guichet.bootstrap.benchmark.Histories;
import io.guichet.bootstrap.benchmark.RawCopy;
import io.guichet.bootstrap.benchmark.SampleCopies;
import io.guichet.bootstrap.benchmark.SeedingRecord;
import io.guichet.country.Country;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseAddress;
import io.guichet.platform.database.DatabaseFailures;
import io.guichet.platform.database.HikariDatabase;
import io.guichet.platform.embedded.DataFolder;
import io.guichet.platform.embedded.EmbeddedServer;
import io.guichet.platform.i18n.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `guichet benchmark [NAME…]`: the budgets of the design, measured on the database that the options name, or on one of
/// its own size.
@Command(name = "benchmark")
final class BenchmarkCommand implements Callable<Integer> {

    private static final double NANOS = 1e9;
    /// Members of a sample that is copied, when nobody says otherwise.
    private static final long SMALL = 20_000;
    /// The sample's account that decides claims.
    private static final String DECIDING = "operations";

    private final CommandContext context;

    @Mixin
    private PresentServerOptions options = new PresentServerOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--members", paramLabel = "N", descriptionKey = "bootstrap.command.option.benchmarkMembers")
    private @Nullable Long members;

    @Parameters(arity = "0..*", paramLabel = "NAME", descriptionKey = "bootstrap.command.option.benchmarks")
    private List<String> names = List.of();

    @Option(names = "--lines", paramLabel = "N", defaultValue = "20000", descriptionKey = "bootstrap.command.option.benchmarkLines")
    private int lines;

    BenchmarkCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Benchmark> wanted = wanted();
        List<Figure> figures = measure(wanted);
        if (figures.isEmpty()) {
            throw new CommandRefused(UserMessage.of("bootstrap.error.benchmarkEmpty"));
        }
        if (output.json()) {
            context.terminal().json(figures);
        } else {
            Texts texts = context.terminal().texts();
            context.terminal().table(
                    List.of(texts.get("bootstrap.command.benchmark.name"), texts.get("bootstrap.command.benchmark.value"),
                            texts.get("bootstrap.command.benchmark.unit"), texts.get("bootstrap.command.benchmark.limit"),
                            texts.get("bootstrap.command.benchmark.ratio")),
                    figures.stream().map(figure -> List.of(figure.name(), figure.value().toPlainString(), figure.unit(),
                            figure.limit().toPlainString(), figure.ratio().toPlainString())).toList());
        }
        return 0;
    }

    private List<Benchmark> wanted() {
        List<Benchmark> all = Benchmark.all();
        for (String name : names) {
            if (all.stream().noneMatch(benchmark -> benchmark.name().equals(name))) {
                throw new CommandRefused(UserMessage.of("bootstrap.error.noBenchmark", name,
                        String.join(", ", all.stream().map(Benchmark::name).toList())));
            }
        }
        // what takes copies of a whole sample is asked for by its name
        return all.stream().filter(benchmark -> names.isEmpty() ? !(benchmark instanceof OnSample) : names.contains(benchmark.name())).toList();
    }

    private List<Figure> measure(List<Benchmark> wanted) {
        List<OnDatabase> onDatabase = wanted.stream().filter(OnDatabase.class::isInstance).map(OnDatabase.class::cast).toList();
        List<Figure> figures = new ArrayList<>();
        if (!onDatabase.isEmpty()) {
            figures.addAll(members == null ? context.signedIn(options, database -> measure(onDatabase, database, Optional.empty()))
                    : measureSample(onDatabase, members));
        }
        List<OnSample> onSample = wanted.stream().filter(OnSample.class::isInstance).map(OnSample.class::cast).toList();
        if (!onSample.isEmpty()) {
            figures.addAll(measureCopies(onSample, members == null ? SMALL : members));
        }
        wanted.stream().filter(OnMachine.class::isInstance).map(OnMachine.class::cast)
                .forEach(benchmark -> figures.addAll(benchmark.measure(context.countries())));
        return figures;
    }

    private List<Figure> measure(List<OnDatabase> wanted, Database database, Optional<SeedingRecord> seeding) {
        Clock clock = Clock.systemDefaultZone();
        Benchmark.Subject subject = new Benchmark.Subject(database,
                Components.over(database, context.countries(), clock), context.countries(), clock, seeding);
        return wanted.stream().flatMap(benchmark -> benchmark.measure(subject).stream()).toList();
    }

    /// On a sample of that size, in a folder of its own below the data folder, made the first time.
    private List<Figure> onSample(long size, Function<Installation, List<Figure>> measuring) {
        if (options.url().isPresent() || size < 1 || lines < 1) {
            throw new CommandRefused(UserMessage.of("bootstrap.error.benchmarkMembers"));
        }
        Logs.toFiles(options.home());
        DataFolder folder = folder(size);
        try (Installation installation = Installation.embedded(folder, context.countries())) {
            installation.start(context.progress());
            if (installation.content() == Content.UNDECIDED) {
                seed(installation, folder, size);
            }
            return measuring.apply(installation);
        }
    }

    private DataFolder folder(long size) {
        return new DataFolder(options.home().path().resolve("benchmark-" + size));
    }

    private List<Figure> measureSample(List<OnDatabase> wanted, long size) {
        return onSample(size, installation -> {
            try (Database database = installation.signIn(context.sampleStaff())) {
                lengthen(installation, database);
                tidy(installation);
                return measure(wanted, database, SeedingRecord.read(folder(size).path()));
            }
        });
    }

    private List<Figure> measureCopies(List<OnSample> wanted, long size) {
        return onSample(size, installation -> {
            EmbeddedServer server = installation.server().orElseThrow();
            List<Figure> figures = new ArrayList<>();
            try (SampleCopies copies = new SampleCopies(server.address(), server.superuser())) {
                for (OnSample benchmark : wanted) {
                    figures.addAll(benchmark.measure(new Benchmark.Sample(copies, context.countries(), this::take, lines)));
                }
            } catch (SQLException failed) {
                throw DatabaseFailures.of(failed, installation.address());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return figures;
        });
    }

    private long take(DatabaseAddress copy, Country country, Path file) throws IOException {
        try (Database database = HikariDatabase.open(() -> copy, new Credentials(DECIDING, DECIDING),
                new Schemas(context.countries()).entities())) {
            Components components = Components.over(database, context.countries(), Clock.systemDefaultZone());
            ClaimImport reading = new ClaimImport(database, components.intake(), country.code(),
                    country.claims().orElseThrow().files().getFirst(), (line, reason) -> { });
            reading.read(file);
            return reading.accepted();
        }
    }

    private void seed(Installation installation, DataFolder folder, long size) {
        long start = System.nanoTime();
        Map<CountryCode, Map<String, Long>> written = installation.seed(null,
                new SampleRequest(size, size, SampleInstallation.SEED), context.loading(size)).orElse(Map.of());
        double seconds = (System.nanoTime() - start) / NANOS;
        Map<String, Long> tables = new TreeMap<>();
        written.forEach((country, rows) -> rows.forEach((table, count) ->
                tables.merge(table.contains(".") ? table : country.folder() + "." + table, count, Long::sum)));
        try (Connection connection = installation.connections(null).getConnection()) {
            connection.setAutoCommit(false);
            double copy = new RawCopy(connection).seconds(tables);
            connection.rollback();
            new SeedingRecord(size * context.countries().all().size(),
                    tables.values().stream().mapToLong(Long::longValue).sum(), seconds, copy).write(folder.path());
        } catch (SQLException failed) {
            throw DatabaseFailures.of(failed, installation.address());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Members with short and with very long histories, to open.
    private void lengthen(Installation installation, Database database) {
        Components components = Components.over(database, context.countries(), Clock.systemDefaultZone());
        try (Connection connection = installation.connections(null).getConnection()) {
            connection.setAutoCommit(false);
            Histories.complete(connection, context.countries().all(), components);
            connection.commit();
        } catch (SQLException failed) {
            throw DatabaseFailures.of(failed, installation.address());
        }
    }

    /// What the server does by itself some minutes after a bulk load: without it the figures would be those of the first
    /// minutes.
    private static void tidy(Installation installation) {
        try (Connection connection = installation.connections(null).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("VACUUM (ANALYZE)");
        } catch (SQLException failed) {
            throw DatabaseFailures.of(failed, installation.address());
        }
    }
}
