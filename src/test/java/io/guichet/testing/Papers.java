package io.guichet.testing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The smallest files of their kinds.
public final class Papers {

    private Papers() {
    }

    /// A PDF with one empty page; another one for each text.
    public static byte[] pdf(String text) {
        return ("""
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
                trailer<</Root 1 0 R>>
                %%"""  + text + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }

    /// A PNG of one point.
    public static byte[] png() {
        return HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
                + "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082");
    }

    /// The beginning of a JPEG.
    public static byte[] jpeg() {
        return HexFormat.of().parseHex("ffd8ffe000104a46494600010101004800480000ffdb004300ffd9");
    }

    /// The beginning of a HEIC photo.
    public static byte[] heic() {
        return HexFormat.of().parseHex("0000001c6674797068656963000000006d696631686569636d69616600000000");
    }

    /// The beginning of a ZIP archive.
    public static byte[] zip() {
        return HexFormat.of().parseHex("504b0304140000000800000021000000000000000000000000000500000061");
    }

    /// The beginning of a Windows program.
    public static byte[] program() {
        return HexFormat.of().parseHex("4d5a90000300000004000000ffff0000b800000000000000400000000000000000");
    }
}
