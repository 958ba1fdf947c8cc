package io.guichet.contract.ui;

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

/// The screens of contracts, companies and amendments, and what they bring to a member's file. For people who may read
/// members: a contract names whom it covers.
public final class ContractScreens implements ScreenFactory, FilePanels {

    private static final int ORDER = 30;

    private final ContractWork work;
    private final ScreenParts parts;

    public ContractScreens(ContractWork work, ScreenParts parts) {
        this.work = work;
        this.parts = parts;
    }

    @Override
    public Optional<Screen> make(String id) {
        if (!work.rights().readsMembers()) {
            return Optional.empty();
        }
        if (id.equals(ContractListScreen.ID)) {
            return Optional.of(new ContractListScreen(work, parts));
        }
        Optional<NewAmendment> wanted = NewAmendment.of(id).filter(each -> work.changes(each.contract().country()));
        if (wanted.isPresent()) {
            return wanted.map(each -> new AmendmentScreen(
                    AmendmentViewModel.fresh(work, each, parts.texts().locale()), id, work, parts));
        }
        Optional<FileRef> batch = BatchScreen.contract(id).filter(each -> work.changes(each.country()));
        if (batch.isPresent()) {
            return batch.map(each -> new BatchScreen(each, work, parts));
        }
        return FileScreens.file(id).flatMap(this::file);
    }

    private Optional<Screen> file(FileRef file) {
        return switch (file.kind()) {
            case FileKind.CONTRACT -> Optional.of(new ContractScreen(file, work, parts));
            case FileKind.COMPANY -> Optional.of(new CompanyScreen(file, work, parts));
            case FileKind.AMENDMENT -> Optional.of(new AmendmentScreen(
                    AmendmentViewModel.stored(work, file, parts.texts().locale()), FileScreens.id(file), work, parts));
            case FileKind.MEMBER, FileKind.CLAIM, FileKind.CASE, FileKind.QUOTE, FileKind.ACCOUNT -> Optional.empty();
        };
    }

    @Override
    public Optional<FilePanel> make(FileRef file) {
        return file.kind() == FileKind.MEMBER && work.rights().readsMembers()
                ? Optional.of(new MemberContracts(file, work, parts)) : Optional.empty();
    }

    @Override
    public List<NavEntry> navigation() {
        return work.rights().readsMembers()
                ? List.of(new NavEntry(ContractListScreen.ID, "contract.list.title", Feather.FILE_TEXT, ORDER)) : List.of();
    }
}
