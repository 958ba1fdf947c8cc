package io.guichet.bootstrap.tour;

import io.guichet.country.Country;
import io.guichet.directory.SearchRequest;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.platform.ui.Theme;
import io.guichet.reimbursement.ui.StatementScreens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The statement of a decided claim before it is printed, in every country.
final class StatementStop implements TourStop {

    private static final int LOOK = 30;
    /// What numbers of sample claims begin with, or have in them.
    private static final List<String> NUMBERS = List.of("2026", "R2026", "0000000");

    @Override
    public void visit(TourGuide guide) {
        List<FileRef> claims = new ArrayList<>();
        guide.shared().countries().all().forEach(country -> decided(guide, country).ifPresent(claims::add));
        for (FileRef claim : claims) {
            guide.act(() -> guide.composition().tabs().open(StatementScreens.id(claim), false));
            guide.picture("statement-" + claim.country().folder());
        }
        if (!claims.isEmpty()) {
            ShellStop.theme(guide, Theme.DARK);
            guide.picture("statement-dark");
            ShellStop.theme(guide, Theme.LIGHT);
        }
    }

    private static Optional<FileRef> decided(TourGuide guide, Country country) {
        return NUMBERS.stream().flatMap(number -> guide.components().directory().search(new SearchRequest(number,
                        guide.shared().texts().locale(), Set.of(country.code()), Set.of(FileKind.CLAIM), LOOK)).rows().stream())
                .map(SearchRow::ref).filter(claim -> guide.components().statements().statement(claim, null) instanceof Outcome.Done)
                .findFirst();
    }
}
