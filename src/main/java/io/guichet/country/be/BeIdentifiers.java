package io.guichet.country.be;

import io.guichet.country.identifier.IdentifierKind;
import java.util.List;

/// The identifiers of Belgium. Valid numbers for samples come from the kinds themselves: `Niss.complete`,
/// `Enterprise.complete`, `Inami.complete`, `Ogm.complete`, `BelgianAccount.iban`.
public final class BeIdentifiers {

    /// `be.niss`: a person.
    public static final Niss NISS = new Niss();
    /// `be.enterprise`: a company.
    public static final Enterprise ENTERPRISE = new Enterprise();
    /// `be.inami`: a health professional.
    public static final Inami INAMI = new Inami();
    /// `be.ogm`: the structured message of a payment.
    public static final Ogm OGM = new Ogm();

    private BeIdentifiers() {
    }

    /// All of them.
    public static List<IdentifierKind> all() {
        return List.of(NISS, ENTERPRISE, INAMI, OGM);
    }
}
