package io.guichet.contract.ui;

import io.guichet.contract.ContractFilter;
import io.guichet.contract.ContractPageRequest.Sort;
import io.guichet.contract.ContractRow;
import io.guichet.contract.Contracts.ProductChoice;
import io.guichet.country.contract.ContractState;
import io.guichet.kernel.CountryCode;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CopyValue;
import io.guichet.platform.ui.CountryCell;
import io.guichet.platform.ui.Dialogs;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.WholeCell;
import io.guichet.platform.ui.WindowedTable;
import io.guichet.platform.ui.WordsCell;
import io.guichet.platform.ui.list.FilterMenu;
import io.guichet.platform.ui.list.ViewsMenu;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Shows the list of contracts: filters above, views at the right, Enter opens a row, Ctrl+C copies its number.
public final class ContractListController {

    private final ContractListViewModel list;
    private final Texts texts;
    private final ContractWords words;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private @Nullable FilterMenu<String> products;
    private @Nullable FilterMenu<ContractState> states;
    private @Nullable FilterMenu<Month> renewals;
    private boolean writing;

    @FXML private VBox root;
    @FXML private TextField filter;
    @FXML private HBox countries;
    @FXML private MenuButton viewMenu;
    @FXML private FlowPane filters;
    @FXML private TextField fewest;
    @FXML private TextField most;
    @FXML private CheckBox companies;
    @FXML private ComboBox<Sort> sort;
    @FXML private Button clear;
    @FXML private HBox naming;
    @FXML private Label namingText;
    @FXML private TextField viewName;
    @FXML private Label nameTaken;
    @FXML private Button keepName;
    @FXML private Button leaveName;
    @FXML private ErrorPanel viewProblem;
    @FXML private ErrorPanel problem;
    @FXML private LoadingPane loading;
    @FXML private TableView<ContractRow> table;
    @FXML private TableColumn<ContractRow, CountryCode> country;
    @FXML private TableColumn<ContractRow, String> holder;
    @FXML private TableColumn<ContractRow, String> number;
    @FXML private TableColumn<ContractRow, String> product;
    @FXML private TableColumn<ContractRow, ContractState> state;
    @FXML private TableColumn<ContractRow, String> period;
    @FXML private TableColumn<ContractRow, String> renewal;
    @FXML private TableColumn<ContractRow, String> employees;

