package io.guichet.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.kernel.Outcome;
import io.guichet.platform.report.PageImage;
import io.guichet.testing.Scans;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePagesTest {

    private static final String PDF = "application/pdf";
    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";
    private static final int RED = 0xffff0000;
    private static final int WHITE = 0xffffffff;

    private static FilePages pages(byte[] content, String type) {
        return ((Outcome.Done<FilePages>) FilePages.open(content, type)).value();
    }

    private static String refusal(byte[] content, String type) {
        return ((Outcome.Invalid<FilePages>) FilePages.open(content, type)).problems().getFirst().message().key();
    }

    private static int at(PageImage page, double across, double down) {
        return page.argb()[(int) (down * page.height()) * page.width() + (int) (across * page.width())];
    }

    /// A sheet of A4 whose upper left eighth is red, and one that lies.
    private static byte[] pdf(StandardProtectionPolicy... policy) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage upright = new PDPage(PDRectangle.A4);
            PDPage lying = new PDPage(PDRectangle.A4);
            lying.setRotation(90);
            document.addPage(upright);
            document.addPage(lying);
            try (PDPageContentStream content = new PDPageContentStream(document, upright)) {
                content.setNonStrokingColor(Color.RED);
                content.addRect(0, PDRectangle.A4.getHeight() * 0.75f, PDRectangle.A4.getWidth() / 2, PDRectangle.A4.getHeight() / 4);
                content.fill();
            }
            if (policy.length > 0) {
                document.protect(policy[0]);
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void drawsThePagesOfAPdfTurnedAsAsked() throws IOException {
        try (FilePages pages = pages(pdf(), PDF)) {
            assertThat(pages.count()).isEqualTo(2);
            assertThat(pages.width(0)).isBetween(793.0, 794.0);
            assertThat(pages.width(1)).isEqualTo(pages.height(0));
            PageImage upright = pages.page(0, 0.5, 0);
            assertThat(upright.width()).isEqualTo(396).isLessThan(upright.height());
            assertThat(at(upright, 0.25, 0.1)).isEqualTo(RED);
            assertThat(at(upright, 0.75, 0.1)).isEqualTo(WHITE);
            PageImage right = pages.page(0, 0.5, 1);
            assertThat(right.width()).isEqualTo(upright.height());
            assertThat(at(right, 0.9, 0.25)).isEqualTo(RED);
            assertThat(at(pages.page(0, 0.5, 2), 0.75, 0.9)).isEqualTo(RED);
            assertThat(at(pages.page(0, 0.5, 3), 0.1, 0.75)).isEqualTo(RED);
        }
    }

    @Test
    void drawsNoPageLargerThanMemoryBears() throws IOException {
        try (FilePages pages = pages(pdf(), PDF)) {
            PageImage huge = pages.page(0, 50, 0);
            assertThat((double) huge.width() * huge.height()).isLessThan(Pixels.MOST * 1.01);
        }
    }

    @Test
    void opensWhatOnlyItsOwnerMayChangeAndRefusesWhatNeedsAPassword() throws IOException {
        StandardProtectionPolicy readable = new StandardProtectionPolicy("owner", "", new AccessPermission());
        StandardProtectionPolicy locked = new StandardProtectionPolicy("owner", "user", new AccessPermission());
        try (FilePages pages = pages(pdf(readable), PDF)) {
            assertThat(at(pages.page(0, 0.5, 0), 0.25, 0.1)).isEqualTo(RED);
        }
        assertThat(refusal(pdf(locked), PDF)).isEqualTo("platform.file.error.locked");
    }

    @Test
    void refusesBrokenFiles() throws IOException {
        byte[] whole = pdf();
        assertThat(refusal("%PDF-1.7 and nothing more".getBytes(StandardCharsets.US_ASCII), PDF))
                .isEqualTo("platform.file.error.brokenPdf");
        assertThat(refusal(Arrays.copyOf(whole, 60), PDF)).isEqualTo("platform.file.error.brokenPdf");
        assertThat(refusal(Arrays.copyOf(Scans.jpeg(40, 20, 1), 30), JPEG)).isEqualTo("platform.file.error.brokenPicture");
        assertThat(refusal(new byte[] {1, 2, 3}, PNG)).isEqualTo("platform.file.error.brokenPicture");
        assertThat(refusal(new byte[] {1}, "text/plain")).isEqualTo("platform.file.error.kind");
    }

    @Test
    void refusesPdfsThatWouldFillMemory() throws IOException {
        byte[] packed = packed(PdfLimits.MOST_BYTES + 1);
        assertThat(refusal(pdfWith("<< /Filter /FlateDecode /Length " + packed.length + " >>", packed), PDF))
                .isEqualTo("platform.file.error.packed");
        assertThat(refusal(pdfWith("<< /Subtype /Image /Width 60000 /Height 60000 /Length 1 >>", new byte[1]), PDF))
                .isEqualTo("platform.file.error.packed");
        byte[] twice = packed(packed, 1);
        assertThat(refusal(pdfWith("<< /Filter [ /FlateDecode /FlateDecode ] /Length " + twice.length + " >>", twice), PDF))
                .isEqualTo("platform.file.error.packed");
        assertThat(refusal(pdfWith("<< /Subtype /Image /Width 6 /Height 6 /Filter /JBIG2Decode /Length 1 >>", new byte[1]), PDF))
                .isEqualTo("platform.file.error.scan");
    }

    private static byte[] packed(long zeros) throws IOException {
        return packed(new byte[1 << 16], (int) (zeros >> 16) + 1);
    }

    private static byte[] packed(byte[] content, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream packing = new DeflaterOutputStream(bytes)) {
            for (int i = 0; i < times; i++) {
                packing.write(content);
            }
        }
        return bytes.toByteArray();
    }

    /// One empty page, and one stream that nothing names.
    private static byte[] pdfWith(String dictionary, byte[] stream) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("""
                %%PDF-1.4
                1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
                2 0 obj << /Type /Pages /Kids [ 3 0 R ] /Count 1 >> endobj
                3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] >> endobj
                4 0 obj %s
                stream
                """.formatted(dictionary).getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(stream);
        bytes.writeBytes("""

                endstream endobj
                trailer << /Root 1 0 R /Size 5 >>
                %%EOF
                """.getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    @Test
    void refusesMorePagesThanAnybodyLooksThrough() throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (int i = 0; i <= FilePages.MOST_PAGES; i++) {
                document.addPage(new PDPage());
            }
            document.save(bytes);
            assertThat(refusal(bytes.toByteArray(), PDF)).isEqualTo("platform.file.error.manyPages");
        }
    }

    /// A picture of 40 by 20 whose upper left quarter is red, as cameras store it that were held in eight ways.
    @ParameterizedTest
    @CsvSource({"1, 40, 20, 0.25, 0.25", "2, 40, 20, 0.75, 0.25", "3, 40, 20, 0.75, 0.75", "4, 40, 20, 0.25, 0.75",
        "5, 20, 40, 0.25, 0.25", "6, 20, 40, 0.75, 0.25", "7, 20, 40, 0.75, 0.75", "8, 20, 40, 0.25, 0.75"})
    void showsPhotographsAsTheCameraWasHeld(int orientation, int width, int height, double across, double down) throws IOException {
        try (FilePages pages = pages(Scans.jpeg(40, 20, orientation), JPEG)) {
            PageImage page = pages.page(0, 1, 0);
            assertThat(page.width()).isEqualTo(width);
            assertThat(page.height()).isEqualTo(height);
            assertThat(at(page, across, down) & 0xff0000).isGreaterThan(0xe00000);
            assertThat(at(page, across, down) & 0xff).isLessThan(0x20);
            assertThat(at(page, 1 - across, 1 - down) & 0xff).isGreaterThan(0xe0);
        }
    }

    @Test
    void picturesLieOnWhiteAndFitASheet() throws IOException {
        try (FilePages pages = pages(Scans.png(3000, 1500), PNG)) {
            assertThat(pages.count()).isOne();
            assertThat(pages.width(0)).isEqualTo(1123);
            assertThat(pages.height(0)).isEqualTo(561.5);
            PageImage page = pages.page(0, 0.1, 0);
            assertThat(at(page, 0.25, 0.25)).isEqualTo(RED);
            assertThat(at(page, 0.75, 0.75)).as("transparent").isEqualTo(WHITE);
        }
    }

    @Test
    void refusesPicturesOfAbsurdSizeByTheirHead() throws IOException {
        byte[] png = Scans.png(40, 20);
        // Width and height stand behind the head of the first chunk.
        png[16] = 0x00;
        png[17] = 0x0f;
        png[21] = 0x0f;
        assertThat(refusal(png, PNG)).isIn("platform.file.error.hugePicture", "platform.file.error.brokenPicture");
    }
}
