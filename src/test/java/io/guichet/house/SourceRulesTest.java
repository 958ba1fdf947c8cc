package io.guichet.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceRulesTest {

    private List<JavaSource> main = List.of();
    private List<JavaSource> test = List.of();

    @BeforeAll
    void read() {
        main = JavaSource.below(Places.MAIN);
        test = JavaSource.below(Places.TEST);
        assertThat(main).hasSizeGreaterThan(50);
    }

    private static List<String> all(List<JavaSource> sources, Function<JavaSource, List<String>> rule) {
        return sources.stream().flatMap(source -> rule.apply(source).stream()).toList();
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(SourceRules.packagesWithoutNullMarked(Stream.concat(main.stream(), test.stream()).toList())).isEmpty();
    }

    @Test
    void whatIsPublicIsExplained() {
        assertThat(all(main, SourceRules::publicWithoutComment)).isEmpty();
    }

    @Test
    void namesSayWhatThingsAreFor() {
        assertThat(all(main, SourceRules::bannedNames)).isEmpty();
        assertThat(all(test, SourceRules::bannedNames)).isEmpty();
    }

    @Test
    void filesHaveOneSubject() {
        assertThat(all(main, SourceRules::tooLong)).isEmpty();
    }

    @Test
    void nothingStaticChanges() {
        assertThat(all(main, SourceRules::staticState)).isEmpty();
    }

    @Test
    void noTestSleeps() {
        assertThat(all(test, SourceRules::sleeps)).isEmpty();
    }

    @Test
    void aSleepIsFound() {
        assertThat(SourceRules.sleeps(JavaSource.of("A.java",
                "class A { void a() throws Exception { Thread.sleep(1); robot.sleep(2); fast(\"Thread.sleep(1)\"); } }")))
                .hasSize(2);
    }

    @Test
    void aPackageWithoutNullMarkedIsFound() {
        JavaSource type = JavaSource.of("a/B.java", "package a; class B {}");
        JavaSource bare = JavaSource.of("a/package-info.java", "package a;");
        JavaSource marked = JavaSource.of("a/package-info.java", "@NullMarked package a;");
        assertThat(SourceRules.packagesWithoutNullMarked(List.of(type, bare))).hasSize(1);
        assertThat(SourceRules.packagesWithoutNullMarked(List.of(type, marked))).isEmpty();
    }

    @Test
    void aMissingCommentIsFound() {
        assertThat(SourceRules.publicWithoutComment(JavaSource.of("A.java", """
                public class A {
                    public A(int a) {}
                    public int size() { return 1; }
                    @Override public boolean equals(Object o) { return true; }
                    void internal(int a) {}
                    public void act(int a) {}
                    public interface Told { void tell(String what); int count(); }
                    /// One.
                    public interface One { void tell(String what); }
                    public void setSize(int size) {}
                    private static class Hidden { public void quiet(int a) {} }
                }
                """))).extracting(found -> found.substring(found.indexOf(' ') + 1)).containsExactly(
                "the type A has no /// comment", "the method act has no /// comment",
                "the type Told has no /// comment", "the method tell has no /// comment");
        assertThat(SourceRules.publicWithoutComment(JavaSource.of("A.java", """
                /// A.
                public record A(int a) {
                    /// Acts.
                    public void act(int a) {}
                }
                """))).isEmpty();
    }

    @Test
    void aNameThatSaysNothingIsFound() {
        assertThat(SourceRules.bannedNames(JavaSource.of("A.java",
                "class FileManager { interface StringUtils {} record PersonDto() {} } class StoreImpl {}"))).hasSize(4);
        assertThat(SourceRules.bannedNames(JavaSource.of("A.java", "class Managers { enum Implied {} }"))).isEmpty();
    }

    @Test
    void aLongFileIsFound() {
        assertThat(SourceRules.tooLong(JavaSource.of("A.java", "\n".repeat(SourceRules.LONGEST_FILE + 1)))).hasSize(1);
        assertThat(SourceRules.tooLong(JavaSource.of("A.java", "\n".repeat(SourceRules.LONGEST_FILE)))).isEmpty();
    }

    @Test
    void aStaticThatChangesIsFound() {
        assertThat(SourceRules.staticState(JavaSource.of("A.java", """
                class A {
                    static int count;
                    private static final Map<String, String> CACHE = new ConcurrentHashMap<>();
                    static final AtomicLong NEXT = new AtomicLong();
                    static A getInstance() { return new A(); }
                }
                """))).hasSize(4);
        assertThat(SourceRules.staticState(JavaSource.of("A.java", """
                class A {
                    private static final Map<String, String> NAMES = Map.of();
                    static final int MAX = 3;
                    private int count;
                    private final Map<String, String> cache = new HashMap<>();
                }
                """))).isEmpty();
    }
}
