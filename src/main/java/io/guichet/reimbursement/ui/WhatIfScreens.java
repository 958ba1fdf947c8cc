package io.guichet.reimbursement.ui;

import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.FilePanels;
import io.guichet.platform.ui.NavEntry;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.ScreenFactory;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// The what-if: from the navigation, and from the head of a member's file.
public final class WhatIfScreens implements ScreenFactory, FilePanels {

    private static final int ORDER = 40;

    private final WhatIfWork work;
    private final WhatIfParts parts;

    public WhatIfScreens(WhatIfWork work, WhatIfParts parts) {
        this.work = work;
        this.parts = parts;
    }

    /// The id of the what-if of a member.
    public static String id(FileRef member) {
        return WhatIfScreen.id(member);
    }

    @Override
    public Optional<Screen> make(String id) {
        if (id.equals(WhatIfScreen.ID)) {
            return work.tried().isEmpty() ? Optional.empty() : Optional.of(new WhatIfScreen(work, parts, null));
        }
        return WhatIfScreen.member(id).filter(this::isFor).map(member -> new WhatIfScreen(work, parts, member));
    }

    @Override
    public List<NavEntry> navigation() {
        return work.tried().isEmpty() ? List.of()
                : List.of(new NavEntry(WhatIfScreen.ID, "reimbursement.whatIf.title", Feather.SLIDERS, ORDER));
    }

    @Override
    public Optional<FilePanel> make(FileRef file) {
        return Optional.empty();
    }

    @Override
    public Optional<Link> link(FileRef file) {
        return isFor(file) ? Optional.of(new Link(parts.texts().localeProperty()
                .map(language -> parts.texts().get("reimbursement.whatIf.title")), Feather.SLIDERS,
                () -> parts.navigator().open(WhatIfScreen.id(file), false))) : Optional.empty();
    }

    private boolean isFor(FileRef file) {
        return file.kind() == FileKind.MEMBER && work.rights().readsMembers() && work.tried().contains(file.country());
    }
}
