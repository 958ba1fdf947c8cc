package io.guichet.reimbursement.ui.entry;

import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.FilePanels;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.NavEntry;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.ScreenFactory;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// Entering claims: from the navigation, from the head of a member's file, and anew from an undecided claim.
public final class EntryScreens implements ScreenFactory, FilePanels {

    static final String ID = "new-claim";
    private static final String OF = ID + ":";
    private static final String REVISE = "revise:";
    private static final int ORDER = 14;

    private final EntryWork work;
    private final EntryParts parts;

    public EntryScreens(EntryWork work, EntryParts parts) {
        this.work = work;
        this.parts = parts;
    }

    /// The id of the screen on which a claim of that member is entered.
    public static String id(FileRef member) {
        return OF + FileScreens.id(member);
    }

    /// The id of the screen on which an undecided claim is entered anew.
    public static String reviseId(FileRef claim) {
        return REVISE + FileScreens.id(claim);
    }

    @Override
    public Optional<Screen> make(String id) {
        if (id.equals(ID)) {
            return work.entered().isEmpty() ? Optional.empty() : Optional.of(new EntryScreen(id, work, parts, null, null));
        }
        if (id.startsWith(OF)) {
            return FileScreens.file(id.substring(OF.length())).filter(file -> isFor(file, FileKind.MEMBER))
                    .map(member -> new EntryScreen(id, work, parts, member, null));
        }
        return id.startsWith(REVISE) ? FileScreens.file(id.substring(REVISE.length())).filter(file -> isFor(file, FileKind.CLAIM))
                .map(claim -> new EntryScreen(id, work, parts, null, claim)) : Optional.empty();
    }

    private boolean isFor(FileRef file, FileKind kind) {
        return file.kind() == kind && work.entered().contains(file.country());
    }

    @Override
    public List<NavEntry> navigation() {
        return work.entered().isEmpty() ? List.of()
                : List.of(new NavEntry(ID, "reimbursement.entry.nav", Feather.FILE_PLUS, ORDER));
    }

    @Override
    public Optional<FilePanel> make(FileRef file) {
        return Optional.empty();
    }

    @Override
    public Optional<Link> link(FileRef file) {
        return isFor(file, FileKind.MEMBER) ? Optional.of(new Link(work.texts().localeProperty()
                .map(language -> work.texts().get("reimbursement.entry.title")), Feather.FILE_PLUS,
                () -> parts.navigator().open(id(file), false))) : Optional.empty();
    }
}
