package io.guichet.bootstrap;

import io.guichet.platform.embedded.DataFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/// Sets up `java.util.logging`: warnings on standard error, more in files of bounded size in the data folder.
public final class Logs {

    // JavaFX itself warns at each start that it was loaded from the class path, which is a decision (0005); what its parts
    // warn of is kept.
    private static final String SETTINGS = """
            .level = INFO
            java.util.logging.ConsoleHandler.level = WARNING
            java.util.logging.ConsoleHandler.formatter = io.guichet.bootstrap.OneLineFormatter
            java.util.logging.SimpleFormatter.format = %1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n
            org.hibernate.level = WARNING
            com.zaxxer.hikari.level = WARNING
            org.flywaydb.level = WARNING
            org.postgresql.level = WARNING
            javafx.level = SEVERE
            javafx.beans.level = WARNING
            javafx.css.level = WARNING
            javafx.scene.level = WARNING
            """;

    private Logs() {
    }

    /// Warnings on standard error only: for commands that touch no data folder.
    public static void toConsole() {
        configure("handlers = java.util.logging.ConsoleHandler\n");
    }

    /// Warnings on standard error, and more in `<home>/logs`. A folder that cannot be written is a warning, not an end:
    /// what needs the folder will say so in a sentence.
    public static void toFiles(DataFolder home) {
        try {
            Files.createDirectories(home.logs());
            configure("""
                    handlers = java.util.logging.ConsoleHandler, java.util.logging.FileHandler
                    java.util.logging.FileHandler.level = INFO
                    java.util.logging.FileHandler.limit = 2000000
                    java.util.logging.FileHandler.count = 3
                    java.util.logging.FileHandler.append = true
                    java.util.logging.FileHandler.encoding = UTF-8
                    java.util.logging.FileHandler.formatter = java.util.logging.SimpleFormatter
                    java.util.logging.FileHandler.pattern =\s""" + pattern(home) + "\n");
        } catch (IOException unusable) {
            toConsole();
            Logger.getLogger(Logs.class.getName()).log(Level.WARNING, "no log can be written to " + home.logs(),
                    unusable);
        }
    }

    /// `%u` keeps the windows of one folder apart. Other percent signs are the folder's own, and a backslash in a
    /// properties file needs another.
    private static String pattern(DataFolder home) {
        return home.logs().toString().replace("%", "%%").replace("\\", "\\\\") + "/guichet-%u.%g.log";
    }

    private static void configure(String handlers) {
        try {
            LogManager.getLogManager().readConfiguration(
                    new ByteArrayInputStream((handlers + SETTINGS).getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("the settings of the log cannot be read", impossible);
        }
    }
}
