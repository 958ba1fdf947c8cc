package io.guichet.country.fr;

import io.guichet.country.sample.CompanySizes;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.Household.Person;
import io.guichet.country.sample.SampleWords;
import io.guichet.country.sample.Scatter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sample companies, contracts and statements of France: each company hires the next households until it is full.
final class FrCover {

    private static final LocalDate OLDEST = LocalDate.of(2016, 1, 1);
    private static final int SIRENS = 99_000_000;
    private static final long SERIALS = 100_000_000L;

    private final CopyTable companies = new CopyTable("fr.entreprise",
            "siren, raison_sociale, idcc, effectif, adresse, code_postal, commune");
    private final CopyTable contracts = new CopyTable("fr.contrat", "numero, genre, effet, fin, renouvellement");
    private final CopyTable groups = new CopyTable("fr.contrat_collectif", "numero, entreprise");
    private final CopyTable terms = new CopyTable("fr.formule", "contrat, produit, option, structure, part_employeur, debut");
    private final CopyTable affiliations = new CopyTable("fr.affiliation", "contrat, personne, assure, qualite, debut, fin");
    private final CopyTable claims = new CopyTable("fr.decompte", "numero, personne, recu, debut_soins, etat, paye_le");

    private final Draw draw;
    private final CompanySizes sizes;
    private final SampleWords words;
    private final Scatter sirens = new Scatter(SIRENS);
    private long nextContract;
    private long companyIndex;
    private long nextClaim;
    private int vacancies;
    private long contract;
    private LocalDate contractStart = OLDEST;
    private @Nullable LocalDate contractEnd;

    FrCover(Draw draw, CompanySizes sizes, FrPeople people, long nextContract, long companyIndex, long nextClaim) {
        this.draw = draw;
        this.sizes = sizes;
        this.words = people.words();
        this.nextContract = nextContract;
        this.companyIndex = companyIndex;
        this.nextClaim = nextClaim;
    }

    CopyTable companies() {
        return companies;
    }

    CopyTable contracts() {
        return contracts;
    }

    CopyTable groups() {
        return groups;
    }

    CopyTable terms() {
        return terms;
    }

    CopyTable affiliations() {
        return affiliations;
    }

    CopyTable claims() {
        return claims;
    }

    /// Covers a household and hands in its claims.
    void add(Household household, List<Long> numbers, int claimCount) {
        if (vacancies == 0) {
            addCompany();
        }
        vacancies--;
        LocalDate hired = draw.day(contractStart, Household.TODAY);
        LocalDate left = contractEnd != null ? contractEnd : draw.percent(9) ? draw.day(hired, Household.TODAY) : null;
        if (left != null && left.isBefore(hired)) {
            hired = contractStart;
        }
        for (int i = 0; i < numbers.size(); i++) {
            Person person = household.people().get(i);
            LocalDate from = person.birth().isAfter(hired) ? person.birth() : hired;
            String capacity = switch (person.role()) {
                case HEAD -> "ASSURE";
                case PARTNER -> "CONJOINT";
                case CHILD -> "ENFANT";
            };
            if (left == null || !left.isBefore(from)) {
                affiliations.row(contract, numbers.get(i), numbers.getFirst(), capacity, from, left);
            }
        }
        for (int i = 0; i < claimCount; i++) {
            addClaim(draw.any(numbers), left == null ? Household.TODAY : left);
        }
    }

    private void addCompany() {
        int size = sizes.next();
        String siren = Siren.complete("%08d".formatted(1_000_000 + sirens.at(companyIndex++)));
        String[] city = draw.early(words.list("city")).split("\\|");
        String name = draw.any(words.list("trade")) + " " + draw.early(words.list("surname")) + " "
                + draw.early(words.list("form"));
        companies.row(siren, name, draw.early(words.list("idcc")), size,
                draw.between(1, 90) + " " + draw.any(words.list("street")), city[1], city[0]);
        contract = nextContract++;
        contractStart = draw.day(OLDEST, LocalDate.of(2025, 6, 30)).withDayOfMonth(1);
        contractEnd = draw.percent(4) ? contractStart.plusYears(draw.between(1, 10)).minusDays(1) : null;
        if (contractEnd != null && contractEnd.isAfter(Household.TODAY)) {
            contractEnd = null;
        }
        contracts.row(contract, "COLLECTIF", contractStart, contractEnd, contractStart.getMonthValue());
        groups.row(contract, siren);
        terms.row(contract, draw.percent(3) ? "LIBRE" : "SANTE", "BASE",
                draw.any(List.of("ISOLE", "DUO", "FAMILLE", "FAMILLE", "UNIFORME")), 5000, contractStart);
        vacancies = size;
    }

    private void addClaim(long person, LocalDate last) {
        int age = Math.min(draw.between(0, 700), draw.between(0, 1400));
        LocalDate received = last.minusDays(age);
        String state = age < 4 ? "RECU" : age < 15 ? draw.any(List.of("RECU", "EN_COURS", "LIQUIDE"))
                : draw.percent(94) ? "PAYE" : "REJETE";
        claims.row(received.getYear() * SERIALS + nextClaim++, person, received, received, state,
                state.equals("PAYE") ? received.plusDays(8) : null);
    }
}
