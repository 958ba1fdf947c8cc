package io.guichet.bootstrap.command;

import io.guichet.bootstrap.Logs;
import io.guichet.bootstrap.TextFolders;
import io.guichet.country.Countries;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.i18n.Texts;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `guichet`: opens the desktop, or runs one command.
@Command(name = "guichet")
public final class GuichetCommand implements Callable<Integer> {

    private static final Logger LOG = Logger.getLogger(GuichetCommand.class.getName());
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USAGE = 2;
    private static final Set<Class<?>> NUMBERS = Set.of(int.class, long.class, Long.class);

    private final Desktop desktop;

    @Mixin
    private ServerOptions options = new ServerOptions();

    private GuichetCommand(Desktop desktop) {
        this.desktop = desktop;
    }

    /// Every command, in the order help lists them.
    private static List<Object> commands(CommandContext context) {
        return List.of(new DatabaseCommand(context), new ValidateCommand(context), new SearchCommand(context),
                new AdjudicateCommand(context), new ImportCommand(context), new ReportCommand(context), new SeedCommand(context),
                new BenchmarkCommand(context), new TourCommand(context));
    }

    /// Runs what the arguments say, in this process's terminal and in the language of its user.
    ///
    /// @return the exit status: 0 done, 1 refused or invalid, 2 wrong usage
    public static int run(Desktop desktop, String... arguments) {
        Countries countries = Countries.load();
        Texts texts = Texts.of(TextFolders.of(countries));
        texts.use(Locale.getDefault());
        return run(desktop, new CommandContext(Terminal.ofProcess(texts), countries), arguments);
    }

    /// The same in any terminal.
    public static int run(Desktop desktop, CommandContext context, String... arguments) {
        Terminal terminal = context.terminal();
        CommandLine line = new CommandLine(new GuichetCommand(desktop));
        commands(context).forEach(line::addSubcommand);
        describe(line, terminal.texts());
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setExecutionStrategy(parsed -> execute(parsed, terminal));
        line.setParameterExceptionHandler((wrong, ignored) -> {
            terminal.err().println(mistake(wrong, terminal.texts()));
            terminal.err().println(wrong.getCommandLine().getUsageMessage(CommandLine.Help.Ansi.OFF));
            return WRONG_USAGE;
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> refuse(failure, terminal));
        return line.execute(arguments);
    }

    @Override
    public Integer call() {
        return desktop.open(options);
    }

    private static int execute(ParseResult parsed, Terminal terminal) {
        if (CommandLine.executeHelpRequest(parsed) != null) {
            return DONE;
        }
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandSpec command = last.commandSpec();
        if (!(command.userObject() instanceof Callable<?>) && !(command.userObject() instanceof Method)) {
            throw new CommandLine.ParameterException(command.commandLine(),
                    terminal.texts().get("bootstrap.error.commandMissing"));
        }
        command.mixins().values().stream().map(CommandSpec::userObject)
                .filter(HomeOptions.class::isInstance).map(HomeOptions.class::cast)
                .filter(HomeOptions::logsToFolder).findFirst()
                .ifPresentOrElse(options -> Logs.toFiles(options.home()), Logs::toConsole);
        return new CommandLine.RunLast().execute(parsed);
    }

    /// What is wrong with the arguments, in the user's language where it is one of the usual mistakes.
    private static String mistake(CommandLine.ParameterException wrong, Texts texts) {
        return switch (wrong) {
            case CommandLine.UnmatchedArgumentException unknown ->
                    texts.get("bootstrap.error.unknownArgument", String.join(" ", unknown.getUnmatched()));
            case CommandLine.MissingParameterException missing -> texts.get("bootstrap.error.missingArgument",
                    missing.getMissing().stream().map(ArgSpec::paramLabel).collect(Collectors.joining(" ")));
            default -> takesWholeNumber(wrong.getArgSpec())
                    ? texts.get("bootstrap.error.wholeNumber", name(wrong.getArgSpec()), wrong.getValue())
                    : wrong.getMessage();
        };
    }

    private static boolean takesWholeNumber(@Nullable ArgSpec argument) {
        return argument != null && NUMBERS.contains(argument.type());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static int refuse(Exception failure, Terminal terminal) {
        switch (failure) {
            case CommandRefused refused -> terminal.say(refused.sentence());
            case DatabaseFailure refused -> {
                LOG.log(Level.INFO, refused.getMessage(), refused);
                terminal.say(refused.userMessage());
            }
            default -> {
                LOG.log(Level.SEVERE, "a command failed", failure);
                terminal.say(UserMessage.of("bootstrap.error.unexpected"));
            }
        }
        return REFUSED;
    }

    /// Help texts: `bootstrap.command.<name>.about`, sub-commands behind their command: `database.start`.
    private static void describe(CommandLine line, Texts texts) {
        CommandSpec command = line.getCommandSpec();
        HelpOptions help = new HelpOptions();
        command.addMixin("help", CommandSpec.forAnnotatedObject(help));
        command.versionProvider(help);
        line.setResourceBundle(texts.bundle());
        command.usageMessage()
                .synopsisHeading(texts.get("bootstrap.command.usage") + " ")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%n")
                .optionListHeading("%n")
                .parameterListHeading("%n")
                .description(texts.get("bootstrap.command." + command.qualifiedName(".") + ".about"));
        line.getSubcommands().values().forEach(each -> describe(each, texts));
    }
}
