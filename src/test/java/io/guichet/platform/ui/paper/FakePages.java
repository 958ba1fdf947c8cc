package io.guichet.platform.ui.paper;

import io.guichet.platform.report.PageImage;
import io.guichet.platform.report.Pages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Empty pages of 100 by 140, that tell what was drawn of them.
final class FakePages implements Pages {

    private static final int WHITE = 0xffffffff;

    final List<String> drawn = new ArrayList<>();
    final Locale language;
    final int count;
    boolean printer = true;
    boolean broken;

    FakePages(int count, Locale language) {
        this.count = count;
        this.language = language;
    }

    @Override
    public Locale language() {
        return language;
    }

    @Override
    public int pages() {
        return count;
    }

    @Override
    public double width() {
        return 100;
    }

    @Override
    public double height() {
        return 140;
    }

    @Override
    public PageImage page(int page, double zoom) {
        drawn.add(page + "@" + zoom);
        int width = (int) Math.ceil(100 * zoom);
        int height = (int) Math.ceil(140 * zoom);
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, WHITE);
        return new PageImage(width, height, pixels);
    }

    @Override
    public byte[] pdf(String title, String language) {
        return (title + " in " + language).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean print() {
        if (broken) {
            throw new IllegalStateException("no paper in the tray");
        }
        return printer;
    }
}
