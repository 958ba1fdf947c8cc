package io.guichet;

import io.guichet.bootstrap.command.CommandRefused;
import io.guichet.bootstrap.command.GuichetCommand;
import io.guichet.kernel.UserMessage;

/// Guichet's entry point: the desktop when no command is named, else one command.
public final class Guichet {

    private Guichet() {
    }

    static void main(String[] arguments) {
        System.exit(GuichetCommand.run(options -> {
            throw new CommandRefused(UserMessage.of("bootstrap.error.commandMissing"));
        }, arguments));
    }
}
