package io.guichet.bootstrap.tour;

import io.guichet.country.Country;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.directory.Directory;
import io.guichet.directory.MemberPageRequest;
import io.guichet.directory.MemberRow;
import io.guichet.directory.Overviews;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Keyset;
import io.guichet.kernel.Page;
import io.guichet.platform.ui.Theme;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The overview of a member in every state that people meet.
final class OverviewStop implements TourStop {

    /// How many members are looked through for one in the state that a picture shows.
    private static final int LOOK = 120;
    private static final int MOST_ROWS = 500;
    private static final int PAGES = 10;

    /// Who was found, for the other languages.
    private final Map<String, Optional<FileRef>> found = new HashMap<>();

    @Override
    public void visit(TourGuide guide) {
        for (Country country : guide.shared().countries().all()) {
            if (guide.overviews().keepsCover(country.code())) {
                found(country, "busiest", () -> busiest(guide, country)).ifPresent(member -> {
                    open(guide, member);
                    guide.picture("overview-" + country.code().folder());
                });
            }
        }
        guide.shared().countries().all().stream().filter(country -> guide.overviews().keepsCover(country.code()))
                .findFirst().ifPresent(country -> around(guide, country));
    }

    private void around(TourGuide guide, Country country) {
        FileRef member = found(country, "busiest", () -> busiest(guide, country)).orElseThrow();
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
        found(country, "over", () -> notCovered(guide, country)).ifPresent(other -> {
            open(guide, other);
            guide.picture("overview-not-covered");
        });
        found(country, "moved", () -> moved(guide, country)).ifPresent(other -> {
            open(guide, other);
            guide.picture("overview-also-elsewhere");
            guide.press(".also-button");
            guide.picture("overview-beside");
            ShellStop.theme(guide, Theme.DARK);
            guide.picture("overview-beside-dark");
            ShellStop.theme(guide, Theme.LIGHT);
        });
    }

    private Optional<FileRef> found(Country country, String who, Supplier<Optional<FileRef>> search) {
        return found.computeIfAbsent(country.code() + who, wanted -> search.get());
    }

    /// Somebody with a file in another country.
    private static Optional<FileRef> moved(TourGuide guide, Country country) {
        Directory directory = guide.components().directory();
        @Nullable Keyset from = null;
        for (int page = 0; page < PAGES; page++) {
            Page<MemberRow> rows = directory.members(
                    new MemberPageRequest("", Set.of(country.code()), from, false, MOST_ROWS));
            Optional<FileRef> member = rows.rows().stream().map(MemberRow::ref)
                    .filter(each -> guide.components().identities().linked(each).stream()
                            .anyMatch(other -> other.ref().kind() == FileKind.MEMBER)).findFirst();
            if (member.isPresent() || !rows.more()) {
                return member;
            }
            from = rows.rows().getLast().place();
        }
        return Optional.empty();
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
