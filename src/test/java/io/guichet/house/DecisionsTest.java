package io.guichet.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A decision that no test keeps is a wish: each record names the tests that keep it, and they exist.
class DecisionsTest {

    private static final Path RECORDS = Path.of("src/docs/decisions");
    private static final Pattern KEPT_BY = Pattern.compile("(?m)^\\*\\*Kept by\\.\\*\\* (.+(?:\\n.+)*)$");
    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z0-9]+(?:Test|IT))`");

    @Test
    void everyRecordNamesTestsThatExist() throws IOException {
        Set<String> tests = tests();
        for (Path record : records()) {
            Matcher keptBy = KEPT_BY.matcher(Files.readString(record));
            assertThat(keptBy.find()).as("%s ends with \"**Kept by.** `SomeTest`\"", record).isTrue();
            List<String> named = NAME.matcher(keptBy.group(1)).results().map(found -> found.group(1)).toList();
            assertThat(named).as("tests named by %s", record).isNotEmpty();
            assertThat(tests).as("tests named by %s", record).containsAll(named);
        }
    }

    @Test
    void theIndexListsEveryRecordOnceInOrder() throws IOException {
        List<String> files = records().stream().map(record -> record.getFileName().toString()).toList();
        List<String> listed = Pattern.compile("\\((\\d{4}-[a-z0-9-]+\\.md)\\)")
                .matcher(Files.readString(RECORDS.resolve("README.md"))).results()
                .map(found -> found.group(1)).toList();

        assertThat(listed).isEqualTo(files);
    }

    /// Numbers may have gaps: several subjects are decided at a time, each in a decade of its own.
    @Test
    void recordsAreNumberedOnce() throws IOException {
        Set<Integer> numbers = new TreeSet<>();
        for (Path record : records()) {
            int number = Integer.parseInt(record.getFileName().toString().substring(0, 4));
            assertThat(numbers.add(number)).as("%s has a number of its own", record).isTrue();
            assertThat(Files.readString(record)).startsWith("# %d. ".formatted(number))
                    .contains("**Context.**", "**Decision.**", "**Consequences.**");
        }
        assertThat(numbers).as("records found").hasSizeGreaterThan(1);
    }

    private static List<Path> records() throws IOException {
        try (Stream<Path> files = Files.list(RECORDS)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{4}-.*\\.md")).sorted().toList();
        }
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[A-Z].*(Test|IT)\\.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
