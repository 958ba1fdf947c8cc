package io.guichet.country.sample;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// E-mail addresses at domains that are reserved for examples (RFC 2606): no letter can reach anybody.
public final class Mailbox {

    private static final List<String> DOMAINS = List.of("example.org", "example.com", "example.net");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z]+");

    private Mailbox() {
    }

    /// An address of that person.
    public static String of(Draw draw, String firstName, String surname) {
        return plain(firstName) + "." + plain(surname) + draw.between(1, 999) + "@" + draw.any(DOMAINS);
    }

    private static String plain(String name) {
        String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return OTHERS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
