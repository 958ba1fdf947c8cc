package io.guichet.contract.ui;

import io.guichet.contract.AmendmentRow;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.Section;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What was and is being changed in the contracts of a member, on the member's file. The contracts themselves stand among
/// what covers them.
final class MemberAmendments implements FilePanel {

    private static final int AMENDMENTS = 20;

    private final FileRef member;
    private final ContractWork work;
    private final ScreenParts parts;
    private final Texts texts;
    private final Section<List<AmendmentRow>> amendments;
    private final ChangeFeed.Subscription changes;
    private boolean asked;

    MemberAmendments(FileRef member, ContractWork work, ScreenParts parts) {
        this.member = member;
        this.work = work;
        this.parts = parts;
        texts = parts.texts();
        amendments = new Section<>(work.background(),
                () -> () -> ContractViewModel.draftsFirst(work.amendments().of(member, AMENDMENTS)));
        changes = work.feed().onChange(change -> {
            if (change.file().equals(member) || change.file().kind() == FileKind.AMENDMENT
                    && change.file().country().equals(member.country())) {
                work.background().onScreen(this::again);
            }
        });
    }

    @Override
    public ObservableValue<String> title() {
        return texts.localeProperty().map(language -> texts.get("contract.amendments.title"));
    }

    @Override
    public Node createView() {
        VBox view = new VBox();
        view.getStyleClass().add("section-content");
        ScreenLifecycle life = ScreenLifecycle.of(view);
        view.getChildren().setAll(
                SectionBlock.content(amendments, texts, life, rows -> new AmendmentList(parts, parts.words())
                        .view(rows, true)));
        life.whileShown(() -> {
            if (!asked) {
                refresh();
            }
            return () -> { };
        });
        return view;
    }

    private void again() {
        if (asked) {
            refresh();
        }
    }

    @Override
    public void refresh() {
        asked = true;
        amendments.load();
    }

    @Override
    public void close() {
        changes.cancel();
        amendments.cancel();
    }
}
