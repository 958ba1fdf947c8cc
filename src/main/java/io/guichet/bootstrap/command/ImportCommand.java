package io.guichet.bootstrap.command;

import io.guichet.bootstrap.Components;
import io.guichet.country.Country;
import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `guichet import claims --country CC FILE`.
@Command(name = "import")
final class ImportCommand {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    /// Rejected rows that are shown on the terminal; `--json` has all.
    private static final int SHOWN = 100;

    private final CommandContext context;

    ImportCommand(CommandContext context) {
        this.context = context;
    }

    record Rejected(int line, String reason) {
    }

    record Imported(long accepted, List<Rejected> rejected, long duplicates) {
    }

    @Command(name = "claims")
    int claims(@Mixin PresentServerOptions options, @Mixin OutputOptions output,
               @Option(names = "--country", paramLabel = "CC", required = true,
                       descriptionKey = "bootstrap.command.option.reportCountry") String country,
               @Parameters(paramLabel = "FILE", descriptionKey = "bootstrap.command.option.importFile") Path file) {
        Country from = country(country);
        ClaimFileReader reader = readers(from).getFirst();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandRefused(UserMessage.of("bootstrap.error.importFile", file.toString()));
        }
        Texts texts = context.terminal().texts();
        List<Rejected> rejected = new ArrayList<>();
        Imported imported = context.signedIn(options, database -> {
            Components components = Components.over(database, context.countries(), Clock.systemDefaultZone());
            ClaimImport reading = new ClaimImport(database, components.intake(), from.code(), reader,
                    (line, reason) -> rejected.add(new Rejected(line, texts.get(reason))));
            try {
                reading.read(file);
            } catch (IOException broken) {
                rejected.add(new Rejected(0, texts.get("bootstrap.error.importFile", file.toString())));
            }
            return new Imported(reading.accepted(), List.copyOf(rejected), reading.duplicates());
        });
        tell(imported, output);
        return imported.accepted() + imported.duplicates() == 0 && !rejected.isEmpty() ? REFUSED : DONE;
    }

    private Country country(String wanted) {
        List<Country> able = context.countries().all().stream().filter(each -> !readers(each).isEmpty()).toList();
        return able.stream().filter(each -> each.code().value().equalsIgnoreCase(wanted.strip())).findFirst()
                .orElseThrow(() -> new CommandRefused(UserMessage.of("bootstrap.error.reportCountry", wanted,
                        able.stream().map(Country::code).map(CountryCode::value).collect(Collectors.joining(", ")))));
    }

    private static List<ClaimFileReader> readers(Country country) {
        return country.claims().map(ClaimRecords::files).orElse(List.of());
    }

    private void tell(Imported imported, OutputOptions output) {
        Terminal terminal = context.terminal();
        Texts texts = terminal.texts();
        imported.rejected().stream().limit(SHOWN)
                .forEach(each -> terminal.say(UserMessage.of("bootstrap.command.import.line", each.line(), each.reason())));
        if (imported.rejected().size() > SHOWN) {
            terminal.say(UserMessage.of("bootstrap.command.import.more", imported.rejected().size() - SHOWN));
        }
        if (output.json()) {
            terminal.json(imported);
        } else {
            terminal.line(texts.get("bootstrap.command.import.done", imported.accepted(), imported.rejected().size(),
                    imported.duplicates()));
        }
    }
}
