package io.guichet.country.fr.claim;

import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.field.FieldValues;
import io.guichet.country.fr.adjudication.Basket;
import io.guichet.country.fr.adjudication.CareAct;
import io.guichet.country.fr.adjudication.Sector;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what came in, and says everything that is wrong with it at once.
final class EntryCheck {

    private static final long DEAREST = 100_000_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2005, 1, 1);
    private static final int MOST_LINES = 200;
    private static final int LONGEST_STAY = 3_660;

    private static final Pattern QUANTITY = Pattern.compile("[1-9][0-9]?");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,2})?");
    private static final Pattern RATE = Pattern.compile("(0(\\.[0-9]{1,6})?|1(\\.0{1,6})?)");

    private final Predicate<String> provider;
    private final LocalDate today;
    private final List<FieldProblem> problems = new ArrayList<>();
    private String place = "";

    /// @param provider whether a number can be an RPPS or a FINESS
    EntryCheck(Predicate<String> provider, LocalDate today) {
        this.provider = provider;
        this.today = today;
    }

    /// What came in.
    ///
    /// @param acts     good for something while there are no problems
    /// @param problems everything that is wrong with it
    record Entry(LocalDate received, @Nullable String invoice, List<EnteredAct> acts, List<FieldProblem> problems) {
    }

    /// Reads a claim.
    static Entry read(ClaimIntake intake, Predicate<String> provider, LocalDate today) {
        EntryCheck check = new EntryCheck(provider, today);
        LocalDate received = check.received(intake.claim());
        List<EnteredAct> acts = check.acts(intake, received);
        return new Entry(received, intake.claim().get(ClaimFields.INVOICE).orElse(null), acts, check.problems());
    }

    /// What is wrong with what was read last.
    List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    /// The acts of a claim; only good for something while there are no `problems`.
    List<EnteredAct> acts(ClaimIntake intake, LocalDate received) {
        List<EnteredAct> acts = new ArrayList<>();
        if (intake.lines().isEmpty() || intake.lines().size() > MOST_LINES) {
            problems.add(new FieldProblem("lines", UserMessage.of("fr.claim.error.lines", MOST_LINES)));
            return acts;
        }
        for (FieldValues line : intake.lines()) {
            place = "lines[" + acts.size() + "].";
            acts.add(act(line, received));
        }
        place = "";
        return acts;
    }

    /// The day a claim came in: today when nobody says.
    LocalDate received(FieldValues claim) {
        Optional<String> said = claim.get(ClaimFields.RECEIVED);
        LocalDate received = said.isEmpty() ? today : day(said.get(), ClaimFields.RECEIVED);
        if (received.isAfter(today)) {
            problem(ClaimFields.RECEIVED, "fr.claim.error.future");
        }
        return received;
    }

    private EnteredAct act(FieldValues line, LocalDate received) {
        String code = line.get(ClaimFields.ACT).orElse("");
        if (CareAct.of(code) == null) {
            problem(ClaimFields.ACT, code.isEmpty() ? "country.input.missing" : "fr.input.act");
        }
        LocalDate day = day(line.get(ClaimFields.DAY).orElse(""), ClaimFields.DAY);
        LocalDate last = line.get(ClaimFields.LAST_DAY).map(text -> day(text, ClaimFields.LAST_DAY)).orElse(day);
        if (last.isBefore(day) || last.toEpochDay() - day.toEpochDay() > LONGEST_STAY) {
            problem(ClaimFields.LAST_DAY, "fr.input.stay");
            last = day;
        }
        if (day.isAfter(received) || last.isAfter(received)) {
            problem(day.isAfter(received) ? ClaimFields.DAY : ClaimFields.LAST_DAY, "fr.claim.error.careAfter");
        } else if (day.isBefore(FIRST_DAY)) {
            problem(ClaimFields.DAY, "fr.claim.error.long");
        }
        long charged = amount(line, ClaimFields.CHARGED);
        if (charged < 0 && problems.stream().noneMatch(problem -> problem.field().equals(place + ClaimFields.CHARGED))) {
            problem(ClaimFields.CHARGED, "country.input.missing");
        }
        long publicPaid = amount(line, ClaimFields.PUBLIC_PAID);
        if (publicPaid > Math.max(charged, 0)) {
            problem(ClaimFields.PUBLIC_PAID, "fr.claim.error.publicPaid");
        }
        @Nullable String who = line.get(ClaimFields.PROVIDER).orElse(null);
        if (who != null && !provider.test(who)) {
            problem(ClaimFields.PROVIDER, "fr.claim.error.provider");
        }
        return new EnteredAct(code, day, last, quantity(line), Math.max(charged, 0), who,
                choice(line, ClaimFields.SECTOR, Sector.class), line.get(ClaimFields.PATHWAY).map("true"::equals).orElse(null),
                choice(line, ClaimFields.BASKET, Basket.class), amount(line, ClaimFields.BASE), rate(line), publicPaid);
    }

    private LocalDate day(String text, String field) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            problem(field, text.isEmpty() ? "country.input.missing" : "country.input.day");
            return FIRST_DAY;
        }
    }

    private int quantity(FieldValues line) {
        String text = line.get(ClaimFields.QUANTITY).orElse("1");
        if (!QUANTITY.matcher(text).matches()) {
            problem(ClaimFields.QUANTITY, "country.input.whole", 1, 99);
            return 1;
        }
        return Integer.parseInt(text);
    }

    /// Cents; −1 where nothing is said, or nothing that can be.
    private long amount(FieldValues line, String field) {
        String text = line.get(field).orElse("");
        if (text.isEmpty()) {
            return -1;
        }
        if (!AMOUNT.matcher(text).matches()) {
            problem(field, "country.input.amount");
            return -1;
        }
        long cents = new BigDecimal(text).movePointRight(2).longValueExact();
        if (cents > DEAREST) {
            problem(field, "country.input.absurd");
            return -1;
        }
        return cents;
    }

    private @Nullable BigDecimal rate(FieldValues line) {
        String text = line.get(ClaimFields.RATE).orElse("");
        if (text.isEmpty()) {
            return null;
        }
        if (!RATE.matcher(text).matches()) {
            problem(ClaimFields.RATE, "fr.input.rateAbove");
            return null;
        }
        return new BigDecimal(text);
    }

    private <E extends Enum<E>> @Nullable E choice(FieldValues line, String field, Class<E> options) {
        String text = line.get(field).orElse("");
        for (E option : options.getEnumConstants()) {
            if (option.name().equals(text)) {
                return option;
            }
        }
        if (!text.isEmpty()) {
            problem(field, "country.input.choice", String.join(", ", List.of(options.getEnumConstants()).stream().map(Enum::name).toList()));
        }
        return null;
    }

    private void problem(String field, String key, Object... arguments) {
        problems.add(new FieldProblem(place + field, UserMessage.of(key, arguments)));
    }
}
