package io.guichet.directory.ui;

import io.guichet.country.field.FieldType;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldViewModel;
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

    private static final char NO_BREAK = '\u00a0';

    private final FieldForm form;
    private final Texts texts;
    private final Words words;

    HistoryView(FieldForm form, Texts texts, Words words) {
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
            return texts.get("directory.history.set", unbroken(field, words.valueOrEmpty(field, change.after())));
        }
        if (change.after() == null) {
            return texts.get("directory.history.emptied", unbroken(field, words.valueOrEmpty(field, change.before())));
        }
        return texts.get("directory.history.change", unbroken(field, words.value(field, change.before())),
                unbroken(field, words.value(field, change.after())));
    }

    /// A number stays on one line: its groups are no words to wrap between.
    private static String unbroken(FieldViewModel field, String shown) {
        return switch (field.spec().type()) {
            case FieldType.Phone _, FieldType.Identifier _ -> shown.replace(' ', NO_BREAK);
            default -> shown;
        };
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
