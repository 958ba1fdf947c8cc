package io.guichet.country.be.claim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a claim of a file is recognised by: a hash of what its rows say.
final class Fingerprint {

    /// How the origin of what a file brings begins.
    static final String ORIGIN = "csv:";

    private Fingerprint() {
    }

    static String of(String person, Map<String, String> claim, List<Map<String, String>> lines) {
        TreeMap<String, String> said = new TreeMap<>(claim);
        // a file that does not say when it came in says it anew each day
        said.remove(ClaimFields.RECEIVED);
        StringBuilder all = new StringBuilder(person).append(said);
        lines.forEach(line -> all.append(new TreeMap<>(line)));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return ORIGIN + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
