package io.guichet.directory.ui;

import io.guichet.access.Rights;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.directory.Certificates;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.report.PaperPress;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.FilePanels;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.ScreenFactory;
import io.guichet.platform.ui.paper.PaperParts;
import io.guichet.platform.ui.paper.PaperRequest;
import io.guichet.platform.ui.paper.PaperScreen;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Certificates of cover before they are printed, each in a tab; from the head of a member's file.
public final class CertificateScreens implements ScreenFactory, FilePanels {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateScreens.class);
    private static final String ID = "certificate:";
    private static final UserMessage TITLE = UserMessage.of("directory.certificate.subject");

    private final Work work;
    private final Navigator navigator;
    private final PaperParts parts;

    /// What certificates are made with.
    ///
    /// @param certificates makes them
    /// @param press        their pages
    /// @param countries    which of them write papers
    /// @param names        what members are called; asked in the background
    /// @param rights       of the person signed in
    public record Work(Certificates certificates, PaperPress press, Countries countries, Function<FileRef, String> names,
                       Rights rights) {
    }

    public CertificateScreens(Work work, Navigator navigator, PaperParts parts) {
        this.work = work;
        this.navigator = navigator;
        this.parts = parts;
    }

    /// The id of the screen that shows what covers a member on a day.
    public static String id(FileRef member, LocalDate day) {
        return ID + day + ":" + FileScreens.id(member);
    }

    @Override
    public Optional<Screen> make(String id) {
        int day = id.indexOf(':', ID.length());
        if (!id.startsWith(ID) || day < 0) {
            return Optional.empty();
        }
        try {
            LocalDate on = LocalDate.parse(id.substring(ID.length(), day));
            return FileScreens.file(id.substring(day + 1)).filter(this::isFor).map(member -> screen(member, on));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<FilePanel> make(FileRef file) {
        return Optional.empty();
    }

    @Override
    public List<Link> more(FileRef file, Supplier<LocalDate> day) {
        return isFor(file) ? List.of(new Link(parts.texts().localeProperty().map(language -> parts.texts().get(TITLE)),
                Feather.AWARD, () -> navigator.open(id(file, day.get()), false))) : List.of();
    }

    private boolean isFor(FileRef file) {
        return file.kind() == FileKind.MEMBER && work.rights().readsMembers()
                && work.rights().countries().contains(file.country())
                && work.countries().find(file.country()).flatMap(Country::papers).isPresent();
    }

    private Screen screen(FileRef member, LocalDate day) {
        Texts texts = parts.texts();
        ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
        parts.background().run(() -> work.names().apply(member), name::set,
                cause -> LOG.info("the name of {} is not known", member, cause));
        return new PaperScreen(new PaperScreen.About(id(member, day), member.country(),
                Bindings.createStringBinding(() -> name.get().isEmpty() ? texts.get(TITLE)
                        : texts.get("directory.certificate.titleOf", name.get()), texts.localeProperty(), name),
                name.getReadOnlyProperty(), () -> navigator.open(member, name.get(), false)),
                new PaperRequest(TITLE, member.country() + " " + member.reference() + " " + day,
                        language -> work.press().print(work.certificates().certificate(member, day, language))), parts);
    }
}
