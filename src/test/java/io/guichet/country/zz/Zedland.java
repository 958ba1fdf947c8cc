package io.guichet.country.zz;

import static io.guichet.country.binding.CardQuery.shown;

import com.google.auto.service.AutoService;
import io.guichet.country.Card;
import io.guichet.country.Country;
import io.guichet.country.MemberRecords;
import io.guichet.country.binding.BoundMembers;
import io.guichet.country.binding.CardQuery;
import io.guichet.country.binding.CardQuery.RelatedQuery;
import io.guichet.country.binding.NeighbourTable;
import io.guichet.country.binding.RootTable;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldType;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.country.sample.SamplePopulation;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.platform.database.UnitOfWork;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Zedland: one name, one number, four humours.
@AutoService(Country.class)
public final class Zedland implements Country {

    private static final CountryCode CODE = new CountryCode("ZZ");
    private static final IdentifierKind NUMBER = new ZedNumber();
    private static final String PHONES = "GB";

    private final MemberRecords members = new BoundMembers<>(CODE,
            new RootTable<>(ZedPerson.class, "person", Optional::of, row -> row.version, ZedPerson::label)
                    .field("zz.member.group.person", "zz.member.name", "name").required()
                    .text(60, row -> row.name, (row, value) -> row.name = value)
                    .field("zz.member.group.person", "zz.member.birthDate", "born").required()
                    .day(row -> row.born, (row, value) -> row.born = value)
                    .field("zz.member.group.person", "zz.member.number", "number").identifying()
                    .identifier(NUMBER, row -> row.number, (row, value) -> row.number = value),
            List.of(new NeighbourTable<>(ZedReach.class, "reach", ZedReach::of, (row, version) -> row.version = version)
                            .field("zz.member.group.reach", "zz.member.phone", "phone")
                            .phone(PHONES, row -> row.phone, (row, value) -> row.phone = value)
                            .field("zz.member.group.reach", "zz.member.email", "email")
                            .email(row -> row.email, (row, value) -> row.email = value),
                    new NeighbourTable<>(ZedHumour.class, "humour", ZedHumour::of, (row, version) -> row.version = version)
                            .field("zz.member.group.humour", "zz.member.humour", "prevailing").health()
                            .choice(List.of("BLOOD", "PHLEGM", "CHOLER", "MELANCHOLY"),
                                    row -> row.prevailing, (row, value) -> row.prevailing = value)
                            .field("zz.member.group.humour", "zz.member.leeched", "leeched").health()
                            .flag(row -> row.leeched, (row, value) -> row.leeched = value)),
            values -> List.of());

    private final List<CardQuery> cards = List.of(
            new CardQuery(CODE, FileKind.COMPANY, Optional::of, "SELECT name, code FROM zz.guild WHERE code = ?",
                    List.of(new FieldGroup("zz.company.group.guild",
                            List.of(shown("zz.company.code", new FieldType.Text(7), "guild.code")))),
                    List.of(new RelatedQuery(FileKind.CONTRACT, "SELECT code, code FROM zz.pact WHERE guild = ?"))),
            new CardQuery(CODE, FileKind.CONTRACT, Optional::of, "SELECT code, code FROM zz.pact WHERE code = ?",
                    List.of(new FieldGroup("zz.contract.group.pact",
                            List.of(shown("zz.contract.code", new FieldType.Text(7), "pact.code")))),
                    List.of(new RelatedQuery(FileKind.COMPANY,
                            "SELECT g.code, g.name FROM zz.pact t JOIN zz.guild g ON g.code = t.guild WHERE t.code = ?"))),
            new CardQuery(CODE, FileKind.CLAIM, Optional::of, "SELECT code, came FROM zz.bill WHERE code = ?",
                    List.of(new FieldGroup("zz.claim.group.bill",
                            List.of(shown("zz.claim.came", new FieldType.Day(), "bill.came")))),
                    List.of(new RelatedQuery(FileKind.MEMBER,
                            "SELECT p.code, p.name FROM zz.bill b JOIN zz.person p ON p.code = b.person WHERE b.code = ?"))));

    @Override
    public CountryCode code() {
        return CODE;
    }

    @Override
    public List<Locale> languages() {
        return List.of(Locale.ENGLISH);
    }

    @Override
    public List<IdentifierKind> identifiers() {
        return List.of(NUMBER);
    }

    @Override
    public boolean accountKeyHolds(String bban) {
        return true;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(ZedPerson.class, ZedReach.class, ZedHumour.class);
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
    public SamplePopulation sample() {
        return new ZedPopulation();
    }
}
