package io.guichet.contract.ui;

import io.guichet.contract.AmendmentRow;
import io.guichet.contract.ContractRow;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.Section;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The contracts of a member and what is being changed in them, on the member's file.
final class MemberContracts implements FilePanel {

    private static final int AMENDMENTS = 20;

    private final FileRef member;
    private final ContractWork work;
    private final ScreenParts parts;
    private final Texts texts;
    private final Section<List<ContractRow>> contracts;
    private final Section<List<AmendmentRow>> amendments;
    private final ChangeFeed.Subscription changes;
    private boolean asked;

    MemberContracts(FileRef member, ContractWork work, ScreenParts parts) {
        this.member = member;
        this.work = work;
        this.parts = parts;
        texts = parts.texts();
        contracts = new Section<>(work.background(), () -> () -> work.contracts().of(member));
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
        return texts.localeProperty().map(language -> texts.get("contract.member.title"));
    }

    @Override
    public Node createView() {
        VBox view = new VBox();
        view.getStyleClass().add("section-content");
        ScreenLifecycle life = ScreenLifecycle.of(view);
        Label title = new Label(texts.get("contract.amendments.title"));
        title.getStyleClass().add("medium");
        view.getChildren().setAll(
                SectionBlock.content(contracts, texts, life, rows -> new ContractRows(parts)
                        .view(rows, texts.get("contract.member.none"), this::amend)),
                title,
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

    private @Nullable Node amend(ContractRow row) {
        if (!work.changes(row.ref().country())) {
            return null;
        }
        Button amend = new Button(texts.get("contract.amendments.new"), Icons.of(Feather.PLUS));
        amend.setId("amend-" + row.ref().reference());
        amend.getStyleClass().add("flat");
        amend.setOnAction(pressed -> parts.navigator().open(NewAmendment.id(row.ref(), member), false));
        return amend;
    }

    private void again() {
        if (asked) {
            refresh();
        }
    }

    @Override
    public void refresh() {
        asked = true;
        contracts.load();
        amendments.load();
    }

    @Override
    public void close() {
        changes.cancel();
        contracts.cancel();
        amendments.cancel();
    }
}
