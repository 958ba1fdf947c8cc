package io.guichet.bootstrap.command;

import io.guichet.access.internal.InstallationRecord.Content;
import io.guichet.bootstrap.Installation;
import io.guichet.bootstrap.SampleInstallation;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.DatabaseAddress;
import io.guichet.platform.database.Migrations.Migrated;
import io.guichet.platform.embedded.EmbeddedServer;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `guichet database start|status|stop|migrate`.
@Command(name = "database")
final class DatabaseCommand {

    private static final EmbeddedServer.Status STOPPED = new EmbeddedServer.Status(false, 0, 0, false);

    private final CommandContext context;

    DatabaseCommand(CommandContext context) {
        this.context = context;
    }

    /// What a new database is filled with.
    static final class Filling {
        @Option(names = "--sample", descriptionKey = "bootstrap.command.option.sample")
        private boolean sample;

        @Option(names = "--empty", descriptionKey = "bootstrap.command.option.empty")
        private boolean empty;
    }

    /// The server, as `--json` prints it; what is not known is null.
    record ServerRow(String state, @Nullable String host, @Nullable Integer port, @Nullable String database,
                     @Nullable String url, @Nullable Long pid) {

        static ServerRow stopped() {
            return new ServerRow("stopped", null, null, null, null, null);
        }

        static ServerRow of(EmbeddedServer.Status status) {
            if (!status.running()) {
                return stopped();
            }
            DatabaseAddress address = new DatabaseAddress("127.0.0.1", status.port(), EmbeddedServer.DATABASE);
            return new ServerRow("running", address.host(), address.port(), address.database(), address.url(),
                    status.pid());
        }
    }

    record MigrateResult(List<Migrated> schemas) {
    }

    @Command(name = "start")
    int start(@Mixin ServerOptions options, @Mixin OutputOptions output, @ArgGroup @Nullable Filling filling,
              @Option(names = "--members", paramLabel = "N", defaultValue = "" + SampleInstallation.MEMBERS,
                      descriptionKey = "bootstrap.command.option.members") long members,
              @Option(names = "--admin", paramLabel = "NAME", descriptionKey = "bootstrap.command.option.admin")
              @Nullable String admin) {
        boolean empty = filling != null && filling.empty || admin != null;
        if (admin != null && filling != null && filling.sample) {
            throw new CommandRefused(UserMessage.of("bootstrap.error.adminOfSample"));
        }
        if (members < 1 || members > SeedCommand.MOST_MEMBERS) {
            throw new CommandRefused(UserMessage.of("bootstrap.error.sampleSize", SeedCommand.MOST_MEMBERS));
        }
        try (Installation installation = context.installation(options)) {
            EmbeddedServer server = embedded(installation);
            installation.start(context.progress());
            if (installation.content() == Content.UNDECIDED) {
                if (empty) {
                    installation.leaveEmpty();
                } else {
                    installation.fillWithSample(members, context.progress());
                }
            } else if (filling != null && empty == (installation.content() == Content.SAMPLE)) {
                throw new CommandRefused(UserMessage.of("bootstrap.error.filledOtherwise"));
            }
            if (admin != null) {
                if (!installation.lacksAdministrator()) {
                    throw new CommandRefused(UserMessage.of("bootstrap.error.hasAdministrator"));
                }
                installation.appoint(admin, context.terminal().password(admin));
            }
            server.pin();
            print(server.status(), output);
        }
        return 0;
    }

    @Command(name = "status")
    int status(@Mixin PresentServerOptions options, @Mixin OutputOptions output) {
        if (isUntouched(options)) {
            print(STOPPED, output);
            return 0;
        }
        try (Installation installation = context.installation(options)) {
            print(embedded(installation).status(), output);
        }
        return 0;
    }

    @Command(name = "stop")
    int stop(@Mixin PresentServerOptions options, @Mixin OutputOptions output,
             @Option(names = "--force", descriptionKey = "bootstrap.command.option.force") boolean force) {
        if (isUntouched(options)) {
            print(STOPPED, output);
            return 0;
        }
        try (Installation installation = context.installation(options)) {
            EmbeddedServer server = embedded(installation);
            if (!server.stop(force)) {
                throw new CommandRefused(UserMessage.of("bootstrap.error.inUse"));
            }
            print(server.status(), output);
        }
        return 0;
    }

    @Command(name = "migrate")
    int migrate(@Mixin ServerOptions options, @Mixin OutputOptions output) {
        try (Installation installation = context.installation(options)) {
            installation.server().ifPresent(EmbeddedServer::start);
            Credentials owner = installation.server().isPresent() ? null : context.credentials(options, installation);
            List<Migrated> schemas = installation.migrate(owner);
            if (output.json()) {
                context.terminal().json(new MigrateResult(schemas));
            } else {
                context.terminal().table(
                        List.of(text("bootstrap.command.migrate.schema"), text("bootstrap.command.migrate.from"),
                                text("bootstrap.command.migrate.to")),
                        schemas.stream().map(row -> List.of(row.schema(), Objects.requireNonNullElse(row.from(), "-"),
                                Objects.requireNonNullElse(row.to(), "-"))).toList());
            }
        }
        return 0;
    }

    /// Whether no server was ever started in the folder: then there is nothing to ask, and nothing to create for asking.
    private static boolean isUntouched(PresentServerOptions options) {
        return options.url().isEmpty() && Files.notExists(options.home().database());
    }

    private void print(EmbeddedServer.Status status, OutputOptions output) {
        ServerRow row = ServerRow.of(status);
        if (output.json()) {
            context.terminal().json(row);
        } else if (status.running()) {
            context.terminal().line(context.terminal().texts().get("bootstrap.command.running",
                    String.valueOf(row.url()), String.valueOf(row.pid())));
        } else {
            context.terminal().line(text("bootstrap.command.stopped"));
        }
    }

    private String text(String key) {
        return context.terminal().texts().get(key);
    }

    private static EmbeddedServer embedded(Installation installation) {
        Optional<EmbeddedServer> server = installation.server();
        return server.orElseThrow(() -> new CommandRefused(UserMessage.of("bootstrap.error.notEmbedded")));
    }
}
