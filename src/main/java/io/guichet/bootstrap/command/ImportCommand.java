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
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /// Rejected rows that stay in memory.
    private static final int KEPT = 5_000;

    private final CommandContext context;

    ImportCommand(CommandContext context) {
        this.context = context;
    }

    record Rejected(int line, String reason) {
    }

    record Imported(long accepted, Iterable<Rejected> rejected, long duplicates) {
    }

    @Command(name = "claims")
    int claims(@Mixin PresentServerOptions options, @Mixin OutputOptions output,
               @Option(names = "--country", paramLabel = "CC", required = true,
                       descriptionKey = "bootstrap.command.option.reportCountry") String country,
               @Option(names = "--format", paramLabel = "NAME",
                       descriptionKey = "bootstrap.command.option.importFormat") @Nullable String format,
               @Parameters(paramLabel = "FILE", descriptionKey = "bootstrap.command.option.importFile") Path file) {
        Country from = country(country);
        ClaimFileReader reader = reader(from, format);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandRefused(UserMessage.of("bootstrap.error.importFile", file.toString()));
        }
        Texts texts = context.terminal().texts();
        ImportProgress progress = context.importing(output.json());
        try (RejectedRows rejected = new RejectedRows(KEPT)) {
            Imported imported = context.signedIn(options, database -> {
                Components components = Components.over(database, context.countries(), Clock.systemDefaultZone());
                ClaimImport reading = new ClaimImport(database, components.intake(), from.code(), reader, new ClaimImport.Told() {
                    @Override
                    public void rejected(int line, UserMessage reason) {
                        rejected.add(new Rejected(line, texts.get(reason)));
                    }

                    @Override
                    public void at(double done, long lines) {
                        progress.at(done, lines);
                    }
                });
                try {
                    reading.read(file);
                } catch (IOException broken) {
                    rejected.add(new Rejected(0, texts.get("bootstrap.error.importFile", file.toString())));
                } finally {
                    progress.end();
                }
                return new Imported(reading.accepted(), rejected::iterator, reading.duplicates());
            });
            tell(imported, rejected, output);
            return imported.accepted() + imported.duplicates() == 0 && rejected.count() > 0 ? REFUSED : DONE;
        }
    }

    private ClaimFileReader reader(Country country, @Nullable String format) {
        List<ClaimFileReader> readers = readers(country);
        return format == null ? readers.getFirst() : readers.stream().filter(each -> each.format().equalsIgnoreCase(format.strip())).findFirst()
                .orElseThrow(() -> new CommandRefused(UserMessage.of("bootstrap.error.importFormat", format,
                        readers.stream().map(ClaimFileReader::format).collect(Collectors.joining(", ")))));
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

    private void tell(Imported imported, RejectedRows rejected, OutputOptions output) {
        Terminal terminal = context.terminal();
        Texts texts = terminal.texts();
        rejected.first(SHOWN).forEach(each -> terminal.say(UserMessage.of("bootstrap.command.import.line", each.line(), each.reason())));
        if (rejected.count() > SHOWN) {
            terminal.say(UserMessage.of("bootstrap.command.import.more", rejected.count() - SHOWN));
        }
        if (output.json()) {
            terminal.json(imported);
        } else {
            terminal.line(texts.get("bootstrap.command.import.done", imported.accepted(), rejected.count(), imported.duplicates()));
        }
    }
}
