package io.guichet.bootstrap.tour;

import io.guichet.country.Country;
import io.guichet.country.claim.ClaimState;
import io.guichet.directory.SearchRequest;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.Theme;
import io.guichet.reimbursement.OpenClaim;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.WorkPageRequest;
import io.guichet.reimbursement.WorkRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.control.ComboBox;

/// Claims as who decides them sees them: waiting in each country, explained, with each of its forms open, decided, and paid.
final class ClaimStop implements TourStop {

    private static final int LOOK = 40;

    @Override
    public void visit(TourGuide guide) {
        for (Country country : guide.shared().countries().all()) {
            if (country.claims().isPresent()) {
                waiting(guide, country.code()).ifPresent(claim -> {
                    open(guide, claim);
                    guide.picture("claim-" + country.code().folder());
                });
            }
        }
        List<CountryCode> able = guide.shared().countries().all().stream().filter(each -> each.claims().isPresent())
                .map(Country::code).toList();
        able.stream().map(code -> waiting(guide, code)).flatMap(Optional::stream).findFirst().ifPresent(claim -> forms(guide, claim));
        able.stream().map(code -> find(guide, code, ClaimState.ACCEPTED, open -> true)).flatMap(Optional::stream).findFirst()
                .ifPresent(claim -> {
                    open(guide, claim);
                    guide.picture("claim-decided");
                });
        able.stream().map(code -> paid(guide, code)).flatMap(Optional::stream).findFirst().ifPresent(claim -> {
            open(guide, claim);
            guide.press("#claim-reopen");
            guide.picture("claim-paid-reopen");
            guide.press("#form-leave");
        });
    }

    private static void forms(TourGuide guide, FileRef claim) {
        open(guide, claim);
        guide.press("#line-why-0");
        guide.picture("claim-steps");
        guide.press("#claim-as-member");
        guide.picture("claim-as-member");
        guide.press("#claim-as-member");
        guide.press("#claim-adjust");
        guide.type("#adjust-amount", "1");
        choose(guide, "#adjust-reason");
        guide.picture("claim-adjust");
        guide.press("#form-leave");
        guide.press("#claim-reject");
        choose(guide, "#reject-reason");
        guide.picture("claim-reject");
        ShellStop.theme(guide, Theme.DARK);
        guide.picture("claim-reject-dark");
        ShellStop.theme(guide, Theme.LIGHT);
        guide.press("#form-leave");
        guide.press("#claim-ask");
        guide.picture("claim-ask");
        guide.press("#form-leave");
        ShellStop.theme(guide, Theme.DARK);
        guide.picture("claim-dark");
        ShellStop.theme(guide, Theme.LIGHT);
        guide.resize(1920, 1080);
        guide.picture("claim-1920x1080");
        guide.resize(TourGuide.WIDTH, TourGuide.HEIGHT);
    }

    private static void choose(TourGuide guide, String selector) {
        guide.act(() -> guide.find(selector).map(found -> (ComboBox<?>) found).orElseThrow().getSelectionModel().selectFirst());
    }

    private static void open(TourGuide guide, FileRef claim) {
        guide.act(() -> guide.composition().tabs().open(claim, false));
        guide.awaitThere("#claim-number");
    }

    private static Optional<FileRef> waiting(TourGuide guide, CountryCode country) {
        Predicate<OpenClaim> telling = open -> open.assessment().filter(found -> !found.findings().isEmpty()
                && found.decision().insurerPaid().minor() > 0).isPresent();
        return find(guide, country, ClaimState.PENDED, telling).or(() -> find(guide, country, ClaimState.RECEIVED, telling))
                .or(() -> find(guide, country, ClaimState.PENDED, open -> true));
    }

    private static Optional<FileRef> find(TourGuide guide, CountryCode country, ClaimState state, Predicate<OpenClaim> wanted) {
        return guide.components().worklist().page(new WorkPageRequest(WorkFilter.ALL.withStates(Set.of(state))
                        .withCountries(Set.of(country)), null, false, LOOK)).rows().stream().map(WorkRow::claim)
                .filter(claim -> guide.components().decisions().open(claim).filter(wanted).isPresent()).findFirst();
    }

    private static Optional<FileRef> paid(TourGuide guide, CountryCode country) {
        return List.of("2026", "R2026", "0000000").stream().flatMap(number -> guide.components().directory().search(
                        new SearchRequest(number, guide.shared().texts().locale(), Set.of(country), Set.of(FileKind.CLAIM), LOOK))
                        .rows().stream()).map(row -> row.ref())
                .filter(claim -> guide.components().decisions().open(claim)
                        .filter(open -> open.file().state() == ClaimState.PAID).isPresent()).findFirst();
    }
}
