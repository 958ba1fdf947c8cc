package io.guichet.platform.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.guichet.platform.i18n.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Papers from the template of the certificate.
class PaperPressTest {

    private static final int WHITE = 0xffffffff;
    private static final Map<String, Object> ROW = Map.of("product", "Formule Équilibre, option 2", "number", "C-1", "role", "Salarié",
            "from", "01/01/2026", "to", "–");

    private final PaperPress press = new PaperPress(Texts.of(List.of("directory")));

    @TempDir
    Path folder;

    private PrintedPaper certificate(int rows, Locale language) {
        return press.print(new Paper("directory/certificate", language, Map.of("insurer", "Assureur d’exemple", "insurerLines",
                "1 rue de l’Exemple", "addressee", "Zoé Œuvrard", "placeAndDay", "21/11/2026", "subject", "Attestation",
                "statement", "Nous attestons …", "note", "€"), Collections.nCopies(rows, ROW)));
    }

    @Test
    void saysWordsInTheReadersLanguageAndValuesAsTheyAre() throws IOException {
        String text = new PdfTextExtractor(new PdfReader(certificate(1, Locale.FRENCH).pdf("Attestation", "fr"))).getTextFromPage(1);

        assertThat(text).contains("Contrat", "Zoé Œuvrard", "Formule Équilibre, option 2", "€").doesNotContain("Contract");
    }

    @Test
    void embedsItsFonts() throws IOException {
        String pdf = new String(certificate(1, Locale.GERMAN).pdf("Bescheinigung", "de"), StandardCharsets.ISO_8859_1);

        assertThat(pdf).contains("/FontFile2", "+GuichetSans").doesNotContain("/BaseFont/Helvetica");
    }

    @Test
    void breaksLongPapersIntoPagesThatAllShowSomething() {
        PrintedPaper paper = certificate(60, Locale.of("nl"));

        assertThat(paper.pages()).isGreaterThan(1);
        for (int page = 0; page < paper.pages(); page++) {
            PageImage image = paper.page(page, 0.5);
            assertThat(image.width()).isEqualTo(397);
            assertThat(Arrays.stream(image.argb()).filter(pixel -> pixel != WHITE).count()).isGreaterThan(500);
        }
    }

    @Test
    void keepsWhatWasThereWhenItCannotBeWritten() throws IOException {
        Path folderInTheWay = Files.createDirectories(folder.resolve("a.pdf").resolve("b"));

        assertThatThrownBy(() -> PrintedPaper.write(folder.resolve("a.pdf"), new byte[]{1}))
                .isInstanceOf(IOException.class);
        assertThat(folderInTheWay).exists();
        assertThat(folder).isDirectoryContaining(each -> each.endsWith("a.pdf")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void knowsOnlyTemplatesThatAreThere() {
        Paper nothing = new Paper("directory/nothing", Locale.ENGLISH, Map.of(), List.of());

        assertThatThrownBy(() -> press.print(nothing)).isInstanceOf(IllegalArgumentException.class);
    }
}
