package io.guichet.bootstrap.command;

import io.guichet.bootstrap.Installation;
import io.guichet.bootstrap.tour.Tour;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.embedded.PassingFolder;
import io.guichet.platform.i18n.Texts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `guichet tour --out DIR`: a picture of every screen, in every language. It shows sample people of its own, in a folder
/// that is gone afterwards: nobody's data is seen or touched, and the same people are on every tour.
@Command(name = "tour")
final class TourCommand implements Callable<Integer> {

    /// Enough that lists scroll; they are written in a moment.
    private static final long MEMBERS = 300;

    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "bootstrap.command.option.out")
    private Path out = Path.of("");

    @Option(names = "--locales", paramLabel = "LIST", defaultValue = "en,fr,nl,de,es",
            descriptionKey = "bootstrap.command.option.locales")
    private String locales = "";

    TourCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Locale> languages = Arrays.stream(locales.split(",")).map(String::strip).map(Locale::forLanguageTag)
                .toList();
        if (!Texts.LANGUAGES.containsAll(languages)) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(),
                    context.terminal().texts().get("bootstrap.error.locales", locales));
        }
        try (PassingFolder passing = PassingFolder.within(options.home(), "tour");
                Installation installation = Installation.embedded(passing.folder(), context.countries())) {
            installation.start(context.progress());
            installation.fillWithSample(MEMBERS, context.progress());
            List<String> files = new Tour(context.countries())
                    .run(staff -> installation.signIn(new Credentials(staff, staff)), languages, out).stream()
                    .map(Path::toString).toList();
            if (output.json()) {
                context.terminal().json(files);
            } else {
                files.forEach(context.terminal()::line);
            }
        }
        return 0;
    }
}
