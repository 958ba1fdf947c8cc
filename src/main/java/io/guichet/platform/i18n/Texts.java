package io.guichet.platform.i18n;

import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The words of every component and country below `i18n/<folder>/messages*.properties`, in the language in use.
/// Texts are `MessageFormat` patterns: an apostrophe is written twice. Days, amounts of money and other sentences may fill
/// their places.
public final class Texts {

    /// The languages of the application, in the order they are offered.
    public static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.FRENCH, Locale.of("nl"), Locale.GERMAN, Locale.of("es"));

    private final List<String> folders;
    private final Map<Locale, Map<String, String>> byLocale = new HashMap<>();
    private final ReadOnlyObjectWrapper<Locale> locale = new ReadOnlyObjectWrapper<>(Locale.ENGLISH);

    private Texts(List<String> folders) {
        this.folders = folders;
    }

    /// Texts of these folders below `i18n/`, in English until `use` says otherwise.
    ///
    /// @throws MissingResourceException when a folder has no texts
    public static Texts of(Collection<String> folders) {
        Texts texts = new Texts(List.copyOf(folders));
        texts.words(Locale.ENGLISH);
        return texts;
    }

    /// The language of `LANGUAGES` that serves `wanted`, English when there is none.
    public static Locale nearest(Locale wanted) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
                .findFirst().orElse(Locale.ENGLISH);
    }

    public Locale locale() {
        return locale.get();
    }

    public ReadOnlyObjectProperty<Locale> localeProperty() {
        return locale.getReadOnlyProperty();
    }

    /// Switches the language; on the JavaFX thread once a window is open.
    public void use(Locale wanted) {
        Locale language = nearest(wanted);
        words(language);
        locale.set(language);
    }

    /// Whether the language in use has a text of that key.
    public boolean has(String key) {
        return words(locale()).containsKey(key);
    }

    /// The text of `key` in the language in use, its places filled.
    ///
    /// @throws MissingResourceException when there is no such text
    public String get(String key, Object... arguments) {
        return get(locale(), key, List.of(arguments));
    }

    /// The sentence in the language in use.
    public String get(UserMessage message) {
        return get(locale(), message.key(), message.arguments());
    }

    /// The sentence in another language than the one in use: a member's, a client's.
    public String get(Locale language, UserMessage message) {
        return get(nearest(language), message.key(), message.arguments());
    }

    /// A day as the language in use writes it, with two-digit day and month and the full year.
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(dayPattern(locale()), locale()).format(day);
    }

    /// A day in words, with its weekday. English without a country would be American, month first; here the day comes
    /// first in every language.
    public String dayInWords(LocalDate day) {
        DateTimeFormatter words = locale().getLanguage().equals("en")
                ? DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", locale())
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale());
        return words.format(day);
    }

    /// The pattern of a day in `language`: `dd/MM/yyyy`.
    public static String dayPattern(Locale language) {
        return switch (language.getLanguage()) {
            case "de" -> "dd.MM.yyyy";
            case "nl" -> "dd-MM-yyyy";
            default -> "dd/MM/yyyy";
        };
    }

    /// All texts in the language in use, as FXML wants them: `%key`.
    public ResourceBundle bundle() {
        return bundle(locale());
    }

    /// All texts in another language than the one in use, as reports want them: `$R{key}`.
    public ResourceBundle bundle(Locale wanted) {
        Locale language = nearest(wanted);
        Map<String, String> words = words(language);
        return new ResourceBundle() {
            @Override
            protected Object handleGetObject(String key) {
                return Texts.this.get(language, key, List.of());
            }

            @Override
            public Enumeration<String> getKeys() {
                return Collections.enumeration(words.keySet());
            }
        };
    }

    private String get(Locale language, String key, List<Object> arguments) {
        String pattern = words(language).get(key);
        if (pattern == null) {
            throw new MissingResourceException("no text " + key, Texts.class.getName(), key);
        }
        return fill(language, pattern, arguments);
    }

    private String fill(Locale language, String pattern, List<Object> arguments) {
        Object[] filled = arguments.stream().map(argument -> switch (argument) {
            case UserMessage nested -> get(language, nested.key(), nested.arguments());
            case LocalDate day -> DateTimeFormatter.ofPattern(dayPattern(language), language).format(day);
            case Money amount -> Amounts.in(language).text(amount);
            default -> argument;
        }).toArray();
        return new MessageFormat(pattern, language).format(filled);
    }

    private Map<String, String> words(Locale language) {
        synchronized (byLocale) {
            return byLocale.computeIfAbsent(language, this::load);
        }
    }

    private Map<String, String> load(Locale language) {
        ResourceBundle.Control noFallback =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        Map<String, String> words = new TreeMap<>();
        for (String folder : folders) {
            ResourceBundle bundle = ResourceBundle.getBundle("i18n." + folder + ".messages", language, noFallback);
            bundle.keySet().forEach(key -> words.put(key, bundle.getString(key)));
        }
        return Collections.unmodifiableMap(words);
    }
}
