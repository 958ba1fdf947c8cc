package io.guichet.platform.file;

import io.guichet.platform.report.PageImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/// The pages of a PDF, drawn one at a time.
final class PdfPages implements FilePages {

    static final String TYPE = "application/pdf";

    /// A point of the page is so many pixels at zoom 1: 96 of an inch.
    private static final double PIXELS = 96.0 / 72.0;
    private static final int QUARTER = 90;
    private static final String FONT_CACHE = "pdfbox.fontcache";

    static {
        // Which fonts the system has is remembered in the person's home folder unless another place is named.
        if (System.getProperty(FONT_CACHE) == null) {
            System.setProperty(FONT_CACHE, System.getProperty("java.io.tmpdir"));
        }
    }

    private final PDDocument document;
    private final PDFRenderer renderer;
    private final List<Size> sizes;

    /// In pixels at zoom 1, turned as the page says.
    private record Size(double width, double height) {
    }

    private PdfPages(PDDocument document, List<Size> sizes) {
        this.document = document;
        this.sizes = sizes;
        document.setResourceCache(new FontsOnly());
        renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
    }

    /// Pictures of pages that nobody looks at are not kept.
    private static final class FontsOnly extends DefaultResourceCache {
        @Override
        public void put(COSObject indirect, PDXObject object) {
            // Read again when the page is drawn again.
        }
    }

    static PdfPages open(byte[] content) throws Unshowable {
        PdfLimits.beforeReading(content);
        PDDocument document = null;
        try {
            document = Loader.loadPDF(content);
            PdfLimits.afterReading(document);
            PdfPages pages = new PdfPages(document, sizes(document));
            document = null;
            return pages;
        } catch (InvalidPasswordException locked) {
            throw new Unshowable("platform.file.error.locked");
        } catch (IOException | RuntimeException | LinkageError broken) {
            // Broken files make the library throw what it likes; those for certificates need libraries that are not here.
            throw new Unshowable("platform.file.error.brokenPdf");
        } finally {
            close(document);
        }
    }

    private static List<Size> sizes(PDDocument document) throws Unshowable {
        int count = document.getNumberOfPages();
        if (count > MOST_PAGES) {
            throw new Unshowable("platform.file.error.manyPages", count, MOST_PAGES);
        }
        if (count == 0) {
            throw new Unshowable("platform.file.error.brokenPdf");
        }
        List<Size> sizes = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            PDRectangle box = page.getCropBox();
            double width = Math.max(1, box.getWidth() * PIXELS);
            double height = Math.max(1, box.getHeight() * PIXELS);
            boolean lies = page.getRotation() / QUARTER % 2 != 0;
            sizes.add(lies ? new Size(height, width) : new Size(width, height));
        }
        return sizes;
    }

    @Override
    public int count() {
        return sizes.size();
    }

    @Override
    public double width(int page) {
        return sizes.get(page).width();
    }

    @Override
    public double height(int page) {
        return sizes.get(page).height();
    }

    @Override
    public PageImage page(int page, double zoom, int turns) {
        double bearable = Pixels.bearable(width(page), height(page), zoom);
        try {
            return Pixels.page(renderer.renderImage(page, (float) (bearable * PIXELS), ImageType.RGB), turns);
        } catch (IOException | RuntimeException undrawable) {
            throw new IllegalStateException("page " + page + " cannot be drawn", undrawable);
        }
    }

    @Override
    public void close() {
        close(document);
    }

    private static void close(@Nullable PDDocument document) {
        if (document != null) {
            try {
                document.close();
            } catch (IOException inMemoryOnly) {
                throw new IllegalStateException("nothing was on disk", inMemoryOnly);
            }
        }
    }
}
