package io.guichet.contract.ui;

import io.guichet.contract.AmendmentDetails;
import io.guichet.country.form.FieldViewModel;
import io.guichet.country.form.FieldWords;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// What a colleague stored in a draft first, where both changed the same.
final class DraftConflictView {

    private final AmendmentViewModel amendment;
    private final ScreenParts parts;
    private final Texts texts;

    DraftConflictView(AmendmentViewModel amendment, ScreenParts parts) {
        this.amendment = amendment;
        this.parts = parts;
        texts = parts.texts();
    }

    List<Node> rows(DraftForm mine, AmendmentDetails theirs) {
        List<Node> rows = new ArrayList<>();
        Label title = new Label(texts.get("contract.conflict.title", theirs.row().by()), Icons.of(Feather.ALERT_TRIANGLE));
        title.getStyleClass().addAll("strong", "warning-text");
        rows.add(title);
        GridPane table = new GridPane();
        table.getStyleClass().add("conflict-table");
        table.addRow(0, caption("contract.conflict.field"), caption("contract.conflict.theirs"),
                caption("contract.conflict.yours"));
        int row = 1;
        FieldWords words = new DraftWords(mine, parts);
        for (FieldViewModel field : mine.overlaps(theirs)) {
            String stored = stored(theirs, field);
            table.addRow(row++, wrapped(words.label(field)), strong(words.valueOrEmpty(field, stored)),
                    wrapped(field.unreadable() ? field.textProperty().get() : words.valueOrEmpty(field, field.value())));
        }
        if (mine.subjectOverlaps(theirs)) {
            DraftForm.Person here = mine.subjectProperty().get();
            table.addRow(row, wrapped(texts.get("contract.subject.covered")), strong(theirs.row().name()),
                    wrapped(here == null ? texts.get("country.form.empty") : here.name()));
        }
        rows.add(table);
        Button take = new Button(texts.get("contract.conflict.take"));
        take.setId("takeTheirs");
        take.setOnAction(pressed -> amendment.saving().settle(mine, true));
        Button keep = new Button(texts.get("contract.conflict.keep"));
        keep.setId("keepMine");
        keep.setOnAction(pressed -> amendment.saving().settle(mine, false));
        HBox foot = new HBox(take, keep);
        foot.getStyleClass().add("conflict-foot");
        rows.add(foot);
        return rows;
    }

    private static String stored(AmendmentDetails theirs, FieldViewModel field) {
        return switch (field.spec().key()) {
            case DraftForm.EFFECTIVE -> theirs.order().effective().toString();
            case DraftForm.NOTE -> theirs.note();
            default -> theirs.order().values().get(field.spec().key()).orElse("");
        };
    }

    private Label caption(String key) {
        Label caption = new Label(texts.get(key));
        caption.getStyleClass().add("caption");
        return caption;
    }

    private static Label strong(String text) {
        Label label = wrapped(text);
        label.getStyleClass().add("strong");
        return label;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
