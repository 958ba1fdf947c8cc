package io.guichet.country.es;

import io.guichet.country.identifier.Digits;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.Shape;
import io.guichet.country.identifier.ShapedIdentifier;

/// The tax number (*número de identificación fiscal*): of an organisation a letter, 7 digits and a control, which is
/// Luhn's digit or the letter that stands for it (sources disagree on which kinds of organisation use which, so both
/// are accepted); of a natural person the DNI or NIE, or K, L or M, 7 digits and the DNI's letter.
///
/// For samples: call `complete` with the letter and 7 digits.
public final class Nif extends ShapedIdentifier {

    private static final int CONTROL = 8;
    private static final String ORGANISATIONS = "ABCDEFGHJNPQRSUVW";
    private static final String PERSONS = "KLM";
    private static final String CONTROL_LETTERS = "JABCDEFGHI";
    private static final Shape ORGANISATION_SHAPE = new Shape("#-########");

    private final Dni dni = new Dni();
    private final Nie nie = new Nie();

    Nif() {
        super("es.nif");
    }

    /// The number of an organisation, with its control digit.
    ///
    /// @param organisation its kind: A for a public limited company, B for a private one …
    /// @param first7       7 digits
    public static String complete(char organisation, String first7) {
        return organisation + first7 + Digits.luhnDigit(first7);
    }

    @Override
    protected IdentifierCheck judge(String compact) {
        if (compact.length() != Dni.LENGTH) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        char first = compact.charAt(0);
        if (Digits.isDigit(first)) {
            return dni.judge(compact);
        }
        if (Nie.isSeries(first)) {
            return nie.judge(compact);
        }
        char control = compact.charAt(CONTROL);
        boolean person = PERSONS.indexOf(first) >= 0;
        boolean written = (person || ORGANISATIONS.indexOf(first) >= 0) && Digits.areDigits(compact, 1, CONTROL)
                && (Digits.isLetter(control) || !person && Digits.isDigit(control));
        if (!written) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        boolean holds = person
                ? control == Dni.letter(Digits.number(compact, 1, CONTROL))
                : organisationControlHolds(compact, control);
        return holds ? IdentifierCheck.valid(compact) : IdentifierCheck.refused(compact, Reason.CHECKSUM);
    }

    private static boolean organisationControlHolds(String compact, char control) {
        int digit = Digits.luhnDigit(compact.substring(1, CONTROL)) - '0';
        return control == '0' + digit || control == CONTROL_LETTERS.charAt(digit);
    }

    @Override
    protected Shape shape(String compact) {
        char first = compact.isEmpty() ? ' ' : compact.charAt(0);
        if (Digits.isDigit(first)) {
            return dni.shape(compact);
        }
        return Nie.isSeries(first) ? nie.shape(compact) : ORGANISATION_SHAPE;
    }

    @Override
    protected boolean shows(int place, int length) {
        return place >= 4 && place < 8;
    }
}
