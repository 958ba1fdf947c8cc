package io.guichet.bootstrap.benchmark;

import io.guichet.country.adjudication.Act;
import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.country.adjudication.WhatIfForm;
import io.guichet.country.contract.Offer;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Claims that the rules of a country decide, of any country: products, acts and fields are those that its what-if offers, and
/// what the rules miss is filled in.
final class SomeClaims {

    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)]\\.(\\w+)");
    private static final String MISSING = "country.input.missing";
    private static final String OF_LINE = ".whatif.line.";
    private static final List<String> ACTS = List.of("act", "code");
    private static final int TRIES = 12;
    private static final int MOST_LINES = 5;
    private static final int YEARS = 3;
    private static final int DAYS = 365;
    private static final int CHEAPEST = 500;
    private static final int DEAREST = 60_000;

    private final Adjudication rules;
    private final LocalDate today;
    private final Random random;
    private final Map<String, FieldSpec> fields = new HashMap<>();
    private final String act;

    /// @param seed the same seed draws the same claims
    SomeClaims(Adjudication rules, LocalDate today, long seed) {
        this.rules = rules;
        this.today = today;
        random = new Random(seed);
        WhatIfForm form = rules.whatIf();
        for (FieldGroup group : form.line()) {
            for (FieldSpec field : group.fields()) {
                fields.put(field.key().substring(field.key().indexOf(OF_LINE) + OF_LINE.length()), field);
            }
        }
        act = ACTS.stream().filter(fields::containsKey).findFirst().orElseThrow();
    }

    /// So many claims, as the rules read them; none when the country offers no product.
    List<Map<String, Object>> draw(int count) {
        List<Map<String, Object>> claims = new ArrayList<>();
        if (rules.products().isEmpty()) {
            return claims;
        }
        int left = count * TRIES;
        while (claims.size() < count && left-- > 0) {
            claim().ifPresent(claims::add);
        }
        return claims;
    }

    private Optional<Map<String, Object>> claim() {
        List<Offer> products = rules.products();
        LocalDate day = today.minusDays(random.nextInt(YEARS * DAYS));
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = random.nextInt(MOST_LINES); i >= 0; i--) {
            lines.add(line(day));
        }
        Map<String, Object> claim = Map.of("product", products.get(random.nextInt(products.size())).value(), "lines", lines);
        for (int i = 0; i < TRIES; i++) {
            try {
                rules.simulate(ClaimInput.of(claim, ""));
                return Optional.of(claim);
            } catch (InputRefused refused) {
                if (!mend(lines, refused.problem())) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private Map<String, Object> line(LocalDate day) {
        Map<String, Object> line = new HashMap<>();
        fields.forEach((name, field) -> {
            if (field.required()) {
                line.put(name, value(field.type(), day));
            }
        });
        List<Act> acts = rules.acts(day);
        line.put(act, acts.get(random.nextInt(acts.size())).code());
        line.put("careDate", day.toString());
        line.put("charged", Money.euros(random.nextInt(CHEAPEST, DEAREST)).toString());
        return line;
    }

    /// Fills in what is missing of a line.
    private boolean mend(List<Map<String, Object>> lines, FieldProblem problem) {
        Matcher matcher = LINE.matcher(problem.field());
        if (!problem.message().key().equals(MISSING) || !matcher.matches() || !fields.containsKey(matcher.group(2))) {
            return false;
        }
        lines.get(Integer.parseInt(matcher.group(1))).put(matcher.group(2), value(fields.get(matcher.group(2)).type(), today));
        return true;
    }

    private Object value(FieldType type, LocalDate day) {
        return switch (type) {
            case FieldType.Amount(Money most) -> Money.euros(random.nextLong(Math.min(DEAREST, most.minor()))).toString();
            case FieldType.Rate _ -> BigDecimal.valueOf(random.nextInt(100), 2).toPlainString();
            case FieldType.Count(int least, int most) -> Integer.toString(random.nextInt(least, most + 1));
            case FieldType.Choice(List<String> options) -> options.get(random.nextInt(options.size()));
            case FieldType.Flag() -> random.nextBoolean();
            default -> day.toString();
        };
    }
}
