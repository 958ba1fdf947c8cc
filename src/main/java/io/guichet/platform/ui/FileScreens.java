package io.guichet.platform.ui;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ids of the screens that show a file: `member:FR:1000042`.
public final class FileScreens {

    private static final Pattern FORM = Pattern.compile("([a-z]+):([A-Z]{2}):(.+)");

    private FileScreens() {
    }

    /// The id of the screen that shows `file`.
    public static String id(FileRef file) {
        return file.kind().code() + ":" + file.country() + ":" + file.reference();
    }

    /// The file that a screen of that id shows, or empty when it shows none.
    public static Optional<FileRef> file(String id) {
        Matcher matcher = FORM.matcher(id);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return FileKind.ofCode(matcher.group(1))
                .map(kind -> new FileRef(new CountryCode(matcher.group(2)), kind, matcher.group(3)));
    }
}
