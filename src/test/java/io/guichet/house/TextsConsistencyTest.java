package io.guichet.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.bootstrap.TextFolders;
import io.guichet.care.CaseTopics;
import io.guichet.country.Countries;
import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldType;
import io.guichet.document.DocumentTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every word a user reads comes from `i18n/`, in every language, and nothing there is in vain.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextsConsistencyTest {

    /// Words that are rightly the same, by folder, so that a country brings its own: lines `fr: Contact`.
    private static final Path SAME_WORDS = Path.of("src/test/resources/house/same-words");

    /// Texts that exist in tests only.
    private static final Path TEST_TEXTS = Path.of("src/test/resources/i18n");

    private final Set<String> folders = Places.folders(Places.TEXTS);
    private final List<JavaSource> sources = JavaSource.below(Places.MAIN);
    private final List<Path> views = Places.files(Places.VIEWS, ".fxml");

    Set<String> folders() {
        return folders;
    }

    private static List<String> eachTranslation(String folder, BiFunction<TextFile, TextFile, List<String>> rule) {
        Map<String, TextFile> files = TextRules.languages(folder);
        return TextRules.TRANSLATIONS.stream()
                .flatMap(language -> rule.apply(english(files), files.get(language)).stream()).toList();
    }

    private static TextFile english(Map<String, TextFile> files) {
        TextFile english = files.get("");
        assertThat(english).isNotNull();
        return english;
    }

    private Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        folders.forEach(folder -> english(TextRules.languages(folder)).entries().forEach(entry -> keys.add(entry.key())));
        return keys;
    }

    @Test
    void thereAreTexts() {
        assertThat(folders).contains("country", "platform");
        assertThat(keys()).hasSizeGreaterThan(50);
    }

    /// A folder that nobody reads is a screen without words.
    @Test
    void everyFolderIsRead() {
        List<String> read = TextFolders.of(Countries.load());
        Set<String> all = new TreeSet<>(folders);
        all.addAll(Places.folders(TEST_TEXTS));
        assertThat(read).containsAll(folders).doesNotHaveDuplicates();
        assertThat(all).containsAll(read);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyLanguageHasTheSameKeysOnce(String folder) {
        assertThat(eachTranslation(folder, TextRules::differences)).isEmpty();
        assertThat(TextRules.languages(folder).values().stream().flatMap(file -> TextRules.doubles(file).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyKeyLiesInItsFolder(String folder) {
        assertThat(TextRules.misplaced(english(TextRules.languages(folder)), folder)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everythingIsTranslated(String folder) {
        Path allowed = SAME_WORDS.resolve(folder + ".txt");
        Set<String> same = allowed.toFile().exists()
                ? Places.text(allowed).lines().map(String::strip).collect(Collectors.toSet()) : Set.of();
        Map<String, TextFile> files = TextRules.languages(folder);
        List<String> found = new ArrayList<>();
        TextRules.TRANSLATIONS.forEach(language -> found.addAll(
                TextRules.untranslated(english(files), Objects.requireNonNull(files.get(language)), language, same)));
        assertThat(found).as("translate, or add to " + allowed + " as \"language: text\"").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyTextIsAPatternWithTheSamePlaces(String folder) {
        assertThat(eachTranslation(folder, TextRules::unbalanced)).isEmpty();
        TextFile english = english(TextRules.languages(folder));
        assertThat(TextRules.unbalanced(english, english)).isEmpty();
    }

    @Test
    void everyKeyIsUsed() {
        Set<String> used = new HashSet<>();
        sources.forEach(source -> source.literals().forEach(literal -> used.add(literal.value())));
        views.forEach(view -> used.addAll(TextRules.keysOfView(Places.text(view))));
        reports().forEach(report -> used.addAll(TextRules.keysOfReport(report)));
        assertThat(TextRules.unused(keys(), used)).isEmpty();
    }

    @Test
    void everyKeyThatIsUsedHasAText() {
        Set<String> keys = keys();
        assertThat(sources.stream().flatMap(source -> TextRules.missing(source, folders, keys).stream())).isEmpty();
        assertThat(views.stream().flatMap(view -> TextRules.keysOfView(Places.text(view)).stream())
                .filter(key -> !keys.contains(key))).isEmpty();
        assertThat(reports().flatMap(report -> TextRules.keysOfReport(report).stream()).filter(key -> !keys.contains(key)))
                .isEmpty();
    }

    @Test
    void everyFieldOfEveryCountryIsNamedInItsTexts() {
        Set<String> keys = keys();
        List<String> needed = Countries.load().all().stream()
                .filter(country -> folders.contains(country.code().folder()))
                .flatMap(country -> country.members().groups().stream())
                .flatMap(group -> Stream.concat(Stream.of(group.key()),
                        group.fields().stream().flatMap(field -> Stream.concat(
                                Stream.of(field.key()),
                                field.type() instanceof FieldType.Choice(List<String> options)
                                        ? options.stream().map(option -> FieldInput.optionKey(field, option))
                                        : Stream.empty()))))
                .toList();
        assertThat(needed.stream().filter(key -> !keys.contains(key)).map(key -> key + " = ")).isEmpty();
    }

    /// Types of documents are an open set, but what a country asks for is asked in words.
    @Test
    void everyDocumentThatACountryAsksForIsNamed() {
        Set<String> keys = keys();
        List<String> needed = Countries.load().all().stream()
                .filter(country -> folders.contains(country.code().folder()))
                .flatMap(country -> country.contracts().stream())
                .flatMap(contracts -> contracts.amendments().stream()).flatMap(kind -> kind.documents().stream())
                .map(code -> "document.type." + code).distinct().toList();
        assertThat(needed.stream().filter(key -> !keys.contains(key)).map(key -> key + " = ")).isEmpty();
        assertThat(DocumentTypes.GENERAL).allSatisfy(code -> assertThat(keys).contains("document.type." + code));
        assertThat(CaseTopics.ALL).allSatisfy(code -> assertThat(keys).contains("care.topic." + code));
    }

    @Test
    void noViewAndNoReportSpeaksByItself() {
        assertThat(views.stream().flatMap(view -> TextRules.literalsInView(view.toString(), Places.text(view)).stream()))
                .isEmpty();
        assertThat(Places.files(Places.REPORTS, ".jrxml").stream()
                .flatMap(report -> TextRules.literalsInReport(report.toString(), Places.text(report)).stream())).isEmpty();
    }

    private static Stream<String> reports() {
        return Places.files(Places.REPORTS, ".jrxml").stream().map(Places::text);
    }

    private static TextFile file(String text) {
        return TextFile.parse(Path.of("messages_fr.properties"), text);
    }

    @Test
    void whatIsMissingOrTooMuchIsFound() {
        assertThat(TextRules.differences(file("a.b.c = One\na.b.d = Two"), file("a.b.c = Un\na.b.e = Trois")))
                .containsExactly("translate into messages_fr.properties: a.b.d = Two",
                        "remove from messages_fr.properties, or add in English: a.b.e");
        assertThat(TextRules.doubles(file("a.b.c = Un\n# a.b.c = no\na.b.c = Deux"))).hasSize(1);
        assertThat(TextRules.misplaced(file("a.b.c = Un\nb.c.d = Deux\na.b = Trois"), "a")).hasSize(2);
    }

    @Test
    void whatIsStillEnglishIsFound() {
        TextFile english = file("a.b.c = Contact\na.b.d = {0} – {1}\na.b.e = Search");
        assertThat(TextRules.untranslated(english, english, "fr", Set.of("fr: Contact"))).hasSize(1)
                .allMatch(found -> found.contains("Search"));
    }

    @Test
    void aPatternThatDoesNotFitIsFound() {
        TextFile english = file("a.b.c = Found {0} of {1}\na.b.d = It is\na.b.e = It");
        assertThat(TextRules.unbalanced(english, file("a.b.c = {0} trouvés\na.b.d = C'est\na.b.e = {x"))).hasSize(3);
        assertThat(TextRules.unbalanced(english, file("a.b.c = {1} et {0}\na.b.d = C''est\na.b.e = Ceci"))).isEmpty();
    }

    @Test
    void anUnusedAndAMissingKeyAreFound() {
        assertThat(TextRules.unused(Set.of("a.b.c", "a.b.c.option", "a.b.d",
                "bootstrap.command.guichet.database.start.about"), Set.of("a.b.c"))).containsExactly("nobody uses a.b.d");
        JavaSource source = JavaSource.of("A.java",
                "class A { String a = \"a.b.c\"; String b = \"a.b.x\"; String c = \"a.b.\"; String d = \"a.y.\"; String e = \"a.z.y.\"; }");
        assertThat(TextRules.missing(source, Set.of("a"), Set.of("a.b.c"))).hasSize(2)
                .anyMatch(found -> found.contains("a.b.x")).anyMatch(found -> found.contains("a.z.y."));
    }

    @Test
    void wordsInAViewAreFound() {
        assertThat(TextRules.literalsInView("x.fxml",
                "<Label text=\"Name\"/><Button text = \"%a.b.c\" id=\"open\"/><String fx:value=\"All\"/><Label text=\"–\"/>"))
                .hasSize(2);
        assertThat(TextRules.literalsInReport("x.jrxml",
                "<staticText><text><![CDATA[Total]]></text></staticText><text>€</text>")).hasSize(1);
        assertThat(TextRules.literalsInReport("x.jrxml", "<expression><![CDATA[$R{a.b.c} + \" \" + \"Total\"]]></expression>"))
                .hasSize(1);
        assertThat(TextRules.keysOfReport("<expression><![CDATA[$R{a.b.c} + $P{a.b.d}]]></expression>")).containsExactly("a.b.c");
        assertThat(TextRules.keysOfView("<Label text=\"%a.b.c\"/>")).containsExactly("a.b.c");
    }
}
