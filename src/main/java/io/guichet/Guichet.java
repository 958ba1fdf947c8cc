package io.guichet;

import io.guichet.bootstrap.command.GuichetCommand;
import io.guichet.bootstrap.desktop.DesktopLauncher;

/// Guichet's entry point: the desktop when no command is named, else one command.
public final class Guichet {

    private Guichet() {
    }

    static void main(String[] arguments) {
        System.exit(GuichetCommand.run(new DesktopLauncher(), arguments));
    }
}
