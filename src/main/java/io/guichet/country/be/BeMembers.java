package io.guichet.country.be;

import io.guichet.country.MemberRecords;
import io.guichet.country.binding.BoundMembers;
import io.guichet.country.binding.NeighbourTable;
import io.guichet.country.binding.RootTable;
import io.guichet.country.identifier.Iban;
import io.guichet.kernel.CountryCode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The Belgian member file: `verzekerde` and the tables beside it, field by field.
final class BeMembers {

    private static final String IDENTITY = "be.member.group.identity";
    private static final String CONTACT = "be.member.group.contact";
    private static final String MUTUALITY = "be.member.group.mutuality";
    private static final String BANK = "be.member.group.bank";
    private static final int NAME = 80;

    private BeMembers() {
    }

    static MemberRecords records(CountryCode country, Clock clock) {
        return new BoundMembers<>(country, verzekerde(), List.of(contact(country.value()), mutualiteit(), rekening()),
                new VerzekerdeRules(clock)::check);
    }

    private static RootTable<Verzekerde> verzekerde() {
        return new RootTable<>(Verzekerde.class, "verzekerde", Optional::of, row -> row.version, Verzekerde::label)
                .field(IDENTITY, "be.member.name", "naam").required()
                .text(NAME, row -> row.naam, (row, value) -> row.naam = value)
                .field(IDENTITY, "be.member.firstNames", "voornamen").required()
                .text(NAME, row -> row.voornamen, (row, value) -> row.voornamen = value)
                .field(IDENTITY, "be.member.sex", "geslacht").required()
                .choice(List.of("V", "M", "X"), row -> row.geslacht, (row, value) -> row.geslacht = value)
                .field(IDENTITY, "be.member.birthDate", "geboortedatum").required()
                .day(row -> row.geboortedatum, (row, value) -> row.geboortedatum = value)
                .field(IDENTITY, "be.member.birthPlace", "geboorteplaats")
                .text(NAME, row -> row.geboorteplaats, (row, value) -> row.geboorteplaats = value)
                .field(IDENTITY, "be.member.language", "taal").required()
                .choice(List.of("nl", "fr", "de"), row -> row.taal, (row, value) -> row.taal = value)
                .field(IDENTITY, "be.member.inss", "inss").identifying()
                .identifier(BeIdentifiers.NISS, row -> row.inss, Verzekerde::inss)
                .field(IDENTITY, "be.member.bis", "bis").readOnly()
                .flag(row -> row.bis, (row, value) -> row.bis = value);
    }

    private static NeighbourTable<Contactgegevens> contact(String region) {
        return new NeighbourTable<>(Contactgegevens.class, "contactgegevens", Contactgegevens::of,
                (row, version) -> row.version = version)
                .field(CONTACT, "be.member.mobile", "gsm")
                .phone(region, row -> row.gsm, (row, value) -> row.gsm = value)
                .field(CONTACT, "be.member.phone", "telefoon")
                .phone(region, row -> row.telefoon, (row, value) -> row.telefoon = value)
                .field(CONTACT, "be.member.email", "email")
                .email(row -> row.email, (row, value) -> row.email = value)
                .field(CONTACT, "be.member.street", "straat")
                .text(100, row -> row.straat, (row, value) -> row.straat = value)
                .field(CONTACT, "be.member.houseNumber", "huisnummer")
                .text(10, row -> row.huisnummer, (row, value) -> row.huisnummer = value)
                .field(CONTACT, "be.member.box", "bus")
                .text(10, row -> row.bus, (row, value) -> row.bus = value)
                .field(CONTACT, "be.member.postcode", "postcode")
                .text(4, row -> row.postcode, (row, value) -> row.postcode = value)
                .field(CONTACT, "be.member.city", "gemeente")
                .text(NAME, row -> row.gemeente, (row, value) -> row.gemeente = value);
    }

    private static NeighbourTable<MutualiteitAansluiting> mutualiteit() {
        return new NeighbourTable<>(MutualiteitAansluiting.class, "mutualiteit_aansluiting",
                MutualiteitAansluiting::of, (row, version) -> row.version = version)
                .field(MUTUALITY, "be.member.fund", "ziekenfonds").health()
                .text(3, row -> row.ziekenfonds, (row, value) -> row.ziekenfonds = value)
                .field(MUTUALITY, "be.member.ct1", "ct1").health()
                .text(3, row -> row.ct1, (row, value) -> row.ct1 = value)
                .field(MUTUALITY, "be.member.ct2", "ct2").health()
                .text(3, row -> row.ct2, (row, value) -> row.ct2 = value)
                .field(MUTUALITY, "be.member.preferential", "bim").health()
                .flag(row -> row.bim, (row, value) -> row.bim = value)
                .field(MUTUALITY, "be.member.globalMedicalFile", "gmd").health()
                .flag(row -> row.gmd, (row, value) -> row.gmd = value)
                .field(MUTUALITY, "be.member.doctor", "huisarts").health()
                .identifier(BeIdentifiers.INAMI, row -> row.huisarts, (row, value) -> row.huisarts = value);
    }

    private static NeighbourTable<Bankrekening> rekening() {
        return new NeighbourTable<>(Bankrekening.class, "bankrekening", Bankrekening::of,
                (row, version) -> row.version = version)
                .field(BANK, "be.member.iban", "iban").identifying()
                .identifier(new Iban(), row -> row.iban, (row, value) -> row.iban = value)
                .field(BANK, "be.member.accountHolder", "houder")
                .text(NAME, row -> row.houder, (row, value) -> row.houder = value);
    }
}
