package io.guichet.house;

import io.guichet.country.cover.ClaimLine;
import io.guichet.kernel.FileKind;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Rules of texts. Each takes what was read and returns what breaks it, with what to paste where that helps.
final class TextRules {

    /// The languages beside English, as file names bear them.
    static final List<String> TRANSLATIONS = List.of("fr", "nl", "de", "es");

    /// Keys that are put together while the program runs, by what puts them together. The option of a field (`<label of
    /// the field>.<option>`) is known without standing here.
    static final List<Pattern> FAMILIES = List.of(
            // AmendmentKind: the label of each kind of change a country knows, by its code.
            Pattern.compile("[a-z]{2}\\.amendment\\.[a-zA-Z]+"),
            // Overviews: how far a claim is.
            Pattern.compile("directory\\.claim\\.state\\.(" + Arrays.stream(ClaimLine.State.values())
                    .map(state -> state.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining("|")) + ")"),
            // Accounts: the services used, as the check of the table lists them.
            Pattern.compile("directory\\.account\\.service\\.[a-zA-Z]+"),
            // GuichetCommand: the help of each command, by its name.
            Pattern.compile("bootstrap\\.command\\.guichet(\\.[a-z]+)*\\.about"),
            // Finding: what is found in a claim, and who can solve it.
            Pattern.compile("country\\.(finding|solver)\\.[A-Z_]+"),
            // Countries: steps of an adjudication and what went in, what-if fields, acts, rejections and adjustments.
            Pattern.compile("[a-z]{2}\\.(step|rung|given|act|family)\\.[A-Za-z0-9_.]+"),
            Pattern.compile("country\\.(rejection|rejectionLetter|adjustment)\\.[A-Z_]+"),
            // Decisions: what was done with a claim, why a decision was taken back, and what came of a run.
            Pattern.compile("reimbursement\\.(decision|correction|result|claimState|rung)\\.[A-Za-z_]+"),
            // Runs: what was ordered, how far it is, what a column of it tells.
            Pattern.compile("reimbursement\\.run\\.(kind|state|column)\\.[A-Za-z_]+"),
            // ClaimFileReader: the name of each format of files, by its code.
            Pattern.compile("[a-z]{2}\\.claimFile\\.[a-zA-Z]+"),
            // Documents: what a document is; the set of codes is open.
            Pattern.compile("document\\.type\\.[a-zA-Z]+"),
            // Cases: what a case is about.
            Pattern.compile("care\\.topic\\.[a-zA-Z]+"),
            // The palette: what kind of file a row is.
            Pattern.compile("shell\\.kind\\.(" + Arrays.stream(FileKind.values()).map(FileKind::code)
                    .collect(Collectors.joining("|")) + ")"));

