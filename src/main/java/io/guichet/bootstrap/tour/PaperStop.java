package io.guichet.bootstrap.tour;

import io.guichet.directory.SearchRequest;
import io.guichet.directory.SearchRow;
import io.guichet.document.Documents;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.Theme;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Cases and documents: a case in its tab, the panels of its member, and what is asked in them.
final class PaperStop implements TourStop {

    /// Sample cases are numbered from here.
    private static final String CASE_NUMBERS = "5000";

    @Override
    public void visit(TourGuide guide) {
        SearchRow found = guide.components().directory().search(new SearchRequest(CASE_NUMBERS,
                        guide.shared().texts().locale(), Set.of(), Set.of(FileKind.CASE), 1)).rows().stream().findFirst()
                .orElseThrow(() -> new IllegalStateException("the sample has no case"));
        FileRef file = found.ref();
        guide.act(() -> guide.composition().tabs().open(file, false));
        FileRef member = guide.components().cases().find(file).orElseThrow().row().member();
        guide.act(() -> guide.composition().tabs().open(member, false));
        attach(guide.components().documents(), member);
        attach(guide.components().documents(), file);
        guide.act(() -> guide.composition().tabs().open(file, false));
        guide.picture("case");
        ShellStop.theme(guide, Theme.DARK);
        guide.picture("case-dark");
        ShellStop.theme(guide, Theme.LIGHT);
        guide.act(() -> guide.composition().tabs().open(member, false));
        reveal(guide, "#documents");
        // What was attached from outside the window is shown when the server has told of it.
        guide.awaitThere(remove(guide, member));
        guide.picture("member-panels");
        guide.press("#case-new");
        guide.press("#case-open");
        guide.press(remove(guide, member));
        reveal(guide, "#documents");
        guide.picture("member-panels-forms");
        ShellStop.theme(guide, Theme.DARK);
        guide.picture("member-panels-dark");
        ShellStop.theme(guide, Theme.LIGHT);
        guide.press("#document-keep");
        guide.type("#case-title", "");
        guide.press("#case-cancel");
    }

    /// The same papers each time: a second tour finds them there.
    private static void attach(Documents documents, FileRef file) {
        byte[] letter = ("%PDF-1.4\n% " + file.kind().code() + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
        documents.attach(file, "letter", "Courrier du 12-10.pdf", letter);
        byte[] form = ("%PDF-1.4\n% form " + file.kind().code() + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
        documents.attach(file, "enrolmentForm", "2026-10-12 enrolment form, signed and scanned at the counter.pdf", form);
    }

    /// The button that removes the newest document.
    private static String remove(TourGuide guide, FileRef member) {
        return "#document-remove-" + guide.components().documents().of(member, 1).getFirst().id();
    }

    /// Scrolls the overview so that `selector` is seen.
    private static void reveal(TourGuide guide, String selector) {
        guide.awaitThere(selector);
        guide.act(() -> {
            Node node = guide.find(selector).orElseThrow();
            ScrollPane scroll = guide.find("#overview-scroll").map(ScrollPane.class::cast).orElseThrow();
            Node content = scroll.getContent();
            double top = content.sceneToLocal(node.localToScene(0, 0)).getY();
            double room = content.getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(room <= 0 ? 0 : Math.min(1, Math.max(0, (top - 300) / room)));
        });
    }
}
