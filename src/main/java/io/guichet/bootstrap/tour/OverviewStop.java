package io.guichet.bootstrap.tour;

import io.guichet.country.Country;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.directory.Directory;
import io.guichet.directory.MemberPageRequest;
import io.guichet.directory.MemberRow;
import io.guichet.directory.Overviews;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.Theme;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The overview of a member in every state that people meet.
final class OverviewStop implements TourStop {

    /// How many members are looked through for one in the state that a picture shows.
    private static final int LOOK = 120;

    @Override
    public void visit(TourGuide guide) {
        for (Country country : guide.shared().countries().all()) {
            if (guide.overviews().keepsCover(country.code())) {
                busiest(guide, country).ifPresent(member -> {
                    open(guide, member);
                    guide.picture("overview-" + country.code().folder());
                });
            }
        }
        guide.shared().countries().all().stream().filter(country -> guide.overviews().keepsCover(country.code()))
                .findFirst().ifPresent(country -> around(guide, country));
    }

    private static void around(TourGuide guide, Country country) {
        FileRef member = busiest(guide, country).orElseThrow();
        open(guide, member);
        ShellStop.theme(guide, Theme.DARK);
        guide.picture("overview-dark");
        ShellStop.theme(guide, Theme.LIGHT);
        guide.resize(1920, 1080);
        guide.picture("overview-1920x1080");
        guide.resize(TourGuide.WIDTH, TourGuide.HEIGHT);
        guide.act(() -> guide.shared().appearance().largeTextProperty().set(true));
        guide.picture("overview-large-text");
        guide.act(() -> guide.shared().appearance().largeTextProperty().set(false));
        guide.press("#yearBefore");
        guide.picture("overview-as-of");
        guide.press("#now");
        guide.press("#face-contracts");
        guide.picture("overview-contracts");
        guide.press("#face-claims");
        guide.picture("overview-claims");
        guide.press("#face-payments");
        guide.picture("overview-payments");
        guide.press("#face-history");
        guide.picture("overview-history");
        guide.press("#face-overview");
        guide.overviews().breakClaims(true);
        guide.press("#yearBefore");
        guide.picture("overview-section-error");
        guide.overviews().breakClaims(false);
        guide.press("#now");
        notCovered(guide, country).ifPresent(other -> {
            open(guide, other);
            guide.picture("overview-not-covered");
        });
    }

    private static void open(TourGuide guide, FileRef member) {
        guide.act(() -> guide.composition().tabs().open(member, false));
    }

    /// The one with the most to show: claims, amounts, people.
    private static Optional<FileRef> busiest(TourGuide guide, Country country) {
        Overviews overviews = guide.overviews();
        Directory directory = guide.components().directory();
        LocalDate today = LocalDate.now(guide.shared().clock());
        return members(guide, country).stream().max(Comparator.comparing(member -> {
            directory.open(member, "call");
            int size = overviews.claims(member, HistoryRequest.newest(today, 20)).rows().size()
                    + overviews.household(member, today).size() * 4 + overviews.allowances(member, today).size();
            directory.close(member);
            return size;
        }));
    }

    private static Optional<FileRef> notCovered(TourGuide guide, Country country) {
        LocalDate today = LocalDate.now(guide.shared().clock());
        Predicate<Cover> over = cover -> cover.state() == Cover.State.ENDED;
        return members(guide, country).stream()
                .filter(member -> guide.overviews().covers(member, today).stream().allMatch(over)).findFirst();
    }

    private static List<FileRef> members(TourGuide guide, Country country) {
        return guide.components().directory().members(new MemberPageRequest("", Set.of(country.code()), null, false, LOOK))
                .rows().stream().map(MemberRow::ref).toList();
    }
}
