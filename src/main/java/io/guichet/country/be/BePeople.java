package io.guichet.country.be;

import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.Household.Person;
import io.guichet.country.sample.Household.Role;
import io.guichet.country.sample.Mailbox;
import io.guichet.country.sample.SampleWords;
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

    private final CopyTable persons = new CopyTable("be.verzekerde",
            "nummer, inss, bis, naam, voornamen, geboortedatum, geboorteplaats, geslacht, taal");
    private final CopyTable contacts = new CopyTable("be.contactgegevens",
            "verzekerde, straat, huisnummer, bus, postcode, gemeente, telefoon, gsm, email");
    private final CopyTable accounts = new CopyTable("be.bankrekening", "verzekerde, iban, houder");
    private final CopyTable mutualities = new CopyTable("be.mutualiteit_aansluiting",
            "verzekerde, ziekenfonds, ct1, ct2, bim, gmd, huisarts");

    private final Draw draw;
    private final SampleWords words;
    private final BirthCounters counters;
    private final Map<String, List<String>> surnames = new HashMap<>();

    BePeople(Draw draw, SampleWords words, long seed, BirthCounters counters) {
        this.draw = draw;
        this.words = words;
        this.counters = counters;
        for (String language : List.of("nl", "fr", "de")) {
            surnames.put(language, words.surnames("surname." + language, Locale.of(language), seed));
        }
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

    CopyTable mutualities() {
        return mutualities;
    }

    /// Adds these people, who live in `city`, and numbers them from `first` on.
    List<String> add(Household household, long first, String[] city) {
        // one household in twelve speaks another language than its municipality
        String language = draw.percent(92) ? city[3] : city[3].equals("fr") ? "nl" : "fr";
        String family = draw.early(surnames.getOrDefault(language, List.of()));
        Home home = new Home(city, draw.any(words.list("street." + city[3])), String.valueOf(draw.between(1, 240)),
                draw.percent(22) ? String.valueOf(draw.between(1, 40)) : null,
                draw.percent(35) ? "+32" + city[2] + draw.digits(5) : null);
        String iban = BelgianAccount.iban(draw.any(words.list("bank")), draw.digits(7));
        String fund = draw.any(UNIONS) + "%02d".formatted(draw.between(1, 30));
        boolean preferential = draw.percent(16);
        List<String> numbers = new ArrayList<>();
        String holder = null;
        for (Person person : household.people()) {
            String number = "V%09d".formatted(first + numbers.size());
            numbers.add(number);
            String firstName = draw.early(words.list((person.female() ? "female." : "male.") + language));
            String surname = person.role() == Role.PARTNER
                    ? draw.early(surnames.getOrDefault(language, List.of())) : family;
            addPerson(number, person, firstName, surname, language, city[0]);
            addContact(number, person, firstName, surname, home);
            if (holder == null) {
                holder = firstName + " " + surname;
            }
            accounts.row(number, iban, person.role() == Role.HEAD ? null : holder);
            boolean file = draw.percent(78);
            mutualities.row(number, fund, preferential ? "111" : "110", preferential ? "101" : "001", preferential, file,
                    file ? Inami.complete("1" + "%05d".formatted(draw.between(10_000, 89_999)), "004") : null);
        }
        return numbers;
    }

    private record Home(String[] city, String street, String houseNumber, @Nullable String box,
                        @Nullable String landline) {
    }

    private void addPerson(String number, Person person, String firstName, String surname, String language,
                           String city) {
        boolean bis = draw.percent(3);
        String inss = person.age() < 1 && draw.percent(30) ? null : counters.next(person.birth(), person.female(), bis);
        String firstNames = draw.percent(35)
                ? firstName + " " + draw.any(words.list((person.female() ? "female." : "male.") + language)) : firstName;
        String birthPlace = draw.percent(45) ? city : draw.early(words.list("city")).split("\\|")[0];
        persons.row(number, inss, inss != null && bis, surname, firstNames, person.birth(), birthPlace,
                draw.percent(0.1) ? "X" : person.female() ? "V" : "M", language);
    }

    private void addContact(String number, Person person, String firstName, String surname, Home home) {
        String mobile = person.age() >= SCHOOL && draw.percent(93) ? mobile() : null;
        String email = person.age() >= ADULT && draw.percent(80) ? Mailbox.of(draw, firstName, surname) : null;
        contacts.row(number, home.street(), home.houseNumber(), home.box(), home.city()[1], home.city()[0],
                home.landline(), mobile, email);
    }

    private String mobile() {
        String series = draw.any(MOBILES);
        return "+32" + series + (series.equals("48") ? draw.any(List.of("4", "5", "6", "7")) : draw.digits(1)) + draw.digits(6);
    }
}