    /// A name, the same in every language.
    private static final String PRODUCT = "Guichet";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern SAID = Pattern.compile(
            "\\s(?:text|promptText|title|headerText|contentText|accessibleText|accessibleHelp|accessibleRoleDescription)"
                    + "\\s*=\\s*\"([^\"]*)\"|<String\\s+fx:value\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern PRINTED = Pattern.compile("(?s)<text>(?:<!\\[CDATA\\[)?(.*?)(?:]]>)?</text>");

    private static final Pattern EXPRESSION = Pattern.compile("(?s)<[a-zA-Z]*[eE]xpression>(.*?)</[a-zA-Z]*[eE]xpression>");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern WORD_OF_REPORT = Pattern.compile("\\$R\\{([^}]+)}");

    private TextRules() {
    }

    /// Keys that are there twice.
    static List<String> doubles(TextFile file) {
        Set<String> seen = new HashSet<>();
        return file.entries().stream().filter(entry -> !seen.add(entry.key()))
                .map(entry -> file.path() + ":" + entry.line() + " has " + entry.key() + " twice").toList();
    }

    /// Keys that are English only, or not English; each as the line to paste.
    static List<String> differences(TextFile english, TextFile translation) {
        Set<String> here = keys(translation);
        Set<String> there = keys(english);
        List<String> found = new ArrayList<>();
        english.entries().stream().filter(entry -> !here.contains(entry.key()))
                .forEach(entry -> found.add("translate into " + translation.path() + ": " + entry.key() + " = " + entry.value()));
        translation.entries().stream().filter(entry -> !there.contains(entry.key()))
                .forEach(entry -> found.add("remove from " + translation.path() + ", or add in English: " + entry.key()));
        return found;
    }

    private static Set<String> keys(TextFile file) {
        Set<String> keys = new HashSet<>();
        file.entries().forEach(entry -> keys.add(entry.key()));
        return keys;
    }

    /// Keys that do not begin with their folder, or have fewer than three parts.
    static List<String> misplaced(TextFile file, String folder) {
        return file.entries().stream()
                .filter(entry -> !entry.key().startsWith(folder + ".") || entry.key().split("\\.").length < 3)
                .map(entry -> file.path() + ":" + entry.line() + " should be " + folder + ".subject.what: " + entry.key())
                .toList();
    }

    /// Texts that say in another language what they say in English.
    ///
    /// @param same `fr: Contact`, what is rightly the same
    static List<String> untranslated(TextFile english, TextFile translation, String language, Set<String> same) {
        return translation.entries().stream()
                .filter(entry -> english.value(entry.key()).filter(entry.value()::equals).isPresent())
                .filter(entry -> LETTERS.matcher(PLACE.matcher(entry.value()).replaceAll("")).find())
                .filter(entry -> !same.contains(language + ": " + entry.value()))
                .map(entry -> translation.path() + ":" + entry.line() + " is still English: " + entry.key()
                        + "; if rightly so: " + language + ": " + entry.value())
                .toList();
    }

    /// Texts whose places are others than in English, or that are no patterns.
    static List<String> unbalanced(TextFile english, TextFile translation) {
        List<String> found = new ArrayList<>();
        for (TextFile.Entry entry : translation.entries()) {
            String where = translation.path() + ":" + entry.line() + " " + entry.key();
            english.value(entry.key()).filter(value -> !places(value).equals(places(entry.value())))
                    .ifPresent(value -> found.add(where + " has other places than \"" + value + "\""));
            try {
                new MessageFormat(entry.value());
            } catch (IllegalArgumentException broken) {
                found.add(where + " is no pattern: " + broken.getMessage());
            }
            if (entry.value().replace("''", "").contains("'")) {
                found.add(where + " has a single apostrophe: write two");
            }
        }
        return found;
    }

    private static Set<String> places(String value) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(value);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    /// Keys that nobody uses.
    ///
    /// @param used what Java and views name
    static List<String> unused(Set<String> keys, Set<String> used) {
        return keys.stream().filter(key -> !used.contains(key))
                .filter(key -> FAMILIES.stream().noneMatch(family -> family.matcher(key).matches()))
                .filter(key -> !used.contains(key.substring(0, key.lastIndexOf('.'))))
                .sorted().map(key -> "nobody uses " + key).toList();
    }

    /// Strings of the program that look like keys and have no text. One that ends with a dot begins a family.
    static List<String> missing(JavaSource source, Set<String> folders, Set<String> keys) {
        Pattern key = Pattern.compile("(?:" + String.join("|", folders) + ")(?:\\.[A-Za-z][A-Za-z0-9_]*){2,}\\.?");
        return source.literals().stream().filter(literal -> key.matcher(literal.value()).matches())
                .filter(literal -> literal.value().endsWith(".")
                        ? keys.stream().noneMatch(each -> each.startsWith(literal.value()))
                        : !keys.contains(literal.value()))
                .map(literal -> source.path() + ":" + literal.line() + " needs a text: " + literal.value() + " = ").toList();
    }

    /// Words in a view that do not come from the texts.
    static List<String> literalsInView(String where, String fxml) {
        List<String> found = new ArrayList<>();
        Matcher said = SAID.matcher(fxml);
        while (said.find()) {
            String value = said.group(1) == null ? said.group(2) : said.group(1);
            if (!value.startsWith("%") && !value.startsWith("$") && !value.equals(PRODUCT)
                    && LETTERS.matcher(value).find()) {
                found.add(where + " says \"" + value + "\": put it into the texts");
            }
        }
        return found;
    }

    /// Words in a printed report that do not come from the texts.
    static List<String> literalsInReport(String where, String jrxml) {
        List<String> found = new ArrayList<>();
        Matcher printed = PRINTED.matcher(jrxml);
        while (printed.find()) {
            if (LETTERS.matcher(printed.group(1)).find()) {
                found.add(where + " prints \"" + printed.group(1).strip() + "\": put it into the texts");
            }
        }
        Matcher expression = EXPRESSION.matcher(jrxml);
        while (expression.find()) {
            QUOTED.matcher(expression.group(1)).results().map(quoted -> quoted.group(1))
                    .filter(quoted -> LETTERS.matcher(quoted).find())
                    .forEach(quoted -> found.add(where + " prints \"" + quoted + "\": put it into the texts"));
        }
        return found;
    }

    /// The keys that a printed report names.
    static Set<String> keysOfReport(String jrxml) {
        return WORD_OF_REPORT.matcher(jrxml).results().map(word -> word.group(1)).collect(Collectors.toSet());
    }

    /// The keys a view names: `%directory.member.title`.
    static Set<String> keysOfView(String fxml) {
        Set<String> keys = new HashSet<>();
        Matcher named = Pattern.compile("\"%([^\"]+)\"").matcher(fxml);
        while (named.find()) {
            keys.add(named.group(1));
        }
        return keys;
    }

    /// All languages of a folder, English first under an empty name.
    static Map<String, TextFile> languages(String folder) {
        Map<String, TextFile> files = new HashMap<>();
        files.put("", TextFile.read(Places.TEXTS.resolve(folder).resolve("messages.properties")));
        TRANSLATIONS.forEach(language -> files.put(language,
                TextFile.read(Places.TEXTS.resolve(folder).resolve("messages_" + language + ".properties"))));
        return files;
    }
}
