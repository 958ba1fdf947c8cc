package io.guichet.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;

/// Pictures as cameras and scanners make them: the upper left quarter red.
public final class Scans {

    private static final int AFTER_START = 2;

    private Scans() {
    }

    /// White elsewhere.
    ///
    /// @param orientation how the camera was held, as EXIF numbers it
    public static byte[] jpeg(int width, int height, int orientation) throws IOException {
        byte[] plain = written(picture(width, height, BufferedImage.TYPE_INT_RGB, Color.WHITE), "jpeg");
        byte[] exif = {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0,
            (byte) orientation, 0, 0, 0, 0, 0, 0};
        return ByteBuffer.allocate(plain.length + exif.length + 4).put(plain, 0, AFTER_START).putShort((short) 0xffe1)
                .putShort((short) (exif.length + 2)).put(exif).put(plain, AFTER_START, plain.length - AFTER_START).array();
    }

    /// Transparent elsewhere.
    public static byte[] png(int width, int height) throws IOException {
        return written(picture(width, height, BufferedImage.TYPE_INT_ARGB, new Color(0, true)), "png");
    }

    private static BufferedImage picture(int width, int height, int type, Color elsewhere) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(elsewhere);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return picture;
    }

    private static byte[] written(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }
}
