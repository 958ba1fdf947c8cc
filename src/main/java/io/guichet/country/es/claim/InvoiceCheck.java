package io.guichet.country.es.claim;

import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.es.adjudication.MedicalAct;
import io.guichet.country.es.claim.Invoice.Line;
import io.guichet.country.es.sql.EsSql;
import io.guichet.country.field.FieldValues;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what came in. Everything that is wrong is said, each at its field; what is right becomes an `Invoice`.
final class InvoiceCheck {

    private static final String EURO = "EUR";
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0).map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final int MOST_LINES = 200;
    private static final int RATE_DECIMALS = 6;
    private static final BigDecimal HIGHEST_RATE = BigDecimal.valueOf(1_000_000);

    private final ClaimIntake intake;
    private final LocalDate today;
    private final IdentifierKind nif;
    private final List<FieldProblem> problems = new ArrayList<>();

    private InvoiceCheck(ClaimIntake intake, LocalDate today, IdentifierKind nif) {
        this.intake = intake;
        this.today = today;
        this.nif = nif;
    }

    /// What was read: the invoice, or what is wrong with it.
    record Read(@Nullable Invoice invoice, List<FieldProblem> problems) {
    }

    /// @param today care and papers of later days cannot be
    /// @param nif   the tax number of who makes invoices
    static Read read(ClaimIntake intake, LocalDate today, IdentifierKind nif) {
        InvoiceCheck check = new InvoiceCheck(intake, today, nif);
        Invoice invoice = check.invoice();
        return check.problems.isEmpty() ? new Read(invoice, List.of()) : new Read(null, check.problems);
    }

    private Invoice invoice() {
        FieldValues claim = intake.claim();
        Optional<UUID> member = EsSql.key(intake.member());
        if (member.isEmpty()) {
            problems.add(new FieldProblem("member", UserMessage.of("es.claim.error.member")));
        }
        LocalDate received = day(claim, ClaimFields.RECEIVED, ClaimFields.RECEIVED, today);
        if (received.isAfter(today)) {
            wrong(ClaimFields.RECEIVED, "es.claim.error.future", today);
        }
        String provider = text(claim, ClaimFields.PROVIDER, ClaimFields.LONGEST_PROVIDER);
        if (provider == null) {
            wrong(ClaimFields.PROVIDER, "country.error.required");
        }
        String territory = claim.get(ClaimFields.TERRITORY).orElse(ClaimFields.AT_HOME);
        if (!territory.equals(ClaimFields.AT_HOME) && !territory.equals(ClaimFields.ABROAD)) {
            wrong(ClaimFields.TERRITORY, "country.error.choice");
        }
        String currency = claim.get(ClaimFields.CURRENCY).orElse(EURO).toUpperCase(Locale.ROOT);
        if (!CURRENCIES.contains(currency)) {
            wrong(ClaimFields.CURRENCY, "es.claim.error.currency");
        }
        BigDecimal rate = rate(currency);
        if (intake.lines().isEmpty() || intake.lines().size() > MOST_LINES) {
            wrong("lines", "es.claim.error.lines", MOST_LINES);
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < intake.lines().size(); i++) {
            lines.add(line(intake.lines().get(i), "lines[" + i + "].", received, rate));
        }
        return new Invoice(member.orElse(new UUID(0, 0)), received, provider == null ? "" : provider, taxNumber(),
                text(claim, ClaimFields.INVOICE, ClaimFields.LONGEST_INVOICE), flag(claim), territory.equals(ClaimFields.ABROAD),
                currency, rate, lines);
    }

    /// The tax number of the provider; an invoice that says a wrong one is refused, one that says none is looked at.
    private @Nullable String taxNumber() {
        Optional<String> typed = intake.claim().get(ClaimFields.PROVIDER_NIF).filter(text -> !text.isBlank());
        if (typed.isEmpty()) {
            return null;
        }
        IdentifierCheck checked = nif.check(typed.get());
        if (!checked.isValid()) {
            wrong(ClaimFields.PROVIDER_NIF, "es.claim.error.providerNif");
        }
        return checked.normalized();
    }

    private boolean flag(FieldValues claim) {
        String flag = claim.get(ClaimFields.IN_NETWORK).orElse("false");
        if (!flag.equals("true") && !flag.equals("false")) {
            wrong(ClaimFields.IN_NETWORK, "country.error.choice");
        }
        return flag.equals("true");
    }

    /// Euros for one unit. A claim in another currency without one is refused: nobody may guess what was paid.
    private @Nullable BigDecimal rate(String currency) {
        Optional<String> typed = intake.claim().get(ClaimFields.RATE);
        if (currency.equals(EURO)) {
            if (typed.isPresent()) {
                wrong(ClaimFields.RATE, "es.claim.error.rateOfEuros");
            }
            return null;
        }
        if (typed.isEmpty()) {
            wrong(ClaimFields.RATE, "es.claim.error.rateMissing", currency);
            return null;
        }
        try {
            BigDecimal rate = new BigDecimal(typed.get().replace(',', '.'));
            if (rate.signum() > 0 && rate.stripTrailingZeros().scale() <= RATE_DECIMALS && rate.compareTo(HIGHEST_RATE) < 0) {
                return rate;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        wrong(ClaimFields.RATE, "es.claim.error.rate");
        return null;
    }

    private Line line(FieldValues line, String place, LocalDate received, @Nullable BigDecimal rate) {
        MedicalAct act = line.get(ClaimFields.ACT).flatMap(MedicalAct::of).orElse(null);
        if (act == null) {
            wrong(place + ClaimFields.ACT, "es.claim.error.act");
        }
        LocalDate day = line.get(ClaimFields.CARE_DAY).isEmpty() ? null
                : day(line, ClaimFields.CARE_DAY, place + ClaimFields.CARE_DAY, received);
        if (day == null) {
            wrong(place + ClaimFields.CARE_DAY, "country.error.required");
        } else if (day.isAfter(received)) {
            wrong(place + ClaimFields.CARE_DAY, "es.claim.error.careAfter", received);
        }
        long charged = charged(line, place + ClaimFields.CHARGED);
        long euros = rate == null ? charged
                : rate.multiply(BigDecimal.valueOf(charged)).setScale(0, RoundingMode.HALF_UP).longValue();
        if (euros > ClaimFields.DEAREST.minor() && charged <= ClaimFields.DEAREST.minor()) {
            wrong(place + ClaimFields.CHARGED, "country.input.absurd");
        }
        return new Line(act == null ? MedicalAct.CONSULTA : act, day == null ? received : day,
                text(line, ClaimFields.CONCEPT, ClaimFields.LONGEST_CONCEPT), charged, euros);
    }

    private long charged(FieldValues line, String field) {
        Optional<String> typed = line.get(ClaimFields.CHARGED);
        if (typed.isEmpty()) {
            wrong(field, "country.error.required");
            return 0;
        }
        try {
            BigDecimal cents = new BigDecimal(typed.get()).movePointRight(2);
            if (cents.compareTo(BigDecimal.valueOf(ClaimFields.DEAREST.minor())) > 0) {
                wrong(field, "country.input.absurd");
                return 0;
            }
            if (cents.signum() > 0 && cents.stripTrailingZeros().scale() <= 0) {
                return cents.longValueExact();
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        wrong(field, "es.claim.error.charged");
        return 0;
    }

    private LocalDate day(FieldValues values, String key, String field, LocalDate otherwise) {
        Optional<String> text = values.get(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text.get());
        } catch (DateTimeException noDay) {
            wrong(field, "country.error.day");
            return otherwise;
        }
    }

    private @Nullable String text(FieldValues values, String key, int longest) {
        String text = values.get(key).map(String::strip).orElse(null);
        if (text != null && text.length() > longest) {
            wrong(key, "country.error.tooLong", longest);
        }
        return text;
    }

    private void wrong(String field, String key, Object... arguments) {
        problems.add(new FieldProblem(field, UserMessage.of(key, arguments)));
    }
}
