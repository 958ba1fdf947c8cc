package io.guichet.platform.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperPrintManager;
import net.sf.jasperreports.engine.export.JRGraphics2DExporter;
import net.sf.jasperreports.engine.export.ooxml.JRXlsxExporter;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleGraphics2DExporterOutput;
import net.sf.jasperreports.export.SimpleGraphics2DReportConfiguration;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.export.SimpleXlsxReportConfiguration;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/// A paper with its pages made. Safe for use by one thread at a time; never the JavaFX thread.
public final class PrintedPaper implements Pages {

    /// A point of the page is so many pixels at zoom 1: 96 of an inch.
    private static final double PIXELS = 96.0 / 72.0;
    private static final int ALPHA = 0xff000000;

    private final JasperPrint print;
    private final Locale language;

    PrintedPaper(JasperPrint print, Locale language) {
        this.print = print;
        this.language = language;
    }

    @Override
    public Locale language() {
        return language;
    }

    @Override
    public double width() {
        return print.getPageWidth() * PIXELS;
    }

    @Override
    public double height() {
        return print.getPageHeight() * PIXELS;
    }

    @Override
    public int pages() {
        return print.getPages().size();
    }

    @Override
    public PageImage page(int page, double zoom) {
        double scale = zoom * PIXELS;
        int width = (int) Math.ceil(print.getPageWidth() * scale);
        int height = (int) Math.ceil(print.getPageHeight() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            JRGraphics2DExporter exporter = new JRGraphics2DExporter();
            exporter.setExporterInput(new SimpleExporterInput(print));
            SimpleGraphics2DExporterOutput output = new SimpleGraphics2DExporterOutput();
            output.setGraphics2D(graphics);
            exporter.setExporterOutput(output);
            SimpleGraphics2DReportConfiguration configuration = new SimpleGraphics2DReportConfiguration();
            configuration.setPageIndex(page);
            configuration.setZoomRatio((float) scale);
            exporter.setConfiguration(configuration);
            exporter.exportReport();
        } catch (JRException undrawable) {
            throw new IllegalStateException("page " + page + " cannot be drawn", undrawable);
        } finally {
            graphics.dispose();
        }
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= ALPHA;
        }
        return new PageImage(width, height, pixels);
    }

    @Override
    public byte[] pdf(String title, String language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JRPdfExporter exporter = new JRPdfExporter(DefaultJasperReportsContext.getInstance());
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
        SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
        configuration.setMetadataTitle(title);
        configuration.setDisplayMetadataTitle(true);
        configuration.setTagLanguage(language);
        configuration.setTagged(true);
        exporter.setConfiguration(configuration);
        try {
            exporter.exportReport();
        } catch (JRException unwritable) {
            throw new IllegalStateException("the pages cannot be written as PDF", unwritable);
        }
        return bytes.toByteArray();
    }

    /// The whole as a workbook, for people who go on computing with it.
    public byte[] workbook() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JRXlsxExporter exporter = new JRXlsxExporter(DefaultJasperReportsContext.getInstance());
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
        SimpleXlsxReportConfiguration configuration = new SimpleXlsxReportConfiguration();
        configuration.setRemoveEmptySpaceBetweenRows(true);
        configuration.setRemoveEmptySpaceBetweenColumns(true);
        configuration.setWhitePageBackground(false);
        exporter.setConfiguration(configuration);
        try {
            exporter.exportReport();
        } catch (JRException unwritable) {
            throw new IllegalStateException("the pages cannot be written as a workbook", unwritable);
        }
        return bytes.toByteArray();
    }

    /// Writes a file: it is there when it is complete, and what stood there before stays until then.
    ///
    /// @throws IOException when it cannot be written
    public static void write(Path file, byte[] content) throws IOException {
        Path whole = file.toAbsolutePath();
        Path part = Files.createTempFile(whole.getParent(), ".guichet", ".part");
        try {
            Files.write(part, content);
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public boolean print() {
        try {
            return JasperPrintManager.getInstance(DefaultJasperReportsContext.getInstance()).print(print, true);
        } catch (JRException unprintable) {
            throw new IllegalStateException("the pages cannot be printed", unprintable);
        }
    }
}
