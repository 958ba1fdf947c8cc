package io.guichet.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "letter.pdf, letter.pdf",
            "Straße und Œuvre.pdf, Straße und Œuvre.pdf",
            "/home/a/letter.pdf, letter.pdf",
            "C:\\scans\\letter.pdf, letter.pdf",
            "../../etc/passwd, passwd",
            ".hidden, hidden",
            "letter.pdf. . , letter.pdf",
            "a<b>c:d|e?f*.txt, a_b_c_d_e_f_.txt",
            "..., document",
            "``, document"})
    void aNameIsANameOnly(String typed, String clean) {
        assertThat(FileNames.clean(typed)).isEqualTo(clean);
    }

    @Test
    void whatDisguisesANameIsTakenOut() {
        assertThat(FileNames.clean("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(FileNames.clean("a\u0000b\nc\u200B\u2066d.pdf")).isEqualTo("abcd.pdf");
        // The same letters, however they were put together.
        assertThat(FileNames.clean("e\u0301te\u0301.pdf")).isEqualTo("\u00e9t\u00e9.pdf");
    }

    @Test
    void aLongNameKeepsItsExtensionAndItsCharactersWhole() {
        assertThat(FileNames.clean("x".repeat(400) + ".pdf")).hasSize(FileNames.LONGEST).endsWith("x.pdf");
        String faces = FileNames.clean("\uD83D\uDE00".repeat(300) + ".jpeg");
        assertThat(faces.codePointCount(0, faces.length())).isEqualTo(FileNames.LONGEST);
        assertThat(faces).endsWith("\uD83D\uDE00.jpeg");
    }
}
