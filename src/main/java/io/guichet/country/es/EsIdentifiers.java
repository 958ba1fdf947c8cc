package io.guichet.country.es;

import io.guichet.country.identifier.IdentifierKind;
import java.util.List;

/// The identifiers of Spain. Valid numbers for samples come from the kinds themselves: `Dni.complete`, `Nie.complete`,
/// `Nif.complete`, `Naf.complete`, `Ccc.iban`.
public final class EsIdentifiers {

    /// `es.dni`: a Spanish person.
    public static final Dni DNI = new Dni();
    /// `es.nie`: a foreign person.
    public static final Nie NIE = new Nie();
    /// `es.nif`: a tax payer, organisation or person.
    public static final Nif NIF = new Nif();
    /// `es.naf`: a person in social security.
    public static final Naf NAF = new Naf();

    private EsIdentifiers() {
    }

    /// All of them.
    public static List<IdentifierKind> all() {
        return List.of(DNI, NIE, NIF, NAF);
    }
}
