package io.guichet.country.adjudication;

import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One object of an input tree (JSON, or what a form holds), read field by field. Knows where it is, so that each refusal
/// says its path, and which fields were asked for, so that `end` refuses what nobody knows. Read by one thread.
///
/// Amounts are texts with at most two decimals (`"30.00"`) or numbers; rates are fractions (`"0.70"`); days are ISO.
public final class ClaimInput {

    /// Cents: ten million euros. Nothing in health care costs more, and sums of many lines stay far from overflow.
    private static final long DEAREST = 1_000_000_000L;
    private static final BigDecimal HIGHEST_RATE = BigDecimal.valueOf(100);
    private static final int CENTS = 2;
    private static final int RATE_DECIMALS = 6;
    private static final int LONGEST_NUMBER = 20;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private final Map<String, ?> fields;
    private final String path;
    private final Set<String> asked = new HashSet<>();

    private ClaimInput(Map<String, ?> fields, String path) {
        this.fields = fields;
        this.path = path;
    }

    /// @param fields texts, numbers, booleans, `Map`s and `List`s of these, by name
    /// @param path   where the object is: `claims[2]`
    public static ClaimInput of(Map<String, ?> fields, String path) {
        return new ClaimInput(fields, path);
    }

    /// Whether the field is there; one that is null is not.
    public boolean has(String field) {
        asked.add(field);
        return fields.get(field) != null;
    }

    /// The path of a field of this object.
    public String path(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    /// A refusal of a field of this object.
    public InputRefused refused(String field, String key, Object... arguments) {
        return new InputRefused(path(field), UserMessage.of(key, arguments));
    }

    /// A text that must be there and say something.
    public String text(String field) throws InputRefused {
        Object value = required(field);
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw refused(field, "country.input.text");
    }

    /// One of the names of `options`, or `otherwise` where the field is not there.
    ///
    /// @param otherwise null when it must be there
    public <E extends Enum<E>> E choice(String field, Class<E> options, @Nullable E otherwise) throws InputRefused {
        if (otherwise != null && !has(field)) {
            return otherwise;
        }
        Object value = required(field);
        for (E option : options.getEnumConstants()) {
            if (option.name().equals(value)) {
                return option;
            }
        }
        throw refused(field, "country.input.choice",
                Arrays.stream(options.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
    }

    /// An amount that must be there: not negative, at most two decimals.
    public Money amount(String field) throws InputRefused {
        BigDecimal number = number(field, required(field), "country.input.amount");
        if (number.signum() < 0 || number.stripTrailingZeros().scale() > CENTS) {
            throw refused(field, "country.input.amount");
        }
        BigDecimal cents = number.movePointRight(CENTS);
        if (cents.compareTo(BigDecimal.valueOf(DEAREST)) > 0) {
            throw refused(field, "country.input.absurd");
        }
        return Money.euros(cents.longValueExact());
    }

    /// An amount, or empty where the field is not there.
    public Optional<Money> amountIf(String field) throws InputRefused {
        return has(field) ? Optional.of(amount(field)) : Optional.empty();
    }

    /// A rate that must be there: a fraction, 0 or more, at most six decimals.
    public BigDecimal rate(String field) throws InputRefused {
        BigDecimal number = number(field, required(field), "country.input.rate");
        if (number.signum() < 0 || number.compareTo(HIGHEST_RATE) > 0 || number.stripTrailingZeros().scale() > RATE_DECIMALS) {
            throw refused(field, "country.input.rate");
        }
        return number;
    }

    /// A whole number within bounds, or `otherwise` where the field is not there.
    public int whole(String field, int least, int most, int otherwise) throws InputRefused {
        if (!has(field)) {
            return otherwise;
        }
        BigDecimal number = number(field, required(field), "country.input.whole", least, most);
        if (number.stripTrailingZeros().scale() > 0 || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw refused(field, "country.input.whole", least, most);
        }
        return number.intValueExact();
    }

    /// A day that must be there.
    public LocalDate day(String field) throws InputRefused {
        if (required(field) instanceof String text) {
            try {
                LocalDate day = LocalDate.parse(text.strip());
                if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                    return day;
                }
            } catch (DateTimeException noSuchDay) {
                throw refused(field, "country.input.day");
            }
        }
        throw refused(field, "country.input.day");
    }

    /// True or false, or `otherwise` where the field is not there.
    public boolean flag(String field, boolean otherwise) throws InputRefused {
        if (!has(field)) {
            return otherwise;
        }
        if (fields.get(field) instanceof Boolean flag) {
            return flag;
        }
        throw refused(field, "country.input.flag");
    }

    /// An object that must be there.
    public ClaimInput object(String field) throws InputRefused {
        return object(required(field), path(field));
    }

    /// Whether the field holds several values rather than one.
    public boolean isList(String field) {
        return has(field) && fields.get(field) instanceof List<?>;
    }

    /// The objects of a list that must be there and hold at least one.
    public List<ClaimInput> objects(String field) throws InputRefused {
        List<ClaimInput> objects = new ArrayList<>();
        for (Object each : list(field)) {
            objects.add(object(each, path(field) + "[" + objects.size() + "]"));
        }
        return objects;
    }

    /// The amounts of a list that must be there and hold at least one.
    public List<Money> amounts(String field) throws InputRefused {
        List<Money> amounts = new ArrayList<>();
        for (Object each : list(field)) {
            String name = field + "[" + amounts.size() + "]";
            ClaimInput element = new ClaimInput(each == null ? Map.of() : Map.of(name, each), path);
            amounts.add(element.amount(name));
        }
        return amounts;
    }

    /// Refuses what nobody asked for. Call it when all that an object can say was read.
    public void end() throws InputRefused {
        for (String field : fields.keySet()) {
            if (!asked.contains(field)) {
                throw refused(field, "country.input.unknown");
            }
        }
    }

    private List<?> list(String field) throws InputRefused {
        if (required(field) instanceof List<?> list && !list.isEmpty()) {
            return list;
        }
        throw refused(field, "country.input.list");
    }

    @SuppressWarnings("unchecked")
    private static ClaimInput object(@Nullable Object value, String path) throws InputRefused {
        if (value instanceof Map<?, ?> object) {
            return new ClaimInput((Map<String, ?>) object, path);
        }
        throw new InputRefused(path, UserMessage.of("country.input.object"));
    }

    private Object required(String field) throws InputRefused {
        asked.add(field);
        Object value = fields.get(field);
        if (value == null) {
            throw refused(field, "country.input.missing");
        }
        return value;
    }

    private BigDecimal number(String field, Object value, String complaint, Object... arguments) throws InputRefused {
        String text = value instanceof Number || value instanceof String ? value.toString().strip() : "";
        if (text.length() <= LONGEST_NUMBER && isDecimal(text)) {
            return new BigDecimal(text);
        }
        throw refused(field, complaint, arguments);
    }

    /// Digits, with digits after a point or without, and perhaps a sign before. By hand: big files are read through it.
    private static boolean isDecimal(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int whole = digits(text, at);
        if (whole == at || whole == text.length()) {
            return whole > at;
        }
        int end = digits(text, whole + 1);
        return text.charAt(whole) == '.' && end > whole + 1 && end == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
