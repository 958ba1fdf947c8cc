package io.guichet.country.identifier;

import fr.marcwrobel.jbanking.IsoCountry;
import fr.marcwrobel.jbanking.checkdigit.IbanCheckDigit;
import fr.marcwrobel.jbanking.iban.BbanStructure;
import fr.marcwrobel.jbanking.iban.RandomIban;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.kernel.CountryCode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// An international bank account number: ISO 13616, and the national key of the countries that are known. Libraries
/// check the first alone and let wrong national keys through.
///
/// A country describes its field with `new Iban()`; whoever checks asks `Identifiers.complete` for the kind that knows
/// every country's key.
public final class Iban extends ShapedIdentifier {

    /// The kind's name.
    public static final String NAME = "iban";

    private static final int SHORTEST = 5;
    private static final int LONGEST = 34;
    private static final int BBAN = 4;
    private static final int SHOWN_AT_END = 4;
    private static final Shape[] SHAPES = shapes();

    private final Map<String, Predicate<String>> nationalKeys;
    private final Map<BbanStructure, Integer> lengths = new ConcurrentHashMap<>();

    /// ISO 13616 alone.
    public Iban() {
        this(Map.of());
    }

    /// @param nationalKeys for each country code (`FR`), whether an account of it carries the right national key
    public Iban(Map<String, Predicate<String>> nationalKeys) {
        super(NAME);
        this.nationalKeys = Map.copyOf(nationalKeys);
    }

    /// The IBAN of a national account number, its international key computed: for samples.
    ///
    /// @param bban the account number of that country, its national key included
    public static String of(CountryCode country, String bban) {
        return country.value() + IbanCheckDigit.INSTANCE.calculate(country.value() + "00" + bban) + bban;
    }

    @Override
    protected IdentifierCheck judge(String compact) {
        if (compact.length() < SHORTEST || compact.length() > LONGEST) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        if (!Digits.areLettersOrDigits(compact) || !Digits.isLetter(compact.charAt(0))
                || !Digits.isLetter(compact.charAt(1)) || !Digits.areDigits(compact, 2, BBAN)) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        String country = compact.substring(0, 2);
        Optional<BbanStructure> structure = IsoCountry.fromAlpha2Code(country).flatMap(BbanStructure::forCountry);
        if (structure.isEmpty()) {
            return IdentifierCheck.refused(compact, Reason.COMPONENT);
        }
        if (compact.length() != lengths.computeIfAbsent(structure.get(), Iban::lengthOf)) {
            return IdentifierCheck.refused(compact, Reason.LENGTH);
        }
        if (!IbanCheckDigit.INSTANCE.validate(compact)) {
            return IdentifierCheck.refused(compact, Reason.CHECKSUM);
        }
        if (!fr.marcwrobel.jbanking.iban.Iban.isValid(compact)) {
            return IdentifierCheck.refused(compact, Reason.FORMAT);
        }
        Predicate<String> nationalKey = nationalKeys.get(country);
        return nationalKey == null || nationalKey.test(compact.substring(BBAN))
                ? IdentifierCheck.valid(compact)
                : IdentifierCheck.refused(compact, Reason.CHECKSUM);
    }

    /// jbanking knows each country's length but does not tell it; a generated example does.
    private static int lengthOf(BbanStructure structure) {
        IsoCountry country = Objects.requireNonNull(IsoCountry.valueOf(structure.name()));
        return new RandomIban(new Random(0)).next(country).toString().length();
    }

    @Override
    protected Shape shape(String compact) {
        return SHAPES[Math.min(compact.length(), LONGEST)];
    }

    @Override
    protected boolean shows(int place, int length) {
        return place < 2 || length > BBAN + SHOWN_AT_END && place >= length - SHOWN_AT_END;
    }

    private static Shape[] shapes() {
        Shape[] shapes = new Shape[LONGEST + 1];
        StringBuilder pattern = new StringBuilder();
        for (int length = 0; length <= LONGEST; length++) {
            shapes[length] = new Shape(pattern.toString());
            if (length > 0 && length % 4 == 0) {
                pattern.append(' ');
            }
            pattern.append('#');
        }
        return shapes;
    }
}
