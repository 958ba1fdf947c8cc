package io.guichet.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.audit.internal.BulkLoad;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.country.field.Sensitivity;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How every country finds and saves its members, seen from the roles that work with them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MemberContract {

    private static final int MEMBERS = 60;

    /// The database of the class.
    @RegisterExtension
    protected static final TestDatabase DATABASE = new TestDatabase();

    private final Country country;
    private final Shape shape;
    private int used;

    /// Where a country keeps what the contract looks at.
    ///
    /// @param members     schema and table of the members
    /// @param key         its primary key
    /// @param contacts    schema and table that keep the mobile number
    /// @param contactsKey its primary key
    /// @param name        field of the family name
    /// @param mobile      field of the mobile number
    /// @param phone       a valid number
    /// @param health      a field of health data
    /// @param healthValue a valid value, which no sample has
    public record Shape(String members, String key, String contacts, String contactsKey, String name, String mobile,
                           String phone, String health, String healthValue) {
    }

    protected MemberContract(Country country, Shape shape) {
        this.country = country;
        this.shape = shape;
    }

    @BeforeAll
    void populate() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            BulkLoad.begin(connection);
            country.sample().write(connection, new SampleRequest(MEMBERS, MEMBERS, 3), members -> { });
            connection.commit();
        }
    }

    /// A member that no other test of the class has touched.
    protected final String member() {
        return DATABASE.query("SELECT " + shape.key() + " FROM " + shape.members() + " ORDER BY 1 OFFSET ? LIMIT 1",
                used++).getFirst();
    }

    private MemberFile file(Database database, String reference) {
        return database.read(work -> country.members().find(work, reference).orElseThrow());
    }

    private OptionalLong save(Database database, MemberFile file, FieldValues values) {
        return database.write(work -> country.members().save(work, file.ref().reference(), file.version(), values));
    }

    private static boolean open(Database database, MemberFile file) {
        return database.write(work -> work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT directory.open_file(?, ?, ?, 'call')")) {
                statement.setString(1, file.ref().country().value());
                statement.setString(2, file.ref().kind().code());
                statement.setString(3, file.ref().reference());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        }));
    }

    private Stream<FieldSpec> fields() {
        return country.members().groups().stream().map(FieldGroup::fields).flatMap(List::stream);
    }

    @Test
    void aMemberHasTheFieldsThatAreDescribed() {
        MemberFile file = file(DATABASE.as("care"), member());

        assertThat(fields().map(FieldSpec::key)).containsAll(file.values().asMap().keySet()).doesNotHaveDuplicates();
        assertThat(file.values().asMap().keySet())
                .containsAll(fields().filter(FieldSpec::required).map(FieldSpec::key).toList());
        assertThat(file.label()).isEqualTo(DATABASE.query("SELECT label FROM directory.entry WHERE kind = 'member' AND reference = ?",
                file.ref().reference()).getFirst());
    }

    @Test
    void everyFieldNamesAColumnThatExists() {
        List<String> columns = DATABASE.query("""
                SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = ?
                """, country.code().folder());

        assertThat(columns).containsAll(fields().map(FieldSpec::source).toList());
    }

    @Test
    void nobodyIsFoundUnderAReferenceThatIsNone() {
        assertThat(DATABASE.as("care").<Boolean>read(work -> Stream.of("0", "nobody", "' OR true --",
                        "00000000-0000-0000-0000-000000000000", "9".repeat(40))
                .allMatch(reference -> country.members().find(work, reference).isEmpty()))).isTrue();
    }

    @Test
    void aSaveWritesWhatDiffersUnderOneNewVersion() {
        Database care = DATABASE.as("care");
        MemberFile before = file(care, member());

        OptionalLong version = save(care, before, before.values().with(shape.mobile(), shape.phone())
                .with(shape.name(), "Nieuwenhuis"));

        MemberFile after = file(care, before.ref().reference());
        assertThat(version).hasValue(before.version() + 1);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.values().get(shape.mobile())).contains(shape.phone());
        assertThat(after.values().get(shape.name())).contains("Nieuwenhuis");
        assertThat(DATABASE.query("SELECT version FROM " + shape.contacts() + " WHERE " + shape.contactsKey() + "::text = ?",
                before.ref().reference())).containsExactly(String.valueOf(after.version()));
        assertThat(DATABASE.query("SELECT DISTINCT version FROM audit.trail WHERE country = ? AND reference = ?",
                country.code().value(), before.ref().reference())).containsExactly(String.valueOf(after.version()));
        assertThat(DATABASE.query("SELECT DISTINCT by_role FROM (SELECT to_jsonb(t) ->> 'by' AS by_role FROM audit.trail t "
                + "WHERE country = ? AND reference = ?) w WHERE by_role IS NOT NULL AND by_role <> 'care'",
                country.code().value(), before.ref().reference())).isEmpty();
    }

    @Test
    void aStaleSaveWritesNothing() {
        Database care = DATABASE.as("care");
        Database operations = DATABASE.as("operations");
        MemberFile seen = file(care, member());
        save(operations, seen, seen.values().with(shape.mobile(), shape.phone()));

        OptionalLong late = save(care, seen, seen.values().with(shape.name(), "Zu Spät"));

        assertThat(late).isEmpty();
        assertThat(file(care, seen.ref().reference()).values()).isEqualTo(seen.values().with(shape.mobile(), shape.phone()));
    }

    @Test
    void savingWhatIsThereAlreadyChangesNothing() {
        Database care = DATABASE.as("care");
        MemberFile file = file(care, member());

        assertThat(save(care, file, file.values())).hasValue(file.version());
        assertThat(DATABASE.query("SELECT version FROM audit.trail WHERE country = ? AND reference = ?",
                country.code().value(), file.ref().reference())).isEmpty();
    }

    @Test
    void aMissingNeighbourRowComesWithItsFirstField() {
        Database care = DATABASE.as("care");
        String reference = member();
        DATABASE.run("DELETE FROM " + shape.contacts() + " WHERE " + shape.contactsKey() + "::text = ?", reference);
        MemberFile without = file(care, reference);
        assertThat(without.values().get(shape.mobile())).isEmpty();

        save(care, without, without.values().with(shape.name(), "Sans-Adresse"));
        assertThat(DATABASE.query("SELECT 1 FROM " + shape.contacts() + " WHERE " + shape.contactsKey() + "::text = ?",
                reference)).isEmpty();

        MemberFile renamed = file(care, reference);
        save(care, renamed, renamed.values().with(shape.mobile(), shape.phone()));
        assertThat(file(care, reference).values().get(shape.mobile())).contains(shape.phone());
    }

    @Test
    void aNewNameIsInTheIndexBeforeTheTransactionEnds() {
        Database care = DATABASE.as("care");
        MemberFile file = file(care, member());

        String names = care.write(work -> {
            country.members().save(work, file.ref().reference(), file.version(),
                    file.values().with(shape.name(), "Wunderlich"));
            return indexedNames(work, file.ref().reference());
        });

        assertThat(names).as("the family name first: lists are in that order").startsWith(" wunderlich ");
        assertThat(DATABASE.query("SELECT k.key FROM directory.entry_key k JOIN directory.entry e ON e.id = k.entry "
                + "WHERE e.reference = ? AND k.what = 'contract'", file.ref().reference())).isNotEmpty();
    }

    private static String indexedNames(UnitOfWork work, String reference) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT names FROM directory.entry WHERE kind = 'member' AND reference = ?")) {
                statement.setString(1, reference);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? row.getString(1) : "";
                }
            }
        });
    }

    @Test
    void healthDataIsThereOnlyWhileTheFileIsOpen() {
        Database care = DATABASE.as("care");
        MemberFile closed = file(care, member());
        assertThat(fields().filter(field -> field.sensitivity() == Sensitivity.HEALTH).map(FieldSpec::key))
                .contains(shape.health()).doesNotContainAnyElementsOf(closed.values().asMap().keySet());

        assertThat(open(care, closed)).isTrue();
        MemberFile opened = file(care, closed.ref().reference());
        save(care, opened, opened.values().with(shape.health(), shape.healthValue()));

        assertThat(file(care, closed.ref().reference()).values().get(shape.health())).contains(shape.healthValue());
        assertThat(file(DATABASE.as("operations"), closed.ref().reference()).values().get(shape.health())).isEmpty();
    }

    @Test
    void whoMayNotReadMembersIsRefusedByTheDatabase() {
        String reference = member();
        String foreign = Countries.load().all().stream().filter(other -> !other.code().equals(country.code()))
                .map(other -> "care." + other.code().folder()).findFirst().orElseThrow();
        for (String account : List.of("sales", "admin", foreign)) {
            Database database = DATABASE.as(account);
            assertThatThrownBy(() -> file(database, reference)).as(account).isInstanceOfSatisfying(DatabaseFailure.class,
                    failure -> assertThat(failure.kind()).isEqualTo(DatabaseFailure.Kind.DENIED));
        }
    }

    @Test
    void anAuditorReadsAndDoesNotWrite() {
        Database auditor = DATABASE.as("auditor");
        MemberFile file = file(auditor, member());

        assertThatThrownBy(() -> save(auditor, file, file.values().with(shape.name(), "Auditor")))
                .isInstanceOfSatisfying(DatabaseFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(DatabaseFailure.Kind.DENIED));
    }

    @Test
    void companiesContractsAndClaimsOpenAsCards() {
        Database care = DATABASE.as("care");
        for (FileKind kind : List.of(FileKind.COMPANY, FileKind.CONTRACT, FileKind.CLAIM)) {
            String reference = DATABASE.query("""
                    SELECT e.reference FROM directory.entry e JOIN directory.entry_key k ON k.entry = e.id
                    WHERE e.country = ? AND e.kind = ? ORDER BY k.what, e.reference LIMIT 1
                    """, country.code().value(), kind.code()).getFirst();
            if (kind == FileKind.CLAIM) {
                assertThat(care.<Boolean>read(work -> country.card(work, kind, reference).isEmpty())).isTrue();
                assertThat(open(care, new MemberFile(new FileRef(country.code(), kind, reference), 1, "",
                        FieldValues.of(Map.of())))).isTrue();
            }
            Card card = care.read(work -> country.card(work, kind, reference).orElseThrow());

            assertThat(card.ref().kind()).isEqualTo(kind);
            assertThat(card.label()).isNotBlank();
            assertThat(card.values().asMap()).isNotEmpty();
            assertThat(card.related()).as("%s %s", kind, reference).isNotEmpty();
            card.groups().stream().map(FieldGroup::fields).flatMap(List::stream).forEach(field ->
                    assertThat(isOffered(field, card.values().get(field.key()).orElse(null))).as(field.key()).isTrue());
        }
        assertThat(care.<Boolean>read(work -> country.card(work, FileKind.CASE, "1").isEmpty())).isTrue();
        assertThat(care.<Boolean>read(work -> country.card(work, FileKind.CLAIM, "none").isEmpty())).isTrue();
    }

    private static boolean isOffered(FieldSpec field, @Nullable String value) {
        return !(field.type() instanceof FieldType.Choice(var options))
                || (value == null ? !field.required() : options.contains(value));
    }

    /// What the search index tells of a file, `label|detail`, or nothing when it cannot be found.
    protected final List<String> indexed(FileKind kind, String reference) {
        return DATABASE.query("SELECT label || '|' || detail FROM directory.entry WHERE country = ? AND kind = ? AND reference = ?",
                country.code().value(), kind.code(), reference);
    }

    /// The files of a kind that an identifier finds.
    protected final List<String> found(FileKind kind, String key) {
        return DATABASE.query("SELECT e.reference FROM directory.entry_key k JOIN directory.entry e ON e.id = k.entry "
                + "WHERE k.country = ? AND k.kind = ? AND k.key = ? ORDER BY 1", country.code().value(), kind.code(), key);
    }

    /// Asserts that the database refuses each of these statements for breaking a rule of its own.
    protected static void assertRefused(String... statements) {
        for (String statement : statements) {
            assertThatThrownBy(() -> DATABASE.run(statement)).as(statement).cause()
                    .isInstanceOfSatisfying(SQLException.class, refused ->
                            assertThat(refused.getSQLState()).as("%s: %s", statement, refused.getMessage()).startsWith("23"));
        }
    }
}
