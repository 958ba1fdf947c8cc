package io.guichet.bootstrap.tour;

import io.guichet.country.Country;
import io.guichet.country.claim.Assessment;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.WorkPageRequest;
import io.guichet.reimbursement.WorkRow;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.ComboBox;

/// A claim that a clerk may not approve by themselves: what they would decide goes to a lead.
final class ClaimLimitStop implements TourStop {

    private static final int LOOK = 200;

    @Override
    public void visit(TourGuide guide) {
        for (Country country : guide.shared().countries().all()) {
            Optional<FileRef> claim = country.claims().isPresent() ? dear(guide, country) : Optional.empty();
            if (claim.isPresent()) {
                guide.act(() -> guide.composition().tabs().open(claim.get(), false));
                guide.awaitThere("#claim-number");
                guide.press("#claim-adjust");
                guide.type("#adjust-amount", "600");
                guide.act(() -> guide.find("#adjust-reason").map(found -> (ComboBox<?>) found).orElseThrow()
                        .getSelectionModel().selectLast());
                guide.picture("claim-above-limit");
                guide.press("#form-leave");
                return;
            }
        }
    }

    private static Optional<FileRef> dear(TourGuide guide, Country country) {
        return guide.components().worklist().page(new WorkPageRequest(WorkFilter.UNDECIDED.withCountries(Set.of(country.code())),
                        null, false, LOOK)).rows().stream().filter(row -> row.charged().compareTo(Money.euros(60_000)) > 0)
                .map(WorkRow::claim)
                .filter(claim -> guide.components().decisions().open(claim)
                        .flatMap(open -> open.assessment().map(Assessment::decision))
                        .filter(rules -> rules.lines().getFirst().charged().minus(rules.lines().getFirst().publicPaid())
                                .compareTo(Money.euros(60_000)) >= 0).isPresent()).findFirst();
    }
}
