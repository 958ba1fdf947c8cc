package io.guichet.country.be;

import io.guichet.country.be.SamplePolicy.Membership;
import io.guichet.country.sample.CompanySizes;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.Household.Person;
import io.guichet.country.sample.Household.Role;
import io.guichet.country.sample.SampleWords;
import io.guichet.country.sample.Scatter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sample employers, policies, memberships and premiums of Belgium: each employer insures the next households until it is
/// full, always for hospitalisation, often for ambulatory and dental care too. People come, leave and return; some go on
/// individually.
final class BeEmployment {

    private static final LocalDate OLDEST = LocalDate.of(2012, 1, 1);
    private static final LocalDate NEWEST = LocalDate.of(2025, 6, 30);
    private static final LocalDate SUSPENDED = LocalDate.of(2026, 9, 1);
    /// Years at one employer after which people may go on alone.
    private static final int WORKED = 2;
    private static final int EARLIEST_PENSION = 60;
    private static final int ENTERPRISES = 17_900_000;
    private static final Map<String, List<String>> FORMULAS = Map.of(
            "HOSPITALISATIE", List.of("HOSPI-COMFORT", "HOSPI-KAMER-150", "HOSPI-KAMER-150", "HOSPI-KAMER-200", "HOSPI-KAMER-300"),
            "AMBULANT", List.of("AMBU-BASIS", "AMBU-PLUS"),
            "TANDZORG", List.of("TAND-BASIS", "TAND-PLUS"));

    private final CopyTable employers = new CopyTable("be.werkgever",
            "ondernemingsnummer, naam, paritair_comite, personeel, straat, huisnummer, postcode, gemeente, email, taal");
    private final CopyTable policies = new CopyTable("be.polis",
            "nummer, werkgever, tak, soort, verzekeringnemer, voortzetting_van, begin, einde, geschorst_vanaf, vervalmaand");
    private final CopyTable formulas = new CopyTable("be.polis_formule", "polis, begin, einde, tak, formule, werkgeversaandeel");
    private final CopyTable memberships = new CopyTable("be.aansluiting",
            "nummer, polis, verzekerde, hoofd, begin, einde, rol, wachttijd_tot, ononderbroken_sinds, einde_reden");
    private final CopyTable premiums = new CopyTable("be.premie", "polis, maand, personen, netto, taks, riziv, totaal, betaald_op");

    private final Draw draw;
    private final CompanySizes sizes;
    private final SampleWords words;
    private final SampleTerms terms;
    private final List<String[]> cities;
    private final Scatter enterprises = new Scatter(ENTERPRISES);
    private long nextPolicy;
    private long nextMembership;
    private long employerIndex;
    private int vacancies;
    private List<SamplePolicy> current = List.of();
    private LocalDate start = OLDEST;
    private @Nullable LocalDate end;
    private String[] seat = {};

    BeEmployment(Draw draw, CompanySizes sizes, SampleWords words, SampleTerms terms, long nextPolicy, long nextMembership,
                 long employerIndex) {
        this.draw = draw;
        this.sizes = sizes;
        this.words = words;
        this.terms = terms;
        this.cities = words.list("city").stream().map(line -> line.split("\\|")).toList();
        this.nextPolicy = nextPolicy;
        this.nextMembership = nextMembership;
        this.employerIndex = employerIndex;
    }

    /// Employers and policies come before what refers to them.
    List<CopyTable> tables() {
        return List.of(employers, policies, formulas, premiums, memberships);
    }

    /// Hires the head of the next household.
    ///
    /// @return where they live: mostly where the employer is, else where its language is spoken
    String[] nextEmployee() {
        if (vacancies == 0) {
            finish();
            addEmployer();
        }
        vacancies--;
        if (draw.percent(40)) {
            return seat;
        }
        String[] home = draw.early(cities);
        return home[3].equals(seat[3]) || draw.percent(30) ? home : seat;
    }

    /// Writes what is known once an employer's people are: its premiums.
    void finish() {
        current.forEach(policy -> policy.writePremiums(premiums, terms));
        current = List.of();
    }

    /// Whether the first of a household works for the last employer, or did before they retired: long enough to go on
    /// alone.
    boolean mayHaveEmployed(Household household) {
        return !household.retired() || household.lastAtWork().isBefore(last())
                && household.lastAtWork().minusYears(WORKED).isAfter(start);
    }

    private LocalDate last() {
        return end == null ? Household.TODAY : end;
    }

    /// Insures a household.
    List<Membership> add(Household household, List<String> numbers) {
        if (household.retired()) {
            return addRetired(household, numbers);
        }
        LocalDate last = last();
        LocalDate hired = draw.day(household.grown(start, last), last);
        LocalDate left = draw.percent(10) ? draw.day(hired, last) : null;
        List<Membership> insured = new ArrayList<>();
        insure(insured, household, numbers, hired, left);
        if (left == null) {
            return insured;
        }
        LocalDate back = left.plusDays(draw.between(120, 900));
        if (draw.percent(15) && back.isBefore(last)) {
            insure(insured, household, numbers, back, null);
        } else if (!hired.plusYears(2).isAfter(left) && left.isBefore(Household.TODAY) && draw.percent(35)) {
            goOn(insured, household, numbers, hired, left);
        }
        return insured;
    }

    /// Insures a household until its first person retired, and on their own since then.
    private List<Membership> addRetired(Household household, List<String> numbers) {
        LocalDate left = household.lastAtWork();
        LocalDate hired = draw.day(start, left.minusYears(WORKED));
        List<Membership> insured = new ArrayList<>();
        insure(insured, household, numbers, hired, left);
        goOn(insured, household, numbers, hired, left);
        return insured;
    }

