package io.guichet.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// File names as a row keeps them: a name only, that looks like what it is and can be written on any system.
public final class FileNames {

    /// As the database keeps them.
    public static final int LONGEST = 200;
    private static final int LONGEST_EXTENSION = 10;
    /// What has nothing left.
    private static final String NAMELESS = "document";
    /// Control characters, and those that turn the direction of writing or cannot be seen: `invoice\u202Efdp.exe`.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");
    /// What some system refuses in a name.
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");

    private FileNames() {
    }

    /// The name as it is kept: without folders, at most [#LONGEST] characters, never empty.
    public static String clean(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String seen = UNSEEN.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("");
        String allowed = FORBIDDEN.matcher(seen).replaceAll("_").strip();
        // A name that begins with a dot is hidden, one that ends with one loses it on some systems.
        String bare = allowed.replaceAll("^[.\\s]+|[.\\s]+$", "");
        return bare.isEmpty() ? NAMELESS : shortened(bare);
    }

    /// What follows the last dot, in lower case; empty when nothing does.
    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /// Keeps the extension: it is what other programs go by. Never cuts a character in two.
    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        String extension = extension(name);
        String end = extension.isEmpty() || extension.length() > LONGEST_EXTENSION
                ? "" : name.substring(name.length() - extension.length() - 1);
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - end.length())) + end;
    }
}
