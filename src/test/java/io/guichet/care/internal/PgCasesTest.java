package io.guichet.care.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.audit.internal.PgTrail;
import io.guichet.care.CaseDetails;
import io.guichet.care.CaseRow.Channel;
import io.guichet.care.CaseRow.State;
import io.guichet.care.Cases;
import io.guichet.care.MoveCase;
import io.guichet.care.OpenCase;
import io.guichet.directory.MemberEvent;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
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

class PgCasesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final CountryCode COUNTRY = new CountryCode("ZZ");
    private static int number;

    private static final class Signed {
        static final Database CARE = DATABASE.as("care");
        static final Database COLLEAGUE = DATABASE.as("operations");
        static final Database AUDITOR = DATABASE.as("auditor");
    }

    private final Cases cases = on(Signed.CARE);
    private FileRef member = new FileRef(COUNTRY, FileKind.MEMBER, "0");

    private static Cases on(Database database) {
        return new PgCases(database, new PgTrail());
    }

    @BeforeEach
    void aMemberOfItsOwn() {
        member = new FileRef(COUNTRY, FileKind.MEMBER, "M" + ++number);
        DATABASE.run("""
                SELECT directory.publish(ARRAY[ROW('ZZ', 'member', ?, 'Somebody Else', '', 'somebody', NULL,
                    '{}')::directory.published_entry])""", member.reference());
        open(Signed.CARE);
    }

    private void open(Database database) {
        ask(database, "SELECT directory.open_file('ZZ', 'member', '" + member.reference() + "', 'test')");
    }

    /// The first column of the first row, as text.
    private static String ask(Database database, String sql) {
        return database.write(work -> work.sql(connection -> {
            try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
                return row.next() ? String.valueOf(row.getString(1)) : "nothing";
            }
        }));
    }

    private static CaseDetails done(Outcome<CaseDetails> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<CaseDetails>) outcome).value();
    }

    private static List<String> problems(Outcome<CaseDetails> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
        return ((Outcome.Invalid<CaseDetails>) outcome).problems().stream()
                .map(problem -> problem.field() + " " + problem.message().key()).toList();
    }

    private CaseDetails opened(String title) {
        return done(cases.open(new OpenCase(member, "cover", Channel.PHONE, title, "asked")));
    }

    @Test
    void aCaseIsOpenedWrittenInClosedAndOpenedAgain() {
        CaseDetails first = done(cases.open(new OpenCase(member, "cover", Channel.PHONE, " Glasses ", " asked ")));
        assertThat(first.row().title()).isEqualTo("Glasses");
        assertThat(first.row().state()).isEqualTo(State.OPEN);
        assertThat(first.row().by()).isEqualTo("care");
        assertThat(first.row().number()).matches("[5-9]\\d{6}");
        assertThat(first.notes()).extracting(CaseDetails.Note::text).containsExactly("asked");
        assertThat(first.editable()).isTrue();

        CaseDetails waiting = done(cases.move(new MoveCase(first.row().ref(), first.version(), State.WAITING, "sent a form")));
        CaseDetails closed = done(cases.move(new MoveCase(first.row().ref(), waiting.version(), State.CLOSED, "paid")));
        assertThat(closed.row().state()).isEqualTo(State.CLOSED);
        assertThat(closed.row().closed()).isNotNull();
        assertThat(closed.notes()).extracting(CaseDetails.Note::answer).containsExactly(false, false, true);

        CaseDetails again = done(cases.move(new MoveCase(first.row().ref(), closed.version(), State.OPEN, "")));
        assertThat(again.row().closed()).isNull();
        assertThat(again.notes()).hasSize(3);
    }

    @Test
    void whatIsMissingIsSaidAtItsField() {
        assertThat(problems(cases.open(new OpenCase(member, "weather", Channel.PHONE, " ", "x".repeat(10_001)))))
                .containsExactly("topic care.error.topic", "title care.error.titleMissing", "note care.error.noteLong");
        assertThat(problems(cases.open(new OpenCase(member, "cover", Channel.PHONE, "x".repeat(201), ""))))
                .containsExactly("title care.error.titleLong");
        CaseDetails made = opened("Glasses");
        FileRef file = made.row().ref();
        assertThat(problems(cases.move(new MoveCase(file, 1, State.CLOSED, " ")))).containsExactly("text care.error.answerMissing");
        assertThat(problems(cases.move(new MoveCase(file, 1, State.OPEN, " ")))).containsExactly("text care.error.noteMissing");
        assertThat(problems(cases.move(new MoveCase(file, 1, State.OPEN, "x".repeat(10_001)))))
                .containsExactly("text care.error.noteLong");
        assertThat(cases.find(file).orElseThrow()).isEqualTo(made);
    }

    @Test
    void openCasesComeFirstThenTheNewest() {
        CaseDetails a = opened("a");
        CaseDetails b = opened("b");
        CaseDetails c = opened("c");
        done(cases.move(new MoveCase(c.row().ref(), 1, State.CLOSED, "done")));
        assertThat(cases.of(member, 10)).extracting(row -> row.title()).containsExactly("b", "a", "c");
        assertThat(cases.of(member, 2)).extracting(row -> row.ref()).containsExactly(b.row().ref(), a.row().ref());
    }

    @Test
    void aStaleCommandIsAConflictThatSaysWhoAndWhat() {
        FileRef file = opened("Glasses").row().ref();
        assertThat(cases.find(file)).isPresent();
        Cases colleague = on(Signed.COLLEAGUE);
        assertThat(colleague.find(file)).isPresent();
        done(colleague.move(new MoveCase(file, 1, State.WAITING, "asked the hospital")));

        Outcome<CaseDetails> stale = cases.move(new MoveCase(file, 1, State.CLOSED, "answered"));

        assertThat(stale).isInstanceOf(Outcome.Conflict.class);
        var conflict = (Outcome.Conflict<CaseDetails>) stale;
        assertThat(conflict.currentVersion()).isEqualTo(2);
        assertThat(conflict.changes()).singleElement().satisfies(change -> {
            assertThat(change.by()).isEqualTo("operations");
            assertThat(change.before()).isEqualTo("OPEN");
            assertThat(change.after()).isEqualTo("WAITING");
        });
        assertThat(cases.find(file).orElseThrow().notes()).hasSize(2);
    }

    @Test
    void ofTwoWhoWriteTogetherOneIsToldSo() throws Exception {
        FileRef file = opened("Glasses").row().ref();
        Cases colleague = on(Signed.COLLEAGUE);
        colleague.find(file);
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Outcome<CaseDetails>>> both = List.of(cases, colleague).stream()
                    .map(each -> two.submit((Callable<Outcome<CaseDetails>>) () -> {
                        together.await();
                        return each.move(new MoveCase(file, 1, State.OPEN, "note"));
                    })).toList();
            List<Outcome<CaseDetails>> outcomes = List.of(both.getFirst().get(), both.getLast().get());
            assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Outcome.Conflict.class::isInstance).hasSize(1);
        }
        assertThat(cases.find(file).orElseThrow().notes()).hasSize(2);
    }

    @Test
    void whoTakesACaseWorksOnIt() {
        FileRef file = opened("Glasses").row().ref();
        Cases colleague = on(Signed.COLLEAGUE);
        colleague.find(file);
        assertThat(done(colleague.take(file, 1)).row().by()).isEqualTo("operations");
    }

    @Test
    void aCaseIsThereOnlyWhileItOrItsMemberIsOpen() {
        FileRef file = opened("Glasses").row().ref();
        Cases colleague = on(Signed.COLLEAGUE);
        assertThatThrownBy(() -> colleague.of(member, 10)).isInstanceOfSatisfying(DatabaseFailure.class,
                failure -> assertThat(failure.userMessage().key()).isEqualTo("care.error.closed"));
        assertThat(colleague.refresh(file)).isEmpty();
        assertThat(ask(Signed.COLLEAGUE, "SELECT count(*) FROM care.note WHERE number = " + file.reference())).isEqualTo("0");
        assertThat(colleague.open(new OpenCase(member, "cover", Channel.PHONE, "x", ""))).isInstanceOf(Outcome.Denied.class);

        assertThat(colleague.find(file)).isPresent();
        assertThat(DATABASE.query("SELECT staff || ' ' || purpose FROM audit.opening WHERE kind = 'case' AND reference = ?",
                file.reference())).containsExactly("operations case");
        colleague.leave(file);
        assertThat(colleague.refresh(file)).isEmpty();
        // Writing opens it again, recorded: what was typed is not lost because somebody went to lunch.
        assertThat(colleague.move(new MoveCase(file, 1, State.OPEN, "after lunch"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void anAuditorReadsAndWritesNothing() {
        FileRef file = opened("Glasses").row().ref();
        Cases auditor = on(Signed.AUDITOR);
        CaseDetails read = auditor.find(file).orElseThrow();
        assertThat(read.editable()).isFalse();
        assertThat(read.notes()).hasSize(1);
        assertThat(auditor.move(new MoveCase(file, 1, State.OPEN, "x"))).isInstanceOf(Outcome.Denied.class);
        open(Signed.AUDITOR);
        assertThat(auditor.open(new OpenCase(member, "cover", Channel.PHONE, "x", ""))).isInstanceOf(Outcome.Denied.class);
    }

    @Test
    void otherCountriesAndSalesFindNothing() {
        FileRef file = opened("Glasses").row().ref();
        String other = DATABASE.query("SELECT rolname FROM pg_roles WHERE rolname LIKE 'care.__' AND rolname <> 'care.zz' LIMIT 1")
                .getFirst();
        assertThat(on(DATABASE.as(other)).find(file)).isEmpty();
        assertThat(on(DATABASE.as("sales")).find(file)).isEmpty();
        assertThat(ask(DATABASE.as("sales"), "SELECT has_schema_privilege('care', 'USAGE')")).isEqualTo("f");
        assertThat(cases.find(new FileRef(COUNTRY, FileKind.CASE, "no number"))).isEmpty();
    }

    @Test
    void nobodyWritesPastTheRules() {
        FileRef file = opened("Glasses").row().ref();
        for (String sql : List.of(
                "UPDATE care.member_case SET state = 'CLOSED' WHERE number = " + file.reference(),
                "UPDATE care.member_case SET opened_by = 'lead', version = 2",
                "UPDATE care.member_case SET title = 'x', version = 2",
                "DELETE FROM care.member_case", "DELETE FROM care.note", "UPDATE care.note SET text = 'x'",
                "INSERT INTO care.note (country, number, text, written_by) VALUES ('ZZ', " + file.reference() + ", 'x', 'lead')",
                "INSERT INTO care.note (country, number, text) VALUES ('XX', " + file.reference() + ", 'x')",
                "INSERT INTO care.member_case (country, member, topic, channel, title) VALUES ('ZZ', 'closed', 'x', 'PHONE', 'x')")) {
            assertThatThrownBy(() -> ask(Signed.CARE, sql + " RETURNING 1")).as(sql).isInstanceOf(DatabaseFailure.class);
        }
    }

    @Test
    void everyConstraintRefuses() {
        DATABASE.run("SELECT directory.publish(ARRAY[ROW('ZZ', 'member', 'M', 'M', '', 'm', NULL, '{}')::directory.published_entry])");
        String good = "'ZZ', 'M', 'cover', 'PHONE', 'title', 'OPEN', now(), NULL, NULL, 1";
        insert(good);
        for (String[] change : new String[][] {{"'ZZ'", "'zz'"}, {"'M'", "''"}, {"'cover'", "'my cover'"}, {"'PHONE'", "'FAX'"},
                {"'title'", "' '"}, {"'title'", "repeat('x', 201)"}, {"'OPEN'", "'LOST'"}, {"'OPEN'", "'CLOSED'"},
                {"NULL, NULL", "'care', now()"}, {"'OPEN', now(), NULL", "'CLOSED', now(), NULL"}, {"1", "0"},
                {"'OPEN', now(), NULL, NULL", "'CLOSED', now(), 'care', now() - interval '1 day'"}}) {
            assertThatThrownBy(() -> insert(good.replaceFirst(Pattern.quote(change[0]), Matcher.quoteReplacement(change[1]))))
                    .as(change[0] + " -> " + change[1]).hasMessageContaining("member_case_");
        }
        assertThatThrownBy(() -> DATABASE.run("INSERT INTO care.note (country, number, text) VALUES ('ZZ', -1, 'x')"))
                .hasMessageContaining("note_number");
        assertThatThrownBy(() -> DATABASE.run("INSERT INTO care.note (country, number, text) SELECT 'ZZ', max(number), ' ' "
                + "FROM care.member_case")).hasMessageContaining("note_text");
    }

    private static void insert(String values) {
        DATABASE.run("INSERT INTO care.member_case (country, member, topic, channel, title, state, opened_at, closed_by, closed_at, "
                + "version) VALUES (" + values + ")");
    }

    @Test
    void aCaseIsFoundByItsNumberAndShowsNothingOfWhatItIsAbout() {
        CaseDetails made = opened("Cancer");
        assertThat(DATABASE.query("SELECT label || ', ' || detail FROM directory.entry WHERE kind = 'case' AND reference = ?",
                made.row().number())).containsExactly(made.row().number() + ", Somebody Else");
        assertThat(ask(Signed.COLLEAGUE, "SELECT reference FROM directory.search('{}', ARRAY['" + made.row().number()
                + "'], '{}', '{}', '{}', 5)")).isEqualTo(made.row().number());
    }

    @Test
    void everyWriteIsOnTheRecordAsHealthData() {
        FileRef file = opened("Glasses").row().ref();
        done(cases.move(new MoveCase(file, 1, State.CLOSED, "paid")));
        assertThat(DATABASE.query("SELECT table_name || ' ' || operation || ' ' || guarded FROM audit.trail "
                + "WHERE country = 'ZZ' AND kind = 'case' AND reference = ? ORDER BY id", file.reference()))
                .containsExactly("member_case INSERT true", "note INSERT true", "member_case UPDATE true", "note INSERT true");
    }

    @Test
    void aMembersEventsTellWhatWasOpenedAndClosed() {
        CaseDetails made = opened("Cancer");
        done(cases.move(new MoveCase(made.row().ref(), 1, State.CLOSED, "paid")));
        List<MemberEvent> events = new CaseEvents(Signed.CARE).of(member, Instant.now(), 10);
        assertThat(events).extracting(event -> event.what().key()).containsExactly("care.event.closed", "care.event.opened");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.what().arguments()).containsExactly(made.row().number());
            assertThat(event.file()).isEqualTo(made.row().ref());
        });
        assertThat(new CaseEvents(Signed.CARE).of(member, made.row().opened().minusSeconds(1), 10)).isEmpty();
    }
}
