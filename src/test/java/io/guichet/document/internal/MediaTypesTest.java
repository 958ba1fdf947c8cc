package io.guichet.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.testing.Papers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MediaTypesTest {

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of(Papers.pdf("a"), "a.pdf", "application/pdf"),
                Arguments.of(Papers.pdf("a"), "scan", "application/pdf"),
                Arguments.of(Papers.jpeg(), "photo.jpg", "image/jpeg"),
                Arguments.of(Papers.jpeg(), "photo.png", "image/jpeg"),
                Arguments.of(Papers.png(), "photo.png", "image/png"),
                Arguments.of(text("nom;prénom\nGarcía;Élodie\n"), "joiners.CSV", "text/csv"),
                Arguments.of("nom;prénom\n".getBytes(StandardCharsets.ISO_8859_1), "joiners.csv", "text/csv"),
                Arguments.of(text("Dear colleagues,\nplease find\n"), "note.txt", "text/plain"),
                Arguments.of(text("1"), "1.txt", "text/plain"));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void aContentIsTakenForWhatItIs(byte[] content, String name, String mediaType) {
        assertThat(MediaTypes.of(content, name)).isEqualTo(new MediaTypes.Found(mediaType, null));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(text("not a PDF"), "a.pdf", "document.error.noPdf"),
                Arguments.of(Papers.png(), "a.PDF", "document.error.noPdf"),
                Arguments.of(Papers.heic(), "IMG_0001.HEIC", "document.error.heic"),
                Arguments.of(Papers.heic(), "IMG_0001.jpg", "document.error.heic"),
                Arguments.of(Papers.zip(), "all.zip", "document.error.archive"),
                Arguments.of(Papers.zip(), "letter.docx", "document.error.office"),
                Arguments.of(text("{\\rtf1\\ansi hello}"), "letter.rtf", "document.error.office"),
                Arguments.of(Papers.program(), "photo.jpg", "document.error.mediaType"),
                Arguments.of(text("<html><body>hello</body></html>"), "page.html", "document.error.mediaType"),
                Arguments.of(new byte[] {0, 1, 2, 3, 4, 5, 6, 7}, "x.txt", "document.error.mediaType"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void everythingElseIsRefusedWithWhatToDo(byte[] content, String name, String problem) {
        MediaTypes.Found found = MediaTypes.of(content, name);
        assertThat(found.mediaType()).isEmpty();
        assertThat(found.problem()).isNotNull();
        assertThat(found.problem().key()).isEqualTo(problem);
        assertThat(found.problem().arguments()).containsExactly(name);
    }
}
