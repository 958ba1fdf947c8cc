package io.guichet.reimbursement.internal;

import io.guichet.country.Card;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.MemberRecords;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.country.sample.SamplePopulation;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.platform.database.UnitOfWork;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A country of this installation with claims of another kind.
record ClaimingCountry(Country real, ClaimRecords kept) implements Country {

    /// The countries of this installation, that of `Slips` with slips.
    static Countries countries() {
        return Countries.of(Countries.load().all().stream().<Country>map(country ->
                country.code().equals(Slips.COUNTRY) ? new ClaimingCountry(country, new SlipClaims()) : country).toList());
    }

    @Override
    public CountryCode code() {
        return real.code();
    }

    @Override
    public List<Locale> languages() {
        return real.languages();
    }

    @Override
    public List<IdentifierKind> identifiers() {
        return real.identifiers();
    }

    @Override
    public boolean accountKeyHolds(String bban) {
        return real.accountKeyHolds(bban);
    }

    @Override
    public List<Class<?>> entities() {
        return real.entities();
    }

    @Override
    public MemberRecords members() {
        return real.members();
    }

    @Override
    public Optional<Card> card(UnitOfWork work, FileKind kind, String reference) {
        return real.card(work, kind, reference);
    }

    @Override
    public Optional<ClaimRecords> claims() {
        return Optional.of(kept);
    }

    @Override
    public SamplePopulation sample() {
        return real.sample();
    }
}
