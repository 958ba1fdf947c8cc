package io.guichet.country.es;

import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.Household.Person;
import io.guichet.country.sample.Household.Role;
import io.guichet.country.sample.Mailbox;
import io.guichet.country.sample.SampleWords;
import io.guichet.country.sample.Scatter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sample people of Spain: who they are, where they live, what they told about their health.
final class EsPeople {

    private static final int SCHOOL = 12;
    private static final int DOCUMENT = 14;
    private static final int ADULT = 18;
    private static final int WORKING = 18;
    private static final long DNI_NUMBERS = 89_000_000L;
    private static final int FIRST_DNI = 10_000_000;
    private static final long NIE_NUMBERS = 20_000_000L;
    private static final int NIE_SERIES = 10_000_000;

    private static final Map<String, String> REGIONAL_LANGUAGES = Map.of("CT", "ca", "IB", "ca", "GA", "gl", "PV", "eu");
    private static final List<String> OTHER_LANGUAGES = List.of("en", "de", "fr", "nl");

    private final CopyTable persons = new CopyTable("es.asegurado", "id, tipo_documento, numero_documento, nombre, "
            + "primer_apellido, segundo_apellido, fecha_nacimiento, sexo, naf, poliza, parentesco, fecha_alta, fecha_baja, "
            + "antiguedad_reconocida, idioma, persona, titular");
    private final CopyTable homes = new CopyTable("es.domicilio",
            "asegurado, tipo_via, nombre_via, numero, piso_puerta, codigo_postal, municipio");
    private final CopyTable contacts = new CopyTable("es.contacto", "asegurado, movil, telefono, correo");
    private final CopyTable accounts = new CopyTable("es.cuenta_bancaria", "asegurado, iban, titular");
    private final CopyTable publicCare = new CopyTable("es.asistencia_publica",
            "asegurado, comunidad_autonoma, tarjeta_sanitaria, mutualidad");
    private final CopyTable questionnaires = new CopyTable("es.cuestionario_salud",
            "asegurado, cumplimentado, fumador, preexistencias");

    private final Draw draw;
    private final SampleWords words;
    private final List<String> surnames;
    private final List<String[]> cities;
    private final EsKeys keys;
    private final Scatter dnis = new Scatter(DNI_NUMBERS);
    private final Scatter nies = new Scatter(NIE_NUMBERS);
    private long index;

    EsPeople(Draw draw, SampleWords words, long seed, long already) {
        this.draw = draw;
        this.words = words;
        this.surnames = words.surnames("surname", Locale.of("es"), seed);
        this.cities = words.list("city").stream().map(line -> line.split("\\|")).toList();
        this.keys = new EsKeys(draw, already);
        this.index = already;
    }

    /// What a household has in common: its first person's name and document, surnames, home.
    record Family(String firstName, String surname, @Nullable String secondSurname, boolean foreign, String document,
                  String[] city, String language) {
        String holderName() {
            return firstName + " " + surname + (secondSurname == null ? "" : " " + secondSurname);
        }
    }

    /// A policy as it matters to who joins it.
    record Policy(UUID id, LocalDate start) {
    }

    CopyTable persons() {
        return persons;
    }

    CopyTable homes() {
        return homes;
    }

    CopyTable contacts() {
        return contacts;
    }

    CopyTable accounts() {
        return accounts;
    }

    CopyTable publicCare() {
        return publicCare;
    }

    CopyTable questionnaires() {
        return questionnaires;
    }

    /// Draws who they are, before it is known on which policy.
    Family family(Household household) {
        boolean foreign = draw.percent(9);
        Person head = household.people().getFirst();
        String[] city = draw.early(cities);
        return new Family(draw.early(names(head)), draw.early(surnames),
                foreign && draw.percent(60) ? null : draw.early(surnames), foreign, document(foreign, index),
                city, language(city[3]));
    }

    /// Letters go out in Spanish to nearly all; some ask for the other language of their region, others for their own.
    private String language(String region) {
        String regional = REGIONAL_LANGUAGES.get(region);
        return regional != null && draw.percent(18) ? regional
                : draw.percent(96) ? "es" : draw.early(OTHER_LANGUAGES);
    }

