package io.guichet.country.fr;

import io.guichet.country.fr.SampleContracts.Contract;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.Household.Person;
import io.guichet.country.sample.Household.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sample covers: who is on which contract and when, at which level, with which past.
final class SampleFamilies {

    /// Months whose premiums samples hold begin here: histories are over by then.
    private static final LocalDate PAST = LocalDate.of(2026, 4, 30);
    /// Long careers may end then.
    private static final int EARLIEST_PENSION = 60;
    private static final List<String> LEVELS = List.of("OPTION1", "OPTION2", "OPTION3");

    private final CopyTable affiliations = new CopyTable("fr.affiliation",
            "contrat, personne, assure, qualite, college, dispense, portabilite, debut, fin, motif_fin");
    private final CopyTable choices = new CopyTable("fr.choix_option", "contrat, assure, produit, option, debut, fin");
    private final CopyTable dependants = new CopyTable("fr.ayant_droit", "assure, personne, lien, debut, fin");

    private final Draw draw;
    private final SampleContracts contracts;
    private final SampleTariffs tariffs;

    /// A person's cover, as claims and premiums see it.
    record Covered(long person, Person who, String product, String option, LocalDate from, LocalDate last) {
    }

    /// A family on one contract.
    ///
    /// @param covered who may have claims: nobody when the employee is exempt
    /// @param option  the level in the months of premiums
    /// @param from    first day of the employee
    /// @param pays    last day a premium is due, null without end
    /// @param joined  first days of the others, adults first
    /// @param adults  how many of `joined` are adults
    record Family(List<Covered> covered, String option, LocalDate from, @Nullable LocalDate pays, boolean exempt,
                  List<LocalDate> joined, List<Integer> births, int adults, int birth) {
        Family {
            covered = List.copyOf(covered);
            joined = List.copyOf(joined);
            births = List.copyOf(births);
        }
    }

    SampleFamilies(Draw draw, SampleContracts contracts, SampleTariffs tariffs) {
        this.draw = draw;
        this.contracts = contracts;
        this.tariffs = tariffs;
    }

    List<CopyTable> tables() {
        return List.of(affiliations, choices, dependants);
    }

    /// Covers a household by `contract`.
    ///
    /// @param mayBeExempt whether the employee may have declined: then nobody has claims
    Family cover(Household household, List<Long> numbers, Contract contract, boolean mayBeExempt) {
        LocalDate birth = household.people().getFirst().birth();
        LocalDate first = household.grown(contract.from(), contract.last());
        LocalDate hired = contract.company() ? draw.day(first, contract.last()) : first;
        boolean exempt = contract.company() && mayBeExempt && draw.percent(2);
        LocalDate left = contract.to();
        LocalDate ported = null;
        if (left == null && contract.company() && draw.percent(9) && hired.isBefore(Household.TODAY.minusDays(1))) {
            left = draw.day(hired.plusDays(1), Household.TODAY);
            if (!exempt && draw.percent(40)) {
                ported = left;
                left = left.plusMonths(draw.between(1, 12)).minusDays(1);
            }
        }
        String reason = left == null ? null : contract.to() != null ? "RESILIATION" : ported == null && left.isAfter(birth.plusYears(EARLIEST_PENSION)) ? "RETRAITE" : "DEPART";
        long head = numbers.getFirst();
        affiliations.row(contract.number(), head, head, "ASSURE", contract.company() ? draw.percent(22) ? "CADRE" : "NON_CADRE" : null,
                exempt ? draw.any(List.of("CONJOINT", "CDD", "TEMPS_PARTIEL", "CSS")) : null, ported, hired, left, reason);
        LocalDate last = left == null || left.isAfter(Household.TODAY) ? Household.TODAY : left;
        String option = exempt ? contract.option() : choose(contract, head, hired, left, last);
        List<Covered> covered = new ArrayList<>();
        List<LocalDate> joined = new ArrayList<>();
        List<Integer> births = new ArrayList<>();
        int adults = 0;
        if (!exempt) {
            covered.add(new Covered(head, household.people().getFirst(), contract.product(), option, hired, last));
        }
        for (int i = 1; i < numbers.size(); i++) {
            Person person = household.people().get(i);
            LocalDate from = person.birth().isAfter(hired) ? person.birth() : hired;
            boolean partner = person.role() == Role.PARTNER;
            dependants.row(head, numbers.get(i), partner ? draw.percent(70) ? "CONJOINT" : "PACS" : person.age() > 18 ? "ETUDIANT" : "ENFANT",
                    partner ? hired : person.birth(), null);
            if (exempt || left != null && left.isBefore(from)) {
                continue;
            }
            affiliations.row(contract.number(), numbers.get(i), head, partner ? "CONJOINT" : "ENFANT", null, null, null, from, left, reason);
            covered.add(new Covered(numbers.get(i), person, contract.product(), option, from, last));
            joined.add(from);
            births.add(person.birth().getYear());
            adults += partner ? 1 : 0;
        }
        past(contract, household, head, hired);
        return new Family(covered, option, hired, ported == null ? left : ported.minusDays(1), exempt, joined, births, adults,
                birth.getYear());
    }

    /// What the family chose above the mandatory level; returns what it has in the end.
    private String choose(Contract contract, long head, LocalDate from, @Nullable LocalDate to, LocalDate last) {
        int mandatory = LEVELS.indexOf(contract.option());
        if (!draw.percent(16) || mandatory == LEVELS.size() - 1) {
            return contract.option();
        }
        String chosen = LEVELS.get(draw.between(mandatory + 1, LEVELS.size() - 1));
        if (!tariffs.sells(contract.product(), chosen, contract.structure())) {
            return contract.option();
        }
        LocalDate since = draw.percent(60) || from.isAfter(PAST) ? from : draw.day(from, last.isAfter(PAST) ? PAST : last);
        LocalDate changed = draw.percent(25) && since.isBefore(PAST.minusYears(1)) && last.isAfter(PAST)
                ? draw.day(since.plusMonths(6), PAST) : null;
        String other = LEVELS.get(mandatory + 1);
        if (changed != null && !other.equals(chosen)) {
            choices.row(contract.number(), head, contract.product(), other, since, changed.minusDays(1));
            since = changed;
        }
        choices.row(contract.number(), head, contract.product(), chosen, since, to);
        return chosen;
    }

    /// Some worked elsewhere before, alone on that contract, until the day before or some time earlier.
    private void past(Contract now, Household household, long head, LocalDate hired) {
        if (!now.company() || !draw.percent(24)) {
            return;
        }
        LocalDate until = hired.minusDays(draw.between(1, 400));
        Contract before = until.isAfter(PAST) ? null : contracts.before(now, until);
        if (before != null && household.grown(before.from(), until).isBefore(until)) {
            LocalDate from = draw.day(household.grown(before.from(), until), until);
            affiliations.row(before.number(), head, head, "ASSURE", "NON_CADRE", null, null, from, until, "DEPART");
        }
    }
}
