package io.guichet.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.document.DocumentRow;
import io.guichet.document.Paper;
import io.guichet.document.Documents;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.testing.Papers;
import io.guichet.testing.TestDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PgDocumentsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final CountryCode COUNTRY = new CountryCode("ZZ");
    private static int number;

    private static final class Signed {
        static final Database CARE = DATABASE.as("care");
        static final Database COLLEAGUE = DATABASE.as("operations");
        static final Database AUDITOR = DATABASE.as("auditor");
    }

    private final Documents documents = new PgDocuments(Signed.CARE);
    private FileRef member = new FileRef(COUNTRY, FileKind.MEMBER, "0");
    private FileRef amendment = member;

    @TempDir
    private Path folder;

    @BeforeEach
    void aMemberOfItsOwn() {
        number++;
        member = new FileRef(COUNTRY, FileKind.MEMBER, "M" + number);
        DATABASE.run("SELECT contract.define_kind('ZZ', 'any', '{}')");
        amendment = new FileRef(COUNTRY, FileKind.AMENDMENT, DATABASE.query("INSERT INTO contract.amendment (country, contract, kind,"
                + " effective) VALUES ('ZZ', 'K1', 'any', '2026-01-01') RETURNING number").getFirst());
        DATABASE.run("""
                SELECT directory.publish(ARRAY[ROW('ZZ', 'member', ?, 'Somebody', '', 'somebody', NULL,
                    '{}')::directory.published_entry])""", member.reference());
        open(Signed.CARE, member);
    }

    private static void open(Database database, FileRef file) {
        ask(database, "SELECT directory.open_file('" + file.country() + "', '" + file.kind().code() + "', '"
                + file.reference() + "', 'test')");
    }

    /// The first column of the first row, as text.
    private static String ask(Database database, String sql) {
        return database.write(work -> work.sql(connection -> {
            try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
                return row.next() ? String.valueOf(row.getString(1)) : "nothing";
            }
        }));
    }

    private static DocumentRow done(Outcome<DocumentRow> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<DocumentRow>) outcome).value();
    }

    private static void closed(Documents documents, FileRef file) {
        assertThatThrownBy(() -> documents.of(file, 10)).isInstanceOfSatisfying(DatabaseFailure.class,
                failure -> assertThat(failure.userMessage().key()).isEqualTo("document.error.closed"));
    }

    private static void refused(Outcome<?> outcome, String key) {
        assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
        assertThat(((Outcome.Invalid<?>) outcome).problems()).extracting(problem -> problem.message().key())
                .containsExactly(key);
    }

    @Test
    void whatIsAttachedComesBackByteForByte() throws IOException {
        byte[] content = new byte[3_000_000];
        new Random(7).nextBytes(content);
        System.arraycopy(Papers.jpeg(), 0, content, 0, Papers.jpeg().length);
        Path source = Files.write(folder.resolve("photo of the crown.jpg"), content);

        DocumentRow attached = done(documents.attach(member, "invoice", source));

        assertThat(attached.name()).isEqualTo("photo of the crown.jpg");
        assertThat(attached.mediaType()).isEqualTo("image/jpeg");
        assertThat(attached.size()).isEqualTo(content.length);
        assertThat(attached.by()).isEqualTo("care");
        assertThat(documents.of(member, 10)).containsExactly(attached);
        Path copy = Files.writeString(folder.resolve("copy.jpg"), "was here before");
        assertThat(documents.save(attached, copy)).isEqualTo(new Outcome.Done<>(copy));
        assertThat(copy).hasBinaryContent(content);
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
    }

    @Test
    void aCopyIsOnTheRecordBeforeItIsMade() throws IOException {
        DocumentRow attached = done(documents.attach(member, "letter", "a.pdf", Papers.pdf("a")));
        assertThatThrownBy(() -> documents.save(attached, folder.resolve("missing/folder/a.pdf")))
                .isInstanceOf(IOException.class);
        assertThat(DATABASE.query("SELECT staff || ' ' || what || ' ' || field FROM audit.opening WHERE reference = ? AND what = 'reveal'",
                member.reference())).containsExactly("care reveal document." + attached.id());
    }

    @Test
    void whatIsLookedAtIsOnTheRecord() {
        DocumentRow attached = done(documents.attach(member, "letter", "a.pdf", Papers.pdf("a")));
        assertThat(documents.open(attached)).isInstanceOfSatisfying(Outcome.Done.class,
                read -> assertThat(((Paper) read.value()).content()).isEqualTo(Papers.pdf("a")));
        assertThat(DATABASE.query("SELECT staff || ' ' || field FROM audit.opening WHERE reference = ? AND what = 'reveal'",
                member.reference())).containsExactly("care document." + attached.id());
        done(documents.remove(attached, "twice"));
        assertThat(documents.open(attached)).isInstanceOf(Outcome.Denied.class);
    }

    @Test
    void aContentIsNotReadWithoutARecordNorByOneThatIsRolledBack() {
        DocumentRow attached = done(documents.attach(member, "letter", "a.pdf", Papers.pdf("a")));
        String content = "SELECT length(content) FROM document.content WHERE id = (SELECT d.content FROM document.document d"
                + " WHERE d.id = " + attached.id() + ")";
        assertThat(ask(Signed.CARE, content)).isEqualTo("nothing");
        Signed.CARE.write(work -> work.sql(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT document.reveal(" + attached.id() + ")");
                try (var row = statement.executeQuery(content)) {
                    assertThat(row.next()).isFalse();
                }
            }
            return attached;
        }));
        assertThat(ask(Signed.CARE, content)).isEqualTo("" + attached.size());
        open(Signed.COLLEAGUE, member);
        assertThat(ask(Signed.COLLEAGUE, content)).as("the record of somebody else").isEqualTo("nothing");
    }

    @Test
    void whatIsRemovedStaysOnTheRecordAndIsReadByNobody() throws IOException {
        DocumentRow attached = done(documents.attach(member, "letter", "a.pdf", Papers.pdf("a")));
        ask(Signed.CARE, "SELECT document.reveal(" + attached.id() + ")");
        refused(documents.remove(attached, "  "), "document.error.reasonMissing");
        refused(documents.remove(attached, "x".repeat(501)), "document.error.reasonLong");

        done(documents.remove(attached, "another member's"));

        assertThat(documents.of(member, 10)).isEmpty();
        assertThat(documents.remove(attached, "again")).isInstanceOf(Outcome.Denied.class);
        assertThat(documents.save(attached, folder.resolve("a.pdf"))).isInstanceOf(Outcome.Denied.class);
        assertThat(folder.resolve("a.pdf")).doesNotExist();
        assertThat(ask(Signed.CARE, "SELECT count(*) FROM document.content WHERE id = (SELECT d.content"
                + " FROM document.document d WHERE d.id = " + attached.id() + ")")).isEqualTo("0");
        assertThat(DATABASE.query("SELECT operation || ' ' || (after ->> 'reason') FROM audit.trail WHERE kind = 'member' "
                + "AND reference = ? AND operation = 'UPDATE'", member.reference())).containsExactly("UPDATE another member's");
        // The same paper may come again.
        done(documents.attach(member, "letter", "a.pdf", Papers.pdf("a")));
    }

    @Test
    void theSameContentIsAttachedOnce() {
        done(documents.attach(member, "letter", "first.pdf", Papers.pdf("a")));
        Outcome<DocumentRow> again = documents.attach(member, "invoice", "second.pdf", Papers.pdf("a"));
        refused(again, "document.error.duplicate");
        assertThat(((Outcome.Invalid<DocumentRow>) again).problems().getFirst().message().arguments())
                .containsExactly("second.pdf", "first.pdf");
        done(documents.attach(amendment, "letter", "first.pdf", Papers.pdf("a")));
    }

    @Test
    void ofTwoWhoAttachTheSameOneIsToldSo() throws Exception {
        open(Signed.COLLEAGUE, member);
        Documents colleague = new PgDocuments(Signed.COLLEAGUE);
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Outcome<DocumentRow>>> both = List.of(documents, colleague).stream()
                    .map(each -> two.submit((Callable<Outcome<DocumentRow>>) () -> {
                        together.await();
                        return each.attach(member, "letter", "a.pdf", Papers.pdf("race"));
                    })).toList();
            List<Outcome<DocumentRow>> outcomes = List.of(both.getFirst().get(), both.getLast().get());
            assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Outcome.Invalid.class::isInstance).hasSize(1);
        }
        assertThat(documents.of(member, 10)).hasSize(1);
    }

    @Test
    void whatCannotBeAttachedIsRefusedWithItsReason() throws IOException {
        refused(documents.attach(member, "letter", folder), "document.error.folder");
        refused(documents.attach(member, "letter", folder.resolve("nowhere.pdf")), "document.error.unreadable");
        refused(documents.attach(member, "letter", Files.createFile(folder.resolve("empty.pdf"))), "document.error.empty");
        Path huge = folder.resolve("huge.pdf");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(Documents.LARGEST + 1);
        }
        refused(documents.attach(member, "letter", huge), "document.error.large");
        refused(documents.attach(member, "letter", "a.jpg", Papers.heic()), "document.error.heic");
        refused(documents.attach(member, "no type", "a.pdf", Papers.pdf("a")), "document.error.type");
        byte[] largest = new byte[(int) Documents.LARGEST];
        System.arraycopy(Papers.png(), 0, largest, 0, Papers.png().length);
        done(documents.attach(member, "letter", "largest.png", largest));
    }

    @Test
    void aNameIsCleaned() {
        assertThat(done(documents.attach(amendment, "letter", "../in\u202Evoice.pdf", Papers.pdf("a"))).name())
                .isEqualTo("invoice.pdf");
    }

    @Test
    void documentsOfAMemberAreThereOnlyWhileTheFileIsOpen() {
        DocumentRow attached = done(documents.attach(member, "letter", "a.pdf", Papers.pdf("a")));
        Documents colleague = new PgDocuments(Signed.COLLEAGUE);
        closed(colleague, member);
        assertThat(colleague.attach(member, "letter", "b.pdf", Papers.pdf("b"))).isInstanceOf(Outcome.Denied.class);
        assertThat(colleague.remove(attached, "no")).isInstanceOf(Outcome.Denied.class);
        open(Signed.COLLEAGUE, member);
        assertThat(colleague.of(member, 10)).containsExactly(attached);
        assertThat(ask(DATABASE.as("sales"), "SELECT has_schema_privilege('document', 'USAGE')")).isEqualTo("f");
    }

    @Test
    void anAuditorReadsAndWritesNothing() throws IOException {
        DocumentRow attached = done(documents.attach(member, "letter", "a.pdf", Papers.pdf("a")));
        Documents auditor = new PgDocuments(Signed.AUDITOR);
        closed(auditor, member);
        open(Signed.AUDITOR, member);
        assertThat(auditor.of(member, 10)).containsExactly(attached);
        assertThat(auditor.save(attached, folder.resolve("a.pdf"))).isInstanceOf(Outcome.Done.class);
        assertThat(auditor.attach(member, "letter", "b.pdf", Papers.pdf("b"))).isInstanceOf(Outcome.Denied.class);
        assertThat(auditor.remove(attached, "no")).isInstanceOf(Outcome.Denied.class);
    }

    @Test
    void anotherCountrysDocumentsDoNotExist() {
        DocumentRow attached = done(documents.attach(amendment, "letter", "a.pdf", Papers.pdf("a")));
        assertThat(new PgDocuments(Signed.COLLEAGUE).of(amendment, 10)).containsExactly(attached);
        String other = DATABASE.query("SELECT rolname FROM pg_roles WHERE rolname LIKE 'care.__' AND rolname <> 'care.zz' LIMIT 1")
                .getFirst();
        Documents elsewhere = new PgDocuments(DATABASE.as(other));
        closed(elsewhere, amendment);
        assertThat(elsewhere.attach(amendment, "letter", "b.pdf", Papers.pdf("b"))).isInstanceOf(Outcome.Denied.class);
    }

    @Test
    void nobodyWritesPastTheFunctions() {
        DocumentRow attached = done(documents.attach(amendment, "letter", "a.pdf", Papers.pdf("a")));
        for (String sql : List.of(
                "UPDATE document.document SET attached_by = 'lead' WHERE id = " + attached.id(),
                "DELETE FROM document.document WHERE id = " + attached.id(),
                "INSERT INTO document.document (country, kind, reference, type, name, media_type, size, sha256) "
                        + "VALUES ('ZZ', 'amendment', 'x', 'letter', 'a', 'text/plain', 1, sha256('a'))",
                "UPDATE document.content SET content = 'x'", "DELETE FROM document.content",
                "SELECT audit.record_reveal('ZZ', 'member', 'x', 'y')")) {
            assertThatThrownBy(() -> ask(Signed.CARE, sql + " RETURNING 1")).as(sql).isInstanceOf(DatabaseFailure.class);
        }
        assertThat(documents.of(amendment, 10)).containsExactly(attached);
    }

    @Test
    void everyConstraintRefuses() {
        String good = "'ZZ', 'amendment', '" + amendment.reference() + "', 'letter', 'a', 'text/plain', 1, sha256('a'), now(), NULL, NULL, NULL";
        insert(good);
        for (String[] change : new String[][] {{"'ZZ'", "'zz'"}, {"'amendment'", "'nothing'"}, {"'" + amendment.reference() + "'", "''"},
                {"'letter'", "'no letter'"}, {"'a'", "''"}, {"'a'", "'a/b'"}, {"'a'", "E'a\\nb'"}, {"'a'", "U&'a\\202Eb'"},
                {"'text/plain'", "'image/heic'"}, {", 1,", ", 0,"}, {", 1,", ", 20971521,"}, {"sha256('a')", "'abc'"},
                {"NULL, NULL, NULL", "'care', now(), NULL"}, {"NULL, NULL, NULL", "'care', now(), ''"},
                {"NULL, NULL, NULL", "'care', now() - interval '1 day', 'why'"}}) {
            assertThatThrownBy(() -> insert(good.replaceFirst(Pattern.quote(change[0]),
                    Matcher.quoteReplacement(change[1])))).as(change[0] + " -> " + change[1])
                    .hasMessageContaining("document_");
        }
        assertThatThrownBy(() -> insert(good)).hasMessageContaining("document_once");
        assertThatThrownBy(() -> DATABASE.run("UPDATE document.document SET content = -1")).hasMessageContaining("document_content");
        assertThatThrownBy(() -> DATABASE.run("INSERT INTO document.content (content) VALUES ('')")).hasMessageContaining("content_size");
        assertThatThrownBy(() -> DATABASE.run("INSERT INTO document.content (content) VALUES ('x')")).as("nobody's")
                .hasMessageContaining("belongs to no document");
    }

    @Test
    void nothingIsAttachedToAFileThatIsNotThere() {
        for (FileKind kind : List.of(FileKind.CONTRACT, FileKind.COMPANY, FileKind.AMENDMENT)) {
            for (String nobody : List.of("999999", "x", "0", "00" + amendment.reference(), "9".repeat(30))) {
                Outcome<DocumentRow> outcome = documents.attach(new FileRef(COUNTRY, kind, nobody), "letter", "a.pdf", Papers.pdf("a"));
                assertThat(outcome).as(kind + " " + nobody).isInstanceOfSatisfying(Outcome.Denied.class,
                        denied -> assertThat(denied.reason().key()).isEqualTo("document.error.noFile"));
            }
        }
        assertThatThrownBy(() -> ask(Signed.CARE, "SELECT document.attach('FR', 'amendment', '" + amendment.reference()
                + "', 'letter', 'a.txt', 'text/plain', 'x')")).as("of another country").hasMessageContaining("no such file");
        DATABASE.run("SELECT directory.publish(ARRAY[ROW('ZZ', 'contract', 'K1', 'K1', '', 'k1', NULL, '{}')::directory.published_entry])");
        done(documents.attach(new FileRef(COUNTRY, FileKind.CONTRACT, "K1"), "letter", "a.pdf", Papers.pdf("a" + number)));
        DATABASE.run("SELECT directory.withdraw('ZZ', 'contract', '{K1}')");
        assertThat(documents.attach(new FileRef(COUNTRY, FileKind.CONTRACT, "K1"), "letter", "b.pdf", Papers.pdf("b")))
                .isInstanceOf(Outcome.Denied.class);
    }

    private static void insert(String values) {
        DATABASE.run("WITH held AS (INSERT INTO document.content (content) VALUES ('a') RETURNING id) INSERT INTO document.document "
                + "(country, kind, reference, type, name, media_type, size, sha256, attached_at, removed_by, removed_at, reason, content)"
                + " SELECT " + values + ", held.id FROM held");
    }

    @Test
    void theDatabaseTellsWhichTypesAreMissing() {
        String required = "'ZZ', 'amendment', '" + amendment.reference() + "', '{enrolmentForm,identityDocument}'";
        assertThat(ask(Signed.CARE, "SELECT document.has_all(" + required + ")")).isEqualTo("f");
        assertThat(ask(Signed.CARE, "SELECT document.has_all('ZZ', 'amendment', 'x', '{}')")).isEqualTo("t");
        done(documents.attach(amendment, "identityDocument", "id.png", Papers.png()));
        assertThat(ask(Signed.CARE, "SELECT document.missing(" + required + ")")).isEqualTo("{enrolmentForm}");
        DocumentRow form = done(documents.attach(amendment, "enrolmentForm", "form.pdf", Papers.pdf("form")));
        assertThat(ask(Signed.CARE, "SELECT document.has_all(" + required + ")")).isEqualTo("t");
        assertThat(DATABASE.query("SELECT document.has_all(" + required + ")")).containsExactly("t");
        documents.remove(form, "unsigned");
        assertThat(ask(Signed.CARE, "SELECT document.has_all(" + required + ")")).isEqualTo("f");
    }

    @Test
    void aMembersEventsTellWithoutNamingWhat() {
        DocumentRow attached = done(documents.attach(member, "letter", "cancer.pdf", Papers.pdf("a")));
        documents.remove(attached, "wrong");
        var events = new DocumentEvents(Signed.CARE).of(member, Instant.now(), 10);
        assertThat(events).extracting(event -> event.what().key())
                .containsExactly("document.event.removed", "document.event.attached");
        assertThat(events).allSatisfy(event -> assertThat(event.what().arguments()).isEmpty());
        assertThat(new DocumentEvents(Signed.CARE).of(member, attached.at().minusSeconds(1), 10)).isEmpty();
    }
}
