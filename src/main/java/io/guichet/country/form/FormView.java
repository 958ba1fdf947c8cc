package io.guichet.country.form;

import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.identifier.Iban;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CellGrid;
import io.guichet.platform.ui.ColumnFlow;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.ScrollPlaces;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The groups of a form in columns. Whatever has the focus is in sight, also when it was reached by keyboard.
public final class FormView {

    private static final int LINE = 100;
    private static final int LONG_OPTION = 20;

    private final ScrollPane scroll;
    private final ColumnFlow groups;
    private final List<FieldView> fields = new ArrayList<>();

    public FormView(ScrollPane scroll, ColumnFlow groups) {
        this.scroll = scroll;
        this.groups = groups;
    }

    /// Shows the form.
    ///
    /// @param life ends what follows the fields
    public void fill(FieldForm form, FieldActions actions, Texts texts, FieldWords words, ScreenLifecycle life) {
        List<Node> blocks = new ArrayList<>();
        for (FieldForm.Group group : form.groups()) {
            List<FieldView> views = group.fields().stream()
                    .map(field -> new FieldView(field, actions, texts, words, life)).toList();
            fields.addAll(views);
            views.stream().filter(view -> isLong(view.field().spec())).forEach(CellGrid::setWide);
            blocks.add(block(texts.get(group.key()), new CellGrid(views)));
        }
        groups.setBlocks(blocks);
        life.follow(groups.sceneProperty().flatMap(Scene::focusOwnerProperty),
                focused -> ScrollPlaces.reach(scroll, focused));
    }

    /// Whether an ordinary column would cut most values.
    private static boolean isLong(FieldSpec field) {
        return switch (field.type()) {
            case FieldType.Email() -> true;
            case FieldType.Identifier(IdentifierKind kind) -> kind instanceof Iban;
            case FieldType.Text(int maxLength) -> maxLength > LINE;
            default -> false;
        };
    }

    /// Whether an ordinary column would cut what can be chosen.
    private static boolean offersLong(FieldViewModel field, FieldWords words) {
        return field.editable() && field.spec().type() instanceof FieldType.Choice(List<String> options)
                && options.stream().anyMatch(option -> words.value(field, option).length() > LONG_OPTION);
    }

    /// The fields of one group, for screens that place groups by themselves.
    ///
    /// @param title what stands above, or null
    public static Node group(@Nullable String title, FieldForm.Group group, FieldActions actions, Texts texts,
                             FieldWords words, ScreenLifecycle life) {
        List<FieldView> views = group.fields().stream()
                .map(field -> new FieldView(field, actions, texts, words, life)).toList();
        views.stream().filter(view -> isLong(view.field().spec()) || offersLong(view.field(), words)).forEach(CellGrid::setWide);
        CellGrid cells = new CellGrid(views);
        if (title == null) {
            return cells;
        }
        Label heading = new Label(title);
        heading.getStyleClass().add("medium");
        VBox block = new VBox(heading, cells);
        block.getStyleClass().add("field-cluster");
        return block;
    }

    /// Content below a title and a hairline.
    public static VBox block(String title, Node content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        VBox block = new VBox(heading, content);
        block.getStyleClass().add("field-group");
        return block;
    }

    /// Puts the cursor into the first field that can be changed, unless it is in one already.
    public void begin() {
        if (fields.stream().noneMatch(FieldView::hasFocus)) {
            fields.stream().filter(view -> view.field().editable() && !view.field().masked()).findFirst().ifPresent(FieldView::focus);
        }
    }

    /// Puts the cursor into `wanted`.
    public void attend(@Nullable FieldViewModel wanted) {
        fields.stream().filter(view -> view.field() == wanted).findFirst().ifPresent(FieldView::focus);
    }
}