    public ContractListController(ContractListViewModel list, Texts texts, ContractWords words, Navigator navigator,
                                  Dialogs dialogs) {
        this.list = list;
        this.texts = texts;
        this.words = words;
        this.navigator = navigator;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        ScreenLifecycle life = ScreenLifecycle.of(root);
        filter.textProperty().bindBidirectional(list.textProperty());
        filter.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.DOWN || pressed.getCode() == KeyCode.ENTER) {
                pressed.consume();
                WindowedTable.enter(table);
            }
        });
        addCountries(life);
        addFilters(life);
        describeColumns();
        WindowedTable.show(table, list.window(), life,
                (row, behind) -> navigator.open(row.ref(), row.number(), behind));
        new ViewsMenu(list, texts, dialogs, viewMenu, new ViewsMenu.Naming(naming, namingText, viewName, nameTaken,
                keepName, leaveName)).follow(life);
        life.follow(list.views().problemProperty(), shown -> viewProblem.show(texts, shown, null));
        life.follow(list.queryProperty(), this::show);
        life.follow(list.window().loadedProperty(), loaded -> loading.setLoading(!loaded));
        life.follow(list.window().problemProperty(), shown -> {
            problem.show(texts, shown, list.window()::load);
            if (shown != null) {
                loading.setLoading(false);
            }
        });
        life.whileShown(() -> list::leave);
    }

    /// Puts the cursor into the filter.
    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /// Copies the number of the selected contract.
    void copyNumber() {
        ContractRow selected = table.getSelectionModel().getSelectedItem();
        if (selected != null) {
            CopyValue.toClipboard(selected.number());
        }
    }

    private void addCountries(ScreenLifecycle life) {
        if (list.countries().size() < 2) {
            return;
        }
        for (CountryCode code : list.countries()) {
            String full = Locale.of("", code.value()).getDisplayCountry(texts.locale());
            ToggleButton toggle = new ToggleButton(code.value());
            toggle.setId("country-" + code.folder());
            toggle.setTooltip(new Tooltip(texts.get("contract.list.only", full)));
            toggle.setAccessibleText(texts.get("contract.list.only", full));
            toggle.setOnAction(pressed -> list.narrow(now -> {
                Set<CountryCode> wanted = new HashSet<>(now.countries());
                if (toggle.isSelected()) {
                    wanted.add(code);
                } else {
                    wanted.remove(code);
                }
                return new ContractFilter(now.text(), wanted, now.products(), now.states(), now.renewals(),
                        now.fewest(), now.most(), now.companiesOnly());
            }));
            life.follow(list.queryProperty(), now -> toggle.setSelected(now.filter().countries().contains(code)));
            countries.getChildren().add(toggle);
        }
    }

    private void addFilters(ScreenLifecycle life) {
        FilterMenu<ContractState> byState = new FilterMenu<>("filterState", texts.get("contract.list.state"), words::word,
                chosen -> list.narrow(now -> new ContractFilter(now.text(), now.countries(), now.products(), chosen,
                        now.renewals(), now.fewest(), now.most(), now.companiesOnly())));
        byState.offer(List.of(ContractState.values()));
        FilterMenu<String> byProduct = new FilterMenu<>("filterProduct", texts.get("contract.list.product"), this::product,
                chosen -> list.narrow(now -> new ContractFilter(now.text(), now.countries(), chosen, now.states(),
                        now.renewals(), now.fewest(), now.most(), now.companiesOnly())));
        FilterMenu<Month> byMonth = new FilterMenu<>("filterRenewal", texts.get("contract.list.renewal"), words::month,
                chosen -> list.narrow(now -> new ContractFilter(now.text(), now.countries(), now.products(), now.states(),
                        chosen, now.fewest(), now.most(), now.companiesOnly())));
        byMonth.offer(List.of(Month.values()));
        filters.getChildren().addAll(0, List.of(byState, byProduct, byMonth));
        life.follow(list.products().valueProperty(), known -> byProduct.offer(known == null ? List.of()
                : known.stream().map(ProductChoice::code).distinct().toList()));
        states = byState;
        products = byProduct;
        renewals = byMonth;
        fewest.textProperty().subscribe((before, after) -> employees());
        most.textProperty().subscribe((before, after) -> employees());
        companies.setOnAction(pressed -> list.narrow(now -> new ContractFilter(now.text(), now.countries(), now.products(),
                now.states(), now.renewals(), now.fewest(), now.most(), companies.isSelected())));
        sort.getItems().setAll(Sort.values());
        sort.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Sort order) {
                return order == null ? "" : texts.get(switch (order) {
                    case HOLDER -> "contract.list.sort.holder";
                    case NEWEST -> "contract.list.sort.newest";
                    case EMPLOYEES -> "contract.list.sort.employees";
                });
            }

            @Override
            public Sort fromString(String shown) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        sort.valueProperty().subscribe((before, after) -> {
            if (after != null) {
                list.sort(after);
            }
        });
        clear.setOnAction(pressed -> list.clear());
    }

    private String product(String code) {
        List<ProductChoice> known = list.products().value();
        return known == null ? code : known.stream().filter(choice -> choice.code().equals(code))
                .map(choice -> list.countries().size() > 1 ? choice.country().value() + " " + choice.name() : choice.name())
                .distinct().collect(Collectors.joining(", "));
    }

    private void employees() {
        if (writing) {
            return;
        }
        list.narrow(now -> new ContractFilter(now.text(), now.countries(), now.products(), now.states(), now.renewals(),
                ContractQuery.number(fewest.getText()), ContractQuery.number(most.getText()), now.companiesOnly()));
    }

    private void show(ContractQuery now) {
        ContractFilter wanted = now.filter();
        if (states != null && products != null && renewals != null) {
            states.select(wanted.states());
            products.select(wanted.products());
            renewals.select(wanted.renewals());
        }
        writing = true;
        write(fewest, wanted.fewest());
        write(most, wanted.most());
        writing = false;
        companies.setSelected(wanted.companiesOnly());
        sort.setValue(now.sort());
        clear.setVisible(list.filtered());
        table.setPlaceholder(nothing());
    }

    /// What is being typed stays as long as it means the same.
    private static void write(TextField field, @Nullable Integer value) {
        Integer typed = ContractQuery.number(field.getText());
        if (value == null ? typed != null : !value.equals(typed)) {
            field.setText(value == null ? "" : value.toString());
        }
    }

    private void describeColumns() {
        country.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().ref().country()));
        country.setCellFactory(column -> new CountryCell<>());
        state.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().state()));
        state.setCellFactory(column -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable ContractState shown, boolean empty) {
                super.updateItem(shown, empty);
                Label said = empty || shown == null ? null : words.state(shown);
                setGraphic(said);
                if (said != null) {
                    WholeCell.keepRoomFor(getTableColumn(), said);
                }
            }
        });
        text(holder, ContractRow::holderName);
        holder.setCellFactory(column -> new WordsCell<>());
        product.setCellFactory(column -> new WordsCell<>());
        text(product, ContractRow::productName);
        whole(number, ContractRow::number);
        whole(period, row -> words.period(row.from(), row.to()));
        whole(renewal, row -> words.month(row.renewal()));
        whole(employees, row -> row.employees() == null ? "" : words.amounts().count(row.employees()));
    }

    private static void whole(TableColumn<ContractRow, String> column, Function<ContractRow, String> value) {
        text(column, value);
        column.setCellFactory(made -> new WholeCell<>());
    }

    private static void text(TableColumn<ContractRow, String> column, Function<ContractRow, String> value) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    }

    private Node nothing() {
        Label title = new Label(texts.get(list.filtered() ? "contract.list.none.title" : "contract.list.empty.title"));
        title.getStyleClass().add("section-title");
        Label advice = new Label(texts.get(list.filtered() ? "contract.list.none.text" : "contract.list.empty.text"));
        advice.getStyleClass().add("muted");
        advice.setWrapText(true);
        VBox nothing = new VBox(title, advice);
        if (list.filtered()) {
            Button all = new Button(texts.get("contract.list.clear"));
            all.setId("clearNothing");
            all.setOnAction(pressed -> list.clear());
            nothing.getChildren().add(all);
        }
        nothing.getStyleClass().add("empty-state");
        return nothing;
    }
}
