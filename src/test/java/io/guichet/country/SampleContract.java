package io.guichet.country;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.guichet.audit.internal.BulkLoad;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.Headline;
import io.guichet.country.identifier.Identifiers;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the sample population of every country must be: repeatable, valid to the last identifier, findable, quiet in the
/// trail. A country's test says which country and which tables.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SampleContract {

    private static final int MEMBERS = 1_500;
    private static final int CLAIMS = 900;

    @RegisterExtension
    protected static final TestDatabase DATABASE = new TestDatabase();

    private final Country country;
    private final String memberTable;
    private final String key;
    private final Identifiers identifiers = Countries.load().identifiers();
    private Map<String, Long> written = Map.of();

    /// @param memberTable schema and table of the members
    /// @param key         its primary key
    protected SampleContract(Country country, String memberTable, String key) {
        this.country = country;
        this.memberTable = memberTable;
        this.key = key;
    }

    @BeforeAll
    void populate() throws SQLException {
        written = write(DATABASE, 7, true);
    }

    private Map<String, Long> write(TestDatabase database, long seed, boolean keep) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            BulkLoad.begin(connection);
            Map<String, Long> counts = country.sample().write(connection, new SampleRequest(MEMBERS, CLAIMS, seed),
                    members -> { });
            if (keep) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return counts;
        }
    }

    @Test
    void writesAsManyAsAskedFor() {
        String table = memberTable.substring(memberTable.indexOf('.') + 1);
        assertThat(written).containsEntry(table, (long) MEMBERS);
        assertThat(DATABASE.query("SELECT count(*) FROM " + memberTable)).containsExactly(String.valueOf(MEMBERS));
        assertThat(written.values()).contains((long) CLAIMS).allSatisfy(rows -> assertThat(rows).isPositive());
    }

    @Test
    void publishesMembersCompaniesContractsAndClaims() {
        for (FileKind kind : List.of(FileKind.MEMBER, FileKind.CLAIM)) {
            assertThat(DATABASE.query("SELECT count(*) FROM directory.entry WHERE country = ? AND kind = ?",
                    country.code().value(), kind.code()))
                    .containsExactly(String.valueOf(kind == FileKind.MEMBER ? MEMBERS : CLAIMS));
        }
        for (FileKind kind : List.of(FileKind.COMPANY, FileKind.CONTRACT)) {
            assertThat(Integer.parseInt(DATABASE.query("SELECT count(*) FROM directory.entry WHERE country = ? AND kind = ?",
                    country.code().value(), kind.code()).getFirst())).isPositive();
        }
        assertThat(DATABASE.query("""
                SELECT k.entry FROM directory.entry_key k JOIN directory.entry e ON e.id = k.entry
                WHERE k.what = 'claim' AND e.kind = 'claim' AND e.country = ?""", country.code().value())).hasSize(CLAIMS);
    }

    @Test
    void leavesNoTrailOfItsRows() {
        assertThat(DATABASE.query("SELECT count(*) FROM audit.trail WHERE country = ?", country.code().value()))
                .containsExactly("0");
    }

    @Test
    void everyValueIsValid() {
        List<String> references = DATABASE.query("SELECT " + key + " FROM " + memberTable + " ORDER BY 1");
        List<String> wrong = new ArrayList<>();
        DATABASE.asSuperuser().read(work -> {
            for (String reference : references) {
                MemberFile file = country.members().find(work, reference).orElseThrow();
                assertThat(file.ref()).isEqualTo(new FileRef(country.code(), FileKind.MEMBER, reference));
                country.members().check(file.values()).forEach(problem -> wrong.add(reference + ": " + problem));
                country.members().groups().stream().map(FieldGroup::fields).flatMap(List::stream)
                        .filter(field -> !isValid(field, file.values().get(field.key()).orElse(null)))
                        .forEach(field -> wrong.add(reference + " " + field.key() + " "
                                + file.values().get(field.key()).orElse("missing")));
            }
            return null;
        });
        assertThat(wrong).isEmpty();
    }

    private boolean isValid(FieldSpec field, @Nullable String value) {
        if (value == null) {
            return !field.required();
        }
        return switch (field.type()) {
            case FieldType.Identifier(var kind) -> {
                var check = identifiers.complete(kind).check(value);
                yield check.isValid() && check.normalized().equals(value);
            }
            case FieldType.Phone(var region) -> isPhone(value, region);
            case FieldType.Choice(var options) -> options.contains(value);
            case FieldType.Email() -> value.matches("[a-z.]+[0-9]+@example\\.(org|com|net)");
            case FieldType.Text(var length) -> value.length() <= length && value.strip().equals(value);
            case FieldType.Day(), FieldType.Flag() -> true;
            case FieldType.Amount _, FieldType.Count _, FieldType.Rate _, FieldType.Figure _ -> !value.startsWith("-");
        };
    }

    private static boolean isPhone(String value, String region) {
        try {
            PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
            return phones.isValidNumberForRegion(phones.parse(value, null), region);
        } catch (NumberParseException notOne) {
            return false;
        }
    }

    /// Letters to members are in their language: the header of each file says it.
    @Test
    void everybodyHasALanguageMostlyTheCountrysOwn() {
        FieldSpec language = Headline.of(country.members().groups()).language();
        if (language == null) {
            assertThat(country.languages()).as("files without a language are of a country that has one").hasSize(1);
            return;
        }
        List<String> references = DATABASE.query("SELECT " + key + " FROM " + memberTable);
        List<String> spoken = DATABASE.asSuperuser().read(work -> references.stream().map(reference ->
                country.members().find(work, reference).orElseThrow().values().get(language.key()).orElse("")).toList());
        assertThat(spoken).doesNotContain("");
        assertThat(Set.copyOf(spoken)).hasSizeGreaterThan(1);
        List<String> own = country.languages().stream().map(Locale::getLanguage).toList();
        assertThat(spoken.stream().filter(own::contains).count()).isGreaterThan(references.size() * 3L / 4);
    }

    @Test
    void theSameSeedOnTheSameContentWritesTheSameRows() throws SQLException {
        TestDatabase second = new TestDatabase();
        second.beforeAll(null);
        try {
            write(second, 7, true);
            assertThat(second.query("SELECT md5(string_agg(m::text, '|' ORDER BY " + key + ")) FROM " + memberTable + " m"))
                    .isEqualTo(DATABASE.query("SELECT md5(string_agg(m::text, '|' ORDER BY " + key + ")) FROM " + memberTable
                            + " m"));
        } finally {
            second.afterAll(null);
        }
    }

    @Test
    void goesOnBehindWhatIsThere() throws SQLException {
        // unique keys and identifiers would refuse a second population that starts again
        assertThat(write(DATABASE, 7, false)).containsValue((long) MEMBERS);
    }
}
