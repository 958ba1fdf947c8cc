package io.guichet.bootstrap.command;

import io.guichet.kernel.ProductVersion;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/// Options of every command.
final class HelpOptions implements IVersionProvider {

    @Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "bootstrap.command.option.help")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, descriptionKey = "bootstrap.command.option.version")
    private boolean version;

    @Override
    public String[] getVersion() {
        return new String[] {"Guichet " + ProductVersion.running()};
    }
}
