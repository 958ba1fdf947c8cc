package io.guichet.platform.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDDocument;

/// What a PDF may need once it is unpacked. A few kilobytes can be packed gigabytes, and the library unpacks into memory.
final class PdfLimits {

    /// One part unpacked, in bytes: a scan of a sheet in colour, 600 points an inch, has 104 million.
    static final long MOST_BYTES = 128L << 20;
    /// All parts unpacked, in bytes.
    static final long MOST_BYTES_IN_ALL = 512L << 20;
    /// Points that one picture may have.
    static final long MOST_POINTS = 80_000_000;

    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final int PACKED_IN_PACKED = 3;
    private static final int ZLIB = 8;
    private static final int ZLIB_CHECK = 31;
    private static final int BUFFER = 1 << 16;
    private static final Set<COSName> UNPACKED = Set.of(COSName.FLATE_DECODE, COSName.LZW_DECODE, COSName.RUN_LENGTH_DECODE,
            COSName.ASCII85_DECODE, COSName.ASCII_HEX_DECODE);
    private static final Set<COSName> UNDRAWN = Set.of(COSName.JBIG2_DECODE, COSName.JPX_DECODE);

    private PdfLimits() {
    }

    /// Unpacks, without keeping it, whatever looks packed: the library unpacks some of it before it can be asked anything.
    static void beforeReading(byte[] content) throws FilePages.Unshowable {
        long all = 0;
        for (int i = STREAM.length; i < content.length - 2; i++) {
            if (content[i] != '\n' && content[i] != '\r' || !endsWithStream(content, i)) {
                continue;
            }
            int from = content[i] == '\r' && content[i + 1] == '\n' ? i + 2 : i + 1;
            long unpacked = unpacked(new ByteArrayInputStream(content, from, content.length - from), PACKED_IN_PACKED);
            all += unpacked;
            if (unpacked > MOST_BYTES || all > MOST_BYTES_IN_ALL) {
                throw new FilePages.Unshowable("platform.file.error.packed");
            }
        }
    }

    private static boolean endsWithStream(byte[] content, int end) {
        for (int i = 0; i < STREAM.length; i++) {
            if (content[end - STREAM.length + i] != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    private static long unpacked(InputStream packed, int deep) {
        long count = 0;
        try {
            BufferedInputStream looked = new BufferedInputStream(packed);
            looked.mark(2);
            int first = looked.read();
            int second = looked.read();
            looked.reset();
            if (deep == 0 || second < 0 || first % 16 != ZLIB || (first * 256 + second) % ZLIB_CHECK != 0) {
                return deep == PACKED_IN_PACKED ? 0 : counted(looked);
            }
            return unpacked(new InflaterInputStream(looked), deep - 1);
        } catch (IOException notPacked) {
            return count;
        }
    }

    private static long counted(InputStream unpacked) {
        byte[] buffer = new byte[BUFFER];
        long count = 0;
        try {
            for (int read = unpacked.read(buffer); read >= 0 && count <= MOST_BYTES; read = unpacked.read(buffer)) {
                count += read;
            }
        } catch (IOException ended) {
            // What is broken ends there.
            return count;
        }
        return count;
    }

    /// What the file says of its parts: how large pictures are, and what is packed in other ways or was protected.
    static void afterReading(PDDocument document) throws IOException, FilePages.Unshowable {
        boolean wasProtected = document.isEncrypted();
        List<COSObjectKey> keys = List.copyOf(document.getDocument().getXrefTable().keySet());
        for (COSObjectKey key : keys) {
            COSBase object = document.getDocument().getObjectFromPool(key).getObject();
            if (object instanceof COSStream stream) {
                List<COSName> filters = filters(stream);
                picture(stream, filters);
                if (wasProtected || filters.size() > 1 || filters.contains(COSName.LZW_DECODE)) {
                    unpack(stream, filters);
                }
            }
        }
    }

    private static List<COSName> filters(COSStream stream) {
        COSBase filters = stream.getFilters();
        List<COSName> names = new ArrayList<>();
        if (filters instanceof COSName name) {
            names.add(name);
        } else if (filters instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSName name) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static void picture(COSStream stream, List<COSName> filters) throws FilePages.Unshowable {
        long points = (long) stream.getInt(COSName.WIDTH, 0) * stream.getInt(COSName.HEIGHT, 0);
        COSDictionary fax = stream.getDictionaryObject(COSName.DECODE_PARMS) instanceof COSDictionary found ? found : stream;
        long faxed = (long) fax.getInt(COSName.COLUMNS, 0) * fax.getInt(COSName.ROWS, 0);
        if (points > MOST_POINTS || faxed > MOST_POINTS) {
            throw new FilePages.Unshowable("platform.file.error.packed");
        }
        if (filters.stream().anyMatch(UNDRAWN::contains)) {
            throw new FilePages.Unshowable("platform.file.error.scan");
        }
    }

    private static void unpack(COSStream stream, List<COSName> filters) throws IOException, FilePages.Unshowable {
        byte[] content;
        try (InputStream raw = stream.createRawInputStream()) {
            content = raw.readAllBytes();
        }
        for (int i = 0; i < filters.size() && UNPACKED.contains(filters.get(i)); i++) {
            Filter filter = FilterFactory.INSTANCE.getFilter(filters.get(i));
            Bounded unpacked = new Bounded();
            try {
                filter.decode(new ByteArrayInputStream(content), unpacked, stream, i);
            } catch (IOException | RuntimeException ended) {
                if (unpacked.full) {
                    throw new FilePages.Unshowable("platform.file.error.packed");
                }
            }
            content = unpacked.toByteArray();
        }
    }

    /// Takes so much and no more.
    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private boolean full;

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (kept.size() + (long) length > MOST_BYTES) {
                full = true;
                throw new IOException("more than anybody looks at");
            }
            kept.write(bytes, from, length);
        }

        byte[] toByteArray() {
            return kept.toByteArray();
        }
    }
}
