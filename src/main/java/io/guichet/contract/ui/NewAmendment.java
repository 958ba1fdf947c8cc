package io.guichet.contract.ui;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An amendment that is not stored yet: to which contract, and for whom when that is known already. The screen that begins
/// one has an id made of these.
///
/// @param contract what is to be changed
/// @param subject  whom it is about, or null
public record NewAmendment(FileRef contract, @Nullable FileRef subject) {

    private static final String SCREEN = "amendment-new";
    private static final Pattern FORM = Pattern.compile(SCREEN + ":([A-Z]{2}):([^:]+)(?::([^:]+))?");

    /// The id of the screen that begins an amendment.
    ///
    /// @param subject whom it is about, or null
    public static String id(FileRef contract, @Nullable FileRef subject) {
        return SCREEN + ":" + contract.country() + ":" + escaped(contract.reference())
                + (subject == null ? "" : ":" + escaped(subject.reference()));
    }

    static Optional<NewAmendment> of(String id) {
        Matcher matcher = FORM.matcher(id);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        CountryCode country = CountryCode.of(matcher.group(1));
        String member = matcher.group(3);
        return Optional.of(new NewAmendment(new FileRef(country, FileKind.CONTRACT, plain(matcher.group(2))),
                member == null ? null : new FileRef(country, FileKind.MEMBER, plain(member))));
    }

    static String escaped(String reference) {
        return URLEncoder.encode(reference, StandardCharsets.UTF_8);
    }

    static String plain(String escaped) {
        return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    }
}
