package io.guichet.country.be;

import io.guichet.country.be.BeCare.Patient;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.Household.Person;
import io.guichet.country.sample.Household.Role;
import io.guichet.country.sample.Mailbox;
import io.guichet.country.sample.Mover;
import io.guichet.country.sample.SampleWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sample people of Belgium: who they are, where they live, which mutuality they belong to.
final class BePeople {

    private static final int SCHOOL = 12;
    private static final int ADULT = 18;
    private static final List<String> UNIONS = List.of("1", "1", "1", "3", "3", "5", "5", "2", "4", "6");
    private static final List<String> MOBILES = List.of("47", "49", "47", "49", "48");
    private static final List<String> SINCE_48 = List.of("4", "5", "6", "7");

    /// The words of a language.
    private record Tongue(List<String> female, List<String> male, List<String> surnames, List<String> streets) {
        List<String> firstNames(boolean women) {
            return women ? female : male;
        }
    }

    private record Home(String[] city, String street, String houseNumber, @Nullable String box, @Nullable String landline) {
    }

    private final CopyTable persons = new CopyTable("be.verzekerde",
            "nummer, inss, bis, naam, voornamen, geboortedatum, geboorteplaats, geslacht, taal");
    private final CopyTable contacts = new CopyTable("be.contactgegevens",
            "verzekerde, straat, huisnummer, bus, postcode, gemeente, telefoon, gsm, email");
    private final CopyTable accounts = new CopyTable("be.bankrekening", "verzekerde, iban, houder");
    private final CopyTable mutualities = new CopyTable("be.mutualiteit_aansluiting",
            "verzekerde, ziekenfonds, ct1, ct2, bim, gmd, huisarts");

    private final Draw draw;
    private final BirthCounters counters;
    private final Map<String, Tongue> tongues = new HashMap<>();
    private final List<String> places;
    private final List<String> banks;

    BePeople(Draw draw, SampleWords words, long seed, BirthCounters counters) {
        this.draw = draw;
        this.counters = counters;
        for (String language : List.of("nl", "fr", "de")) {
            tongues.put(language, new Tongue(words.list("female." + language), words.list("male." + language),
                    words.surnames("surname." + language, Locale.of(language), seed), words.list("street." + language)));
        }
        places = words.list("city").stream().map(city -> city.substring(0, city.indexOf('|'))).toList();
        banks = words.list("bank");
    }

    /// The person last: see `CopyLoad`.
    List<CopyTable> tables() {
        return List.of(contacts, accounts, mutualities, persons);
    }

    /// Adds these people, who live in `city`, and numbers them from `first` on.
    List<Patient> add(Household household, long first, String[] city) {
        // one household in twelve speaks another language than its municipality
        String language = draw.percent(92) ? city[3] : city[3].equals("fr") ? "nl" : "fr";
        Tongue tongue = tongue(language);
        String family = draw.early(tongue.surnames());
        Home home = home(city);
        String iban = BelgianAccount.iban(draw.any(banks), draw.digits(7));
        String fund = draw.any(UNIONS) + Figures.padded(draw.between(1, 30), 2);
        boolean preferential = draw.percent(16);
        List<Patient> patients = new ArrayList<>();
        String holder = null;
        for (Person person : household.people()) {
            String number = Figures.named('V', first + patients.size(), 9);
            String firstName = draw.early(tongue.firstNames(person.female()));
            String surname = person.role() == Role.PARTNER ? draw.early(tongue.surnames()) : family;
            addPerson(number, person, firstName, surname, language, city[0]);
            String email = person.age() >= ADULT && draw.percent(80) ? Mailbox.of(draw, firstName, surname) : null;
            addContact(number, person, email, home);
            if (holder == null) {
                holder = firstName + " " + surname;
            }
            accounts.row(number, iban, person.role() == Role.HEAD ? null : holder);
            patients.add(new Patient(number, preferential, addMutuality(number, fund, preferential), iban, person.birth()));
        }
        return patients;
    }

    /// Adds somebody who came from or goes to another country.
    Patient add(Mover mover, long number, String[] city) {
        String named = Figures.named('V', number, 9);
        Person person = new Person(Role.HEAD, mover.female(), mover.birth());
        addPerson(named, person, mover.firstName(), mover.familyName(), city[3], city[0]);
        addContact(named, person, mover.email(), home(city));
        String iban = BelgianAccount.iban(draw.any(banks), draw.digits(7));
        accounts.row(named, iban, null);
        String fund = draw.any(UNIONS) + Figures.padded(draw.between(1, 30), 2);
        return new Patient(named, false, addMutuality(named, fund, false), iban, mover.birth());
    }

    private Tongue tongue(String language) {
        Tongue tongue = tongues.get(language);
        if (tongue == null) {
            throw new IllegalStateException("no words in " + language);
        }
        return tongue;
    }

    private Home home(String[] city) {
        return new Home(city, draw.any(tongue(city[3]).streets()), String.valueOf(draw.between(1, 240)),
                draw.percent(22) ? String.valueOf(draw.between(1, 40)) : null,
                draw.percent(35) ? "+32" + city[2] + draw.digits(5) : null);
    }

    private boolean addMutuality(String number, String fund, boolean preferential) {
        boolean file = draw.percent(78);
        mutualities.row(number, fund, preferential ? "111" : "110", preferential ? "101" : "001", preferential, file,
                file ? Inami.complete("1" + draw.between(10_000, 89_999), "004") : null);
        return file;
    }

    private void addPerson(String number, Person person, String firstName, String surname, String language, String city) {
        boolean bis = draw.percent(3);
        LocalDate birth = person.birth();
        String inss = birth.plusYears(1).isAfter(Household.TODAY) && draw.percent(30) ? null
                : counters.next(birth, person.female(), bis);
        String firstNames = draw.percent(35) ? firstName + " " + draw.any(tongue(language).firstNames(person.female())) : firstName;
        String birthPlace = draw.percent(45) ? city : draw.early(places);
        persons.row(number, inss, inss != null && bis, surname, firstNames, birth, birthPlace,
                draw.percent(0.1) ? "X" : person.female() ? "V" : "M", language);
    }

    private void addContact(String number, Person person, @Nullable String email, Home home) {
        String mobile = person.age() >= SCHOOL && draw.percent(93) ? mobile() : null;
        contacts.row(number, home.street(), home.houseNumber(), home.box(), home.city()[1], home.city()[0],
                home.landline(), mobile, email);
    }

    private String mobile() {
        String series = draw.any(MOBILES);
        return "+32" + series + (series.equals("48") ? draw.any(SINCE_48) : draw.digits(1)) + draw.digits(6);
    }
}
