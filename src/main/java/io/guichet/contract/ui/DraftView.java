package io.guichet.contract.ui;

import io.guichet.country.contract.AmendmentKind.Subject;
import io.guichet.country.form.FieldActions;
import io.guichet.country.form.FieldViewModel;
import io.guichet.country.form.FormView;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ColumnFlow;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What an amendment asks: whom it is about, then the fields of its kind.
final class DraftView {

    private final AmendmentViewModel amendment;
    private final ScreenParts parts;
    private final Texts texts;
    private @Nullable FormView shown;

    DraftView(AmendmentViewModel amendment, ScreenParts parts) {
        this.amendment = amendment;
        this.parts = parts;
        texts = parts.texts();
    }

    void fill(ScrollPane scroll, VBox place, @Nullable DraftForm draft) {
        shown = null;
        if (draft == null) {
            place.getChildren().clear();
            return;
        }
        // A form of its own each time: its subscriptions end with it.
        ColumnFlow groups = new ColumnFlow();
        groups.getStyleClass().add("draft-groups");
        ScreenLifecycle life = ScreenLifecycle.of(groups);
        FormView view = new FormView(scroll, groups);
        view.fill(draft.form(), new Typing(), texts, new DraftWords(draft, parts), life);
        List<Node> all = new ArrayList<>();
        if (draft.kind().subject() != Subject.CONTRACT) {
            all.add(FormView.block(texts.get(draft.kind().subject() == Subject.NEWCOMER
                            ? "contract.subject.newcomer" : "contract.subject.covered"),
                    new SubjectView(amendment, draft, parts).make(life)));
        }
        all.add(groups);
        place.getChildren().setAll(all);
        shown = view;
    }

    void attend(@Nullable FieldViewModel wanted) {
        if (shown != null && wanted != null) {
            shown.attend(wanted);
        }
    }

    /// Nothing here is masked: it was typed for this amendment.
    private static final class Typing implements FieldActions {

        @Override
        public void reveal(FieldViewModel field, Runnable then) {
            field.reveal();
            then.run();
        }

        @Override
        public void undo(FieldViewModel field) {
            field.undo();
        }
    }
}
