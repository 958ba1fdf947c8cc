package io.guichet.contract.ui;

import io.guichet.country.contract.CoveredPerson;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.RowWindow;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.WindowedTable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The people whom a contract covers: searched by name, families together, Enter opens one.
final class PeopleView {

    /// Pixels: what stands around the table, its titles, its least height, and what a small window gives it.
    private static final double AROUND = 190;
    private static final double TITLES = 48;
    private static final double LEAST = 160;
    private static final double SMALL = 320;

    private final RowWindow<CoveredPerson> people;
    private final StringProperty typed;
    private final ScreenParts parts;
    private final Texts texts;
    private final ObservableDoubleValue room;

    /// @param room how high what is seen of the page is
    PeopleView(ContractViewModel contract, ScreenParts parts, ObservableDoubleValue room) {
        this.room = room;
        people = contract.people();
        typed = contract.peopleTextProperty();
        this.parts = parts;
        texts = parts.texts();
    }

    Node make(ScreenLifecycle life) {
        TableView<CoveredPerson> table = new TableView<>();
        table.setId("people");
        table.getStyleClass().add("people-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<CoveredPerson, CoveredPerson> name = new TableColumn<>(texts.get("contract.people.name"));
        name.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        name.setCellFactory(column -> new PersonCell());
        name.setSortable(false);
        name.setReorderable(false);
        table.getColumns().add(name);
        // As high as its rows, as long as the window has room: neither a list that scrolls in an empty page nor an empty box.
        table.prefHeightProperty().bind(Bindings.createDoubleBinding(() -> Math.clamp(
                TITLES + people.rows().size() * table.getFixedCellSize(), LEAST, Math.max(SMALL, room.get() - AROUND)),
                people.rows(), table.fixedCellSizeProperty(), room));
        Label none = SectionBlock.nothing(texts.get("contract.people.none"));
        table.setPlaceholder(none);
        WindowedTable.show(table, people, life,
                (person, behind) -> parts.navigator().open(person.member(), person.name(), behind));
        TextField search = new TextField();
        search.setId("peopleFilter");
        search.setPromptText(texts.get("contract.people.filter"));
        search.setAccessibleText(texts.get("contract.people.filter"));
        search.textProperty().bindBidirectional(typed);
        search.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.DOWN || pressed.getCode() == KeyCode.ENTER) {
                pressed.consume();
                WindowedTable.enter(table);
            }
        });
        ErrorPanel problem = new ErrorPanel();
        LoadingPane loading = new LoadingPane();
        loading.setContent(table);
        life.follow(people.problemProperty(), shown -> problem.show(texts, shown, people::load));
        life.follow(() -> loading.setLoading(!people.loadedProperty().get() && people.problemProperty().get() == null),
                people.loadedProperty(), people.problemProperty());
        VBox content = new VBox(search, problem, loading);
        content.getStyleClass().add("section-content");
        return content;
    }

    /// What they are on the contract, since when they live, and until when they are covered if that is known.
    private String standing(CoveredPerson person) {
        String role = texts.get(person.role());
        return person.to() == null ? texts.get("contract.people.standing", role, person.birth())
                : texts.get("contract.people.until", role, person.birth(), person.to());
    }

    /// Name above what they are: neither is cut by the other. Who follows a head stands indented below them.
    private final class PersonCell extends TableCell<CoveredPerson, CoveredPerson> {

        private final Label name = new Label();
        private final Label standing = new Label();
        private final VBox lines = new VBox(name, standing);

        PersonCell() {
            standing.getStyleClass().add("secondary");
            lines.getStyleClass().add("person-lines");
        }

        @Override
        protected void updateItem(@Nullable CoveredPerson person, boolean empty) {
            super.updateItem(person, empty);
            boolean nobody = empty || person == null;
            setGraphic(nobody ? null : lines);
            getStyleClass().removeAll("family-head", "family-member");
            if (!nobody) {
                name.setText(person.name());
                standing.setText(standing(person));
                getStyleClass().add(person.head() ? "family-head" : "family-member");
            }
        }
    }
}
