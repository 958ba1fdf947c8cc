package io.guichet.country.fr;

import io.guichet.country.fr.SampleContracts.Contract;
import io.guichet.country.fr.SampleFamilies.Family;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sample premiums of the last months, computed as any premium is.
final class SamplePremiums {

    private static final int MONTHS = 6;
    private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);

    private final CopyTable premiums = new CopyTable("fr.cotisation",
            "contrat, mois, assures, personnes, ht, tsa, part_employeur, part_assure, paye_le");
    private final Draw draw;
    private final SampleTariffs tariffs;

    SamplePremiums(Draw draw, SampleTariffs tariffs) {
        this.draw = draw;
        this.tariffs = tariffs;
    }

    CopyTable table() {
        return premiums;
    }

    /// Writes the premiums of the contract that these families are on.
    void charge(Contract contract, List<Family> families) {
        for (int i = 0; i < MONTHS; i++) {
            LocalDate month = FIRST.plusMonths(i);
            if (!contract.from().isAfter(month) && (contract.to() == null || !contract.to().isBefore(month))) {
                charge(contract, families, month);
            }
        }
    }

    private void charge(Contract contract, List<Family> families, LocalDate month) {
        Map<Premium.Family, Long> alike = new HashMap<>();
        long people = 0;
        long heads = 0;
        for (Family family : families) {
            if (!family.exempt() && !family.from().isAfter(month) && (family.pays() == null || !family.pays().isBefore(month))) {
                Premium.Family found = family(contract, family, month);
                alike.merge(found, 1L, Long::sum);
                heads++;
                people += 1 + found.adults().size() + found.children().size();
            }
        }
        List<Premium.Family> charged = new ArrayList<>(alike.size());
        alike.forEach((family, count) -> charged.add(new Premium.Family(family.level(), family.head(), family.adults(),
                family.children(), count)));
        if (heads == 0) {
            return;
        }
        Premium.Result due = Premium.of(tariffs.terms(contract.product(), contract.structure(), contract.option(), contract.share(),
                month), charged);
        boolean unpaid = contract.suspended() != null && !month.isBefore(contract.suspended().minusMonths(3));
        LocalDate paid = unpaid || month.getMonthValue() == 10 && draw.percent(12) ? null : month.plusDays(draw.between(3, 20));
        premiums.row(contract.number(), month, heads, people, due.net(), due.tax(), due.employer(), due.member(), paid);
    }

    private static Premium.Family family(Contract contract, Family family, LocalDate month) {
        boolean byAge = contract.product().equals("MADELIN");
        List<Integer> adults = new ArrayList<>(1);
        List<Integer> children = new ArrayList<>(3);
        for (int i = 0; i < family.joined().size(); i++) {
            if (!family.joined().get(i).isAfter(month)) {
                (i < family.adults() ? adults : children).add(byAge ? month.getYear() - family.births().get(i) : 0);
            }
        }
        // as the premium of a day reads them: the oldest first
        children.sort(Collections.reverseOrder());
        return new Premium.Family(family.option(), byAge ? month.getYear() - family.birth() : 0, adults, children, 1);
    }
}
