package io.guichet.directory.internal;

import io.guichet.country.Card;
import io.guichet.country.Country;
import io.guichet.country.MemberRecords;
import io.guichet.country.cover.MemberCover;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.country.sample.SamplePopulation;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.platform.database.UnitOfWork;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A country of this installation with another cover, or none.
record CoveringCountry(Country real, @Nullable MemberCover scripted) implements Country {

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
    public Optional<MemberCover> cover() {
        return Optional.ofNullable(scripted);
    }

    @Override
    public SamplePopulation sample() {
        return real.sample();
    }
}
