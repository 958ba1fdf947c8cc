package io.guichet.platform.file;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegSegmentMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import io.guichet.platform.report.PageImage;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// A photograph or scan: one page, upright as the camera was held.
///
/// What a picture needs in memory is known from its head; it is read at half, a third … of its size when that would be more
/// than anybody sees.
final class PicturePages implements FilePages {

    static final Set<String> TYPES = Set.of("image/jpeg", "image/png");

    /// The longer side of A4 on a usual screen.
    private static final double LONGEST = 1123;
    /// Points that a picture may have: the largest telephones make 200 million.
    private static final long MOST_POINTS = 250_000_000;
    private static final int UPRIGHT = 1;

    private final BufferedImage upright;
    private final double scale;

    private PicturePages(BufferedImage upright) {
        this.upright = upright;
        scale = Math.min(1, LONGEST / Math.max(upright.getWidth(), upright.getHeight()));
    }

    static PicturePages open(byte[] content) throws Unshowable {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new Unshowable("platform.file.error.brokenPicture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return new PicturePages(upright(read(reader), orientation(content)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // Readers of the JDK answer broken files with exceptions of every kind.
            throw new Unshowable("platform.file.error.brokenPicture");
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException, Unshowable {
        long points = (long) reader.getWidth(0) * reader.getHeight(0);
        if (points > MOST_POINTS) {
            throw new Unshowable("platform.file.error.hugePicture", reader.getWidth(0), reader.getHeight(0));
        }
        int every = 1;
        while (points / ((long) every * every) > Pixels.MOST) {
            every++;
        }
        ImageReadParam wanted = reader.getDefaultReadParam();
        wanted.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, wanted);
    }

    /// How the camera was held, from 1 (upright) to 8, as EXIF numbers it.
    private static int orientation(byte[] content) {
        try {
            List<JpegSegmentMetadataReader> exif = List.of(new ExifReader());
            Metadata metadata = JpegMetadataReader.readMetadata(new ByteArrayInputStream(content), exif);
            ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            return directory != null && directory.containsTag(ExifDirectoryBase.TAG_ORIENTATION)
                    ? directory.getInt(ExifDirectoryBase.TAG_ORIENTATION) : UPRIGHT;
        } catch (ImageProcessingException | MetadataException | IOException unsaid) {
            // PNG, or a photograph that does not say: it is shown as it is.
            return UPRIGHT;
        }
    }

    /// @see <a href="https://www.cipa.jp/std/documents/e/DC-008-Translation-2019-E.pdf">EXIF 2.32, 4.6.4, Orientation</a>
    private static BufferedImage upright(BufferedImage image, int orientation) {
        double width = image.getWidth();
        double height = image.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
        boolean lies = orientation >= 5 && orientation <= 8;
        BufferedImage upright = Pixels.white(lies ? image.getHeight() : image.getWidth(),
                lies ? image.getWidth() : image.getHeight());
        Graphics2D graphics = upright.createGraphics();
        try {
            graphics.drawImage(image, turn, null);
        } finally {
            graphics.dispose();
        }
        return upright;
    }

    @Override
    public int count() {
        return 1;
    }

    @Override
    public double width(int page) {
        return upright.getWidth() * scale;
    }

    @Override
    public double height(int page) {
        return upright.getHeight() * scale;
    }

    @Override
    public PageImage page(int page, double zoom, int turns) {
        double bearable = Pixels.bearable(width(page), height(page), zoom);
        return Pixels.page(Pixels.scaled(upright, (int) Math.max(1, Math.ceil(width(page) * bearable)),
                (int) Math.max(1, Math.ceil(height(page) * bearable))), turns);
    }

    @Override
    public void close() {
        upright.flush();
    }
}
