package io.guichet.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.bootstrap.Components;
import io.guichet.contract.Batch;
import io.guichet.contract.BatchReport;
import io.guichet.contract.Batches;
import io.guichet.contract.FollowUp;
import io.guichet.country.Countries;
import io.guichet.document.DocumentRow;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Joiners and leavers of a company come in a file.
class BatchesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Clock CLOCK = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private static final FileRef PACT = new FileRef(ScratchContracts.CODE, FileKind.CONTRACT, "T000001");
    private static final String HEADER = "effective;name;birthDate;number;head\n";
    private static final String ZOE = "2026-09-01;Zoé;1980-02-03;111;\n";

    @TempDir
    private Path folder;

    private static Countries countries;
    private static Batches care;
    private static Components components;

    @BeforeAll
    static void create() {
        Scratch.create(DATABASE);
        countries = AmendedCountry.among(ScratchContracts.CODE, new ScratchContracts());
        components = Components.over(DATABASE.as("care.zz"), countries, CLOCK);
        care = components.batches();
    }

    @BeforeEach
    void empty() {
        DATABASE.run("TRUNCATE contract.amendment, contract.effect, contract.follow_up, contract.working, zz.stay, zz.post, zz.newcomer");
    }

    private Outcome<Batch> read(String kind, byte[] content) throws IOException {
        Path file = folder.resolve("joiners.csv");
        Files.write(file, content);
        return care.read(PACT, kind, file);
    }

    private Batch read(String kind, String text) throws IOException {
        Outcome<Batch> read = read(kind, text.getBytes(StandardCharsets.UTF_8));
        assertThat(read).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Batch>) read).value();
    }

    private void assertRefused(byte[] content, String message) throws IOException {
        Outcome<Batch> read = read("enrol", content);
        assertThat(read).as(message).isInstanceOf(Outcome.Invalid.class);
        FieldProblem problem = ((Outcome.Invalid<Batch>) read).problems().getFirst();
        assertThat(problem.field()).isEqualTo("file");
        List<Object> said = new ArrayList<>(List.of(problem.message().key().replace("contract.file.", "")));
        said.addAll(problem.message().arguments());
        assertThat(String.join(" ", said.stream().map(String::valueOf).toList())).startsWith(message);
    }

    private void assertRefused(String content, String message) throws IOException {
        assertRefused(content.getBytes(StandardCharsets.UTF_8), message);
    }

    private static List<String> rows(Batch batch) {
        return batch.rows().stream().map(row -> row.line() + " " + row.problems().stream()
                .map(problem -> problem.field() + " " + problem.message().key()).toList()).toList();
    }

    private static List<String> rows(BatchReport report) {
        return report.rows().stream().map(row -> row.line() + " " + row.name() + " " + row.problems().stream()
                .map(problem -> problem.field() + " " + problem.message().key()).toList()).toList();
    }

    @Test
    void aFileInAnotherEncodingIsNamed() throws IOException {
        assertRefused((HEADER + "\n" + ZOE).getBytes(StandardCharsets.ISO_8859_1), "notUtf8 3");
        assertRefused((HEADER + ZOE).getBytes(Charset.forName("windows-1252")), "notUtf8 2");
        assertRefused((HEADER + ZOE).getBytes(StandardCharsets.UTF_16), "utf16");
        assertRefused((HEADER + ZOE).getBytes(StandardCharsets.UTF_16LE), "utf16");
        assertRefused((HEADER + ZOE).getBytes(StandardCharsets.UTF_16BE), "utf16");
        assertRefused(HEADER + "2026-09-01;Z\0;1980-02-03;;", "zero 2");
        assertRefused("PK\u0003\u0004 and so on", "spreadsheet");
        assertThat(rows(read("enrol", "\uFEFF" + HEADER + ZOE))).containsExactly("2 []");
        assertThat(rows(read("enrol", (HEADER + ZOE + ZOE.replace("Zoé", "Max").replace("111", "112")).replace("\n", "\r\n"))))
                .containsExactly("2 []", "3 []");
    }

    @Test
    void aFileThatIsNoneIsNamed() throws IOException {
        assertRefused(new byte[0], "empty");
        assertRefused("\uFEFF \r\n", "empty");
        assertRefused("# only a comment\n", "empty");
        assertRefused(HEADER, "noRows");
        assertRefused(new byte[BatchText.LARGEST + 1], "large 2");
        assertRefused(HEADER + ZOE.repeat(2001), "tooMany 2000");
        assertRefused(HEADER + "2026-09-01;\"Zoé;1980-02-03;111;\n", "quotes 2");
    }

    @Test
    void headersAreCodesOrLabelsOfAnyLanguageInAnyOrder() throws IOException {
        assertThat(rows(read("enrol", "name,effective,birthDate\nZoé,2026-09-01,1980-02-03\n"))).containsExactly("2 []");
        assertThat(rows(read("enrol", "BIRTH DATE\tName\tEffective from\n1980-02-03\tZoé\t01/09/2026\n"))).containsExactly("2 []");
        assertThat(rows(read("enrol", "Wirksam ab;Name;Geburtsdatum\n01.09.2026;Zoé;03.02.1980\n"))).containsExactly("2 []");
        assertThat(rows(read("enrol", "\"Date d'effet\";zz.member.name;birth_date\n01/09/2026;\"Zoé; dite Zo\";03/02/1980\n"))).containsExactly("2 []");
        assertRefused("effective;name;birthDate;salary;shoes\n", "unknown salary, shoes effective, member, name, birthDate");
        assertRefused("effective;birthDate\n1;2\n", "missing name");
        assertRefused("effective;name;Name;birthDate\n1;2;3;4\n", "double Name");
        assertRefused("effective|name|birthDate\n2026-09-01|Zoé|1980-02-03\n", "separator");
        assertRefused("2026-09-01;Zoé;1980-02-03;111;\n", "unknown 2026-09-01");
    }

    @Test
    void whatIsWrongWithARowStaysWithTheRow() throws IOException {
        Batch batch = read("enrol", HEADER + "# a comment\n\n" + ZOE + "someday;Max;1980-02-03;;\n2026-09-01;Max\n"
                + "2026-09-01;\"Max\nMoritz\";31/02/1980;;\n" + ZOE.replace("Zoé", "Zoe").replace("111", "112")
                + ";Ida;1980-02-03;;\n2026-09-01;;1980-02-03;;\n");
        assertThat(rows(batch)).containsExactly("4 []", "5 [effective country.error.day]", "6 [row contract.file.ragged]",
                "7 [zz.member.birthDate country.error.day]", "9 [subject contract.file.twice]",
                "10 [effective country.error.required]", "11 []");
        assertThat(rows(read("enrol", HEADER + ZOE + ZOE.replace("Zoé", "Max")))).as("the same number").containsExactly("2 []", "3 []");
        assertThat(rows(care.rehearse(batch, share -> { })).getLast()).isEqualTo("11  [zz.member.name country.error.required]");
    }

    @Test
    void aRehearsalSaysWhatWouldHappenAndWritesNothing() throws IOException {
        Batch batch = read("enrol", HEADER + ZOE + "2026-10-01;Max;1999-01-01;111;\n2026-10-01;Ida;2015-01-01;222;N9\n");
        List<Double> shares = new ArrayList<>();

        BatchReport report = care.rehearse(batch, shares::add);

        assertThat(report.applied()).isFalse();
        assertThat(rows(report)).containsExactly("2 Zoé []", "3 Max [subject contract.error.sameNationalId]",
                "4 Ida [zz.amendment.enrol.head zz.error.noHead]");
        assertThat(report.good()).isEqualTo(1);
        assertThat(report.premiumBefore()).isEqualTo(Money.ZERO);
        assertThat(report.premiumAfter()).isEqualTo(Money.euros(1000));
        assertThat(shares).hasSize(3).last().isEqualTo(1.0);
        for (String table : List.of("zz.stay", "zz.newcomer", "contract.amendment", "contract.effect", "document.document")) {
            assertThat(DATABASE.query("SELECT count(*) FROM " + table)).as(table).containsExactly("0");
        }
    }

    @Test
    void goodRowsAreAppliedTogetherAndOnce() throws IOException {
        Batch batch = read("enrol", HEADER + ZOE + "2026-10-01;Max;1999-01-01;111;\n2026-10-01;Ida;2015-01-01;222;\n");

        Outcome<BatchReport> applied = care.apply(batch, share -> { });

        assertThat(applied).isInstanceOf(Outcome.Done.class);
        BatchReport report = ((Outcome.Done<BatchReport>) applied).value();
        assertThat(report.applied()).isTrue();
        assertThat(report.good()).isEqualTo(2);
        assertThat(report.premiumAfter()).isEqualTo(Money.euros(2000));
        assertThat(DATABASE.query("SELECT name FROM zz.newcomer ORDER BY 1")).containsExactly("Ida", "Zoé");
        assertThat(DATABASE.query("SELECT state || ' ' || count(DISTINCT batch) || ' ' || count(*) FROM contract.amendment GROUP BY state"))
                .containsExactly("APPLIED 1 2");
        assertThat(DATABASE.query("SELECT DISTINCT name || ' ' || type || ' ' || count(*) OVER () FROM document.document"))
                .containsExactly("joiners.csv batchFile 2");
        assertThat(components.amendments().openFollowUps(9)).extracting(each -> each.kind() + " " + each.day() + " " + each.amount())
                .containsExactly(FollowUp.Kind.CORRECT_PREMIUM + " 2026-09-01 10.00", FollowUp.Kind.CORRECT_PREMIUM + " 2026-10-01 20.00",
                        FollowUp.Kind.CORRECT_PREMIUM + " 2026-11-01 20.00");
        assertThat(problem(care.apply(batch, share -> { }))).isEqualTo("file contract.file.again");
        Batch more = read("enrol", HEADER + ZOE);
        assertThat(problem(care.apply(more, share -> { }))).as("another file that asks for the same").isEqualTo("file contract.file.nothing");
        assertThat(DATABASE.query("SELECT count(*) FROM contract.amendment")).containsExactly("2");
    }

    @Test
    void aFileOfAnyNameIsAttached() throws IOException {
        Path file = folder.resolve("joiners \u202E " + "x".repeat(220) + ".csv");
        Files.writeString(file, HEADER + ZOE);
        Batch batch = ((Outcome.Done<Batch>) care.read(PACT, "enrol", file)).value();
        assertThat(care.apply(batch, share -> { })).isInstanceOf(Outcome.Done.class);
        assertThat(DATABASE.query("SELECT name FROM document.document WHERE name LIKE '%xxx%'")).singleElement().asString()
                .startsWith("joiners  xxx").endsWith("x.csv");
    }

    private static String problem(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
        FieldProblem problem = ((Outcome.Invalid<?>) outcome).problems().getFirst();
        return problem.field() + " " + problem.message().key();
    }

    @Test
    void leaversAreFoundByMemberNumber() throws IOException {
        stays("Z00000001");
        Batch batch = read("terminate", "member;effective;reason\nZ00000001;2026-12-01;left\nZ00000009;2026-12-01;left\n;2026-12-01;left\n"
                + "Z00000001;2026-12-02;left\n");
        assertThat(rows(batch)).containsExactly("2 []", "3 [subject contract.file.unknownMember]", "4 [subject contract.error.subjectMissing]",
                "5 [subject contract.file.twice]");
        assertThat(rows(care.rehearse(batch, share -> { })).getFirst()).isEqualTo("2 Quux []");
        assertThat(care.apply(batch, share -> { })).isInstanceOf(Outcome.Done.class);
        assertThat(DATABASE.query("SELECT until FROM zz.stay")).containsExactly("2026-11-30");
    }

    @Test
    void theTemplateIsReadBack() throws IOException {
        Path file = folder.resolve("template.csv");
        care.template(PACT, "enrol", file);
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        filled.write(Files.readAllBytes(file));
        filled.write("2026-09-01;;Zoé;1980-02-03;111;\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(((Outcome.Done<Batch>) read("enrol", filled.toByteArray())).value().rows()).singleElement()
                .satisfies(row -> assertThat(row.line()).isEqualTo(3));
        String example = Files.readString(file).lines().toList().get(1);
        assertThat(example).as("a day to come, soon").startsWith("# " + TODAY.plusMonths(1).withDayOfMonth(1) + ";");
        assertThat(care.kinds(PACT)).extracting(kind -> kind.code()).containsExactly("enrol", "terminate", "attested");
    }

    @Test
    void theFileIsStoredOnceAndReadFromEveryRow() throws IOException {
        Batch batch = read("enrol", HEADER + ZOE + "2026-10-01;Ida;2015-01-01;222;\n2026-10-01;Max;1999-01-01;111;\n");
        long before = Long.parseLong(DATABASE.query("SELECT count(*) FROM document.content").getFirst());
        assertThat(care.apply(batch, share -> { })).isInstanceOf(Outcome.Done.class);

        assertThat(DATABASE.query("SELECT count(*) - ? FROM document.content", before)).containsExactly("1");
        List<String> numbers = DATABASE.query("SELECT number FROM contract.amendment ORDER BY 1");
        assertThat(numbers).hasSize(2);
        for (String number : numbers) {
            DocumentRow row = components.documents().of(new FileRef(ScratchContracts.CODE, FileKind.AMENDMENT, number), 9).getFirst();
            Path copy = folder.resolve("copy.csv");
            assertThat(components.documents().save(row, copy)).isInstanceOf(Outcome.Done.class);
            assertThat(Files.readAllBytes(copy)).isEqualTo(batch.content());
        }
        // Whoever takes it off one row leaves it with the other.
        DocumentRow first = components.documents().of(new FileRef(ScratchContracts.CODE, FileKind.AMENDMENT, numbers.getFirst()), 9).getFirst();
        assertThat(components.documents().remove(first, "not theirs")).isInstanceOf(Outcome.Done.class);
        DocumentRow second = components.documents().of(new FileRef(ScratchContracts.CODE, FileKind.AMENDMENT, numbers.getLast()), 9).getFirst();
        assertThat(components.documents().save(second, folder.resolve("copy.csv"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whatWasTriedIsAppliedWhateverBecomesOfTheFile() throws IOException {
        Batch batch = read("enrol", HEADER + ZOE);
        assertThat(care.rehearse(batch, share -> { }).good()).isEqualTo(1);
        Files.writeString(folder.resolve("joiners.csv"), HEADER + ZOE.replace("Zoé", "Mallory").replace("111", "999"));
        assertThat(care.apply(batch, share -> { })).isInstanceOf(Outcome.Done.class);
        assertThat(DATABASE.query("SELECT name FROM zz.newcomer")).containsExactly("Zoé");
        assertThat(DATABASE.query("SELECT encode(d.sha256, 'hex') = encode(sha256(?), 'hex') FROM document.document d JOIN contract.amendment a"
                + " ON a.number::text = d.reference", batch.content())).as("its paper is what was tried").containsExactly("t");

        Batch more = read("enrol", HEADER + ZOE.replace("Zoé", "Max").replace("111", "222"));
        assertThat(care.rehearse(more, share -> { }).good()).isEqualTo(1);
        Files.delete(folder.resolve("joiners.csv"));
        assertThat(care.apply(more, share -> { })).isInstanceOf(Outcome.Done.class);
        assertThat(problem(care.read(PACT, "enrol", folder.resolve("joiners.csv")))).isEqualTo("file contract.file.unreadable");
        assertThat(problem(care.read(PACT, "enrol", folder))).isEqualTo("file contract.file.folder");
    }

    @Test
    void aKindWithTwoDocumentsComesInAFileToo() throws IOException {
        stays("Z00000001", "Z00000002");
        Batch batch = read("attested", "member;effective;reason\nZ00000001;2026-12-01;left\nZ00000002;2026-12-01;left\n");
        assertThat(batch.demanded()).as("the file is the form").containsExactly("seal");
        assertThat(care.rehearse(batch, share -> { }).good()).isEqualTo(2);
        assertThat(problem(care.apply(batch, share -> { }))).isEqualTo("document contract.error.documentMissing");
        assertThat(DATABASE.query("SELECT count(*) FROM contract.amendment")).containsExactly("0");

        Path seal = folder.resolve("seal.txt");
        assertThat(problem(care.add(batch, "seal", seal))).isEqualTo("file document.error.unreadable");
        assertThat(problem(care.add(batch, "seal", folder.resolve("joiners.csv")))).as("one paper is not two")
                .isEqualTo("file document.error.duplicate");
        Files.writeString(seal, "sealed");
        Outcome<Batch> sealed = care.add(batch, "seal", seal);
        assertThat(sealed).isInstanceOf(Outcome.Done.class);
        Outcome<BatchReport> applied = care.apply(((Outcome.Done<Batch>) sealed).value(), share -> { });

        assertThat(applied).isInstanceOf(Outcome.Done.class);
        assertThat(((Outcome.Done<BatchReport>) applied).value().good()).isEqualTo(2);
        assertThat(DATABASE.query("""
                SELECT string_agg(DISTINCT d.type || ' ' || d.name, ', ') || ' ' || count(*) || ' ' || count(DISTINCT d.content)
                FROM document.document d JOIN contract.amendment a ON a.number::text = d.reference WHERE a.state = 'APPLIED'"""))
                .containsExactly("form joiners.csv, seal seal.txt 4 2");
    }

    @Test
    void aContentIsReferredToByWhoBroughtItInTheTransactionThatBroughtIt() throws IOException {
        assertThat(care.apply(read("enrol", HEADER + ZOE), share -> { })).isInstanceOf(Outcome.Done.class);
        String known = DATABASE.query("SELECT max(id) FROM document.content").getFirst();
        String number = DATABASE.query("SELECT max(number) FROM contract.amendment").getFirst();
        Database colleague = DATABASE.as("operations");
        for (Database any : List.of(colleague, DATABASE.as("care.zz"))) {
            assertThatThrownBy(() -> run(any, "SELECT document.attach_held(" + known + ", 'ZZ', 'amendment', '" + number
                    + "', 'letter', 'x.csv', 'text/csv')")).isInstanceOfSatisfying(DatabaseFailure.class,
                            refused -> assertThat(refused.kind()).isEqualTo(DatabaseFailure.Kind.DENIED));
        }
        assertThatThrownBy(() -> run(colleague, "SELECT document.hold('nobody has it')")).isInstanceOf(DatabaseFailure.class);
        assertThatThrownBy(() -> run(DATABASE.as("auditor"), "SELECT document.hold('x')")).isInstanceOf(DatabaseFailure.class);
        assertThat(DATABASE.query("SELECT count(*) FROM document.content c WHERE NOT EXISTS (SELECT FROM document.document d"
                + " WHERE d.content = c.id)")).containsExactly("0");
    }

    private static void run(Database who, String sql) {
        who.write(work -> work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return statement.execute();
            }
        }));
    }

    private static void stays(String... people) {
        DATABASE.run("INSERT INTO zz.guild (code, name) VALUES ('G000001', 'Bakers') ON CONFLICT DO NOTHING");
        DATABASE.run("INSERT INTO zz.pact (code, guild) VALUES ('T000001', 'G000001') ON CONFLICT DO NOTHING");
        for (String person : people) {
            DATABASE.run("INSERT INTO zz.person (code, name, born, pact) VALUES (?, 'Quux', '1980-01-01', 'T000001')"
                    + " ON CONFLICT DO NOTHING", person);
            DATABASE.run("INSERT INTO zz.stay (pact, person, since) VALUES ('T000001', ?, '2025-01-01')", person);
        }
    }

    @Test
    void whoMayNotAmendIsTold() throws IOException {
        Batch batch = read("enrol", HEADER + ZOE);
        Batches auditor = Components.over(DATABASE.as("auditor"), countries, CLOCK).batches();
        assertThat(auditor.apply(batch, share -> { })).isInstanceOf(Outcome.Denied.class);
        assertThat(auditor.read(PACT, "enrol", folder.resolve("joiners.csv"))).isInstanceOf(Outcome.Denied.class);
    }
}
