package io.guichet.country.es;

import com.google.auto.service.AutoService;
import io.guichet.country.Card;
import io.guichet.country.Country;
import io.guichet.country.MemberRecords;
import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.binding.CardQuery;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.cover.MemberCover;
import io.guichet.country.es.adjudication.SpanishAdjudication;
import io.guichet.country.es.claim.SpanishClaimRecords;
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

/// Spain: private health policies of companies and families; no public payer behind them.
@AutoService(Country.class)
public final class Spain implements Country {

    /// Read when somebody asks for rules, not when the window opens.
    private static final class Rules {
        private static final Adjudication ALL = new SpanishAdjudication();
    }

    private static final CountryCode CODE = new CountryCode("ES");

    private final Clock clock = Clock.systemDefaultZone();
    private final MemberRecords members = EsMembers.records(CODE, clock);
    private final MemberCover cover = new EsMemberCover(CODE);
    private final ContractRecords contracts = new EsContracts(CODE, members.groups(), members::check, clock);
    private final ClaimRecords claims = new SpanishClaimRecords(CODE, clock, new Nif());
    private final List<CardQuery> cards = EsCards.all(CODE);

    @Override
    public CountryCode code() {
        return CODE;
    }

    @Override
    public List<Locale> languages() {
        return List.of(Locale.of("es"));
    }

    @Override
    public List<IdentifierKind> identifiers() {
        return EsIdentifiers.all();
    }

    @Override
    public boolean accountKeyHolds(String bban) {
        return Ccc.keyHolds(bban);
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Asegurado.class, Contacto.class, Domicilio.class, AsistenciaPublica.class,
                CuestionarioSalud.class, CuentaBancaria.class);
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
        return Optional.of(Rules.ALL);
    }

    @Override
    public Optional<CountryPapers> papers() {
        return Optional.of(new EsPapers(new EsStatements(cover)));
    }

    @Override
    public Optional<ClaimRecords> claims() {
        return Optional.of(claims);
    }

    @Override
    public SamplePopulation sample() {
        return new EsPopulation();
    }
}
