package io.guichet.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import io.guichet.bootstrap.Components;
import io.guichet.bootstrap.SampleInstallation;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.country.field.Sensitivity;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.directory.Directory;
import io.guichet.directory.OpenMember;
import io.guichet.directory.SaveMember;
import io.guichet.directory.SearchRequest;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MemberFileTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Countries COUNTRIES = Countries.load();

    @BeforeAll
    static void seed() throws Exception {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            new SampleInstallation(COUNTRIES).seed(connection, new SampleRequest(30, 30, 5), (step, done) -> { });
            connection.commit();
        }
    }

    static List<Country> countries() {
        return COUNTRIES.all();
    }

    private static Components as(String account) {
        return Components.over(DATABASE.as(account), COUNTRIES, Clock.systemDefaultZone());
    }

    private static final class Colleague {
        static final Directory DIRECTORY = as("operations").directory();
    }

    private static final class Care {
        static final Database SIGNED_IN = DATABASE.as("care");
        static final Components COMPONENTS = Components.over(SIGNED_IN, COUNTRIES, Clock.systemDefaultZone());
        static final Directory DIRECTORY = COMPONENTS.directory();
    }

    /// Members who have everything, one for each test, so that tests do not meet.
    private static final Map<CountryCode, List<String>> CHOSEN = new ConcurrentHashMap<>();

    private static FileRef member(Country country, int number) {
        // the order of the first look: what tests save moves members in it
        List<String> chosen = CHOSEN.computeIfAbsent(country.code(), code -> DATABASE.query("""
                SELECT reference FROM directory.entry WHERE country = ? AND kind = 'member'
                ORDER BY cardinality(keys) DESC, reference LIMIT 40""", code.value()));
        return new FileRef(country.code(), FileKind.MEMBER, chosen.get(number));
    }

    private static OpenMember open(FileRef member) {
        return Care.DIRECTORY.open(member, "call").orElseThrow();
    }

    private static FieldSpec field(OpenMember member, Predicate<FieldSpec> wanted) {
        return member.groups().stream().flatMap(group -> group.fields().stream()).filter(wanted).findFirst().orElseThrow();
    }

    private static FieldSpec phone(OpenMember member) {
        return field(member, field -> field.type() instanceof FieldType.Phone && field.editable());
    }

    private static String examplePhone(FieldSpec field) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        String region = field.type() instanceof FieldType.Phone(String named) ? named : "";
        return numbers.format(numbers.getExampleNumberForType(region, PhoneNumberType.MOBILE), PhoneNumberFormat.E164);
    }

    private static SaveMember change(OpenMember member, FieldSpec field, String value) {
        FieldValues base = member.file().values();
        return new SaveMember(member.file().ref(), member.file().version(), base, base.with(field.key(), value));
    }

    @ParameterizedTest
    @MethodSource("countries")
    void everyIdentifierOfASeededMemberFindsIt(Country country) {
        OpenMember member = open(member(country, 0));
        FieldInput input = Care.COMPONENTS.input();
        assertThat(texts(member.file().label())).as("label").contains(member.file().ref());
        for (FieldSpec field : member.groups().stream().flatMap(group -> group.fields().stream()).toList()) {
            boolean searched = switch (field.type()) {
                case FieldType.Phone _, FieldType.Email _ -> true;
                case FieldType.Identifier _ -> field.sensitivity() == Sensitivity.IDENTIFYING;
                case FieldType.Day _ -> field.key().endsWith(".birthDate");
                default -> false;
            };
            if (searched) {
                member.file().values().get(field.key()).ifPresent(value -> {
                    assertThat(texts(value)).as(field.key()).contains(member.file().ref());
                    assertThat(texts(input.edited(field, value, Locale.FRENCH))).as(field.key() + " as shown")
                            .contains(member.file().ref());
                });
            }
        }
    }

    private static List<FileRef> texts(String typed) {
        return Care.DIRECTORY.search(new SearchRequest(typed, Locale.FRENCH, Set.of(), Set.of(), 50)).rows().stream()
                .map(SearchRow::ref).toList();
    }

    @ParameterizedTest
    @MethodSource("countries")
    void anOpeningIsRecordedWithWhoAndWhy(Country country) {
        FileRef member = member(country, 1);
        open(member);
        assertThat(openings(member)).containsExactly("care open call");
        assertThat(Care.DIRECTORY.refresh(member)).isPresent();
        assertThat(openings(member)).as("a refresh is no further opening").hasSize(1);
        Care.DIRECTORY.recordReveal(member, "some.field");
        assertThat(openings(member)).containsExactly("care open call", "care reveal some.field");
        Care.DIRECTORY.close(member);
        assertThat(Care.DIRECTORY.refresh(member)).as("closed").isEmpty();
        assertThatThrownBy(() -> Care.DIRECTORY.recordReveal(member, "some.field"))
                .isInstanceOf(DatabaseFailure.class);
    }

    private static List<String> openings(FileRef member) {
        return DATABASE.query("""
                SELECT concat_ws(' ', staff, what, purpose, field) FROM audit.opening
                WHERE country = ? AND kind = 'member' AND reference = ? ORDER BY id""",
                member.country().value(), member.reference());
    }

    @ParameterizedTest
    @MethodSource("countries")
    void healthDataIsReadableOnlyWhileTheFileIsOpen(Country country) {
        Database care = DATABASE.as("care");
        Directory directory = Components.over(care, COUNTRIES, Clock.systemDefaultZone()).directory();
        List<String> guarded = DATABASE.query("""
                SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_trigger t ON t.tgrelid = c.oid AND t.tgname = 'track'
                WHERE n.nspname = ? AND c.relrowsecurity AND encode(t.tgargs, 'escape') LIKE 'member%' ORDER BY 1""",
                country.code().folder());
        assertThat(guarded).isNotEmpty();
        FileRef member = new FileRef(country.code(), FileKind.MEMBER, DATABASE.query("SELECT " + memberColumn(guarded.getFirst())
                + "::text FROM " + guarded.getFirst() + " ORDER BY 1 LIMIT 1").getFirst());
        DATABASE.run("DELETE FROM audit.open_now");
        String count = "SELECT " + String.join(" + ",
                guarded.stream().map(table -> "(SELECT count(*) FROM " + table + ")").toList());
        assertThat(number(care, count)).as("before").isZero();
        directory.open(member, "call");
        long theirs = guarded.stream().mapToLong(table -> Long.parseLong(DATABASE.query("SELECT count(*) FROM " + table + " WHERE "
                + memberColumn(table) + "::text = ?", member.reference()).getFirst())).sum();
        assertThat(number(care, count)).as("open").isPositive().isEqualTo(theirs);
        assertThat(number(DATABASE.as("operations"), count)).as("for a colleague").isZero();
        DATABASE.run("UPDATE audit.open_now SET until = now() - interval '1 second' WHERE reference = ?",
                member.reference());
        assertThat(number(care, count)).as("run out").isZero();
        assertThat(directory.refresh(member)).as("run out").isEmpty();
        directory.open(member, "call");
        directory.close(member);
        assertThat(number(care, count)).as("closed").isZero();
    }

    /// The column by which a table's rows are a member's.
    private static String memberColumn(String table) {
        return DATABASE.query("""
                SELECT split_part(encode(tgargs, 'escape'), '\\000', 2) FROM pg_trigger
                WHERE tgname = 'track' AND tgrelid = ?::regclass""", table).getFirst();
    }

    @ParameterizedTest
    @MethodSource("countries")
    void ofTwoWhoSaveAtOnceOneWinsEachVersion(Country country) throws Exception {
        FileRef ref = member(country, 11);
        OpenMember start = open(ref);
        FieldSpec email = field(start, field -> field.type() instanceof FieldType.Email);
        long linesBefore = trailLines(ref);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Directory> directories = List.of(Care.DIRECTORY, Colleague.DIRECTORY);
        List<Callable<Integer>> windows = directories.stream().<Callable<Integer>>map(directory -> () -> {
            int won = 0;
            OpenMember mine = directory.open(ref, "call").orElseThrow();
            for (int i = 0; i < 15; i++) {
                together.await();
                Outcome<OpenMember> outcome = directory.save(
                        change(mine, email, "window" + directories.indexOf(directory) + i + "@example.org"));
                assertThat(outcome).isInstanceOfAny(Outcome.Done.class, Outcome.Conflict.class);
                won += outcome instanceof Outcome.Done<OpenMember> ? 1 : 0;
                together.await();
                mine = directory.refresh(ref).orElseThrow();
            }
            return won;
        }).toList();
        int won = 0;
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> window : both.invokeAll(windows)) {
                won += window.get();
            }
        }
        assertThat(won).as("one each round").isEqualTo(15);
        assertThat(open(ref).file().version()).isEqualTo(start.file().version() + won);
        assertThat(trailLines(ref) - linesBefore).as("root and neighbour of each save").isEqualTo(2L * won);
    }

    @ParameterizedTest
    @MethodSource("countries")
    void whateverIsTypedIsSavedOrRefusedWithAReason(Country country) {
        FileRef ref = member(country, 12);
        List<String> odd = List.of("", " ", "x".repeat(5_000), "a\u0000b", "\u202Eabc", "\u200B", "a\u200Bb", "\uD800", "a\nb", "\t",
                "\uD83D\uDE00", "0001-01-01", "9999-12-31", "-999999999-01-01", "2024-02-30", "true", "%_\\'\"");
        for (FieldSpec field : open(ref).groups().stream().flatMap(group -> group.fields().stream()).toList()) {
            for (String value : odd) {
                OpenMember now = Care.DIRECTORY.refresh(ref).orElseThrow();
                assertThatCode(() -> Care.DIRECTORY.save(change(now, field, value)))
                        .as(field.key() + " = " + value.codePoints().limit(20).boxed().toList()).doesNotThrowAnyException();
            }
        }
    }

    /// What a window could not undo either: a form elsewhere would be saved over it, or the row be another member's.
    @ParameterizedTest
    @MethodSource("countries")
    void whoeverWritesWithoutTheWindowRaisesTheVersionAndKeepsTheKeys(Country country) {
        Database care = Care.SIGNED_IN;
        List<String> written = DATABASE.query("""
                SELECT c.oid::regclass || ' ' || a.attname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
                WHERE n.nspname = ? AND has_any_column_privilege('care', c.oid, 'UPDATE') ORDER BY 1""",
                country.code().folder());
        assertThat(written).hasSizeGreaterThan(2);
        for (String named : written) {
            String table = named.split(" ")[0];
            String key = named.split(" ")[1];
            List<String> rows = DATABASE.query("SELECT " + key + " FROM " + table + " ORDER BY 1 LIMIT 1");
            if (rows.isEmpty()) {
                assertThat(DATABASE.query("SELECT tgname FROM pg_trigger WHERE tgname = 'raise_version' AND tgrelid = ?::regclass",
                        table)).as("no sample of %s: its trigger speaks for it", table).hasSize(1);
                continue;
            }
            for (String value : List.of("version = version", "version = version - 1", key + " = " + key)) {
                String refused = "UPDATE " + table + " SET " + value;
                FileRef open = new FileRef(country.code(), FileKind.MEMBER, rows.getFirst());
                Care.DIRECTORY.open(open, "call");
                assertThatThrownBy(() -> care.write(work -> work.sql(connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.executeUpdate(refused);
                    }
                }))).as(refused).isInstanceOfSatisfying(DatabaseFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(DatabaseFailure.Kind.DENIED));
            }
        }
    }

    /// Open, read, roll back: the record of the opening would be gone with the transaction.
    @ParameterizedTest
    @MethodSource("countries")
    void anOpeningThatMayStillBeTakenBackOpensNothing(Country country) {
        FileRef member = member(country, 9);
        Database care = Care.SIGNED_IN;
        care.write(work -> work.sql(connection -> {
            try (var statement = connection.createStatement()) {
                for (String open : List.of("SAVEPOINT before", """
                        SELECT directory.open_file('%s', 'member', '%s', 'peek')"""
                        .formatted(country.code().value(), member.reference()), "RELEASE before")) {
                    statement.execute(open);
                }
                try (var row = statement.executeQuery("SELECT directory.has_open('%s', 'member', '%s')"
                        .formatted(country.code().value(), member.reference()))) {
                    row.next();
                    assertThat(row.getBoolean(1)).as("before its record is kept").isFalse();
                }
                return true;
            }
        }));
        assertThat(number(care, "SELECT directory.has_open('%s', 'member', '%s')::integer"
                .formatted(country.code().value(), member.reference()))).as("once it is kept").isOne();
    }

    @ParameterizedTest
    @MethodSource("countries")
    void aSaveAfterTheOpeningRanOutOpensAgainAndKeepsHealthData(Country country) {
        OpenMember member = open(member(country, 10));
        FileRef ref = member.file().ref();
        DATABASE.run("UPDATE audit.open_now SET until = now() - interval '1 second' WHERE reference = ?", ref.reference());
        FieldSpec phone = phone(member);
        String wanted = examplePhone(phone);
        Outcome<OpenMember> outcome = Care.DIRECTORY.save(change(member, phone, wanted));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(((Outcome.Done<OpenMember>) outcome).value().file().values())
                .isEqualTo(member.file().values().with(phone.key(), wanted));
        assertThat(openings(ref)).containsExactly("care open call", "care open save");
    }

    private static long number(Database database, String sql) {
        return database.read(work -> work.sql(connection -> {
            try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        }));
    }

    @ParameterizedTest
    @MethodSource("countries")
    void savesWhatWasTouchedAndTellsEverybody(Country country) {
        OpenMember member = open(member(country, 3));
        FileRef ref = member.file().ref();
        FieldSpec phone = phone(member);
        String wanted = examplePhone(phone);
        String before = member.file().values().get(phone.key()).orElse(null);
        Outcome<OpenMember> outcome = Care.DIRECTORY.save(change(member, phone, wanted));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        OpenMember now = ((Outcome.Done<OpenMember>) outcome).value();
        assertThat(now.file().version()).isEqualTo(member.file().version() + 1);
        assertThat(now.file().values()).isEqualTo(member.file().values().with(phone.key(), wanted));
        assertThat(now.editable()).isTrue();
        assertThat(texts(wanted)).as("the index follows").contains(ref);
        FieldChange last = Care.DIRECTORY.history(ref, 5).getFirst();
        assertThat(last.field()).isEqualTo(phone.key());
        assertThat(last.before()).isEqualTo(before);
        assertThat(last.after()).isEqualTo(wanted);
        assertThat(last.by()).isEqualTo("care");
    }

    @ParameterizedTest
    @MethodSource("countries")
    void aStaleSaveWritesNothingAndSaysWhoWasFaster(Country country) {
        OpenMember mine = open(member(country, 4));
        FileRef ref = mine.file().ref();
        FieldSpec email = field(mine, field -> field.type() instanceof FieldType.Email);
        Directory colleague = as("operations").directory();
        OpenMember theirs = colleague.open(ref, "letter").orElseThrow();
        assertThat(colleague.save(change(theirs, email, "faster@example.org"))).isInstanceOf(Outcome.Done.class);
        FieldSpec phone = phone(mine);
        Outcome<OpenMember> outcome = Care.DIRECTORY.save(change(mine, phone, examplePhone(phone)));
        assertThat(outcome).isInstanceOf(Outcome.Conflict.class);
        Outcome.Conflict<OpenMember> conflict = (Outcome.Conflict<OpenMember>) outcome;
        assertThat(conflict.currentVersion()).isEqualTo(mine.file().version() + 1);
        assertThat(conflict.changes()).singleElement().satisfies(change -> {
            assertThat(change.field()).isEqualTo(email.key());
            assertThat(change.before()).isEqualTo(mine.file().values().get(email.key()).orElse(null));
            assertThat(change.after()).isEqualTo("faster@example.org");
            assertThat(change.by()).isEqualTo("operations");
        });
        OpenMember now = Care.DIRECTORY.refresh(ref).orElseThrow();
        assertThat(now.file().values()).isEqualTo(mine.file().values().with(email.key(), "faster@example.org"));
    }

    @ParameterizedTest
    @MethodSource("countries")
    void refusesWhatBreaksARule(Country country) {
        OpenMember member = open(member(country, 5));
        FieldSpec email = field(member, field -> field.type() instanceof FieldType.Email);
        FieldSpec required = field(member, field -> field.required() && field.editable());
        Outcome<OpenMember> refused = Care.DIRECTORY.save(change(member, email, "nonsense"));
        assertThat(refused).isInstanceOf(Outcome.Invalid.class);
        assertThat(((Outcome.Invalid<OpenMember>) refused).problems()).extracting(FieldProblem::field)
                .containsExactly(email.key());
        assertThat(Care.DIRECTORY.save(change(member, required, ""))).isInstanceOf(Outcome.Invalid.class);
        assertThat(Care.DIRECTORY.refresh(member.file().ref()).orElseThrow().file()).isEqualTo(member.file());
    }

    @Test
    void whoMayNotDoesNot() {
        Country country = COUNTRIES.all().getFirst();
        FileRef ref = member(country, 6);
        OpenMember member = open(ref);
        FieldSpec phone = phone(member);
        SaveMember command = change(member, phone, examplePhone(phone));
        Directory auditor = as("auditor").directory();
        assertThat(auditor.open(ref, "check").orElseThrow().editable()).isFalse();
        assertThat(auditor.save(command)).isInstanceOf(Outcome.Denied.class);
        Country other = COUNTRIES.all().getLast();
        Directory abroad = as("care." + other.code().folder()).directory();
        assertThat(abroad.open(ref, "call")).isEmpty();
        assertThat(abroad.save(command)).isInstanceOf(Outcome.Denied.class);
        assertThat(abroad.history(ref, 10)).isEmpty();
        assertThat(as("sales").directory().open(ref, "call")).isEmpty();
        assertThat(as("admin").directory().open(ref, "call")).isEmpty();
        assertThat(Care.DIRECTORY.open(new FileRef(ref.country(), FileKind.MEMBER, "no such member"), "call")).isEmpty();
    }

    @Test
    void nobodyWritesChangesOrErasesTheTrail() {
        FileRef ref = member(COUNTRIES.all().getFirst(), 7);
        OpenMember member = open(ref);
        FieldSpec phone = phone(member);
        assertThat(Care.DIRECTORY.save(change(member, phone, examplePhone(phone)))).isInstanceOf(Outcome.Done.class);
        for (String account : List.of("care", "lead", "auditor", "admin")) {
            Database database = DATABASE.as(account);
            for (String refused : List.of(
                    "INSERT INTO audit.trail (kind, reference, version, schema_name, table_name, operation) VALUES ('member', '1', 1, 'x', 'x', 'INSERT')",
                    "UPDATE audit.trail SET staff = 'somebody'", "DELETE FROM audit.trail", "TRUNCATE audit.trail",
                    "DELETE FROM audit.trail_default", "UPDATE audit.opening SET staff = 'somebody'",
                    "DELETE FROM audit.opening", "DELETE FROM audit.open_now",
                    "SELECT audit.open_file('FR', 'member', '1', 'x')",
                    "SELECT audit.record_reveal('FR', 'member', '1', 'x')", "SELECT audit.record_load('FR', 'x', 1)",
                    "SELECT audit.ensure_partitions()", "ALTER TABLE audit.trail DISABLE TRIGGER ALL")) {
                assertThatThrownBy(() -> database.write(work -> work.sql(connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.execute(refused);
                    }
                }))).as(account + ": " + refused).isInstanceOfSatisfying(DatabaseFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(DatabaseFailure.Kind.DENIED));
            }
        }
        assertThatThrownBy(() -> DATABASE.run("DELETE FROM audit.trail")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> DATABASE.run("UPDATE audit.opening SET staff = 'x'")).hasMessageContaining("append-only");
        assertThat(number(DATABASE.as("auditor"), "SELECT count(*) FROM audit.trail WHERE staff = 'care'")).isPositive();
        // The switch for bulk loads is the owner's alone.
        long before = trailLines(ref);
        OpenMember now = Care.DIRECTORY.refresh(ref).orElseThrow();
        Database care = DATABASE.as("care");
        Directory silent = Components.over(care, COUNTRIES, Clock.systemDefaultZone()).directory();
        care.write(work -> work.sql(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("SET guichet.seeding = 'on'");
            }
        }));
        FieldSpec email = field(now, field -> field.type() instanceof FieldType.Email);
        assertThat(silent.save(change(now, email, "quiet@example.org"))).isInstanceOf(Outcome.Done.class);
        assertThat(trailLines(ref)).isGreaterThan(before);
    }

    private static long trailLines(FileRef ref) {
        return Long.parseLong(DATABASE.query("SELECT count(*) FROM audit.trail WHERE country = ? AND reference = ?",
                ref.country().value(), ref.reference()).getFirst());
    }

    @ParameterizedTest
    @MethodSource("countries")
    void aClaimIsOpenedForOneLook(Country country) {
        List<String> claims = DATABASE.query(
                "SELECT reference FROM directory.entry WHERE country = ? AND kind = 'claim' ORDER BY reference LIMIT 1",
                country.code().value());
        FileRef claim = new FileRef(country.code(), FileKind.CLAIM, claims.getFirst());
        assertThat(Care.DIRECTORY.card(claim)).hasValueSatisfying(card -> assertThat(card.ref()).isEqualTo(claim));
        assertThat(DATABASE.query("SELECT staff || ' ' || purpose FROM audit.opening WHERE kind = 'claim' AND reference = ?",
                claim.reference())).containsExactly("care card");
        assertThat(DATABASE.query("SELECT reference FROM audit.open_now WHERE kind = 'claim'")).isEmpty();
        assertThat(as("sales").directory().card(claim)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("countries")
    void historyOfHealthDataIsGuardedLikeTheDataItself(Country country) {
        OpenMember member = open(member(country, 8));
        FileRef ref = member.file().ref();
        FieldSpec health = field(member, field -> field.sensitivity() == Sensitivity.HEALTH && field.editable()
                && field.type() instanceof FieldType.Flag);
        String flipped = member.file().values().get(health.key()).orElse("false").equals("true") ? "false" : "true";
        assertThat(Care.DIRECTORY.save(change(member, health, flipped))).isInstanceOf(Outcome.Done.class);
        assertThat(Care.DIRECTORY.history(ref, 20)).extracting(FieldChange::field).contains(health.key());
        Care.DIRECTORY.close(ref);
        assertThat(Care.DIRECTORY.history(ref, 20)).extracting(FieldChange::field).doesNotContain(health.key());
    }
}
