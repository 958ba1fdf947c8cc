package io.guichet.bootstrap.tour;

import io.guichet.country.Country;
import io.guichet.country.cover.Cover;
import io.guichet.directory.MemberPageRequest;
import io.guichet.directory.MemberRow;
import io.guichet.directory.ui.CertificateScreens;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.Theme;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Certificates of cover before they are printed, in every country; and why there is none.
final class CertificateStop implements TourStop {

    private static final int LOOK = 60;

    @Override
    public void visit(TourGuide guide) {
        List<Country> writing = guide.shared().countries().all().stream()
                .filter(country -> country.papers().isPresent()).toList();
        LocalDate today = LocalDate.now(guide.shared().clock());
        for (Country country : writing) {
            member(guide, country, today, true).ifPresent(member -> {
                open(guide, CertificateScreens.id(member, today));
                guide.picture("certificate-" + country.code().folder());
            });
        }
        if (!writing.isEmpty()) {
            around(guide, writing.getFirst(), today);
        }
    }

    private static void around(TourGuide guide, Country country, LocalDate today) {
        member(guide, country, today, true).ifPresent(member -> {
            open(guide, CertificateScreens.id(member, today));
            ShellStop.theme(guide, Theme.DARK);
            guide.picture("certificate-dark");
            ShellStop.theme(guide, Theme.LIGHT);
            guide.press("#paper-smaller");
            guide.press("#paper-smaller");
            guide.press("#paper-smaller");
            guide.picture("certificate-smaller");
            guide.press("#paper-fit");
        });
        member(guide, country, today, false).ifPresent(member -> {
            open(guide, CertificateScreens.id(member, today));
            guide.picture("certificate-none");
        });
    }

    private static void open(TourGuide guide, String id) {
        guide.act(() -> guide.composition().tabs().open(id, false));
    }

    private static Optional<FileRef> member(TourGuide guide, Country country, LocalDate day, boolean covered) {
        return guide.components().directory()
                .members(new MemberPageRequest("", Set.of(country.code()), null, false, LOOK)).rows().stream()
                .map(MemberRow::ref).filter(member -> covered == guide.overviews().covers(member, day).stream()
                        .anyMatch(cover -> cover.state() == Cover.State.RUNNING)).findFirst();
    }
}
