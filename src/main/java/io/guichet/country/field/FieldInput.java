package io.guichet.country.field;

import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.country.identifier.Identifiers;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.validator.routines.EmailValidator;
import org.jspecify.annotations.Nullable;

/// Between what a person types into a field, what is kept (canonical, see `FieldType`) and what is shown. Knows nothing
/// of screens; safe for use by many threads.
public final class FieldInput {

    private static final int LONGEST_EMAIL = 254;
    private static final String HIDDEN = "••••••";
    /// A field whose key ends so holds a day that has been.
    private static final String BIRTH = ".birthDate";
    private static final int YEARS_AHEAD = 10;

    private final Identifiers identifiers;
    private final Clock clock;
    private final PhoneInput phones = new PhoneInput();
    private final EmailValidator emails = EmailValidator.getInstance();

    /// @param clock tells which century a year of two digits means
    public FieldInput(Identifiers identifiers, Clock clock) {
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// What `typed` means for this field. Canonical values are understood too.
    public Reading read(FieldSpec spec, String typed) {
        String text = clean(typed);
        if (text.isEmpty()) {
            return spec.required() ? refused("country.error.required") : new Reading.Value(null);
        }
        return switch (spec.type()) {
            case FieldType.Text(int maxLength) -> text.codePointCount(0, text.length()) <= maxLength
                    ? new Reading.Value(text) : refused("country.error.tooLong", maxLength);
            case FieldType.Day() -> DayInput.read(text, latestYear(spec))
                    .<Reading>map(day -> new Reading.Value(day.toString())).orElse(refused("country.error.day"));
            case FieldType.Flag() -> text.equals("true") || text.equals("false")
                    ? new Reading.Value(text) : refused("country.error.choice");
            case FieldType.Choice(List<String> options) -> options.contains(text)
                    ? new Reading.Value(text) : refused("country.error.choice");
            case FieldType.Identifier(IdentifierKind kind) -> readIdentifier(kind, text);
            case FieldType.Email() -> text.length() <= LONGEST_EMAIL && emails.isValid(text)
                    ? new Reading.Value(text.toLowerCase(Locale.ROOT)) : refused("country.error.email");
            case FieldType.Phone(String region) -> phones.read(text, region)
                    .<Reading>map(Reading.Value::new).orElse(refused("country.error.phone"));
            case FieldType.Amount(Money most) -> NumberInput.amount(text, most)
                    .<Reading>map(amount -> new Reading.Value(amount.toPlainString())).orElse(refused("country.error.amount", most));
            case FieldType.Count(int least, int most) -> NumberInput.whole(text, least, most)
                    .<Reading>map(count -> new Reading.Value(count.toString())).orElse(refused("country.error.count", least, most));
            case FieldType.Rate(BigDecimal most) -> NumberInput.share(text, most)
                    .<Reading>map(share -> new Reading.Value(share.toPlainString()))
                    .orElse(refused("country.error.rate", most.movePointRight(2)));
            case FieldType.Figure _ -> new Reading.Value(text);
        };
    }

    /// A phone number as people of a region read it.
    ///
    /// @param canonical E.164
    /// @param region    ISO 3166 code of where it is read
    public String phone(String canonical, String region) {
        return phones.format(canonical, region);
    }

    /// A canonical value as it stands in an edit field of somebody who reads `locale`: what `read` takes back. Empty
    /// for null.
    public String edited(FieldSpec spec, @Nullable String canonical, Locale locale) {
        if (canonical == null) {
            return "";
        }
        return switch (spec.type()) {
            case FieldType.Day() -> day(canonical)
                    .map(DateTimeFormatter.ofPattern(Texts.dayPattern(locale), locale)::format).orElse(canonical);
            case FieldType.Identifier(IdentifierKind kind) -> identifiers.complete(kind).format(canonical);
            case FieldType.Phone(String region) -> phones.format(canonical, region);
            case FieldType.Amount _ -> NumberInput.edited(canonical, 2, 2, locale);
            case FieldType.Rate _ -> NumberInput.editedShare(canonical, locale);
            case FieldType.Figure(FieldType.Figure.Unit unit) -> ShownFigures.shown(canonical, unit, locale);
            case FieldType.Text _, FieldType.Flag _, FieldType.Choice _, FieldType.Email _, FieldType.Count _ -> canonical;
        };
    }

    /// A canonical value in words of the language in use: as edited, with choices and flags by their label. Empty for
    /// null.
    public String shown(FieldSpec spec, @Nullable String canonical, Texts texts) {
        if (canonical == null) {
            return "";
        }
        return switch (spec.type()) {
            case FieldType.Choice _ -> label(texts, optionKey(spec, canonical), canonical);
            case FieldType.Flag() -> canonical.equals("true")
                    ? texts.get("country.flag.yes") : texts.get("country.flag.no");
            default -> edited(spec, canonical, texts.locale());
        };
    }

    /// A canonical value with what is secret hidden; for fields that are not `Sensitivity.PLAIN`. Empty for null.
    public String masked(FieldSpec spec, @Nullable String canonical) {
        if (canonical == null) {
            return "";
        }
        return spec.type() instanceof FieldType.Identifier(IdentifierKind kind)
                ? identifiers.complete(kind).mask(canonical) : HIDDEN;
    }

    /// The text key of an option's label.
    public static String optionKey(FieldSpec spec, String option) {
        return spec.key() + "." + option;
    }

    /// What is wrong with the values that differ from `base`. A value that nobody touched keeps nobody from saving.
    public List<FieldProblem> problems(List<FieldGroup> groups, FieldValues base, FieldValues values) {
        List<FieldProblem> problems = new ArrayList<>();
        for (FieldGroup group : groups) {
            for (FieldSpec spec : group.fields()) {
                String value = values.get(spec.key()).orElse(null);
                boolean touched = !Objects.equals(value, base.get(spec.key()).orElse(null));
                if (touched && read(spec, value == null ? "" : value) instanceof Reading.Refused refused) {
                    problems.add(new FieldProblem(spec.key(), refused.problem()));
                }
            }
        }
        return problems;
    }

    private Reading readIdentifier(IdentifierKind kind, String text) {
        IdentifierCheck check = identifiers.complete(kind).check(text);
        Reason reason = check.reason();
        if (reason == null) {
            return new Reading.Value(check.normalized());
        }
        if (check.suggestion() != null) {
            return new Reading.Refused(UserMessage.of("country.error.identifierIncomplete"), check.suggestion());
        }
        return refused(switch (reason) {
            case LENGTH -> "country.error.identifierLength";
            case FORMAT -> "country.error.identifierFormat";
            case CHECKSUM -> "country.error.identifierChecksum";
            case COMPONENT -> "country.error.identifierComponent";
        });
    }

    /// One line without blanks around, letters composed: a name pasted from elsewhere is found again when typed. What
    /// nobody sees goes: soft hyphens, joiners, and marks that turn the direction of the text around them.
    private static String clean(String typed) {
        String line = typed.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE)
                .map(c -> Character.isISOControl(c) || Character.isSpaceChar(c) ? ' ' : c)
                .mapToObj(Character::toString).collect(Collectors.joining());
        return Normalizer.normalize(line, Normalizer.Form.NFC).strip();
    }

    private int latestYear(FieldSpec spec) {
        int thisYear = LocalDate.now(clock).getYear();
        return spec.key().endsWith(BIRTH) ? thisYear : thisYear + YEARS_AHEAD;
    }

    private static Optional<LocalDate> day(String canonical) {
        try {
            return Optional.of(LocalDate.parse(canonical));
        } catch (DateTimeParseException notCanonical) {
            return Optional.empty();
        }
    }

    /// An option that a newer version wrote has no label here.
    private static String label(Texts texts, String key, String option) {
        return texts.has(key) ? texts.get(key) : option;
    }

    private static Reading refused(String key, Object... arguments) {
        return new Reading.Refused(UserMessage.of(key, arguments), null);
    }
}
