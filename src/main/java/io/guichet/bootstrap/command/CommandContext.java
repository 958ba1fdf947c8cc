package io.guichet.bootstrap.command;

import io.guichet.access.internal.InstallationRecord.Content;
import io.guichet.bootstrap.Installation;
import io.guichet.bootstrap.Progress;
import io.guichet.country.Countries;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseAddress;
import java.io.Console;
import java.time.InstantSource;
import java.util.function.Function;

/// What all commands are built on.
///
/// @param terminal  what they talk to
/// @param countries the countries of this installation
public record CommandContext(Terminal terminal, Countries countries) {

    /// A member of the sample staff, used on the embedded sample when nobody is named.
    private static final String SAMPLE_USER = "care";

    /// How far a load of so many `members` a country is, on standard error: a bar where a person is looking.
    public Progress loading(long members) {
        Console console = System.console();
        return new SeedProgress(terminal, console != null && console.isTerminal(), InstantSource.system(), members);
    }

    /// How far an import is: a bar where a person is looking.
    ///
    /// @param quiet not even then
    ImportProgress importing(boolean quiet) {
        Console console = System.console();
        return new ImportProgress(terminal, !quiet && console != null && console.isTerminal(), InstantSource.system());
    }

    /// Steps of a long start, each said once on standard error.
    public Progress progress() {
        return new Progress() {
            private UserMessage last = UserMessage.of("");

            @Override
            public void at(UserMessage step, double done) {
                if (!step.equals(last)) {
                    last = step;
                    terminal.say(step);
                }
            }
        };
    }

    /// The installation that the options name. The embedded server is neither started nor joined yet.
    ///
    /// @throws CommandRefused when the address cannot be read
    public Installation installation(ServerOptions options) {
        if (options.url().isEmpty()) {
            return Installation.embedded(options.home(), countries);
        }
        try {
            return Installation.central(DatabaseAddress.parse(options.url().get()), countries);
        } catch (IllegalArgumentException unreadable) {
            throw new CommandRefused(UserMessage.of("bootstrap.error.url"));
        }
    }

    /// Signs in as the options say, runs `work`, and leaves again.
    ///
    /// @throws CommandRefused when the folder holds no database: nothing is created for those who only read
    public <T> T signedIn(PresentServerOptions options, Function<Database, T> work) {
        if (options.url().isEmpty() && !options.home().holdsDatabase()) {
            throw new CommandRefused(UserMessage.of("bootstrap.error.noDatabase", options.home().path().toString()));
        }
        try (Installation installation = installation(options)) {
            installation.start(progress());
            try (Database database = installation.signIn(credentials(options, installation))) {
                return work.apply(database);
            }
        }
    }

    /// Who the options name, with the password of the environment or the console; on the embedded sample the sample's care
    /// agent when they name nobody.
    public Credentials credentials(ServerOptions options, Installation installation) {
        if (options.user().isEmpty() && terminal.variable("GUICHET_PASSWORD").isEmpty()
                && installation.server().isPresent() && installation.content() == Content.SAMPLE) {
            return sampleStaff();
        }
        String user = options.user().orElseThrow(() -> new CommandRefused(UserMessage.of(
                terminal.variable("GUICHET_PASSWORD").isEmpty() ? "bootstrap.error.noUser" : "bootstrap.error.passwordOfNobody")));
        return new Credentials(user, new String(terminal.password(user)));
    }

    /// The sample's care agent.
    Credentials sampleStaff() {
        return new Credentials(SAMPLE_USER, SAMPLE_USER);
    }
}
