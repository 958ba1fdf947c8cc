package io.guichet;

import io.guichet.bootstrap.command.CommandRefused;
import io.guichet.bootstrap.command.GuichetCommand;
import io.guichet.bootstrap.command.ServerOptions;
import io.guichet.bootstrap.desktop.DesktopLauncher;
import io.guichet.kernel.UserMessage;

/// Guichet's entry point: the desktop when no command is named, else one command.
public final class Guichet {

    private Guichet() {
    }

    static void main(String[] arguments) {
        System.exit(GuichetCommand.run(Guichet::desktop, arguments));
    }

    private static int desktop(ServerOptions options) {
        DesktopLauncher launcher = new DesktopLauncher();
        if (!launcher.hasDisplay()) {
            throw new CommandRefused(UserMessage.of("bootstrap.desktop.error.noDisplay"));
        }
        try {
            return launcher.open(options.home(), options.url().orElse(""));
        } catch (UnsupportedOperationException refused) {
            throw new CommandRefused(UserMessage.of("bootstrap.desktop.error.noDisplay"));
        }
    }
}
