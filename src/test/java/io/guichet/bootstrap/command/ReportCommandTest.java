package io.guichet.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.guichet.bootstrap.Components;
import io.guichet.bootstrap.SampleInstallation;
import io.guichet.bootstrap.TextFolders;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.cover.Cover;
import io.guichet.country.paper.PaperWords;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.platform.database.Database;
import io.guichet.platform.i18n.Texts;
import io.guichet.reimbursement.OpenClaim;
import io.guichet.reimbursement.Verdict;
import io.guichet.reimbursement.WorkRow;
import io.guichet.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `guichet report` on the samples of every country that writes papers.
class ReportCommandTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void seed() throws Exception {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            new SampleInstallation(Countries.load()).seed(connection, new SampleRequest(60, 12, 9), (step, done) -> { });
            connection.commit();
        }
    }

    private static final class Care {
        static final Database SIGNED_IN = DATABASE.as("care");
        static final Components COMPONENTS = Components.over(SIGNED_IN, Countries.load(), Clock.systemDefaultZone());
    }

    static Stream<Country> countries() {
        return Countries.load().all().stream().filter(country -> country.papers().isPresent());
    }

    /// A member of the country with that many running covers at least, or with none.
    private static FileRef member(Country country, boolean covered) {
        return DATABASE.query("SELECT reference FROM directory.entry WHERE kind = 'member' AND country = ? ORDER BY reference",
                        country.code().value()).stream()
                .map(reference -> new FileRef(country.code(), FileKind.MEMBER, reference))
                .filter(member -> covered == Care.COMPONENTS.overviews().covers(member, DAY).stream()
                        .anyMatch(cover -> cover.state() == Cover.State.RUNNING))
                .findFirst().orElseThrow();
    }

    private int run(String user, String... arguments) {
        Countries countries = Countries.load();
        Texts texts = Texts.of(TextFolders.of(countries));
        Terminal terminal = new Terminal(texts, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Map.of("GUICHET_PASSWORD", user));
        List<String> all = new ArrayList<>(List.of("report"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--home", home.toString(), "--url", DATABASE.address().url(), "--user", user, "--day", DAY.toString()));
        return GuichetCommand.run(options -> 99, new CommandContext(terminal, countries), all.toArray(String[]::new));
    }

    private static long letters(FileRef member) {
        return Long.parseLong(DATABASE.query("SELECT count(*) FROM audit.opening WHERE purpose = 'letter' AND country = ? AND reference = ?",
                member.country().value(), member.reference()).getFirst());
    }

    private static String text(Path pdf) throws IOException {
        return new PdfTextExtractor(new PdfReader(Files.readAllBytes(pdf))).getTextFromPage(1).replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @MethodSource("countries")
    void certifiesTheCoverOfAMemberInTheirLanguageOrAnother(Country country) throws IOException {
        FileRef member = member(country, true);
        long before = letters(member);
        Path own = home.resolve("own.pdf");
        Path dutch = home.resolve("dutch.pdf");
        String cc = country.code().value();
        Cover cover = Care.COMPONENTS.overviews().covers(member, DAY).getFirst();
        String name = DATABASE.query("SELECT label FROM directory.entry WHERE kind = 'member' AND country = ? AND reference = ?",
                cc, member.reference()).getFirst();

        assertThat(run("care", "certificate", "--country", cc, "--id", member.reference(), "--out", own.toString(), "--json"))
                .as(err.toString()).isZero();
        assertThat(new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8)).get("pages").asInt()).isEqualTo(1);
        assertThat(run("care", "certificate", "--country", cc.toLowerCase(Locale.ROOT), "--id", member.reference(), "--locale", "nl",
                "--out", dutch.toString())).as(err.toString()).isZero();

        assertThat(text(own)).contains(name, cover.number());
        assertThat(text(dutch)).contains("Verzekeringsattest", name, cover.number(), "01-10-2026");
        assertThat(new String(Files.readAllBytes(dutch), StandardCharsets.ISO_8859_1)).contains("/FontFile2");
        assertThat(letters(member)).as("recorded").isEqualTo(before + 2);
    }

    static Stream<Country> stating() {
        return countries().filter(country -> country.claims().isPresent() && country.papers().orElseThrow().statements().isPresent());
    }

    /// Claims that nobody decided, as the queue has them.
    private static Stream<FileRef> undecided(Country country) {
        return DATABASE.query("SELECT claim FROM reimbursement.work WHERE country = ? AND state IN ('RECEIVED', 'PENDED') ORDER BY claim",
                country.code().value()).stream().map(reference -> new FileRef(country.code(), FileKind.CLAIM, reference));
    }

    private static FileRef paid(Country country) {
        return DATABASE.query("SELECT reference FROM directory.entry WHERE kind = 'claim' AND country = ? ORDER BY reference",
                        country.code().value()).stream()
                .map(reference -> new FileRef(country.code(), FileKind.CLAIM, reference))
                .filter(claim -> Deciders.file(country, claim).filter(file -> file.state() == ClaimState.PAID).isPresent())
                .findFirst().orElseThrow();
    }

    /// Who decides.
    private static final class Deciders {
        static final Database SIGNED_IN = DATABASE.as("lead");
        static final Components COMPONENTS = Components.over(SIGNED_IN, Countries.load(), Clock.systemDefaultZone());

        static boolean approve(FileRef claim) {
            COMPONENTS.decisions().open(claim);
            return COMPONENTS.worklist().take(claim) instanceof Outcome.Done<WorkRow>(WorkRow taken)
                    && COMPONENTS.decisions().decide(claim, taken.revision(), new Verdict.Approve()) instanceof Outcome.Done;
        }

        /// Takes a decision back and refuses it.
        static boolean refuse(FileRef claim, String reason) {
            return COMPONENTS.decisions().reopen(claim, "WRONG_ENTRY", "") instanceof Outcome.Done
                    && COMPONENTS.decisions().open(claim).flatMap(OpenClaim::work).filter(row -> COMPONENTS.decisions().decide(claim,
                    row.revision(), new Verdict.Reject(reason, "")) instanceof Outcome.Done).isPresent();
        }

        static Optional<ClaimFile> file(Country country, FileRef claim) {
            SIGNED_IN.write(work -> work.sql(connection -> {
                try (PreparedStatement open = connection.prepareStatement("SELECT directory.open_file(?, 'claim', ?, 'decide')")) {
                    open.setString(1, claim.country().value());
                    open.setString(2, claim.reference());
                    return open.execute();
                }
            }));
            return SIGNED_IN.read(work -> country.claims().orElseThrow().find(work, claim.reference()));
        }
    }

    /// All pages as one line.
    private static String whole(Path pdf) throws IOException {
        PdfReader reader = new PdfReader(Files.readAllBytes(pdf));
        StringBuilder all = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            all.append(new PdfTextExtractor(reader).getTextFromPage(page)).append(' ');
        }
        return plain(all.toString());
    }

    /// Words without the places where lines were broken.
    private static String plain(String text) {
        return text.replaceAll("[\\s\\u202f\\u00a0]+", "");
    }

    @ParameterizedTest
    @MethodSource("stating")
    void statesWhatBecameOfAPaidClaim(Country country) throws IOException {
        FileRef claim = paid(country);
        ClaimFile file = Deciders.file(country, claim).orElseThrow();
        Path pdf = home.resolve("statement.pdf");

        assertThat(run("care", "statement", "--country", country.code().value(), "--id", claim.reference(), "--locale", "de",
                "--out", pdf.toString())).as(err.toString()).isZero();

        PaperWords words = new PaperWords(Texts.of(TextFolders.of(Countries.load())), Locale.GERMAN);
        ClaimDecision decision = file.decision().orElseThrow();
        assertThat(whole(pdf)).contains(plain(file.number()), plain(words.figures(decision.charged())),
                plain(words.figures(decision.insurerPaid())), plain(words.figures(decision.memberPays())),
                plain(words.text("country.statement.paid", decision.insurerPaid(), file.paidOn().orElseThrow())));
        assertThat(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1)).contains("/FontFile2");
        assertThat(letters(file.member())).isPositive();
    }

    /// People see a number; what identifies a claim is the country's.
    @ParameterizedTest
    @MethodSource("stating")
    void statesTheClaimOfTheNumberThatPeopleSee(Country country) throws IOException {
        FileRef claim = paid(country);
        String number = Deciders.file(country, claim).orElseThrow().number();
        Path pdf = home.resolve("statement.pdf");
        for (String typed : List.of(number, number.toLowerCase(Locale.ROOT), number.replaceAll("[^0-9A-Za-z]", " ").strip())) {
            assertThat(run("care", "statement", "--country", country.code().value(), "--id", typed, "--out", pdf.toString())).as(err.toString()).isZero();
            assertThat(whole(pdf)).as(typed).contains(plain(number));
        }
        assertThat(run("care", "statement", "--country", country.code().value(), "--id", number.replaceAll("[^0-9A-Za-z]|.[^0-9A-Za-z]*$", ""), "--out",
                pdf.toString())).as("no part of a number").isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("stating")
    void explainsEveryAmountOfWhatIsDecidedNow(Country country) throws IOException {
        FileRef claim = undecided(country).filter(Deciders::approve).findFirst().orElseThrow();
        ClaimFile file = Deciders.file(country, claim).orElseThrow();
        Path pdf = home.resolve("statement.pdf");

        assertThat(run("care", "statement", "--country", country.code().value(), "--id", claim.reference(), "--locale", "nl",
                "--out", pdf.toString())).as(err.toString()).isZero();

        Texts texts = Texts.of(TextFolders.of(Countries.load()));
        String said = whole(pdf);
        List<Step> steps = file.decision().orElseThrow().lines().stream().flatMap(line -> line.steps().stream()).toList();
        assertThat(steps).isNotEmpty().allSatisfy(step ->
                assertThat(said).contains(plain(texts.get(Locale.of("nl"), step.sentence()))));
    }

    @ParameterizedTest
    @MethodSource("stating")
    void tellsWhyAClaimWasRefusedInTheSentenceOfItsReason(Country country) throws IOException {
        String reason = country.claims().orElseThrow().rejections().getFirst();
        FileRef claim = paid(country);
        ClaimFile file = Deciders.file(country, claim).orElseThrow();
        assertThat(Deciders.refuse(claim, reason)).isTrue();
        Path pdf = home.resolve("refused.pdf");

        assertThat(run("care", "statement", "--country", country.code().value(), "--id", claim.reference(), "--locale", "nl", "--out",
                pdf.toString())).as(err.toString()).isZero();

        PaperWords words = new PaperWords(Texts.of(TextFolders.of(Countries.load())), Locale.of("nl"));
        assertThat(whole(pdf)).contains(plain(file.number()), plain(words.figures(file.decision().orElseThrow().charged())),
                plain(words.text("country.rejectionLetter." + reason)), plain(words.text("country.statement.noteRefused")));
        assertThat(text(pdf).split(" ")).as("amounts that nobody worked out").doesNotContain(words.figures(Money.ZERO));
    }

    @ParameterizedTest
    @MethodSource("stating")
    void statesNothingOfAClaimThatIsNotDecided(Country country) {
        FileRef claim = undecided(country).toList().getLast();
        Path pdf = home.resolve("none.pdf");

        assertThat(run("care", "statement", "--country", country.code().value(), "--id", claim.reference(), "--out",
                pdf.toString())).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("is not decided");
        assertThat(pdf).doesNotExist();
    }

    @Test
    void tellsNobodyWhetherAClaimOfAnotherCountryExists() {
        Country country = stating().findFirst().orElseThrow();
        String hidden = paid(country).reference();
        String other = countries().filter(each -> !each.code().equals(country.code())).findFirst().orElseThrow().code().folder();

        assertThat(run("care." + other, "statement", "--country", country.code().value(), "--id", hidden, "--out",
                home.resolve("a.pdf").toString())).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no such claim");
    }

    @Test
    void certifiesNothingForWhoIsNotCovered() {
        Country country = countries().findFirst().orElseThrow();
        Path file = home.resolve("none.pdf");

        assertThat(run("care", "certificate", "--country", country.code().value(), "--id", member(country, false).reference(),
                "--out", file.toString())).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("is not covered on 01/10/2026");
        assertThat(file).doesNotExist();
    }

    @Test
    void tellsNobodyWhetherAMemberOfAnotherCountryExists() {
        List<Country> two = countries().limit(2).toList();
        String hidden = member(two.get(1), true).reference();
        String user = "care." + two.get(0).code().folder();

        assertThat(run(user, "certificate", "--country", two.get(1).code().value(), "--id", hidden, "--out",
                home.resolve("a.pdf").toString())).isEqualTo(1);
        String refusal = err.toString(StandardCharsets.UTF_8);
        err.reset();
        assertThat(run(user, "certificate", "--country", two.get(0).code().value(), "--id", "no-such-member", "--out",
                home.resolve("b.pdf").toString())).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(refusal).contains("no such member");
    }

    @Test
    void wantsAReportACountryAndAFileItKnows() {
        String cc = countries().findFirst().orElseThrow().code().value();
        assertThat(run("care", "nothing", "--country", cc, "--id", "1", "--out", "a.pdf")).isEqualTo(2);
        assertThat(run("care", "certificate", "--country", "QQ", "--id", "1", "--out", "a.pdf")).isEqualTo(2);
        assertThat(run("care", "certificate", "--country", cc, "--id", "1", "--out", "a.doc")).isEqualTo(2);
        assertThat(run("care", "certificate", "--country", cc, "--id", "1", "--locale", "it", "--out", "a.pdf")).isEqualTo(2);
        assertThat(run("care", "certificate", "--country", cc, "--out", "a.pdf")).isEqualTo(2);
    }

    @Test
    void writesAWorkbookToo() throws IOException {
        Country country = countries().findFirst().orElseThrow();
        Path file = home.resolve("certificate.xlsx");

        assertThat(run("care", "certificate", "--country", country.code().value(), "--id", member(country, true).reference(),
                "--out", file.toString())).as(err.toString()).isZero();

        assertThat(new String(Files.readAllBytes(file), 0, 2, StandardCharsets.ISO_8859_1)).isEqualTo("PK");
    }

    @Test
    void saysWhenTheFileCannotBeWritten() {
        Country country = countries().findFirst().orElseThrow();

        assertThat(run("care", "certificate", "--country", country.code().value(), "--id", member(country, true).reference(),
                "--out", home.resolve("nowhere").resolve("a.pdf").toString())).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot be written");
    }
}
