package io.guichet.platform.file;

import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.report.PageImage;
import java.util.List;

/// The pages of a file. Everything here takes time: never on the JavaFX thread, and by one thread at a time. Nothing is kept
/// outside memory; closing gives it back.
public interface FilePages extends AutoCloseable {

    /// More pages are nothing to look through beside a form.
    int MOST_PAGES = 300;

    /// How many pages it has, one at least.
    int count();

    /// How wide a page is at zoom 1, in pixels: the size of paper on a usual screen. A picture is at most a sheet of A4.
    double width(int page);

    /// How high a page is at zoom 1, in pixels.
    double height(int page);

    /// A page as a picture; coarser than asked for when it would be too large for memory.
    ///
    /// @param page  from 0
    /// @param zoom  1 is the size of paper on a usual screen
    /// @param turns by how many quarters it is turned clockwise, from 0 to 3
    /// @throws IllegalStateException when this page cannot be drawn
    PageImage page(int page, double zoom, int turns);

    @Override
    void close();

    /// Whether pages of that kind of file can be shown.
    static boolean shows(String mediaType) {
        return PdfPages.TYPE.equals(mediaType) || PicturePages.TYPES.contains(mediaType);
    }

    /// Opens a file. Problems are about the field `file`: it is broken, protected by a password, too large to be shown, or
    /// of a kind that has no pages here.
    ///
    /// @param content   the whole file; not copied
    /// @param mediaType as its content says: `application/pdf`
    static Outcome<FilePages> open(byte[] content, String mediaType) {
        try {
            if (PdfPages.TYPE.equals(mediaType)) {
                return new Outcome.Done<>(PdfPages.open(content));
            }
            if (PicturePages.TYPES.contains(mediaType)) {
                return new Outcome.Done<>(PicturePages.open(content));
            }
            throw new Unshowable("platform.file.error.kind");
        } catch (Unshowable refused) {
            return new Outcome.Invalid<>(List.of(new FieldProblem("file", refused.reason())));
        }
    }

    /// Why a file cannot be shown.
    final class Unshowable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient UserMessage reason;

        Unshowable(String key, Object... arguments) {
            super(key);
            reason = UserMessage.of(key, arguments);
        }

        /// What is wrong, and what to do.
        public UserMessage reason() {
            return reason;
        }
    }
}
