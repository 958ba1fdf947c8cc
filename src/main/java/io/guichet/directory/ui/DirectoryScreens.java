package io.guichet.directory.ui;

import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.NavEntry;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.ScreenFactory;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// The screens of the directory: member files, cards, accounts, and the list of members.
public final class DirectoryScreens implements ScreenFactory {

    private static final int ORDER = 20;

    private final Workplace workplace;
    private final FxmlViews views;
    private final Texts texts;
    private final Navigator navigator;

    public DirectoryScreens(Workplace workplace, FxmlViews views, Texts texts, Navigator navigator) {
        this.workplace = workplace;
        this.views = views;
        this.texts = texts;
        this.navigator = navigator;
    }

    @Override
    public Optional<Screen> make(String id) {
        if (id.equals(MemberListScreen.ID)) {
            return workplace.rights().readsMembers()
                    ? Optional.of(new MemberListScreen(workplace, views, texts, navigator)) : Optional.empty();
        }
        return FileScreens.file(id).flatMap(this::make);
    }

    @Override
    public List<NavEntry> navigation() {
        return workplace.rights().readsMembers()
                ? List.of(new NavEntry(MemberListScreen.ID, "directory.members.title", Feather.USERS, ORDER))
                : List.of();
    }

    private Optional<Screen> make(FileRef file) {
        return switch (file.kind()) {
            case FileKind.MEMBER -> Optional.of(new MemberScreen(file, workplace, views, texts, navigator));
            case FileKind.COMPANY, FileKind.CONTRACT, FileKind.CLAIM ->
                    Optional.of(new CardScreen(file, workplace, views, texts, navigator));
            case FileKind.ACCOUNT -> Optional.of(new AccountScreen(file, workplace, views, texts, navigator));
            case FileKind.CASE, FileKind.QUOTE, FileKind.AMENDMENT -> Optional.empty();
        };
    }
}
