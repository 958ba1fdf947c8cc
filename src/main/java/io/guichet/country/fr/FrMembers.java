package io.guichet.country.fr;

import io.guichet.country.MemberRecords;
import io.guichet.country.binding.BoundMembers;
import io.guichet.country.binding.NeighbourTable;
import io.guichet.country.binding.RootTable;
import io.guichet.country.identifier.Iban;
import io.guichet.kernel.CountryCode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The French member file: `personne` and the tables beside it, field by field.
final class FrMembers {

    private static final String IDENTITY = "fr.member.group.identity";
    private static final String CONTACT = "fr.member.group.contact";
    private static final String PUBLIC_INSURANCE = "fr.member.group.publicInsurance";
    private static final String BANK = "fr.member.group.bank";
    private static final List<String> LANGUAGES = List.of("fr", "en", "nl", "de", "es");
    private static final int NAME = 80;
    private static final int LINE = 120;

    private FrMembers() {
    }

    static MemberRecords records(CountryCode country, Clock clock) {
        return new BoundMembers<>(country, personne(),
                List.of(coordonnees(country.value()), rattachement(), compte()), new PersonneRules(clock)::check);
    }

    /// The number that a reference stands for.
    static Optional<Long> key(String reference) {
        return reference.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(reference)) : Optional.empty();
    }

    private static RootTable<Personne> personne() {
        return new RootTable<>(Personne.class, "personne", FrMembers::key, row -> row.version, Personne::label)
                .field(IDENTITY, "fr.member.birthName", "nom_naissance").required()
                .text(NAME, row -> row.nomNaissance, (row, value) -> row.nomNaissance = value)
                .field(IDENTITY, "fr.member.usedName", "nom_usage")
                .text(NAME, row -> row.nomUsage, (row, value) -> row.nomUsage = value)
                .field(IDENTITY, "fr.member.firstNames", "prenoms").required()
                .text(NAME, row -> row.prenoms, (row, value) -> row.prenoms = value)
                .field(IDENTITY, "fr.member.sex", "sexe").required()
                .choice(List.of("F", "M"), row -> row.sexe, (row, value) -> row.sexe = value)
                .field(IDENTITY, "fr.member.birthDate", "date_naissance").required()
                .day(row -> row.dateNaissance, (row, value) -> row.dateNaissance = value)
                .field(IDENTITY, "fr.member.birthPlace", "lieu_naissance")
                .text(NAME, row -> row.lieuNaissance, (row, value) -> row.lieuNaissance = value)
                .field(IDENTITY, "fr.member.language", "langue").required()
                .choice(LANGUAGES, row -> row.langue, (row, value) -> row.langue = value)
                .field(IDENTITY, "fr.member.nir", "nir").identifying()
                .identifier(FrIdentifiers.NIR, Personne::nirWithKey, Personne::nirWithKey);
    }

    private static NeighbourTable<Coordonnees> coordonnees(String region) {
        return new NeighbourTable<>(Coordonnees.class, "coordonnees", Coordonnees::of,
                (row, version) -> row.version = version)
                .field(CONTACT, "fr.member.mobile", "mobile")
                .phone(region, row -> row.mobile, (row, value) -> row.mobile = value)
                .field(CONTACT, "fr.member.phone", "telephone")
                .phone(region, row -> row.telephone, (row, value) -> row.telephone = value)
                .field(CONTACT, "fr.member.email", "courriel")
                .email(row -> row.courriel, (row, value) -> row.courriel = value)
                .field(CONTACT, "fr.member.address", "adresse")
                .text(LINE, row -> row.adresse, (row, value) -> row.adresse = value)
                .field(CONTACT, "fr.member.addressMore", "complement")
                .text(LINE, row -> row.complement, (row, value) -> row.complement = value)
                .field(CONTACT, "fr.member.postcode", "code_postal")
                .text(5, row -> row.codePostal, (row, value) -> row.codePostal = value)
                .field(CONTACT, "fr.member.city", "commune")
                .text(NAME, row -> row.commune, (row, value) -> row.commune = value);
    }

    private static NeighbourTable<RattachementAmo> rattachement() {
        return new NeighbourTable<>(RattachementAmo.class, "rattachement_amo", RattachementAmo::of,
                (row, version) -> row.version = version)
                .field(PUBLIC_INSURANCE, "fr.member.scheme", "regime").health()
                .choice(List.of("GENERAL", "ALSACE_MOSELLE", "AGRICOLE", "SPECIAL"),
                        row -> row.regime, (row, value) -> row.regime = value)
                .field(PUBLIC_INSURANCE, "fr.member.fund", "caisse").health()
                .text(9, row -> row.caisse, (row, value) -> row.caisse = value)
                .field(PUBLIC_INSURANCE, "fr.member.doctor", "medecin_traitant").health()
                .identifier(FrIdentifiers.RPPS, row -> row.medecinTraitant, (row, value) -> row.medecinTraitant = value)
                .field(PUBLIC_INSURANCE, "fr.member.longTermIllness", "ald").health()
                .flag(row -> row.ald, (row, value) -> row.ald = value)
                .field(PUBLIC_INSURANCE, "fr.member.teletransmission", "teletransmission").health()
                .flag(row -> row.teletransmission, (row, value) -> row.teletransmission = value);
    }

    private static NeighbourTable<CompteBancaire> compte() {
        return new NeighbourTable<>(CompteBancaire.class, "compte_bancaire", CompteBancaire::of,
                (row, version) -> row.version = version)
                .field(BANK, "fr.member.iban", "iban").identifying()
                .identifier(new Iban(), row -> row.iban, (row, value) -> row.iban = value)
                .field(BANK, "fr.member.accountHolder", "titulaire")
                .text(NAME, row -> row.titulaire, (row, value) -> row.titulaire = value);
    }
}
