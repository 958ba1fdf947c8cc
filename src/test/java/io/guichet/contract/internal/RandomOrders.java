package io.guichet.contract.internal;

import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.Product;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FileRef;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Orders that a clerk might type, from what a country says of its kinds of change. Many of them are refused.
final class RandomOrders {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);
    private static final List<String> ACCOUNTS = List.of("FR1420041010050500013M02606", "BE68539007547034", "ES9121000418450200051332");

    private final Random random;
    private final List<AmendmentKind> kinds;
    private final List<Product> products;
    private int number;

    RandomOrders(Random random, List<AmendmentKind> kinds, List<Product> products) {
        this.random = random;
        this.kinds = kinds;
        this.products = products;
    }

    /// One order for this contract.
    ///
    /// @param people whom it covers
    AmendmentOrder next(String contract, List<FileRef> people) {
        // Kinds that many people are enrolled and terminated by come more often.
        AmendmentKind kind = random.nextInt(3) == 0 ? kinds.stream().filter(AmendmentKind::bulk).toList()
                .get(random.nextInt((int) kinds.stream().filter(AmendmentKind::bulk).count())) : kinds.get(random.nextInt(kinds.size()));
        FileRef subject = kind.subject() == AmendmentKind.Subject.COVERED ? people.get(random.nextInt(people.size())) : null;
        Map<String, @Nullable String> values = new HashMap<>();
        for (FieldSpec field : AmendmentRules.fields(kind)) {
            if (field.required() || random.nextInt(3) > 0) {
                values.put(field.key(), value(field, people));
            }
        }
        number++;
        return new AmendmentOrder(contract, kind.code(), day(), subject, FieldValues.of(values), true);
    }

    private LocalDate day() {
        LocalDate day = FIRST.plusMonths(random.nextInt(8));
        return random.nextInt(4) == 0 ? day.plusDays(random.nextInt(28)) : day;
    }

    private @Nullable String value(FieldSpec field, List<FileRef> people) {
        String key = field.key();
        return switch (field.type()) {
            case FieldType.Choice(List<String> options) -> options.get(random.nextInt(options.size()));
            case FieldType.Flag() -> Boolean.toString(random.nextBoolean());
            case FieldType.Day() -> key.endsWith("birthDate") ? "19" + (60 + random.nextInt(40)) + "-05-17"
                    : FIRST.plusMonths(random.nextInt(12)).plusMonths(1).minusDays(1).toString();
            case FieldType.Email() -> "newcomer" + number + "@example.org";
            case FieldType.Identifier(var kind) -> kind.name().equals("iban") ? ACCOUNTS.get(random.nextInt(ACCOUNTS.size())) : null;
            case FieldType.Phone _, FieldType.Amount _, FieldType.Count _, FieldType.Rate _, FieldType.Figure _ -> null;
            case FieldType.Text(int length) -> text(key, length, people);
        };
    }

    private String text(String key, int length, List<FileRef> people) {
        if (key.endsWith(".head")) {
            return people.get(random.nextInt(people.size())).reference();
        }
        if (key.endsWith(".product") && !products.isEmpty()) {
            return products.get(random.nextInt(products.size())).code();
        }
        if (key.toLowerCase(Locale.ROOT).contains("post")) {
            return length == 4 ? "9000" : "75001";
        }
        if (length < 8) {
            return Integer.toString(50 + random.nextInt(40));
        }
        return "Neu " + Character.toString('A' + number / 26 % 26) + (char) ('a' + number % 26);
    }
}
