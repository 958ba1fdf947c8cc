package io.guichet.country.fr;

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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sample people of France: who they are, where they live, how they are insured by the public.
final class FrPeople {

    private static final int COMMUNES = 900;
    private static final int ORDERS = 999;
    private static final int SCHOOL = 12;
    private static final int ADULT = 18;
    private static final int MAILBOXES = 1 << 14;
    private static final List<String> OTHER_LANGUAGES = List.of("en", "es", "de", "nl");
    private static final List<String> MOBILES = List.of("+3360", "+3361", "+3362", "+3364", "+3365", "+3366", "+3367", "+3368");

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
    private final List<String> streets;
    private final List<String> more;
    private final List<String> banks;
    private final List<String[]> cities;
    private final List<String[]> births;
    private final List<String> doctors;
    private final Scatter registrations;
    /// Addresses by names are made once and then told apart by their number.
    private final Map<String, String> mailboxes = new HashMap<>();
    private long registered;
    private String accountEnd = "";

    /// @param already how many people the register holds: registration numbers go on behind them
    /// @param doctors RPPS of family doctors
    FrPeople(Draw draw, SampleWords words, long seed, long already, List<String> doctors) {
        this.draw = draw;
        this.words = words;
        this.women = words.list("female");
        this.men = words.list("male");
        this.surnames = words.surnames("surname", Locale.FRENCH, seed);
        this.streets = words.list("street");
        this.more = words.list("more");
        this.banks = words.list("bank");
        this.cities = split("city");
        this.births = split("birth");
        this.doctors = doctors;
        this.registrations = new Scatter((long) births.size() * COMMUNES * ORDERS);
        this.registered = already;
    }

    private List<String[]> split(String section) {
        return words.list(section).stream().map(line -> line.split("\\|")).toList();
    }

    /// Tables beside the person's own, which comes last.
    List<CopyTable> neighbours() {
        return List.of(contacts, accounts, publicInsurance);
    }

    CopyTable persons() {
        return persons;
    }

    /// The end of the account of the household added last.
    String accountEnd() {
        return accountEnd;
    }

    /// A name that is given: of somebody who is on record in another country too.
    record Known(String firstName, String familyName, String email) {
    }

    /// Adds these people and gives them numbers from `first` on.
    List<Long> add(Household household, long first, @Nullable Known known) {
        String family = known == null ? draw.early(surnames) : known.familyName();
        String[] city = draw.early(cities);
        String address = draw.between(1, 180) + " " + draw.any(streets);
        String complement = draw.percent(18) ? draw.any(more) : null;
        String landline = draw.percent(38) ? "+33" + city[2] + draw.digits(7) : null;
        String iban = Rib.iban(draw.any(banks), draw.digits(5), draw.digits(11));
        accountEnd = iban.substring(iban.length() - 4);
        // letters go out in another language to one household in twenty
        String language = draw.percent(95) ? "fr" : draw.early(OTHER_LANGUAGES);
        List<Long> numbers = new ArrayList<>(household.people().size());
        String holder = null;
        for (Person person : household.people()) {
            long number = first + numbers.size();
            numbers.add(number);
            boolean named = known != null && holder == null;
            String birthName = person.role() == Role.PARTNER ? draw.early(surnames) : family;
            String usedName = person.role() == Role.PARTNER && person.female() && draw.percent(55) ? family : null;
            String firstName = named ? known.firstName() : draw.early(person.female() ? women : men);
            addPerson(number, person, birthName, usedName, firstName, language);
            String mobile = person.age() >= SCHOOL && draw.percent(94) ? draw.any(MOBILES) + draw.digits(7) : null;
            String email = named ? known.email() : person.age() >= ADULT && draw.percent(82)
                    ? mailbox(firstName, usedName == null ? birthName : usedName) : null;
            contacts.row(number, address, complement, city[1], city[0], landline, mobile, email);
            accounts.row(number, holder, iban);
            if (holder == null) {
                holder = firstName + " " + birthName;
            }
            addPublicInsurance(number, person, city[1]);
        }
        return numbers;
    }

    private String mailbox(String firstName, String surname) {
        String key = firstName + " " + surname;
        String known = mailboxes.get(key);
        if (known == null) {
            known = Mailbox.of(draw, firstName, surname);
            if (mailboxes.size() < MAILBOXES) {
                mailboxes.put(key, known);
            }
        }
        int at = known.indexOf('@');
        int digits = at;
        while (Character.isDigit(known.charAt(digits - 1))) {
            digits--;
        }
        return known.substring(0, digits) + draw.between(1, 999) + known.substring(at);
    }

    private void addPerson(long number, Person person, String birthName, @Nullable String usedName, String firstName,
                           String language) {
        long registration = registrations.at(registered++);
        String[] birth = births.get((int) (registration % births.size()));
        // newborns have no number of their own yet
        String nir = person.age() < 1 && draw.percent(60) ? null : nir(person, birth[0], registration / births.size());
        String firstNames = draw.percent(45) ? firstName + " " + draw.any(person.female() ? women : men) : firstName;
        persons.row(number, nir, nir == null ? null : Nir.key(nir), birthName, usedName, firstNames, person.birth(),
                person.female() ? "F" : "M", birth[1], language);
    }

    private static String nir(Person person, String department, long serial) {
        LocalDate birth = person.birth();
        StringBuilder nir = new StringBuilder(Nir.WITHOUT_KEY).append(person.female() ? '2' : '1');
        padded(nir, birth.getYear() % 100, 2);
        padded(nir, birth.getMonthValue(), 2);
        nir.append(department);
        padded(nir, (int) (1 + serial / ORDERS), 3);
        padded(nir, (int) (1 + serial % ORDERS), 3);
        return nir.toString();
    }

    private static void padded(StringBuilder text, int number, int digits) {
        int bound = 10;
        for (int i = 1; i < digits; i++) {
            if (number < bound) {
                text.append('0');
            }
            bound *= 10;
        }
        text.append(number);
    }

    private void addPublicInsurance(long number, Person person, String postcode) {
        boolean local = SampleContracts.isLocal(postcode);
        String scheme = local ? "ALSACE_MOSELLE" : draw.percent(91) ? "GENERAL" : draw.percent(60) ? "AGRICOLE" : "SPECIAL";
        String fund = (scheme.equals("AGRICOLE") ? "02" : scheme.equals("SPECIAL") ? "05" : "01") + postcode.substring(0, 2) + "10000";
        String doctor = person.age() >= 16 && draw.percent(88) ? draw.any(doctors) : null;
        publicInsurance.row(number, scheme, fund, draw.percent(person.age() > 60 ? 38 : 7), doctor, draw.percent(90));
    }
}