    /// Insures somebody over a given period, at an employer who was there by then and still is.
    List<Membership> add(Household household, List<String> numbers, LocalDate from, @Nullable LocalDate to) {
        List<Membership> insured = new ArrayList<>();
        insure(insured, household, numbers, from, to);
        return insured;
    }

    /// Hires at an employer who insures from `day` on or earlier.
    String[] nextEmployee(LocalDate day) {
        String[] city = nextEmployee();
        while (end != null || start.isAfter(day)) {
            vacancies = 0;
            city = nextEmployee();
        }
        return city;
    }

    private void insure(List<Membership> insured, Household household, List<String> numbers, LocalDate hired,
                        @Nullable LocalDate left) {
        LocalDate elsewhere = draw.percent(20) ? hired.minusMonths(draw.between(1, 60)) : hired;
        LocalDate to = left == null ? end : left;
        String reason = left == null ? null : reason(household.people().getFirst(), left);
        for (SamplePolicy policy : current) {
            for (int i = 0; i < numbers.size(); i++) {
                Person person = household.people().get(i);
                LocalDate from = Figures.later(hired, person.birth());
                if (to != null && to.isBefore(from)) {
                    continue;
                }
                LocalDate since = Figures.later(Figures.earlier(elsewhere, from), person.birth());
                LocalDate waiting = since.plusMonths(terms.of(policy.formula(from), from).waitingMonths()).minusDays(1);
                write(insured, policy, i, numbers, person, from, to, reason, since, waiting.isBefore(from) ? null : waiting);
            }
        }
    }

    private String reason(Person head, LocalDate left) {
        return left.isAfter(head.birth().plusYears(EARLIEST_PENSION)) ? "PENSIOEN" : draw.percent(4) ? "OVERLIJDEN" : "UIT_DIENST";
    }

    /// The head goes on alone, with the formula of the last day; the partner of who retired comes along.
    private void goOn(List<Membership> insured, Household household, List<String> numbers, LocalDate hired, LocalDate left) {
        SamplePolicy group = current.getFirst();
        LocalDate from = left.plusDays(1);
        SamplePolicy own = new SamplePolicy(Figures.named('P', nextPolicy++, 8), group.branch(), group.formula(left), from, null, null, 0);
        policies.row(own.number(), null, own.branch(), "INDIVIDUEEL", numbers.getFirst(), group.number(), from, null, null,
                from.getMonthValue());
        own.writeFormulas(formulas);
        for (int i = 0; i < numbers.size(); i++) {
            Person person = household.people().get(i);
            if (person.role() == Role.HEAD || household.retired() && person.role() == Role.PARTNER) {
                write(insured, own, i, numbers, person, from, null, null, Figures.later(hired, person.birth()), null);
            }
        }
        own.writePremiums(premiums, terms);
    }

    private void write(List<Membership> insured, SamplePolicy policy, int person, List<String> numbers, Person who, LocalDate from,
                       @Nullable LocalDate to, @Nullable String reason, LocalDate since, @Nullable LocalDate waiting) {
        String role = switch (who.role()) {
            case HEAD -> "HOOFDVERZEKERDE";
            case PARTNER -> "PARTNER";
            case CHILD -> "KIND";
        };
        memberships.row(Figures.named('A', nextMembership++, 10), policy.number(), numbers.get(person), numbers.getFirst(), from, to,
                role, waiting, since, reason);
        policy.count(who.birth(), from, to);
        insured.add(new Membership(policy, person, numbers.get(person), from, to));
    }

    private void addEmployer() {
        seat = draw.early(cities);
        int size = sizes.next();
        String language = seat[3];
        String number = Enterprise.complete(Figures.padded(2_000_000 + enterprises.at(employerIndex++), 8));
        String name = draw.any(words.list("trade." + language)) + " " + draw.any(words.list("surname." + language)) + " "
                + draw.early(words.list("form." + language));
        start = draw.day(OLDEST, NEWEST).withDayOfMonth(1);
        end = draw.percent(5) ? draw.day(start.plusYears(1), LocalDate.of(2026, 9, 1)).withDayOfMonth(1).minusDays(1) : null;
        LocalDate suspended = end == null && employerIndex % 25 == 7 ? SUSPENDED : null;
        employers.row(number, name, draw.early(words.list("committee")), size, draw.any(words.list("street." + language)),
                draw.between(1, 240), seat[1], seat[0], "hr" + employerIndex + "@example.org", language);
        current = new ArrayList<>();
        int share = draw.any(List.of(50, 60, 60, 75, 100, 100));
        addPolicy(number, "HOSPITALISATIE", suspended, share);
        if (draw.percent(45)) {
            addPolicy(number, "AMBULANT", suspended, share);
        }
        if (draw.percent(30)) {
            addPolicy(number, "TANDZORG", suspended, share);
        }
        vacancies = size;
    }

    private void addPolicy(String employer, String branch, @Nullable LocalDate suspended, int share) {
        List<String> choice = FORMULAS.getOrDefault(branch, List.of());
        SamplePolicy policy = new SamplePolicy(Figures.named('P', nextPolicy++, 8), branch, draw.any(choice), start, end, suspended, share);
        String other = draw.any(choice);
        LocalDate last = last();
        if (draw.percent(14) && !other.equals(policy.formula(start)) && start.plusYears(1).isBefore(last)) {
            policy.change(other, draw.day(start.plusYears(1), last).withDayOfMonth(1));
        }
        policies.row(policy.number(), employer, branch, "COLLECTIEF", null, null, start, end, suspended,
                draw.percent(70) ? 1 : start.getMonthValue());
        policy.writeFormulas(formulas);
        current.add(policy);
    }
}
