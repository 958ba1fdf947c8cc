package io.guichet.contract.ui;

import io.guichet.country.contract.CoveredPerson;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.RowWindow;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.WindowedTable;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
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

    private static final double BIRTH = 92;

    private final RowWindow<CoveredPerson> people;
    private final StringProperty typed;
    private final ScreenParts parts;
    private final Texts texts;

    PeopleView(ContractViewModel contract, ScreenParts parts) {
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
        name.setPrefWidth(170);
        name.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        name.setCellFactory(column -> new NameCell());
        table.getColumns().add(name);
        table.getColumns().add(column("contract.people.role", 110, this::role, ""));
        table.getColumns().add(column("contract.people.born", 96, person -> texts.day(person.birth()), "date"));
        table.getColumns().getLast().setMinWidth(BIRTH);
        table.getColumns().forEach(column -> {
            column.setSortable(false);
            column.setReorderable(false);
        });
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

    /// What they are on the contract, and until when if that is known.
    private String role(CoveredPerson person) {
        String role = texts.get(person.role());
        return person.to() == null ? role : texts.get("contract.people.until", role, person.to());
    }

    private TableColumn<CoveredPerson, String> column(String key, double width, Function<CoveredPerson, String> value,
                                                      String style) {
        TableColumn<CoveredPerson, String> column = new TableColumn<>(texts.get(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        if (!style.isEmpty()) {
            column.getStyleClass().add(style);
        }
        return column;
    }

    /// Who follows a head stands indented below them.
    private static final class NameCell extends TableCell<CoveredPerson, CoveredPerson> {

        @Override
        protected void updateItem(@Nullable CoveredPerson person, boolean empty) {
            super.updateItem(person, empty);
            setText(empty || person == null ? null : person.name());
            getStyleClass().removeAll("family-head", "family-member");
            if (!empty && person != null) {
                getStyleClass().add(person.head() ? "family-head" : "family-member");
            }
        }
    }
}
