package io.guichet.country.be;

import com.google.auto.service.AutoService;
import io.guichet.country.Card;
import io.guichet.country.Country;
import io.guichet.country.MemberRecords;
import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.be.adjudication.BeAdjudication;
import io.guichet.country.be.claim.BeClaims;
import io.guichet.country.binding.CardQuery;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.cover.MemberCover;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.country.paper.CountryPapers;
import io.guichet.country.sample.SamplePopulation;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.platform.database.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Belgium: hospitalisation, ambulatory and dental policies of employers, beside the mutualities.
@AutoService(Country.class)
public final class Belgium implements Country {

    private static final CountryCode CODE = new CountryCode("BE");

    private final Clock clock = Clock.systemDefaultZone();
    private final MemberRecords members = BeMembers.records(CODE, clock);
    private final MemberCover cover = new BeMemberCover(CODE);
    private final ContractRecords contracts = new BeContracts(CODE, members, clock);
    private final Adjudication adjudication = new BeAdjudication();
    private final ClaimRecords claims = new BeClaims(CODE, BeIdentifiers.INAMI, clock);
    private final List<CardQuery> cards = BeCards.all(CODE);

    @Override
    public CountryCode code() {
        return CODE;
    }

    @Override
    public List<Locale> languages() {
        return List.of(Locale.of("nl"), Locale.FRENCH, Locale.GERMAN);
    }

    @Override
    public List<IdentifierKind> identifiers() {
        return BeIdentifiers.all();
    }

    @Override
    public boolean accountKeyHolds(String bban) {
        return BelgianAccount.keyHolds(bban);
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Verzekerde.class, Contactgegevens.class, MutualiteitAansluiting.class, Bankrekening.class);
    }

    @Override
    public MemberRecords members() {
        return members;
    }

    @Override
    public Optional<Card> card(UnitOfWork work, FileKind kind, String reference) {
        return cards.stream().filter(card -> card.kind() == kind).findFirst()
                .flatMap(card -> card.find(work, reference));
    }

    @Override
    public Optional<MemberCover> cover() {
        return Optional.of(cover);
    }

    @Override
    public Optional<ContractRecords> contracts() {
        return Optional.of(contracts);
    }

    @Override
    public Optional<Adjudication> adjudication() {
        return Optional.of(adjudication);
    }

    @Override
    public Optional<ClaimRecords> claims() {
        return Optional.of(claims);
    }

    @Override
    public Optional<CountryPapers> papers() {
        return Optional.of(new BePapers(new BeStatements(adjudication)));
    }

    @Override
    public SamplePopulation sample() {
        return new BePopulation();
    }
}
