package io.guichet.bootstrap;

import io.guichet.bootstrap.Composition.Person;
import io.guichet.bootstrap.Composition.Shared;
import io.guichet.kernel.FileRef;
import io.guichet.platform.report.PaperPress;
import io.guichet.platform.ui.Dialogs;
import io.guichet.platform.ui.FilePanels;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.ScreenFactory;
import io.guichet.platform.ui.paper.PaperParts;
import io.guichet.reimbursement.ui.StatementScreens;
import io.guichet.reimbursement.ui.WhatIfParts;
import io.guichet.reimbursement.ui.WhatIfScreens;
import io.guichet.reimbursement.ui.WhatIfWork;
import io.guichet.reimbursement.ui.claim.ClaimParts;
import io.guichet.reimbursement.ui.claim.ClaimScreens;
import io.guichet.reimbursement.ui.claim.ClaimWork;
import io.guichet.reimbursement.ui.entry.EntryParts;
import io.guichet.reimbursement.ui.entry.EntryScreens;
import io.guichet.reimbursement.ui.entry.EntryWork;
import io.guichet.reimbursement.ui.queue.QueueParts;
import io.guichet.reimbursement.ui.queue.QueueScreens;
import io.guichet.reimbursement.ui.queue.QueueWork;
import io.guichet.reimbursement.ui.run.RunDesk;
import io.guichet.reimbursement.ui.run.RunParts;
import io.guichet.reimbursement.ui.run.RunScreens;
import java.util.List;
import java.util.function.Function;

/// The screens of reimbursements, put together.
///
/// @param screens in the order they are asked for an id
/// @param panels  what they bring to the screens of other files, in the order they are shown
/// @param runs    begin many decisions at once
record ReimbursementScreens(List<ScreenFactory> screens, List<FilePanels> panels, RunScreens runs) {

    ReimbursementScreens {
        screens = List.copyOf(screens);
        panels = List.copyOf(panels);
    }

    /// What they share with the other screens of the window.
    ///
    /// @param views     loads them
    /// @param navigator opens other files and screens
    /// @param dialogs   asks before something is destroyed or paid
    /// @param papers    shows, keeps and prints what is printed, asks for files, tells in passing
    /// @param press     prints
    /// @param names     what people call a file
    /// @param beside    the papers of a file, shown beside a claim or a form
    record Parts(FxmlViews views, Navigator navigator, Dialogs dialogs, PaperParts papers, PaperPress press,
                 Function<FileRef, String> names, List<FilePanels> beside) {
    }

    static ReimbursementScreens of(Shared shared, Person person, Parts parts) {
        Components components = person.components();
        WhatIfScreens whatIf = new WhatIfScreens(new WhatIfWork(shared.countries(), components.memberPlans(), parts.names(),
                shared.background(), person.rights(), components.input(), shared.texts(), shared.clock()),
                new WhatIfParts(parts.views(), shared.texts(), parts.navigator()));
        StatementScreens statements = new StatementScreens(new StatementScreens.Work(components.statements(), parts.press(),
                shared.countries(), parts.names(), person.rights()), parts.navigator(), parts.papers());
        ClaimScreens claims = new ClaimScreens(new ClaimWork(components.decisions(), components.worklist(), shared.countries(),
                shared.background(), person.feed(), person.rights(), components.input(), shared.clock()),
                new ClaimParts(parts.views(), shared.texts(), parts.navigator(), parts.papers().notices(), parts.beside(),
                        List.of(statements)));
        RunScreens runs = new RunScreens(new RunDesk(components.runs(), components.decisions(), shared.background(),
                parts.papers().notices(), person.rights(), shared.clock()), new RunParts(parts.views(), shared.texts(), parts.navigator(),
                parts.dialogs(), parts.papers().files()));
        QueueScreens queue = new QueueScreens(new QueueWork(components.worklist(), components.views(), components.directory(),
                shared.background(), person.feed(), shared.ticker(), person.rights(), shared.clock()),
                new QueueParts(parts.views(), shared.texts(), parts.navigator(), parts.dialogs(), claims::pane, runs::open, runs::open));
        EntryScreens entries = new EntryScreens(new EntryWork(shared.countries(), components.entries(), components.documents(),
                components.directory(), parts.names(), shared.background(), person.rights(), components.input(), shared.texts(),
                shared.clock()), new EntryParts(parts.views(), parts.navigator(), parts.papers().files(), parts.beside()));
        return new ReimbursementScreens(List.of(queue, runs, whatIf, statements, entries, claims),
                List.of(entries, whatIf, statements), runs);
    }
}
