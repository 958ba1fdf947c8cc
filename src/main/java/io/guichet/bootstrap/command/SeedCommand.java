package io.guichet.bootstrap.command;

import io.guichet.bootstrap.Installation;
import io.guichet.bootstrap.Progress;
import io.guichet.bootstrap.SampleInstallation;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Credentials;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `guichet seed`: invented members, companies, contracts and claims in every country.
@Command(name = "seed")
final class SeedCommand implements Callable<Integer> {

    private static final int MILLI_PLACES = 3;
    private static final long MILLIS = 1000;
    /// More than any of the countries insures, and more than a disk of today holds.
    static final long MOST_MEMBERS = 10_000_000;
    /// Who is treated every week of a year claims so often; some ten times what the sample people do in their years.
    static final long MOST_CLAIMS_EACH = 50;
    /// The numbers of a country's claims have room for twice that.
    static final long MOST_CLAIMS = 50_000_000;

    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--members", paramLabel = "N", required = true, descriptionKey = "bootstrap.command.option.members")
    private long members;

    @Option(names = "--claims", paramLabel = "N", descriptionKey = "bootstrap.command.option.claims")
    private @Nullable Long claims;

    @Option(names = "--random-seed", paramLabel = "K", defaultValue = "" + SampleInstallation.SEED,
            descriptionKey = "bootstrap.command.option.randomSeed")
    private long randomSeed;

    SeedCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        long wantedClaims = claims == null ? members : claims;
        if (members < 1 || members > MOST_MEMBERS) {
            throw wrong("bootstrap.error.seedMembers", MOST_MEMBERS);
        }
        long mostClaims = Math.min(MOST_CLAIMS, members * MOST_CLAIMS_EACH);
        if (wantedClaims < 0 || wantedClaims > mostClaims) {
            throw wrong("bootstrap.error.seedClaims", mostClaims, MOST_CLAIMS_EACH);
        }
        Progress progress = context.loading(members);
        try (Installation installation = context.installation(options)) {
            installation.start(progress);
            Credentials owner = installation.server().isPresent() ? null : context.credentials(options, installation);
            long start = System.nanoTime();
            Map<CountryCode, Map<String, Long>> written = installation
                    .seed(owner, new SampleRequest(members, wantedClaims, randomSeed), progress)
                    .orElseThrow(() -> new CommandRefused(UserMessage.of("bootstrap.error.seedOwn")));
            print(written, Duration.ofNanos(System.nanoTime() - start));
        }
        return 0;
    }

    private ParameterException wrong(String key, Object... parameters) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), context.terminal().texts().get(key, parameters));
    }

    private void print(Map<CountryCode, Map<String, Long>> written, Duration took) {
        long total = written.values().stream().flatMap(tables -> tables.values().stream()).mapToLong(Long::longValue).sum();
        BigDecimal seconds = BigDecimal.valueOf(took.toMillis(), MILLI_PLACES);
        long rate = total * MILLIS / Math.max(1, took.toMillis());
        if (output.json()) {
            Map<String, Object> document = new TreeMap<>();
            written.forEach((country, tables) -> document.put(country.folder(), tables));
            document.put("seconds", seconds);
            document.put("rowsPerSecond", rate);
            context.terminal().json(document);
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        written.forEach((country, tables) -> tables.forEach((table, count) ->
                rows.add(List.of(country.folder(), table, String.valueOf(count)))));
        context.terminal().table(List.of(text("bootstrap.command.seed.schema"), text("bootstrap.command.seed.table"),
                text("bootstrap.command.seed.rows")), rows);
        context.terminal().line(context.terminal().texts().get("bootstrap.command.seed.took", total, seconds, rate));
    }

    private String text(String key) {
        return context.terminal().texts().get(key);
    }
}
