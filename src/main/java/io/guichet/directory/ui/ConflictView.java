package io.guichet.directory.ui;

import io.guichet.country.form.FieldViewModel;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Icons;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What a colleague saved first, field by field beside what was typed here, and what can be done about it.
final class ConflictView {

    private static final int VALUES = 4;
    private static final double EVENLY = 1;

    private final MemberViewModel member;
    private final Texts texts;
    private final Words words;

    ConflictView(MemberViewModel member, Texts texts, Words words) {
        this.member = member;
        this.texts = texts;
        this.words = words;
    }

    void fill(VBox panel, ConflictViewModel conflict) {
        Label title = new Label(texts.get("directory.member.conflict.title"), Icons.of(Feather.ALERT_TRIANGLE));
        title.getStyleClass().addAll("strong", "warning-text");
        Label text = wrapped(texts.get(conflict.differences().isEmpty()
                ? "directory.member.conflict.elsewhere" : "directory.member.conflict.text"));
        panel.getChildren().setAll(title, text);
        if (!conflict.differences().isEmpty()) {
            panel.getChildren().add(table(conflict));
        }
        panel.getChildren().add(foot(conflict));
    }

    private GridPane table(ConflictViewModel conflict) {
        GridPane table = new GridPane();
        table.getStyleClass().add("conflict-table");
        for (int column = 0; column < VALUES; column++) {
            ColumnConstraints shared = new ColumnConstraints();
            shared.setHgrow(Priority.ALWAYS);
            shared.setMinWidth(0);
            shared.setPrefWidth(EVENLY);
            table.getColumnConstraints().add(shared);
        }
        ColumnConstraints buttons = new ColumnConstraints();
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        table.getColumnConstraints().add(buttons);
        table.addRow(0, caption("directory.member.conflict.field"), caption("directory.member.conflict.theirs"),
                caption("directory.member.conflict.yours"), caption("directory.member.conflict.who"));
        int row = 1;
        for (Difference difference : conflict.differences()) {
            FieldViewModel field = difference.field();
            String by = difference.by() == null ? texts.get("directory.member.someone") : difference.by();
            String when = difference.at() == null ? "" : ", " + words.moment(difference.at());
            boolean overlaps = conflict.undecided().contains(difference);
            Label theirs = wrapped(words.valueOrEmpty(field, difference.theirs()));
            theirs.getStyleClass().add("strong");
            table.addRow(row++, wrapped(words.label(field)), theirs, wrapped(yours(difference, overlaps)),
                    wrapped(by + when), action(difference, overlaps));
        }
        return table;
    }

    private String yours(Difference difference, boolean overlaps) {
        FieldViewModel field = difference.field();
        if (!overlaps) {
            return texts.get(field.changed() ? "directory.member.conflict.same" : "directory.member.conflict.added");
        }
        return field.unreadable() ? field.textProperty().get() : words.valueOrEmpty(field, field.value());
    }

    private Node action(Difference difference, boolean overlaps) {
        if (!overlaps) {
            return new Region();
        }
        Button take = new Button(texts.get("directory.member.conflict.take"));
        take.setId("take-" + difference.field().spec().key().replace('.', '-'));
        take.setAccessibleText(texts.get("directory.member.conflict.takeNamed", words.label(difference.field())));
        take.setOnAction(pressed -> member.takeTheirs(difference));
        return take;
    }

    private HBox foot(ConflictViewModel conflict) {
        Button keep = new Button(texts.get("directory.member.conflict.keep"));
        keep.setId("keepMine");
        keep.setOnAction(pressed -> member.keepMineAndSave());
        HBox foot = new HBox();
        foot.getStyleClass().add("conflict-foot");
        if (conflict.undecided().size() > 1) {
            Button takeAll = new Button(texts.get("directory.member.conflict.takeAll"));
            takeAll.setId("takeAll");
            takeAll.setOnAction(pressed -> member.takeAllTheirs());
            foot.getChildren().add(takeAll);
        }
        foot.getChildren().add(keep);
        return foot;
    }

    private Label caption(String key) {
        Label caption = new Label(texts.get(key));
        caption.getStyleClass().add("caption");
        return caption;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
