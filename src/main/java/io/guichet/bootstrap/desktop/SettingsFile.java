package io.guichet.bootstrap.desktop;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.guichet.shell.Settings;
import io.guichet.shell.SettingsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Settings of everybody who uses this data folder, in one JSON file.
final class SettingsFile implements SettingsStore {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final ObjectMapper json = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT);
    private final Path file;
    private @Nullable Content content;

    /// @param file `<home>/settings.json`; it need not exist
    SettingsFile(Path file) {
        this.file = file;
    }

    @Override
    public synchronized Optional<LastSignIn> lastSignIn() {
        return Optional.ofNullable(content().last);
    }

    @Override
    public synchronized Settings of(String user) {
        return content().users.getOrDefault(user, Settings.DEFAULT);
    }

    @Override
    public synchronized void keep(String user, Settings settings) {
        content().users.put(user, settings);
        write();
    }

    @Override
    public synchronized void keep(LastSignIn signIn) {
        content().last = signIn;
        write();
    }

    private Content content() {
        if (content == null) {
            content = read();
        }
        return content;
    }

    private Content read() {
        if (!Files.exists(file)) {
            return new Content();
        }
        try {
            return json.readValue(file.toFile(), Content.class);
        } catch (JacksonException unreadable) {
            // A file that somebody damaged must not keep anybody from working; it is kept for whoever wants to look.
            LOG.warn("the settings {} cannot be read and are set aside: {}", file, unreadable.getOriginalMessage());
            setAside();
            return new Content();
        } catch (IOException gone) {
            LOG.warn("the settings {} cannot be read: {}", file, gone.toString());
            return new Content();
        }
    }

    private void setAside() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".broken"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            LOG.warn("the settings {} cannot be set aside: {}", file, refused.toString());
        }
    }

    private void write() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            json.writeValue(next.toFile(), content());
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new NotKept("the settings " + file + " cannot be written", refused);
        }
    }

    /// The file.
    static final class Content {
        public @Nullable LastSignIn last;
        public Map<String, Settings> users = new TreeMap<>();
    }
}
