package io.guichet.country.fr;

import io.guichet.country.identifier.IdentifierKind;
import java.util.List;

/// The identifiers of France. Valid numbers for samples come from the kinds themselves: `Nir.complete`,
/// `Siren.complete`, `Siret.complete`, `Rpps.complete`, `Finess.complete`, `Rib.iban`.
public final class FrIdentifiers {

    /// `fr.nir`: a person.
    public static final Nir NIR = new Nir();
    /// `fr.siren`: a company.
    public static final Siren SIREN = new Siren();
    /// `fr.siret`: one establishment of a company.
    public static final Siret SIRET = new Siret();
    /// `fr.rpps`: a health professional.
    public static final Rpps RPPS = new Rpps();
    /// `fr.finess`: a health establishment.
    public static final Finess FINESS = new Finess();
    /// `fr.idcc`: a collective agreement.
    public static final Idcc IDCC = new Idcc();

    private FrIdentifiers() {
    }

    /// All of them.
    public static List<IdentifierKind> all() {
        return List.of(NIR, SIREN, SIRET, RPPS, FINESS, IDCC);
    }

    /// Whether that is the number of somebody who gives care: an RPPS or a FINESS, as tables have it.
    static boolean isProvider(String number) {
        return number.equals(RPPS.check(number).normalized()) && RPPS.check(number).isValid()
                || number.equals(FINESS.check(number).normalized()) && FINESS.check(number).isValid();
    }

    /// Whether these are the 13 characters of a NIR with its key, as files have it.
    static boolean isWholeNir(String number) {
        return number.length() == Nir.WITHOUT_KEY + 2 && number.equals(NIR.check(number).normalized()) && NIR.check(number).isValid();
    }
}
