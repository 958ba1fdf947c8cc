package io.guichet.directory.ui;

import io.guichet.directory.MemberRow;
import io.guichet.kernel.CountryCode;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.WindowedTable;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows the list of members; Enter opens one, Ctrl+Enter opens it behind.
public final class MemberListController {

    private final MemberListViewModel list;
    private final Texts texts;
    private final Navigator navigator;

    @FXML private VBox root;
    @FXML private TextField filter;
    @FXML private HBox countries;
    @FXML private ErrorPanel problem;
    @FXML private LoadingPane loading;
    @FXML private TableView<MemberRow> table;
    @FXML private TableColumn<MemberRow, CountryCode> country;
    @FXML private TableColumn<MemberRow, String> name;
    @FXML private TableColumn<MemberRow, String> born;
    @FXML private TableColumn<MemberRow, String> detail;
    @FXML private TableColumn<MemberRow, String> number;

    public MemberListController(MemberListViewModel list, Texts texts, Navigator navigator) {
        this.list = list;
        this.texts = texts;
        this.navigator = navigator;
    }

    @FXML
    private void initialize() {
        ScreenLifecycle life = ScreenLifecycle.of(root);
        filter.textProperty().bindBidirectional(list.textProperty());
        addCountries();
        describeColumns();
        table.setPlaceholder(nothing());
        WindowedTable.show(table, list.window(), life,
                (row, behind) -> navigator.open(row.ref(), row.label(), behind));
        table.setSortPolicy(sorted -> {
            list.sort(sorted.getSortOrder().contains(name) && name.getSortType() == TableColumn.SortType.DESCENDING);
            return true;
        });
        filter.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.DOWN || pressed.getCode() == KeyCode.ENTER) {
                pressed.consume();
                WindowedTable.enter(table);
            }
        });
        life.follow(list.loadedProperty(), loaded -> loading.setLoading(!loaded));
        life.follow(list.problemProperty(), shown -> {
            problem.show(texts, shown, list::load);
            if (shown != null) {
                loading.setLoading(false);
            }
        });
    }

    /// Puts the cursor into the filter.
    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    private void addCountries() {
        Set<CountryCode> chosen = new HashSet<>(list.countriesProperty().get());
        if (list.choices().size() < 2) {
            return;
        }
        for (CountryCode code : list.choices()) {
            String full = Locale.of("", code.value()).getDisplayCountry(texts.locale());
            ToggleButton toggle = new ToggleButton(code.value());
            toggle.setId("country-" + code.folder());
            toggle.setSelected(chosen.contains(code));
            toggle.setTooltip(new Tooltip(texts.get("directory.members.only", full)));
            toggle.setAccessibleText(texts.get("directory.members.only", full));
            toggle.setOnAction(pressed -> {
                if (toggle.isSelected()) {
                    chosen.add(code);
                } else {
                    chosen.remove(code);
                }
                list.narrow(chosen);
            });
            countries.getChildren().add(toggle);
        }
    }

    private void describeColumns() {
        country.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().ref().country()));
        country.setCellFactory(column -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable CountryCode code, boolean empty) {
                super.updateItem(code, empty);
                setGraphic(empty || code == null ? null : new CountryTag(code));
            }
        });
        text(name, MemberRow::label);
        text(born, row -> row.birthDate() == null ? "" : texts.day(row.birthDate()));
        text(detail, MemberRow::detail);
        text(number, row -> row.ref().isSayable() ? row.ref().reference() : "");
    }

    private static void text(TableColumn<MemberRow, String> column, Function<MemberRow, String> value) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    }

    private VBox nothing() {
        Label title = new Label(texts.get("directory.members.none.title"));
        title.getStyleClass().add("section-title");
        Label advice = new Label(texts.get("directory.members.none.text"));
        advice.getStyleClass().add("muted");
        advice.setWrapText(true);
        VBox nothing = new VBox(title, advice);
        nothing.getStyleClass().add("empty-state");
        return nothing;
    }
}