    /// Adds these people to a policy.
    List<UUID> add(Household household, Family family, Policy policy) {
        String streetType = draw.any(words.list("streetType"));
        String street = draw.any(words.list("street"));
        String number = draw.percent(3) ? "s/n" : String.valueOf(draw.between(1, 190));
        String floor = draw.percent(76) ? draw.between(1, 9) + ".º " + draw.any(List.of("A", "B", "C", "D", "1.ª", "2.ª")) : null;
        String landline = draw.percent(33) ? "+34" + family.city()[2] + "2" + draw.digits(5) : null;
        String iban = Ccc.iban(draw.any(words.list("bank")), draw.digits(4), draw.digits(10));
        LocalDate joined = draw.day(policy.start(), Household.TODAY);
        LocalDate left = draw.percent(8) ? draw.day(joined, Household.TODAY) : null;
        String partnerSurname = draw.early(surnames);
        List<UUID> ids = new ArrayList<>();
        for (Person person : household.people()) {
            UUID id = keys.next();
            ids.add(id);
            LocalDate from = person.birth().isAfter(joined) ? person.birth() : joined;
            String firstName = person.role() == Role.HEAD ? family.firstName() : draw.early(names(person));
            String surname = person.role() == Role.PARTNER ? partnerSurname : family.surname();
            addPerson(id, ids.getFirst(), person, firstName, surname, secondSurname(person, family, partnerSurname), family, policy, from,
                    left == null || left.isBefore(from) ? null : left);
            homes.row(id, streetType, street, number, floor, family.city()[1], family.city()[0]);
            contacts.row(id, person.age() >= SCHOOL && draw.percent(95) ? "+346" + draw.digits(8) : null, landline,
                    person.age() >= ADULT && draw.percent(80) ? Mailbox.of(draw, firstName, surname) : null);
            accounts.row(id, iban, person.role() == Role.HEAD ? null : family.holderName());
            addCare(id, person, family, from);
            index++;
        }
        return ids;
    }

    /// Children bear their parents' first surnames, one of each.
    private @Nullable String secondSurname(Person person, Family family, String partnerSurname) {
        return switch (person.role()) {
            case HEAD -> family.secondSurname();
            case PARTNER -> family.foreign() && draw.percent(50) ? null : draw.early(surnames);
            case CHILD -> family.foreign() && family.secondSurname() == null ? null : partnerSurname;
        };
    }

    private void addPerson(UUID id, UUID titular, Person person, String firstName, String surname, @Nullable String secondSurname,
                           Family family, Policy policy, LocalDate from, @Nullable LocalDate until) {
        boolean head = person.role() == Role.HEAD;
        boolean documented = head || person.age() >= DOCUMENT || draw.percent(45);
        String document = head ? family.document() : documented ? document(family.foreign(), index) : null;
        String naf = person.age() >= WORKING && draw.percent(80) ? Naf.complete(
                Integer.parseInt(family.city()[1].substring(0, 2)), draw.between(1_000_000, 99_999_999)) : null;
        String kinship = switch (person.role()) {
            case HEAD -> "TITULAR";
            case PARTNER -> "CONYUGE";
            case CHILD -> "HIJO";
        };
        LocalDate recognised = person.birth().isBefore(from.minusYears(5)) && draw.percent(25)
                ? from.minusMonths(draw.between(6, 60)) : null;
        persons.row(id, document == null ? null : family.foreign() ? Document.NIE : Document.DNI, document, firstName,
                surname, secondSurname, person.birth(), person.female() ? "M" : "H", naf, policy.id(), kinship, from, until,
                recognised, family.language(), id, titular);
    }

    private void addCare(UUID id, Person person, Family family, LocalDate from) {
        String region = family.city()[3];
        publicCare.row(id, region, draw.percent(85) ? region + draw.digits(10) : null,
                person.age() >= WORKING && draw.percent(4) ? draw.any(List.of("MUFACE", "MUFACE", "ISFAS", "MUGEJU")) : null);
        if (draw.percent(70)) {
            questionnaires.row(id, from, person.age() >= ADULT && draw.percent(19),
                    draw.percent(14) ? draw.any(words.list("condition")) : null);
        }
    }

    private String document(boolean foreign, long person) {
        if (!foreign) {
            return Dni.complete(FIRST_DNI + (int) dnis.at(person));
        }
        long place = nies.at(person);
        return Nie.complete(place < NIE_SERIES ? 'X' : 'Y', (int) (place % NIE_SERIES));
    }

    private List<String> names(Person person) {
        return words.list(person.female() ? "female" : "male");
    }
}
