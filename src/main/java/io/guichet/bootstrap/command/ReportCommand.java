package io.guichet.bootstrap.command;

import io.guichet.bootstrap.Components;
import io.guichet.bootstrap.TextFolders;
import io.guichet.country.Country;
import io.guichet.directory.Directory;
import io.guichet.directory.SearchRequest;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.report.Paper;
import io.guichet.platform.report.PaperPress;
import io.guichet.platform.report.PrintedPaper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `guichet report NAME --country CC --id REF --out FILE`: one printable report.
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {

    private static final String PDF = ".pdf";
    private static final String WORKBOOK = ".xlsx";
    private static final int MOST_FOUND = 10;

    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private PresentServerOptions options = new PresentServerOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "NAME", descriptionKey = "bootstrap.command.option.reportName")
    private String name = "";

    @Option(names = "--country", paramLabel = "CC", required = true, descriptionKey = "bootstrap.command.option.reportCountry")
    private String country = "";

    @Option(names = "--id", paramLabel = "REF", required = true, descriptionKey = "bootstrap.command.option.reportId")
    private String id = "";

    @Option(names = "--day", paramLabel = "DAY", descriptionKey = "bootstrap.command.option.reportDay")
    private @Nullable LocalDate day;

    @Option(names = "--locale", paramLabel = "L", descriptionKey = "bootstrap.command.option.reportLocale")
    private @Nullable String locale;

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "bootstrap.command.option.reportOut")
    private Path out = Path.of("");

    ReportCommand(CommandContext context) {
        this.context = context;
    }

    record Made(String file, int pages) {
    }

    private interface Report {
        Outcome<Paper> of(Components components, CountryCode code);
    }

    /// The reports by name.
    private Map<String, Report> reports() {
        return new TreeMap<>(Map.of("certificate", (components, code) -> components.certificates().certificate(
                new FileRef(code, FileKind.MEMBER, id), day == null ? LocalDate.now(Clock.systemDefaultZone()) : day, language()),
                "statement", (components, code) -> components.statements().statement(claim(components.directory(), code), language())));
    }

    @Override
    public Integer call() {
        Report report = Optional.ofNullable(reports().get(name))
                .orElseThrow(() -> wrong("bootstrap.error.reportName", name, String.join(", ", reports().keySet())));
        String ending = out.toString().toLowerCase(Locale.ROOT);
        if (!ending.endsWith(PDF) && !ending.endsWith(WORKBOOK)) {
            throw wrong("bootstrap.error.reportEnding", out.toString());
        }
        CountryCode code = code();
        language();
        Outcome<Paper> outcome = context.signedIn(options, database ->
                report.of(Components.over(database, context.countries(), Clock.systemDefaultZone()), code));
        Paper paper = switch (outcome) {
            case Outcome.Done<Paper>(Paper made) -> made;
            case Outcome.Denied<Paper>(UserMessage reason) -> throw new CommandRefused(reason);
            case Outcome.Invalid<Paper>(var problems) -> throw new CommandRefused(problems.getFirst().message());
            case Outcome.Conflict<Paper> conflict -> throw new IllegalStateException("nothing was written: " + conflict);
        };
        PrintedPaper printed = new PaperPress(Texts.of(TextFolders.of(context.countries()))).print(paper);
        try {
            PrintedPaper.write(out, ending.endsWith(PDF)
                    ? printed.pdf(name, paper.language().getLanguage()) : printed.workbook());
        } catch (IOException unwritable) {
            throw new CommandRefused(UserMessage.of("bootstrap.error.reportFile", out.toString()));
        }
        if (output.json()) {
            context.terminal().json(new Made(out.toString(), printed.pages()));
        } else {
            context.terminal().line(texts().get("bootstrap.command.report.done", out.toString(), printed.pages()));
        }
        return 0;
    }

    /// The claim by its reference, or by the number that people see; whoever may not see it is told later that there is none.
    private FileRef claim(Directory directory, CountryCode code) {
        FileRef typed = new FileRef(code, FileKind.CLAIM, id.strip());
        if (!directory.rows(List.of(typed)).isEmpty()) {
            return typed;
        }
        return directory.search(new SearchRequest(id, texts().locale(), Set.of(code), Set.of(FileKind.CLAIM), MOST_FOUND)).rows().stream()
                .filter(row -> compact(row.label()).equals(compact(id))).map(SearchRow::ref).findFirst().orElse(typed);
    }

    private static String compact(String number) {
        return number.replaceAll("[^\\p{Alnum}]", "").toUpperCase(Locale.ROOT);
    }

    private CountryCode code() {
        List<Country> able = context.countries().all().stream().filter(each -> each.papers().isPresent()).toList();
        return able.stream().map(Country::code).filter(each -> each.value().equalsIgnoreCase(country.strip())).findFirst()
                .orElseThrow(() -> wrong("bootstrap.error.reportCountry", country,
                        able.stream().map(Country::code).map(CountryCode::value).collect(Collectors.joining(", "))));
    }

    private @Nullable Locale language() {
        if (locale == null) {
            return null;
        }
        String wanted = Locale.forLanguageTag(locale.strip().replace('_', '-')).getLanguage();
        return Texts.LANGUAGES.stream().filter(each -> each.getLanguage().equals(wanted)).findFirst()
                .orElseThrow(() -> wrong("bootstrap.error.locales", locale));
    }

    private ParameterException wrong(String key, Object... arguments) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), texts().get(key, arguments));
    }

    private Texts texts() {
        return context.terminal().texts();
    }
}
