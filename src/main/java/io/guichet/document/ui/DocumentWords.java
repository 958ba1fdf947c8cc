package io.guichet.document.ui;

import io.guichet.platform.i18n.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Documents in words.
final class DocumentWords {

    private static final double THOUSAND = 1000;

    private DocumentWords() {
    }

    /// What a type is called; a code without a label shows as itself.
    static String type(Texts texts, String code) {
        String key = "document.type." + code;
        return texts.has(key) ? texts.get(key) : code;
    }

    /// A size as people say it.
    static String size(Texts texts, long bytes) {
        if (bytes < THOUSAND) {
            return texts.get("document.size.bytes", bytes);
        }
        return bytes < THOUSAND * THOUSAND ? texts.get("document.size.thousands", bytes / THOUSAND)
                : texts.get("document.size.millions", bytes / THOUSAND / THOUSAND);
    }

    static Ikon icon(String mediaType) {
        return switch (mediaType) {
            case "image/jpeg", "image/png" -> Feather.IMAGE;
            case "text/csv" -> Feather.GRID;
            default -> Feather.FILE_TEXT;
        };
    }

    /// What a copy is called when its name says nothing of what it is.
    static String extension(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> "pdf";
            case "image/jpeg" -> "jpg";
            case "image/png" -> "png";
            case "text/csv" -> "csv";
            default -> "txt";
        };
    }
}
