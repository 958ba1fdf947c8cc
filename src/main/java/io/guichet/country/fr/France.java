package io.guichet.country.fr;

import com.google.auto.service.AutoService;
import io.guichet.country.Card;
import io.guichet.country.Country;
import io.guichet.country.MemberRecords;
import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.binding.CardQuery;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.cover.MemberCover;
import io.guichet.country.fr.adjudication.FrenchAdjudication;
import io.guichet.country.fr.claim.FrenchClaimRecords;
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

/// France: complementary health insurance, mostly through the employer, beside the *assurance maladie obligatoire*.
@AutoService(Country.class)
public final class France implements Country {

    private static final CountryCode CODE = new CountryCode("FR");

    private final MemberRecords members = FrMembers.records(CODE, Clock.systemDefaultZone());
    private final List<CardQuery> cards = FrCards.all(CODE);
    private final MemberCover cover = new FrMemberCover(CODE);
    private final ContractRecords contracts = new FrContracts(CODE, Clock.systemDefaultZone(), members.groups());
    private final Adjudication adjudication = new FrenchAdjudication();
    private final ClaimRecords claims = new FrenchClaimRecords(CODE, Clock.systemDefaultZone(), FrIdentifiers::isProvider,
            FrIdentifiers::isWholeNir);

    @Override
    public CountryCode code() {
        return CODE;
    }

    @Override
    public List<Locale> languages() {
        return List.of(Locale.FRENCH);
    }

    @Override
    public List<IdentifierKind> identifiers() {
        return FrIdentifiers.all();
    }

    @Override
    public boolean accountKeyHolds(String bban) {
        return Rib.keyHolds(bban);
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Personne.class, Coordonnees.class, RattachementAmo.class, CompteBancaire.class);
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
    public Optional<CountryPapers> papers() {
        return Optional.of(new FrPapers(new FrStatements(adjudication, cover)));
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
    public SamplePopulation sample() {
        return new FrPopulation(CODE);
    }
}
