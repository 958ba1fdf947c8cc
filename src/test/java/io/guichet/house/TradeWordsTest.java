package io.guichet.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.bootstrap.TextFolders;
import io.guichet.country.Countries;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One thing has one word in a language, on screens as in commands. A country's own folder keeps its country's words.
class TradeWordsTest {

    private final Texts texts = Texts.of(TextFolders.of(Countries.load()));

    /// Words that once stood beside the chosen one: member assuré, verzekerde, Versicherte, asegurado; contract contrat,
    /// polis, Vertrag, póliza; claim décompte, afrekening, Leistungsantrag, reembolso; company entreprise, onderneming,
    /// Unternehmen, empresa.
    private static final Map<String, Pattern> OTHER_WORDS = Map.of(
            "fr", words("adhérents?|affiliés?|membres?|sociétés?|polices?|sinistres?"),
            "nl", words("lid|leden|ledennummer|lidnummer|contract|contracten|aangiften?|bedrijf|bedrijven"),
            "de", words("Mitglied(er|s|ern)?|Mitgliedsn\\p{L}+|Firm(a|en)|Leistungsf(all|älle)|Leistungsabrechnung(en)?|Abrechnung(en)?"),
            "es", words("afiliados?|miembros?|socios?|siniestros?|contratos?|sociedad(es)?"));

    private static Pattern words(String any) {
        return Pattern.compile("(?<!\\p{L})(" + any + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    @Test
    void kindsOfFilesAreNamedAlikeEverywhere() {
        for (Locale language : Texts.LANGUAGES) {
            for (FileKind kind : FileKind.values()) {
                assertThat(texts.get(language, UserMessage.of("shell.kind." + kind.code()))).as(language + " " + kind)
                        .isEqualTo(texts.get(language, UserMessage.of("directory.card.kind." + kind.code())));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "nl", "de", "es"})
    void noTextUsesAnotherWordForTheSame(String language) {
        Pattern others = OTHER_WORDS.getOrDefault(language, words("-"));
        assertThat(Places.folders(Places.TEXTS).stream().filter(folder -> !Places.countries().contains(folder))
                .map(folder -> TextFile.read(Places.TEXTS.resolve(folder).resolve("messages_" + language + ".properties")))
                .flatMap(file -> file.entries().stream())
                .filter(entry -> others.matcher(entry.value()).find())
                .map(entry -> entry.key() + " = " + entry.value())).isEmpty();
    }

    /// A pattern swallows a single apostrophe: what is left is no word.
    @Test
    void noFrenchTextLostItsApostrophe() {
        Pattern run = words("(qu|quelqu|jusqu|lorsqu|puisqu)(il|ils|on|un|une|au|aux|aucun|aucune)|[cns]est|[cns]était|"
                + "sagit|na|ny|nexiste|nont|dabord|d(une|autre|autres|effet|assuré|avenant|entreprise|abandonner)|"
                + "[lds](avenant|assuré|entreprise|aperçu|en-tête|autre|appuie|identifiant|adresse|option|enregistr\\p{L}+|appliqué\\p{L}*|annul\\p{L}+)");
        assertThat(Places.folders(Places.TEXTS).stream()
                .map(folder -> TextFile.read(Places.TEXTS.resolve(folder).resolve("messages_fr.properties")))
                .flatMap(file -> file.entries().stream())
                .filter(entry -> run.matcher(entry.value()).find())
                .map(entry -> entry.key() + " = " + entry.value())).isEmpty();
    }
}
