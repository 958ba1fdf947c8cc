package io.guichet.document.internal;

import io.guichet.document.FileNames;
import io.guichet.kernel.UserMessage;
import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;

/// Tells what a content is, by its bytes. Reading the library's list of signatures takes a moment: that happens once, on
/// the thread that attaches the first document.
final class MediaTypes {

    static final String PDF = "application/pdf";
    static final String TEXT = "text/plain";
    static final String CSV = "text/csv";
    private static final Set<String> TAKEN = Set.of(PDF, "image/jpeg", "image/png", TEXT);

    /// What people try to attach, and what they can do instead.
    private static final Map<String, String> ADVICE = Map.of(
            "image/heic", "document.error.heic", "image/heif", "document.error.heic",
            "application/zip", "document.error.archive", "application/x-7z-compressed", "document.error.archive",
            "application/x-rar-compressed", "document.error.archive", "application/gzip", "document.error.archive",
            "application/x-tika-msoffice", "document.error.office", "application/x-tika-ooxml", "document.error.office",
            "application/rtf", "document.error.office", "message/rfc822", "document.error.mail");
    private static final Map<String, String> ADVICE_BY_NAME = Map.of(
            "docx", "document.error.office", "xlsx", "document.error.office", "pptx", "document.error.office",
            "odt", "document.error.office", "ods", "document.error.office", "msg", "document.error.mail");

    private static final class Signatures {
        static final Tika KNOWN = new Tika();
    }

    /// What a content was found to be.
    ///
    /// @param mediaType of those that are taken, or empty
    /// @param problem   why it is not taken, or null
    record Found(String mediaType, @Nullable UserMessage problem) {

        private static Found refused(String key, String name) {
            return new Found("", UserMessage.of(key, name));
        }
    }

    private MediaTypes() {
    }

    /// @param name of the file, cleaned: it tells CSV from other text, and what to advise
    static Found of(byte[] content, String name) {
        String found = Signatures.KNOWN.detect(content);
        String extension = FileNames.extension(name);
        if (extension.equals("pdf") && !found.equals(PDF)) {
            return Found.refused("document.error.noPdf", name);
        }
        if (found.equals(TEXT) && extension.equals("csv")) {
            return new Found(CSV, null);
        }
        if (TAKEN.contains(found)) {
            return new Found(found, null);
        }
        String byContent = ADVICE.getOrDefault(found, "document.error.mediaType");
        return Found.refused(ADVICE_BY_NAME.getOrDefault(extension, byContent), name);
    }
}
