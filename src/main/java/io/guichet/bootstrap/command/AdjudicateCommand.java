package io.guichet.bootstrap.command;

import io.guichet.country.Country;
import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `guichet adjudicate --country CC --in FILE`: what would be paid for the claims of a file, and why; without a database.
@Command(name = "adjudicate")
final class AdjudicateCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int HELD = 8_000_000;
    private static final int CHUNK = 1 << 16;
    /// Problems that are told; somebody mends the cause of so many at once.
    private static final int TOLD = 100;
    private static final String REF = "ref";
    private static final String SOURCE = "source";

    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--country", paramLabel = "CC", required = true, descriptionKey = "bootstrap.command.option.country")
    private String country = "";

    @Option(names = "--in", paramLabel = "FILE", required = true, descriptionKey = "bootstrap.command.option.claimsFile")
    private Path in = Path.of("");

    @Option(names = "--locale", paramLabel = "L", descriptionKey = "bootstrap.command.option.locale")
    private @Nullable String locale;

    AdjudicateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Adjudication rules = rules();
        language().ifPresent(texts()::use);
        try (HeldOutput held = new HeldOutput(HELD)) {
            Deciding deciding = new Deciding(rules);
            OutputStream out = new BufferedOutputStream(held, CHUNK);
            try (Decisions decisions = output.json() ? Decisions.json(out, texts()) : Decisions.tables(out, texts())) {
                deciding.all(in, decisions);
            }
            out.flush();
            if (deciding.count > 0) {
                deciding.tell();
                return REFUSED;
            }
            held.copyTo(context.terminal().out());
            return DONE;
        } catch (IOException failed) {
            throw new UncheckedIOException("the output cannot be written", failed);
        }
    }

    private Adjudication rules() {
        List<Country> able = context.countries().all().stream().filter(each -> each.adjudication().isPresent()).toList();
        return able.stream().filter(each -> each.code().value().equalsIgnoreCase(country.strip())).findFirst()
                .flatMap(Country::adjudication)
                .orElseThrow(() -> wrong("bootstrap.error.adjudicateCountry", country,
                        able.stream().map(Country::code).map(CountryCode::value).collect(Collectors.joining(", "))));
    }

    private Optional<Locale> language() {
        if (locale == null) {
            return Optional.empty();
        }
        String wanted = Locale.forLanguageTag(locale.strip().replace('_', '-')).getLanguage();
        return Optional.of(Texts.LANGUAGES.stream().filter(each -> each.getLanguage().equals(wanted)).findFirst()
                .orElseThrow(() -> wrong("bootstrap.error.locales", locale)));
    }

    private ParameterException wrong(String key, Object... arguments) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), texts().get(key, arguments));
    }

    private Texts texts() {
        return context.terminal().texts();
    }

    /// Decides claim after claim, and keeps what is wrong with them.
    private final class Deciding {

        private final Adjudication rules;
        private final List<FieldProblem> first = new ArrayList<>();
        private long count;

        Deciding(Adjudication rules) {
            this.rules = rules;
        }

        void all(Path file, Decisions decisions) {
            new ClaimsReader((path, fields) -> one(path, fields, decisions), this::refuse).read(file);
        }

        private void one(String path, Map<String, @Nullable Object> fields, Decisions decisions) {
            ClaimInput whole = ClaimInput.of(fields, path);
            try {
                whole.text(REF);
                if (whole.has(SOURCE)) {
                    whole.text(SOURCE);
                }
            } catch (InputRefused refused) {
                refuse(refused.problem());
                return;
            }
            // These two are the file's own; the rules know the claim.
            String ref = String.valueOf(fields.remove(REF));
            fields.remove(SOURCE);
            try {
                ClaimDecision decision = rules.simulate(ClaimInput.of(fields, path));
                if (count == 0) {
                    decisions.write(ref, decision);
                }
            } catch (InputRefused refused) {
                refuse(refused.problem());
            } catch (IOException failed) {
                throw new UncheckedIOException("the output cannot be kept", failed);
            }
        }

        private void refuse(FieldProblem problem) {
            count++;
            if (first.size() < TOLD) {
                first.add(problem);
            }
        }

        void tell() {
            first.forEach(each -> context.terminal().err().println(each.field() + ": " + texts().get(each.message())));
            if (count > first.size()) {
                context.terminal().say(UserMessage.of("bootstrap.error.inputFurther", count - first.size()));
            }
        }
    }
}
