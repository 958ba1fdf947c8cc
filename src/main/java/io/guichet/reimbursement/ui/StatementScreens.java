package io.guichet.reimbursement.ui;

import io.guichet.access.Rights;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.paper.CountryPapers;
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
import io.guichet.reimbursement.Statements;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Statements before they are printed, each in a tab; from the head of a claim.
public final class StatementScreens implements ScreenFactory, FilePanels {

    private static final Logger LOG = LoggerFactory.getLogger(StatementScreens.class);
    private static final String ID = "statement:";
    private static final UserMessage TITLE = UserMessage.of("reimbursement.statement.title");

    private final Work work;
    private final Navigator navigator;
    private final PaperParts parts;

    /// What statements are made with.
    ///
    /// @param statements makes them
    /// @param press      their pages
    /// @param countries  which of them write statements
    /// @param names      what claims are called; asked in the background
    /// @param rights     of the person signed in
    public record Work(Statements statements, PaperPress press, Countries countries, Function<FileRef, String> names, Rights rights) {
    }

    public StatementScreens(Work work, Navigator navigator, PaperParts parts) {
        this.work = work;
        this.navigator = navigator;
        this.parts = parts;
    }

    /// The id of the screen that shows the statement of a claim.
    public static String id(FileRef claim) {
        return ID + FileScreens.id(claim);
    }

    @Override
    public Optional<Screen> make(String id) {
        return id.startsWith(ID) ? FileScreens.file(id.substring(ID.length())).filter(this::isFor).map(this::screen)
                : Optional.empty();
    }

    @Override
    public Optional<FilePanel> make(FileRef file) {
        return Optional.empty();
    }

    @Override
    public Optional<Link> link(FileRef file) {
        return isFor(file) ? Optional.of(new Link(parts.texts().localeProperty().map(language -> parts.texts().get(TITLE)),
                Feather.FILE_TEXT, () -> navigator.open(id(file), false))) : Optional.empty();
    }

    private boolean isFor(FileRef file) {
        Optional<Country> country = work.countries().find(file.country());
        return file.kind() == FileKind.CLAIM && work.rights().readsMembers()
                && work.rights().countries().contains(file.country()) && country.flatMap(Country::claims).isPresent()
                && country.flatMap(Country::papers).flatMap(CountryPapers::statements).isPresent();
    }

    private Screen screen(FileRef claim) {
        Texts texts = parts.texts();
        ReadOnlyStringWrapper number = new ReadOnlyStringWrapper("");
        parts.background().run(() -> work.names().apply(claim), number::set,
                cause -> LOG.info("the number of {} is not known", claim, cause));
        return new PaperScreen(new PaperScreen.About(id(claim), claim.country(),
                Bindings.createStringBinding(() -> number.get().isEmpty() ? texts.get(TITLE)
                        : texts.get("reimbursement.statement.titleOf", number.get()), texts.localeProperty(), number),
                number.getReadOnlyProperty(), () -> navigator.open(claim, number.get(), false)),
                new PaperRequest(TITLE, claim.country() + " " + claim.reference(),
                        language -> work.press().print(work.statements().statement(claim, language))), parts);
    }
}
