package io.guichet.country.field;

import io.guichet.country.identifier.IdentifierKind;
import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/// What a field holds. Values travel in one canonical text form, so that they can be compared, merged, audited and
/// exported alike; the empty field is absent.
public sealed interface FieldType {

    /// Free text, stripped, at most `maxLength` characters.
    record Text(int maxLength) implements FieldType {
    }

    /// A day; canonical `2026-11-21`.
    record Day() implements FieldType {
    }

    /// `true` or `false`.
    record Flag() implements FieldType {
    }

    /// One of `options`; the label of an option is the text `<field key>.<option>`.
    record Choice(List<String> options) implements FieldType {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /// An identifier; canonical is its compact form.
    record Identifier(IdentifierKind kind) implements FieldType {
    }

    /// An e-mail address, canonical in lower case.
    record Email() implements FieldType {
    }

    /// A phone number; canonical E.164 (`+33612345678`). Numbers without a country prefix are read as of `region`.
    record Phone(String region) implements FieldType {
    }

    /// An amount of euros, 0 or more; canonical `12.30`. Typed with point or comma.
    ///
    /// @param most the largest that is taken
    record Amount(Money most) implements FieldType {
        public Amount {
            Objects.requireNonNull(most);
        }
    }

    /// A whole number; canonical in digits.
    record Count(int least, int most) implements FieldType {
    }

    /// A share, typed and shown in percent; canonical as a fraction: `0.8` is 80 %.
    ///
    /// @param most the largest that is taken, as a fraction
    record Rate(BigDecimal most) implements FieldType {
        public Rate {
            Objects.requireNonNull(most);
        }
    }

    /// A figure that is shown as each language writes it, and never typed.
    record Figure(Unit unit) implements FieldType {

        /// What the figure says, and how it travels.
        public enum Unit {
            /// An amount of money with its ISO 4217 code: `1284.50 EUR`.
            MONEY,
            /// A share in per cent: `75`, `12.50`.
            PERCENT,
            /// A month of every year by its number, `1` to `12`; shown by its name.
            MONTH,
            /// How many, in digits.
            NUMBER
        }

        public Figure {
            Objects.requireNonNull(unit);
        }
    }
}
