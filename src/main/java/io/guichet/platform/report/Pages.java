package io.guichet.platform.report;

import java.util.Locale;

/// A paper with its pages made, to be looked at, kept and printed. All pages have one size. Everything here takes time: never
/// on the JavaFX thread, and by one thread at a time.
public interface Pages {

    /// The language of its words.
    Locale language();

    /// How many pages it has.
    int pages();

    /// How wide a page is at zoom 1, in pixels: the size of paper on a usual screen.
    double width();

    /// How high a page is at zoom 1, in pixels.
    double height();

    /// A page as a picture.
    ///
    /// @param page from 0
    /// @param zoom 1 is the size of paper on a usual screen
    PageImage page(int page, double zoom);

    /// The whole as PDF, fonts embedded.
    ///
    /// @param title    what a reader's window says
    /// @param language of its words, for readers aloud
    byte[] pdf(String title, String language);

    /// Sends the whole to the printer that the system's dialog names.
    ///
    /// @return whether somebody chose a printer
    boolean print();
}
