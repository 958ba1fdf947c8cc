package io.guichet.directory.ui;

import io.guichet.kernel.FieldChange;
import io.guichet.platform.i18n.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The history of a file: one entry for each save, its fields below. What is masked in the form is masked here.
final class HistoryView {

    private final MemberForm form;
    private final Texts texts;
    private final Words words;

    HistoryView(MemberForm form, Texts texts, Words words) {
        this.form = form;
        this.texts = texts;
        this.words = words;
    }

    /// The entries for `changes`, newest first as they come.
    List<Node> entries(List<FieldChange> changes) {
        List<Node> entries = new ArrayList<>();
        VBox entry = new VBox();
        FieldChange previous = null;
        for (FieldChange change : changes) {
            FieldViewModel field = form.field(change.field()).orElse(null);
            if (field == null) {
                continue;
            }
            if (previous == null || !previous.at().equals(change.at()) || !previous.by().equals(change.by())) {
                entry = new VBox(caption(words.moment(change.at()) + " · " + change.by()));
                entry.getStyleClass().add("history-entry");
                entries.add(entry);
            }
            previous = change;
            Label name = wrapped(words.label(field));
            name.getStyleClass().add("medium");
            Label what = wrapped(what(field, change));
            what.getStyleClass().add("secondary");
            entry.getChildren().addAll(name, what);
        }
        return entries;
    }

    private String what(FieldViewModel field, FieldChange change) {
        if (change.before() == null) {
            return texts.get("directory.history.set", words.valueOrEmpty(field, change.after()));
        }
        if (change.after() == null) {
            return texts.get("directory.history.emptied", words.valueOrEmpty(field, change.before()));
        }
        return texts.get("directory.history.change", words.value(field, change.before()),
                words.value(field, change.after()));
    }

    private static Label caption(String text) {
        Label caption = wrapped(text);
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
