package io.guichet.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A schema is its component's own. Others reach it through the functions it publishes, so that it can be moved.
class SchemasTest {

    private static final Path TEST_MIGRATIONS = Path.of("src/test/resources/db/migration");

    private static Set<String> schemas() {
        Set<String> schemas = new TreeSet<>(Places.folders(Places.MIGRATIONS));
        schemas.addAll(Places.folders(TEST_MIGRATIONS));
        return schemas;
    }

    @Test
    void noMigrationNamesWhatIsNotPublished() {
        assertThat(schemas()).contains("access", "audit", "directory").hasSizeGreaterThanOrEqualTo(6);
        List<String> found = new ArrayList<>();
        for (Path root : List.of(Places.MIGRATIONS, TEST_MIGRATIONS)) {
            for (Path file : Places.files(root, ".sql")) {
                String owner = root.relativize(file).getName(0).toString();
                Sql.foreignNames(Places.text(file), owner, schemas(), Sql.PUBLISHED)
                        .forEach(name -> found.add(file + " names " + name));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noSqlInTheProgramNamesWhatIsNotPublished() {
        List<String> found = new ArrayList<>();
        for (JavaSource source : JavaSource.below(Places.MAIN)) {
            source.literals().stream().map(JavaSource.Literal::value).filter(Sql::isStatement)
                    .flatMap(sql -> Sql.foreignNames(sql, owner(source.packageName()), schemas(), Sql.PUBLISHED).stream())
                    .forEach(name -> found.add(source.path() + " names " + name));
        }
        assertThat(found).isEmpty();
    }

    /// What is published exists: a list that names more than there is hides mistakes.
    @Test
    void whatIsPublishedExists() {
        Sql.PUBLISHED.forEach((schema, names) -> {
            String sql = String.join("\n", Places.files(Places.MIGRATIONS.resolve(schema), ".sql").stream()
                    .map(Places::text).map(Sql::withoutComments).toList());
            assertThat(names).allSatisfy(name -> assertThat(sql)
                    .containsPattern("(?i)CREATE (OR REPLACE )?(FUNCTION|TYPE) (" + schema + "\\.)?" + name + "\\b"));
        });
    }

    private static String owner(String packageName) {
        String below = packageName.replaceFirst("^io\\.guichet\\.?(country\\.(?=..(\\.|$)))?", "");
        return below.replaceAll("\\..*", "");
    }

    @Test
    void theOwnerOfAPackageIsItsComponentOrCountry() {
        assertThat(owner("io.guichet.directory.internal")).isEqualTo("directory");
        assertThat(owner("io.guichet.country.xx")).isEqualTo("xx");
        assertThat(owner("io.guichet.country.xx.internal")).isEqualTo("xx");
        assertThat(owner("io.guichet.country.field")).isEqualTo("country");
    }

    @Test
    void aForeignNameIsFound() {
        Set<String> schemas = Set.of("audit", "directory", "xx");
        Map<String, Set<String>> published = Map.of("audit", Set.of("track"));
        assertThat(Sql.foreignNames("SELECT * FROM directory.entry e JOIN audit.trail USING (id)", "xx", schemas,
                published)).containsExactly("directory.entry", "audit.trail");
        assertThat(Sql.foreignNames("CREATE TRIGGER t EXECUTE FUNCTION audit.track('member', 'no')", "xx", schemas,
                published)).isEmpty();
        assertThat(Sql.foreignNames("SELECT e.id FROM xx.entry e -- not directory.entry\n /* audit.trail */;\n"
                + "COMMENT ON TABLE xx.entry IS\n 'Not directory.entry, '\n 'it''s audit.trail';", "xx",
                schemas, published)).isEmpty();
        assertThat(Sql.foreignNames("REFERENCES xx.member", "audit", schemas, published)).containsExactly("xx.member");
    }

    @Test
    void aTextKeyIsNotTakenForSql() {
        assertThat(Sql.isStatement("directory.error.gone")).isFalse();
        assertThat(Sql.isStatement("SELECT 1 FROM directory.entry")).isTrue();
        assertThat(Sql.isStatement("\n    UPDATE directory.entry SET a = 1")).isTrue();
    }
}
