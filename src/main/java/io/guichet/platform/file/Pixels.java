package io.guichet.platform.file;

import io.guichet.platform.report.PageImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/// Pictures in memory: made, turned, made smaller.
final class Pixels {

    /// A picture that is shown has no more: 300 % of a sheet of A4 has 8 million.
    static final double MOST = 16_000_000;

    private static final int OPAQUE = 0xff000000;
    private static final int HALF = 2;

    private Pixels() {
    }

    /// The zoom at which that page has a bearable number of pixels: the wanted one, or less.
    static double bearable(double width, double height, double zoom) {
        double pixels = width * zoom * height * zoom;
        return pixels <= MOST ? zoom : zoom * Math.sqrt(MOST / pixels);
    }

    /// The picture turned clockwise by quarters.
    static PageImage page(BufferedImage image, int turns) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] straight = image.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < straight.length; i++) {
            straight[i] |= OPAQUE;
        }
        return switch (Math.floorMod(turns, 4)) {
            case 1 -> turned(width, height, straight, (x, y) -> x * height + height - 1 - y);
            case 2 -> new PageImage(width, height, moved(straight, width, (x, y) -> (height - 1 - y) * width + width - 1 - x));
            case 3 -> turned(width, height, straight, (x, y) -> (width - 1 - x) * height + y);
            default -> new PageImage(width, height, straight);
        };
    }

    private static PageImage turned(int width, int height, int[] straight, Place place) {
        return new PageImage(height, width, moved(straight, width, place));
    }

    private static int[] moved(int[] straight, int width, Place place) {
        int[] moved = new int[straight.length];
        for (int i = 0; i < straight.length; i++) {
            moved[place.of(i % width, i / width)] = straight[i];
        }
        return moved;
    }

    /// Where a point goes.
    @FunctionalInterface
    private interface Place {
        int of(int x, int y);
    }

    /// The picture on white in another size. Halved as long as it is more than twice as large: writing stays readable.
    static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage now = image;
        while (now.getWidth() > HALF * width && now.getHeight() > HALF * height) {
            now = drawn(now, now.getWidth() / HALF, now.getHeight() / HALF);
        }
        return drawn(now, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage drawn = white(width, height);
        Graphics2D graphics = drawn.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return drawn;
    }

    /// White, without transparency.
    static BufferedImage white(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
        } finally {
            graphics.dispose();
        }
        return image;
    }
}
