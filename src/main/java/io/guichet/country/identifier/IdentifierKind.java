package io.guichet.country.identifier;

/// One kind of identifier: `fr.nir`, `be.niss`, `iban` … Implementations are stateless.
public interface IdentifierKind {

    /// The kind's name, as `guichet validate` takes it: `fr.nir`.
    String name();

    /// Checks what a person typed: separators (space, dot, dash, slash, plus) are accepted and removed.
    IdentifierCheck check(String typed);

    /// A valid compact value as people write it: `2 95 10 99 126 111 93`.
    String format(String normalized);

    /// A compact value with all but what helps to recognise it hidden: `2 95 10 •• ••• ••• ••`.
    String mask(String normalized);
}
