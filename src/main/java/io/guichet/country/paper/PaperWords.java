package io.guichet.country.paper;

import io.guichet.country.adjudication.Act;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldValues;
import io.guichet.country.field.Headline;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Amounts;
import io.guichet.platform.i18n.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The words of one paper: sentences, amounts and days in the language of who will read it.
public final class PaperWords {

    private static final String LINE = "\n";

    private final Texts texts;
    private final Locale language;

    /// @param language of the paper; the nearest that there is
    public PaperWords(Texts texts, Locale language) {
        this.texts = texts;
        this.language = Texts.nearest(language);
    }

    /// The language that a member speaks where we write it, else the usual one of the country.
    ///
    /// @param groups of the country's member file
    /// @param member the values of the member's file
    /// @param usual  languages of the country, the most usual first
    public static Locale spoken(List<FieldGroup> groups, FieldValues member, List<Locale> usual) {
        FieldSpec field = Headline.of(groups).language();
        return Optional.ofNullable(field).flatMap(each -> member.get(each.key())).map(Locale::of)
                .filter(Texts.LANGUAGES::contains).orElse(usual.getFirst());
    }

    public Locale language() {
        return language;
    }

    /// A sentence.
    public String text(UserMessage message) {
        return texts.get(language, message);
    }

    /// A sentence, its places filled.
    public String text(String key, Object... arguments) {
        return text(UserMessage.of(key, arguments));
    }

    /// An amount without its currency, for a column.
    public String figures(Money amount) {
        return Amounts.in(language).figures(amount);
    }

    /// The same of an amount that somebody worked out; else nothing.
    public String figures(Optional<Money> amount) {
        return amount.map(this::figures).orElse("");
    }

    /// An amount with its currency.
    public String amount(Money amount) {
        return Amounts.in(language).text(amount);
    }

    /// A day.
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(Texts.dayPattern(language), language).format(day);
    }

    /// A day, or both of a period of several days, one above the other.
    public String days(LocalDate from, LocalDate to) {
        return from.equals(to) ? day(from) : day(from) + LINE + day(to);
    }

    /// What people call an act; empty when it is none of those.
    ///
    /// @param known acts of the day of care
    public Optional<String> act(List<Act> known, String code) {
        return known.stream().filter(act -> act.code().equals(code)).findFirst().map(act -> text(act.label()));
    }

    /// How the amounts of a line came about, a sentence each; empty when nobody kept it.
    public String explanation(LineDecision line) {
        return line.steps().stream().map(step -> text(step.sentence())).distinct().collect(Collectors.joining(LINE));
    }

    /// What stands on every paper of the country: who writes, to whom, and when.
    ///
    /// @param name   what people call the member
    /// @param member the values of the member's file
    public Map<String, String> letterhead(CountryPapers papers, String name, FieldValues member, LocalDate today) {
        return new HashMap<>(Map.of("insurer", text(papers.insurer()),
                "insurerLines", papers.insurerLines().stream().map(this::text).collect(Collectors.joining(LINE)),
                "addressee", String.join(LINE, papers.addressee(name, member)), "placeAndDay", day(today)));
    }
}
