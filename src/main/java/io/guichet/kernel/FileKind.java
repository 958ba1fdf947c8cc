package io.guichet.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a file that can be searched and opened is about.
public enum FileKind {
    MEMBER, COMPANY, CONTRACT, CLAIM, CASE, QUOTE,
    /// Somebody who uses services without being insured anywhere.
    ACCOUNT,
    /// A change to a contract, from draft to cancellation.
    AMENDMENT;

    /// The kind as the database and the command line write it: `member`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of that code, or empty when there is none.
    public static Optional<FileKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
