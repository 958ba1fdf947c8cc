package io.guichet.country.be;

import io.guichet.country.sample.CompanySizes;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.Household.Person;
import io.guichet.country.sample.SampleWords;
import io.guichet.country.sample.Scatter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sample employers, policies and statements of Belgium: each employer insures the next households until it is full,
/// always for hospitalisation, often for ambulatory and dental care too.
final class BeCover {

    private static final LocalDate OLDEST = LocalDate.of(2012, 1, 1);
    private static final int ENTERPRISES = 17_900_000;

    private static final Map<String, String> FORMULAS = Map.of("HOSPITALISATIE", "HOSPI-KAMER-150", "AMBULANT", "AMBU-BASIS",
            "TANDZORG", "TAND-PLUS");

    private final CopyTable employers = new CopyTable("be.werkgever",
            "ondernemingsnummer, naam, paritair_comite, personeel, postcode, gemeente, taal");
    private final CopyTable policies = new CopyTable("be.polis", "nummer, werkgever, tak, begin, einde");
    private final CopyTable formulas = new CopyTable("be.polis_formule", "polis, begin, tak, formule, werkgeversaandeel");
    private final CopyTable affiliations = new CopyTable("be.aansluiting",
            "polis, verzekerde, hoofd, begin, einde, rol, wachttijd_tot, ononderbroken_sinds");
    private final CopyTable statements = new CopyTable("be.afrekening",
            "ogm, verzekerde, polis, formule, soort, rubriek, eerste_zorg, laatste_zorg, ontvangen, toestand, begunstigde, betaald_op");

    private final Draw draw;
    private final CompanySizes sizes;
    private final SampleWords words;
    private final List<String[]> cities;
    private final Scatter enterprises = new Scatter(ENTERPRISES);
    private long nextPolicy;
    private long employerIndex;
    private long nextStatement;
    private int vacancies;
    private List<String> policiesOfEmployer = List.of();
    private LocalDate start = OLDEST;
    private String[] seat = {};

    BeCover(Draw draw, CompanySizes sizes, SampleWords words, long nextPolicy, long employerIndex, long nextStatement) {
        this.draw = draw;
        this.sizes = sizes;
        this.words = words;
        this.cities = words.list("city").stream().map(line -> line.split("\\|")).toList();
        this.nextPolicy = nextPolicy;
        this.employerIndex = employerIndex;
        this.nextStatement = nextStatement;
    }

    CopyTable employers() {
        return employers;
    }

    CopyTable policies() {
        return policies;
    }

    CopyTable formulas() {
        return formulas;
    }

    CopyTable affiliations() {
        return affiliations;
    }

    CopyTable statements() {
        return statements;
    }

    /// Hires the head of the next household.
    ///
    /// @return where they live: mostly where the employer is, else where its language is spoken
    String[] nextEmployee() {
        if (vacancies == 0) {
            addEmployer();
        }
        vacancies--;
        if (draw.percent(40)) {
            return seat;
        }
        String[] home = draw.early(cities);
        return home[3].equals(seat[3]) || draw.percent(30) ? home : seat;
    }

    /// Insures a household and hands in its statements.
    void add(Household household, List<String> numbers, int statementCount) {
        LocalDate hired = draw.day(start, Household.TODAY);
        LocalDate left = draw.percent(10) ? draw.day(hired, Household.TODAY) : null;
        for (String policy : policiesOfEmployer) {
            for (int i = 0; i < numbers.size(); i++) {
                insure(policy, numbers.get(i), numbers.getFirst(), household.people().get(i), hired, left);
            }
        }
        for (int i = 0; i < statementCount; i++) {
            addStatement(draw.any(numbers), left == null ? Household.TODAY : left);
        }
    }

    private void insure(String policy, String number, String head, Person person, LocalDate hired, 
                        @Nullable LocalDate left) {
        LocalDate from = person.birth().isAfter(hired) ? person.birth() : hired;
        if (left != null && left.isBefore(from)) {
            return;
        }
        String role = switch (person.role()) {
            case HEAD -> "HOOFDVERZEKERDE";
            case PARTNER -> "PARTNER";
            case CHILD -> "KIND";
        };
        LocalDate waiting = draw.percent(12) ? from.plusMonths(draw.any(List.of(3, 6, 10, 12))) : null;
        LocalDate since = person.birth().isBefore(from.minusYears(2)) && draw.percent(20)
                ? from.minusMonths(draw.between(1, 24)) : from;
        affiliations.row(policy, number, head, from, left, role, waiting, since);
    }

    private void addEmployer() {
        seat = draw.early(cities);
        int size = sizes.next();
        String language = seat[3];
        String number = Enterprise.complete("%08d".formatted(2_000_000 + enterprises.at(employerIndex++)));
        String name = draw.any(words.list("trade." + language)) + " " + draw.any(words.list("surname." + language)) + " "
                + draw.early(words.list("form." + language));
        employers.row(number, name, draw.early(words.list("committee")), size, seat[1], seat[0], language);
        start = draw.day(OLDEST, LocalDate.of(2025, 6, 30)).withDayOfMonth(1);
        List<String> formulas = new ArrayList<>(List.of("HOSPITALISATIE"));
        if (draw.percent(45)) {
            formulas.add("AMBULANT");
        }
        if (draw.percent(30)) {
            formulas.add("TANDZORG");
        }
        List<String> numbers = new ArrayList<>();
        for (String formula : formulas) {
            String policy = "P%08d".formatted(nextPolicy++);
            policies.row(policy, number, formula, start, null);
            this.formulas.row(policy, start, formula, FORMULAS.get(formula), 60);
            numbers.add(policy);
        }
        policiesOfEmployer = numbers;
        vacancies = size;
    }

    private void addStatement(String person, LocalDate last) {
        int age = Math.min(draw.between(0, 700), draw.between(0, 1400));
        String state = age < 4 ? "ONTVANGEN" : age < 15 ? draw.any(List.of("ONTVANGEN", "IN_BEHANDELING", "BEREKEND"))
                : draw.percent(94) ? "BETAALD" : "GEWEIGERD";
        LocalDate day = last.minusDays(age);
        statements.row(Ogm.complete("%010d".formatted(nextStatement++)), person, policiesOfEmployer.getFirst(),
                "HOSPI-KAMER-150", "AMBULANT", "HUISARTS", day, day, day, state,
                state.equals("BETAALD") ? "VERZEKERDE" : null, state.equals("BETAALD") ? day : null);
    }
}
