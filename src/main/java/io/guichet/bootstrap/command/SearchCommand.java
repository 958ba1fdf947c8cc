package io.guichet.bootstrap.command;

import io.guichet.bootstrap.Components;
import io.guichet.directory.SearchRequest;
import io.guichet.directory.SearchResult;
import io.guichet.directory.SearchRow;
import io.guichet.platform.i18n.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `guichet search TEXT`: the desktop's one search box.
@Command(name = "search")
final class SearchCommand implements Callable<Integer> {

    private static final int MOST = 200;

    private final CommandContext context;

    @Mixin
    private PresentServerOptions options = new PresentServerOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20",
            descriptionKey = "bootstrap.command.option.limit")
    private int limit;

    @Parameters(arity = "1..*", paramLabel = "TEXT", descriptionKey = "bootstrap.command.option.text")
    private List<String> text = List.of();

    SearchCommand(CommandContext context) {
        this.context = context;
    }

    record FoundRow(String country, String kind, String reference, String label, String detail) {
    }

    record Found(List<FoundRow> rows, BigDecimal databaseMillis, BigDecimal totalMillis) {
    }

    @Override
    public Integer call() {
        Texts texts = context.terminal().texts();
        SearchRequest request = new SearchRequest(String.join(" ", text), texts.locale(), Set.of(), Set.of(),
                Math.clamp(limit, 1, MOST));
        Found found = context.signedIn(options, database -> {
            Components components = Components.over(database, context.countries(), Clock.systemDefaultZone());
            long start = System.nanoTime();
            SearchResult result = components.directory().search(request);
            Duration total = Duration.ofNanos(System.nanoTime() - start);
            return new Found(result.rows().stream().map(SearchCommand::row).toList(), millis(result.databaseTime()),
                    millis(total));
        });
        if (output.json()) {
            context.terminal().json(found);
        } else {
            context.terminal().table(
                    List.of(texts.get("bootstrap.command.search.country"), texts.get("bootstrap.command.search.kind"),
                            texts.get("bootstrap.command.search.reference"), texts.get("bootstrap.command.search.label"),
                            texts.get("bootstrap.command.search.detail")),
                    found.rows().stream().map(row -> List.of(row.country(), row.kind(), row.reference(), row.label(),
                            row.detail())).toList());
            context.terminal().line(texts.get("bootstrap.command.search.took", found.rows().size(),
                    found.databaseMillis(), found.totalMillis()));
        }
        return 0;
    }

    private static FoundRow row(SearchRow row) {
        return new FoundRow(row.ref().country().value(), row.ref().kind().code(), row.ref().reference(), row.label(),
                row.detail());
    }

    private static BigDecimal millis(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 6).setScale(2, RoundingMode.HALF_UP);
    }
}
