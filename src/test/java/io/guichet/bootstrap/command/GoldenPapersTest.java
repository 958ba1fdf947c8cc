package io.guichet.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.guichet.bootstrap.Components;
import io.guichet.bootstrap.SampleInstallation;
import io.guichet.bootstrap.TextFolders;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.platform.database.Database;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.report.Paper;
import io.guichet.platform.report.PaperPress;
import io.guichet.platform.report.PrintedPaper;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.Verdict;
import io.guichet.reimbursement.WorkRow;
import io.guichet.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.jspecify.annotations.Nullable;

/// What papers say, word for word, kept in `src/test/resources/golden`: the certificate, and the statement of a claim that was
/// paid before, of one decided here with every amount explained, and of a refused one. A paper that is meant to change is
/// written anew by `-Dguichet.golden=write`, and the difference is read before it is committed.
class GoldenPapersTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Clock CLOCK = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private static final PaperPress PRESS = new PaperPress(Texts.of(TextFolders.of(Countries.load())));

    @BeforeAll
    static void seed() throws Exception {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            new SampleInstallation(Countries.load()).seed(connection, new SampleRequest(120, 600, 9), (step, done) -> { });
            connection.commit();
        }
    }

    private static final class Lead {
        static final Database SIGNED_IN = DATABASE.as("lead");
        static final Components COMPONENTS = Components.over(SIGNED_IN, Countries.load(), CLOCK);

        static Decided decide(FileRef claim, Verdict verdict) {
            COMPONENTS.decisions().open(claim);
            WorkRow taken = done(COMPONENTS.worklist().take(claim));
            return done(COMPONENTS.decisions().decide(claim, taken.revision(), verdict));
        }
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    static Stream<Arguments> stating() {
        return Countries.load().all().stream().filter(country -> country.claims().isPresent()
                && country.papers().flatMap(papers -> papers.statements()).isPresent()).map(country -> arguments(country.code(), country));
    }

    private static Stream<FileRef> claims(Country country, String states) {
        return DATABASE.query("SELECT claim FROM reimbursement.work WHERE country = ? AND state = ANY (?::text[]) ORDER BY number",
                country.code().value(), states).stream().map(reference -> new FileRef(country.code(), FileKind.CLAIM, reference));
    }

    private static FileRef first(FileKind kind, Country country) {
        return DATABASE.query("SELECT reference FROM directory.entry WHERE kind = ? AND country = ? ORDER BY label, reference",
                        kind.code(), country.code().value()).stream().map(reference -> new FileRef(country.code(), kind, reference))
                .filter(file -> paper(file, null) instanceof Outcome.Done).findFirst().orElseThrow();
    }

    private static Outcome<Paper> paper(FileRef file, @Nullable Locale language) {
        return file.kind() == FileKind.CLAIM ? Lead.COMPONENTS.statements().statement(file, language)
                : Lead.COMPONENTS.certificates().certificate(file, TODAY, language);
    }

    private static void golden(String name, FileRef file, @Nullable Locale language) throws IOException {
        PrintedPaper paper = PRESS.print(done(paper(file, language)));
        String said;
        try (PDDocument pdf = Loader.loadPDF(paper.pdf(name, paper.language().getLanguage()))) {
            PDFTextStripper lines = new PDFTextStripper();
            lines.setSortByPosition(true);
            lines.setPageEnd("\f\n");
            said = lines.getText(pdf).lines().map(String::strip).collect(Collectors.joining("\n")) + "\n";
        }
        Path kept = GOLDEN.resolve(name + ".txt");
        if ("write".equals(System.getProperty("guichet.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(kept, said);
        }
        assertThat(said).as(name).isEqualTo(Files.readString(kept));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stating")
    void theCertificate(Object code, Country country) throws IOException {
        golden(code + "-certificate", first(FileKind.MEMBER, country), null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stating")
    void theStatementOfAnOlderClaim(Object code, Country country) throws IOException {
        golden(code + "-statement-older", first(FileKind.CLAIM, country), null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stating")
    void theStatementOfAClaimDecidedHere(Object code, Country country) throws IOException {
        FileRef claim = claims(country, "{RECEIVED,PENDED}")
                .filter(each -> Lead.decide(each, new Verdict.Approve()).insurer().minor() > 0).findFirst().orElseThrow();

        golden(code + "-statement", claim, null);
        golden(code + "-statement-de", claim, Locale.GERMAN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stating")
    void theStatementOfARefusedClaim(Object code, Country country) throws IOException {
        FileRef claim = claims(country, "{RECEIVED,PENDED}").toList().getLast();
        Lead.decide(claim, new Verdict.Reject("DUPLICATE", ""));

        golden(code + "-statement-refused", claim, null);
    }
}
