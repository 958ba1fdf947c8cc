package io.guichet.country.fr;

import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.Household.Person;
import io.guichet.country.sample.Household.Role;
import io.guichet.country.sample.Mailbox;
import io.guichet.country.sample.SampleWords;
import io.guichet.country.sample.Scatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Sample people of France: who they are, where they live, how they are insured by the public.
final class FrPeople {

    private static final int COMMUNES = 900;
    private static final int ORDERS = 999;
    private static final int SCHOOL = 12;
    private static final int ADULT = 18;
    private static final List<String> OTHER_LANGUAGES = List.of("en", "es", "de", "nl");
    private static final List<String> DOCTORS = List.of("1000", "1010");

    private final CopyTable persons = new CopyTable("fr.personne",
            "numero, nir, cle_nir, nom_naissance, nom_usage, prenoms, date_naissance, sexe, lieu_naissance, "
                    + "langue");
    private final CopyTable contacts = new CopyTable("fr.coordonnees",
            "personne, adresse, complement, code_postal, commune, telephone, mobile, courriel");
    private final CopyTable accounts = new CopyTable("fr.compte_bancaire", "personne, titulaire, iban");
    private final CopyTable publicInsurance = new CopyTable("fr.rattachement_amo",
            "personne, regime, caisse, ald, medecin_traitant, teletransmission");

    private final Draw draw;
    private final SampleWords words;
    private final List<String> women;
    private final List<String> men;
    private final List<String> surnames;
    private final List<String[]> cities;
    private final List<String[]> births;
    private final Scatter registrations;
    private long registered;

    /// @param already how many people the register holds: registration numbers go on behind them
    FrPeople(Draw draw, long seed, long already) {
        this.draw = draw;
        this.words = SampleWords.of(FrPeople.class, "sample.txt");
        this.women = words.list("female");
        this.men = words.list("male");
        this.surnames = words.surnames("surname", Locale.FRENCH, seed);
        this.cities = split("city");
        this.births = split("birth");
        this.registrations = new Scatter((long) births.size() * COMMUNES * ORDERS);
        this.registered = already;
    }

    private List<String[]> split(String section) {
        return words.list(section).stream().map(line -> line.split("\\|")).toList();
    }

    SampleWords words() {
        return words;
    }

    CopyTable persons() {
        return persons;
    }

    CopyTable contacts() {
        return contacts;
    }

    CopyTable accounts() {
        return accounts;
    }

    CopyTable publicInsurance() {
        return publicInsurance;
    }

    /// Adds these people and gives them numbers from `first` on.
    List<Long> add(Household household, long first) {
        String family = draw.early(surnames);
        String[] city = draw.early(cities);
        String address = draw.between(1, 180) + " " + draw.any(words.list("street"));
        String more = draw.percent(18) ? draw.any(words.list("more")) : null;
        String landline = draw.percent(38) ? "+33" + city[2] + draw.digits(7) : null;
        String iban = Rib.iban(draw.any(words.list("bank")), draw.digits(5), draw.digits(11));
        // letters go out in another language to one household in twenty
        String language = draw.percent(95) ? "fr" : draw.early(OTHER_LANGUAGES);
        List<Long> numbers = new ArrayList<>();
        String holder = null;
        for (Person person : household.people()) {
            long number = first + numbers.size();
            numbers.add(number);
            String birthName = person.role() == Role.PARTNER ? draw.early(surnames) : family;
            String usedName = person.role() == Role.PARTNER && person.female() && draw.percent(55) ? family : null;
            String firstName = draw.early(person.female() ? women : men);
            addPerson(number, person, birthName, usedName, firstName, language);
            addContact(number, person, firstName, usedName == null ? birthName : usedName, city, address, more, landline);
            if (holder == null) {
                holder = firstName + " " + birthName;
            }
            accounts.row(number, person.role() == Role.HEAD ? null : holder, iban);
            addPublicInsurance(number, person, city[1]);
        }
        return numbers;
    }

    private void addPerson(long number, Person person, String birthName, @Nullable String usedName, String firstName,
                           String language) {
        long registration = registrations.at(registered++);
        String[] birth = births.get((int) (registration % births.size()));
        long serial = registration / births.size();
        // newborns have no number of their own yet
        String nir = person.age() < 1 && draw.percent(60) ? null
                : (person.female() ? "2" : "1") + "%02d%02d".formatted(person.birth().getYear() % 100,
                person.birth().getMonthValue()) + birth[0] + "%03d%03d".formatted(1 + serial / ORDERS, 1 + serial % ORDERS);
        String firstNames = draw.percent(45) ? firstName + " " + draw.any(person.female() ? women : men) : firstName;
        persons.row(number, nir, nir == null ? null : Nir.key(nir), birthName, usedName, firstNames, person.birth(),
                person.female() ? "F" : "M", birth[1], language);
    }

    private void addContact(long number, Person person, String firstName, String surname, String[] city,
                            String address, @Nullable String more, @Nullable String landline) {
        String mobile = person.age() >= SCHOOL && draw.percent(94)
                ? "+336" + draw.any(List.of("0", "1", "2", "4", "5", "6", "7", "8")) + draw.digits(7) : null;
        String email = person.age() >= ADULT && draw.percent(82) ? Mailbox.of(draw, firstName, surname) : null;
        contacts.row(number, address, more, city[1], city[0], landline, mobile, email);
    }

    private void addPublicInsurance(long number, Person person, String postcode) {
        boolean local = postcode.startsWith("67") || postcode.startsWith("68") || postcode.startsWith("57");
        String scheme = local ? "ALSACE_MOSELLE" : draw.percent(91) ? "GENERAL" : draw.percent(60) ? "AGRICOLE" : "SPECIAL";
        String fund = (scheme.equals("AGRICOLE") ? "02" : scheme.equals("SPECIAL") ? "05" : "01") + postcode.substring(0, 2)
                + "1" + "0000";
        String doctor = person.age() >= 16 && draw.percent(88) ? Rpps.complete(draw.any(DOCTORS) + draw.digits(6)) : null;
        publicInsurance.row(number, scheme, fund, draw.percent(person.age() > 60 ? 38 : 7), doctor, draw.percent(90));
    }
}
