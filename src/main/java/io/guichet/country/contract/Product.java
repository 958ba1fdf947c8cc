package io.guichet.country.contract;

import java.util.List;
import java.util.Objects;

/// Something this insurer sells.
///
/// @param code    the country's key
/// @param name    commercial name
/// @param options codes of its options; empty when there is nothing to choose
/// @param sample  invented for demonstrations
public record Product(String code, String name, List<String> options, boolean sample) {

    public Product {
        Objects.requireNonNull(code);
        Objects.requireNonNull(name);
        options = List.copyOf(options);
    }
}
