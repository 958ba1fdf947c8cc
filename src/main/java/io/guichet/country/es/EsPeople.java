package io.guichet.country.es;

import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.Household.Person;
import io.guichet.country.sample.Household.Role;
import io.guichet.country.sample.Mover;
import io.guichet.country.sample.SampleWords;
import io.guichet.country.sample.Scatter;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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

    private static final List<String> FUNDS = List.of("MUFACE", "MUFACE", "ISFAS", "MUGEJU");
    private static final List<String> DOORS = List.of("A", "B", "C", "D", "1.ª", "2.ª");
    private static final List<String> DOMAINS = List.of("example.org", "example.com", "example.net");
    private static final Map<Role, String> KINSHIP = Map.of(Role.HEAD, "TITULAR", Role.PARTNER, "CONYUGE", Role.CHILD, "HIJO");
    private static final List<String> HEAD_REASONS = List.of("CESE", "CESE", "VOLUNTARIA", "TRASLADO", "FALLECIMIENTO");
    private static final List<String> REASONS = List.of("SEPARACION", "EDAD", "VOLUNTARIA", "TRASLADO");

    private final CopyTable persons = new CopyTable("es.asegurado", "id, tipo_documento, numero_documento, nombre, "
            + "primer_apellido, segundo_apellido, fecha_nacimiento, sexo, naf, poliza, parentesco, fecha_alta, fecha_baja, "
            + "antiguedad_reconocida, idioma, persona, titular, motivo_baja");
    private final CopyTable homes = new CopyTable("es.domicilio",
            "asegurado, tipo_via, nombre_via, numero, piso_puerta, codigo_postal, municipio");
    private final CopyTable contacts = new CopyTable("es.contacto", "asegurado, movil, telefono, correo");
    private final CopyTable accounts = new CopyTable("es.cuenta_bancaria", "asegurado, iban, titular");
    private final CopyTable publicCare = new CopyTable("es.asistencia_publica",
            "asegurado, comunidad_autonoma, tarjeta_sanitaria, mutualidad");
    private final CopyTable questionnaires = new CopyTable("es.cuestionario_salud",
            "asegurado, cumplimentado, fumador, preexistencias");

    private final Draw draw;
    private final List<String> surnames;
    private final List<String[]> cities;
    private final List<String> streetTypes;
    private final List<String> streets;
    private final List<String> banks;
    private final List<String> conditions;
    private final List<String> female;
    private final List<String> male;
    private final Map<String, String> plainNames = new HashMap<>();
    private final EsKeys keys;
    private final Scatter dnis = new Scatter(DNI_NUMBERS);
    private final Scatter nies = new Scatter(NIE_NUMBERS);
    private long index;

    EsPeople(Draw draw, SampleWords words, long seed, long already) {
        this.draw = draw;
        this.surnames = words.surnames("surname", Locale.of("es"), seed);
        this.cities = words.list("city").stream().map(line -> line.split("\\|")).toList();
        this.streetTypes = words.list("streetType");
        this.streets = words.list("street");
        this.banks = words.list("bank");
        this.conditions = words.list("condition");
        this.female = words.list("female");
        this.male = words.list("male");
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

    /// What stands beside a person.
    List<CopyTable> besides() {
        return List.of(homes, contacts, accounts, publicCare, questionnaires);
    }

    CopyTable persons() {
        return persons;
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

    /// The household of somebody who comes to Spain, or who leaves it.
    Family family(Mover mover, boolean foreign) {
        String[] city = draw.early(cities);
        return new Family(mover.firstName(), mover.familyName(), foreign ? null : draw.early(surnames), foreign,
                document(foreign, index), city, language(city[3]));
    }

    /// Letters go out in Spanish to nearly all; some ask for the other language of their region, others for their own.
    private String language(String region) {
        String regional = REGIONAL_LANGUAGES.get(region);
        return regional != null && draw.percent(18) ? regional
                : draw.percent(96) ? "es" : draw.early(OTHER_LANGUAGES);
    }

    /// Adds these people to a policy, and the rows of times before they left and came back.
    ///
    /// @param room how many rows may be added
    List<EsSampleInsured> add(Household household, Family family, EsSamplePolicy policy, boolean company, long room) {
        LocalDate last = policy.last();
        LocalDate first = household.grown(policy.start, last);
        LocalDate joined = company && draw.percent(70) ? draw.day(first, last) : first;
        LocalDate left = draw.percent(company ? 12 : 3) ? draw.day(joined, last) : null;
        LocalDate earlier = left == null && joined.isAfter(policy.start.plusYears(1)) && draw.percent(6)
                ? joined.minusDays(draw.between(60, 240)) : null;
        return add(household, family, policy, joined, left, earlier, room, null);
    }

    /// @param left    last day covered, null while they are
    /// @param earlier last day of a time before, null when there was none
    /// @param room    how many rows may be added
    /// @param email   of the first of them, null for any
    List<EsSampleInsured> add(Household household, Family family, EsSamplePolicy policy, LocalDate joined,
                              @Nullable LocalDate left, @Nullable LocalDate earlier, long room, @Nullable String email) {
        Home home = home(family);
        String iban = Ccc.iban(draw.any(banks), draw.digits(4), draw.digits(10));
        String partnerSurname = draw.early(surnames);
        List<EsSampleInsured> rows = new ArrayList<>();
        UUID head = keys.next();
        UUID id = head;
        long spare = room - household.people().size();
        for (Person person : household.people()) {
            LocalDate from = person.birth().isAfter(joined) ? person.birth() : joined;
            if (from.isAfter(left == null ? policy.last() : left)) {
                // born when the others were not covered any more
                continue;
            }
            String firstName = person.role() == Role.HEAD ? family.firstName() : draw.early(names(person));
            String surname = person.role() == Role.PARTNER ? partnerSurname : family.surname();
            String second = secondSurname(person, family, partnerSurname);
            String document = document(person, family);
            String naf = person.age() >= WORKING && draw.percent(80)
                    ? Naf.complete(home.province(), draw.between(1_000_000, 99_999_999)) : null;
            LocalDate seniority = person.birth().isBefore(from.minusYears(5)) && draw.percent(25)
                    ? from.minusMonths(draw.between(6, 60)) : null;
            Who who = new Who(person, firstName, surname, second, document, naf, family);
            Reached reached = new Reached(person.age() >= SCHOOL && draw.percent(95) ? "+346" + draw.digits(8) : null,
                    email != null && person.role() == Role.HEAD ? email
                            : person.age() >= ADULT && draw.percent(80) ? mail(firstName, surname) : null);
            rows.add(write(id, id, head, who, policy, from, left, seniority, home, reached, iban));
            if (earlier != null && spare > 0 && person.role() == Role.HEAD && earlier.isAfter(policy.start)) {
                spare--;
                UUID before = keys.next();
                rows.add(write(before, id, before, who, policy, policy.start, earlier, null, home, reached, iban));
            }
            id = keys.next();
        }
        return rows;
    }

    /// Where a household lives.
    private record Home(String streetType, String street, String number, @Nullable String floor, @Nullable String landline,
                        int province) {
    }

    /// Somebody, whatever the policy.
    private record Who(Person person, String firstName, String surname, @Nullable String second, @Nullable String document,
                       @Nullable String naf, Family family) {
    }

    /// How somebody is reached.
    private record Reached(@Nullable String mobile, @Nullable String email) {
    }

    private Home home(Family family) {
        return new Home(draw.any(streetTypes), draw.any(streets), draw.percent(3) ? "s/n" : String.valueOf(draw.between(1, 190)),
                draw.percent(76) ? draw.between(1, 9) + ".º " + draw.any(DOORS) : null,
                draw.percent(33) ? "+34" + family.city()[2] + "2" + draw.digits(5) : null,
                Integer.parseInt(family.city()[1].substring(0, 2)));
    }

    private EsSampleInsured write(UUID id, UUID persona, UUID titular, Who who, EsSamplePolicy policy, LocalDate from,
                                  @Nullable LocalDate until, @Nullable LocalDate seniority, Home home, Reached reached, String iban) {
        Person person = who.person();
        Family family = who.family();
        boolean head = person.role() == Role.HEAD;
        LocalDate end = until == null ? policy.last() : until;
        persons.row(id, who.document() == null ? null : family.foreign() ? Document.NIE : Document.DNI, who.document(),
                who.firstName(), who.surname(), who.second(), person.birth(), person.female() ? "M" : "H", who.naf(), policy.id,
                KINSHIP.get(person.role()), from, until, seniority, family.language(), persona, titular,
                until == null ? null : draw.any(person.role() == Role.HEAD ? HEAD_REASONS : REASONS));
        homes.row(id, home.streetType(), home.street(), home.number(), home.floor(), family.city()[1], family.city()[0]);
        contacts.row(id, reached.mobile(), home.landline(), reached.email());
        accounts.row(id, iban, head ? null : family.holderName());
        addCare(id, person, family, from);
        policy.add(policy.terms.price(home.province(), person.birth()), from, until == null ? LocalDate.MAX : until);
        index++;
        return new EsSampleInsured(id, person.birth(), person.female(), from, end, seniority, policy, iban.substring(iban.length() - 4));
    }

    private @Nullable String document(Person person, Family family) {
        if (person.role() == Role.HEAD) {
            return family.document();
        }
        return person.age() >= DOCUMENT || draw.percent(45) ? document(family.foreign(), index) : null;
    }

    /// An address at a domain that is reserved for examples (RFC 2606).
    private String mail(String firstName, String surname) {
        return plain(firstName) + '.' + plain(surname) + draw.between(1, 999) + '@' + draw.any(DOMAINS);
    }

    /// Names are few, and each is made plain once.
    private String plain(String name) {
        return plainNames.computeIfAbsent(name, each -> Normalizer.normalize(each, Normalizer.Form.NFD).codePoints()
                .filter(Character::isLetter).map(Character::toLowerCase).filter(c -> c >= 'a' && c <= 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString());
    }

    /// Children bear their parents' first surnames, one of each.
    private @Nullable String secondSurname(Person person, Family family, String partnerSurname) {
        return switch (person.role()) {
            case HEAD -> family.secondSurname();
            case PARTNER -> family.foreign() && draw.percent(50) ? null : draw.early(surnames);
            case CHILD -> family.foreign() && family.secondSurname() == null ? null : partnerSurname;
        };
    }

    private void addCare(UUID id, Person person, Family family, LocalDate from) {
        String region = family.city()[3];
        publicCare.row(id, region, draw.percent(85) ? region + draw.digits(10) : null,
                person.age() >= WORKING && draw.percent(4) ? draw.any(FUNDS) : null);
        if (draw.percent(70)) {
            questionnaires.row(id, from, person.age() >= ADULT && draw.percent(19),
                    draw.percent(14) ? draw.any(conditions) : null);
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
        return person.female() ? female : male;
    }
}
