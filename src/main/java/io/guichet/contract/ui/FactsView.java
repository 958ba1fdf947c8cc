package io.guichet.contract.ui;

import io.guichet.country.form.FieldActions;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldViewModel;
import io.guichet.country.form.FormView;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Facts of a file that are read and copied, never typed.
final class FactsView {

    private final ScreenParts parts;

    FactsView(ScreenParts parts) {
        this.parts = parts;
    }

    /// Shows them; a view of its own each time, whose subscriptions end with it.
    ///
    /// @param reveal makes a masked fact readable, then does what it is given
    Node make(FieldForm form, BiConsumer<FieldViewModel, Runnable> reveal) {
        VBox groups = new VBox();
        groups.getStyleClass().add("fact-groups");
        ScreenLifecycle life = ScreenLifecycle.of(groups);
        FieldActions actions = new FieldActions() {
            @Override
            public void reveal(FieldViewModel field, Runnable then) {
                reveal.accept(field, then);
            }

            @Override
            public void undo(FieldViewModel field) {
                field.undo();
            }
        };
        groups.getChildren().setAll(form.groups().stream().map(group -> FormView.group(
                form.groups().size() > 1 ? parts.texts().get(group.key()) : null, group, actions, parts.texts(),
                parts.fieldWords(), life)).toList());
        return groups;
    }
}
