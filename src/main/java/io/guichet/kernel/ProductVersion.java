package io.guichet.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// The version of Guichet that runs, as the build wrote it: `1.0.0`, or `1.0.0-SNAPSHOT` before a release.
///
/// @param text what people and logs are shown
public record ProductVersion(String text) {

    public ProductVersion {
        Objects.requireNonNull(text);
    }

    /// Reads the version of the running build.
    ///
    /// @throws IllegalStateException when the build left it out
    public static ProductVersion running() {
        Properties properties = new Properties();
        try (InputStream resource = ProductVersion.class.getResourceAsStream("version.properties")) {
            if (resource == null) {
                throw new IllegalStateException("version.properties is missing beside " + ProductVersion.class.getName());
            }
            properties.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = properties.getProperty("version", "");
        if (version.isEmpty() || version.startsWith("$")) {
            throw new IllegalStateException("the build did not write its version, but \"" + version + "\"");
        }
        return new ProductVersion(version);
    }

    @Override
    public String toString() {
        return text;
    }
}
