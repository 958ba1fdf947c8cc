package io.guichet.house;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds where something outside a country's own folders names it: in literals, imports, SQL, views, styles, texts and
/// file names. Comments may: they are for people.
final class CountryNames {

    private static final String PACKAGE = "io.guichet.country.";

    private final Set<String> countries;
    private final Pattern inLiteral;
    private final Pattern inStyle;
    private final Pattern inPackage;
    private final Pattern locale;

    /// @param countries the countries there are: `fr`
    CountryNames(Set<String> countries) {
        this.countries = Set.copyOf(countries);
        String lower = String.join("|", countries);
        String upper = lower.toUpperCase(Locale.ROOT);
        inLiteral = Pattern.compile("\\b(?:" + upper + ")\\b|country_(?:" + lower + ")\\b|\\b(?:" + lower
                + ")\\.[a-z%]|/(?:" + lower + ")/|'(?:" + lower + ")'");
        inStyle = Pattern.compile("[-_.](?:" + lower + ")\\b");
        inPackage = Pattern.compile("io\\.guichet\\.country\\.(?:" + lower + ")\\b");
        locale = Pattern.compile("\\bLocale\\.(?:" + String.join("|", localesOf(countries)) + ")\\b");
    }

    private static Set<String> localesOf(Set<String> countries) {
        Set<String> names = new TreeSet<>();
        for (Field field : Locale.class.getFields()) {
            try {
                if (field.get(null) instanceof Locale constant
                        && countries.contains(constant.getCountry().toLowerCase(Locale.ROOT))) {
                    names.add(field.getName());
                }
            } catch (IllegalAccessException hidden) {
                throw new IllegalStateException(hidden);
            }
        }
        // A pattern without alternatives would match everything.
        names.add("OF_NO_COUNTRY");
        return names;
    }

    /// In Java; nothing when the file belongs to a country.
    List<String> in(JavaSource source) {
        if (isCountry(source.packageName())) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (JavaSource.Literal literal : source.literals()) {
            boolean language = literal.invoked().equals("Locale.of");
            if (inLiteral.matcher(literal.value()).find() || countries.contains(literal.value()) && !language) {
                found.add(source.path() + ":" + literal.line() + " names a country: \"" + literal.value() + "\"");
            }
        }
        String code = source.text().replaceAll("(?m)^\\s*///.*$|^\\s*//.*$", "");
        for (Pattern pattern : List.of(inPackage, locale)) {
            Matcher matcher = pattern.matcher(code);
            while (matcher.find()) {
                found.add(source.path() + " names a country: " + matcher.group());
            }
        }
        return found;
    }

    private boolean isCountry(String packageName) {
        String below = packageName.startsWith(PACKAGE) ? packageName.substring(PACKAGE.length()) : "";
        return countries.contains(below.replaceAll("\\..*", ""));
    }

    /// In SQL, without its comments.
    List<String> inSql(Path file, String sql) {
        return found(file, inLiteral, Sql.withoutComments(sql));
    }

    /// In a view: attribute values alone.
    List<String> inView(Path file, String fxml) {
        List<String> found = new ArrayList<>();
        Matcher attributes = Pattern.compile("\"([^\"]*)\"").matcher(fxml);
        while (attributes.find()) {
            found.addAll(found(file, inLiteral, attributes.group(1)));
        }
        return found;
    }

    /// In a style sheet: selectors and names.
    List<String> inStyle(Path file, String css) {
        return found(file, inStyle, css.replaceAll("(?s)/\\*.*?\\*/", ""));
    }

    /// In the key of a text.
    List<String> inKey(Path file, String key) {
        return List.of(key.split("\\.")).stream().filter(countries::contains)
                .map(country -> file + " names a country: " + key).toList();
    }

    /// In the name of a resource that does not lie in a folder of the country. `messages_xx` bears a language.
    List<String> inName(Path file) {
        for (Path part : file) {
            if (countries.contains(part.toString())) {
                return List.of();
            }
        }
        String name = file.getFileName().toString();
        boolean named = !name.matches("messages_..\\.properties")
                && countries.stream().anyMatch(country -> name.matches("(?i)(.*[-_.])?" + country + "[-_.].*"));
        return named ? List.of(file + " bears a country in its name") : List.of();
    }

    private static List<String> found(Path file, Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(file + " names a country: " + matcher.group());
        }
        return found;
    }

    /// Whether a resource lies in a folder of a country.
    boolean ownedByCountry(Path file) {
        for (Path part : file) {
            if (countries.contains(part.toString())) {
                return true;
            }
        }
        return false;
    }
}
