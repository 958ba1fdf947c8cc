package io.guichet.bootstrap.command;

import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.country.identifier.Identifiers;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `guichet validate KIND VALUE…`: checks identifiers, without a database.
@Command(name = "validate")
final class ValidateCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(index = "0", paramLabel = "KIND", descriptionKey = "bootstrap.command.option.kind")
    private String kind = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "VALUE", descriptionKey = "bootstrap.command.option.value")
    private List<String> values = List.of();

    ValidateCommand(CommandContext context) {
        this.context = context;
    }

    /// One value, as `--json` prints it.
    ///
    /// @param reason why it is refused (`length`, `format`, `checksum`, `component`), or null
    record ValidateRow(String kind, String value, boolean valid, String normalized, @Nullable String reason) {

        static ValidateRow of(IdentifierKind kind, String value, IdentifierCheck check) {
            return new ValidateRow(kind.name(), value, check.isValid(), check.normalized(),
                    check.refusal().map(reason -> reason.name().toLowerCase(Locale.ROOT)).orElse(null));
        }
    }

    @Override
    public Integer call() {
        IdentifierKind found = find(context.countries().identifiers());
        List<IdentifierCheck> checks = values.stream().map(found::check).toList();
        if (output.json()) {
            List<ValidateRow> rows = new ArrayList<>();
            for (int i = 0; i < checks.size(); i++) {
                rows.add(ValidateRow.of(found, values.get(i), checks.get(i)));
            }
            context.terminal().json(rows);
        } else {
            printTable(found, checks);
        }
        long refused = checks.stream().filter(check -> !check.isValid()).count();
        if (refused == 0) {
            return DONE;
        }
        context.terminal().say(UserMessage.of("bootstrap.error.invalid", refused, checks.size()));
        return REFUSED;
    }

    private IdentifierKind find(Identifiers identifiers) {
        return identifiers.find(kind).orElseThrow(() -> {
            String known = identifiers.all().stream().map(IdentifierKind::name).collect(Collectors.joining(", "));
            return new ParameterException(Objects.requireNonNull(spec).commandLine(),
                    texts().get("bootstrap.error.unknownKind", kind, known));
        });
    }

    private void printTable(IdentifierKind found, List<IdentifierCheck> checks) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            rows.add(List.of(values.get(i), verdict(found, checks.get(i))));
        }
        context.terminal().table(
                List.of(texts().get("bootstrap.command.validate.value"), texts().get("bootstrap.command.validate.verdict")),
                rows);
    }

    private String verdict(IdentifierKind found, IdentifierCheck check) {
        Reason reason = check.reason();
        if (reason == null) {
            return texts().get("bootstrap.command.validate.valid", found.format(check.normalized()));
        }
        if (check.suggestion() != null) {
            return texts().get("bootstrap.command.validate.incomplete", found.format(check.suggestion()));
        }
        return texts().get(switch (reason) {
            case LENGTH -> "country.error.identifierLength";
            case FORMAT -> "country.error.identifierFormat";
            case CHECKSUM -> "country.error.identifierChecksum";
            case COMPONENT -> "country.error.identifierComponent";
        });
    }

    private Texts texts() {
        return context.terminal().texts();
    }
}
