package io.guichet.testing;

import io.guichet.country.Card;
import io.guichet.country.Country;
import io.guichet.country.MemberRecords;
import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.country.sample.SamplePopulation;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.platform.database.UnitOfWork;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A country that has rules and nothing else: for tests of what works with the rules of any country.
public final class Testland implements Country {

    public static final CountryCode CODE = new CountryCode("TL");

    private final Adjudication rules;

    public Testland() {
        this(new TestlandRules());
    }

    /// The same land under other rules.
    public Testland(Adjudication rules) {
        this.rules = rules;
    }

    @Override
    public CountryCode code() {
        return CODE;
    }

    @Override
    public Optional<Adjudication> adjudication() {
        return Optional.of(rules);
    }

    @Override
    public List<Locale> languages() {
        return List.of(Locale.ENGLISH);
    }

    @Override
    public List<IdentifierKind> identifiers() {
        return List.of();
    }

    @Override
    public boolean accountKeyHolds(String bban) {
        return true;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public MemberRecords members() {
        throw new UnsupportedOperationException("nobody lives in Testland");
    }

    @Override
    public Optional<Card> card(UnitOfWork work, FileKind kind, String reference) {
        return Optional.empty();
    }

    @Override
    public SamplePopulation sample() {
        throw new UnsupportedOperationException("nobody lives in Testland");
    }
}
