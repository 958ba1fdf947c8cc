package io.guichet.directory.ui;

import io.guichet.country.field.FieldInput;
import io.guichet.directory.AccountDetails;
import io.guichet.directory.SearchRow;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CellGrid;
import io.guichet.platform.ui.CopyValue;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Problem;
import io.guichet.platform.ui.ScreenLifecycle;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Shows who has an account, how they are reached, what they used, and where they may be insured after all.
public final class AccountController {

    private final AccountViewModel account;
    private final Clock clock;
    private final FieldInput input;
    private final Texts texts;
    private final Navigator navigator;

    @FXML private LoadingPane root;
    @FXML private VBox empty;
    @FXML private Label emptyText;
    @FXML private VBox file;
    @FXML private VBox header;
    @FXML private HBox who;
    @FXML private VBox messages;
    @FXML private ErrorPanel problem;
    @FXML private HBox body;
    @FXML private ScrollPane scroll;
    @FXML private VBox services;
    @FXML private VBox linked;

    public AccountController(AccountViewModel account, Clock clock, FieldInput input, Texts texts, Navigator navigator) {
        this.account = account;
        this.clock = clock;
        this.input = input;
        this.texts = texts;
        this.navigator = navigator;
    }

    @FXML
    private void initialize() {
        ScreenLifecycle life = ScreenLifecycle.of(root);
        life.follow(account.stateProperty(), this::showState);
        life.follow(account.problemProperty(), this::showProblem);
        life.follow(account.shownProperty(), shown -> {
            if (shown != null) {
                show(shown);
            }
        });
    }

    private void showState(AccountViewModel.State state) {
        root.setLoading(state == AccountViewModel.State.LOADING);
        show(empty, state == AccountViewModel.State.MISSING);
        show(file, state == AccountViewModel.State.OPEN || state == AccountViewModel.State.FAILED);
        show(header, state == AccountViewModel.State.OPEN);
        show(body, state == AccountViewModel.State.OPEN);
        emptyText.setText(texts.get("directory.card.missing.text", Words.kind(texts, account.ref().kind()),
                account.ref().reference()));
    }

    private void showProblem(@Nullable Problem shown) {
        problem.show(texts, shown, account::load);
        show(messages, shown != null);
    }

    private void show(AccountViewModel.Shown shown) {
        AccountDetails known = shown.details();
        Label name = new Label(known.name());
        name.setId("accountName");
        name.getStyleClass().add("page-title");
        Label number = new Label(texts.get("directory.account.number", known.ref().reference()));
        number.getStyleClass().add("muted");
        Label insured = new Label(texts.get("directory.account.notInsured"), Icons.of(Feather.INFO));
        insured.setId("notInsured");
        insured.getStyleClass().add("muted");
        who.getChildren().setAll(new CountryTag(known.ref().country()), Icons.of(known.ref().kind()), name, number, insured);
        scroll.setContent(new CellGrid(facts(known)));
        services.getChildren().setAll(services(known));
        linked.getChildren().setAll(linked(shown.linked()));
    }

    private List<Node> facts(AccountDetails known) {
        List<Node> facts = new ArrayList<>();
        facts.add(fact("email", "directory.account.email", known.email()));
        String phone = known.phone();
        facts.add(fact("phone", "directory.account.phone", phone == null ? null
                : input.phone(phone, known.ref().country().value())));
        LocalDate birth = known.birth();
        facts.add(fact("birth", "directory.account.birth", birth == null ? null : texts.get("directory.account.bornAge", texts.day(birth),
                Period.between(birth, LocalDate.now(clock)).getYears())));
        facts.add(fact("language", "directory.account.language",
                Locale.of(known.language()).getDisplayLanguage(texts.locale())));
        facts.add(fact("since", "directory.account.since", texts.day(known.since())));
        return facts;
    }

    private Node fact(String id, String key, @Nullable String value) {
        CopyValue shown = new CopyValue(texts, texts.get(key), value == null ? texts.get("directory.account.unknown") : value);
        shown.setId("account-" + id);
        shown.setDisable(value == null);
        return CopyValue.captioned(texts.get(key), shown);
    }

    private List<Node> services(AccountDetails known) {
        List<Node> lines = new ArrayList<>();
        for (AccountDetails.Used used : known.services()) {
            Label service = new Label(texts.get("directory.account.service." + used.service()));
            Label often = new Label(texts.get("directory.account.used", used.times(), texts.day(used.day())));
            often.getStyleClass().add("secondary");
            VBox line = new VBox(service, often);
            line.getStyleClass().add("history-entry");
            lines.add(line);
        }
        return lines.isEmpty() ? List.of(none("directory.account.services.none")) : lines;
    }

    private List<Node> linked(List<SearchRow> files) {
        List<Node> lines = new ArrayList<>();
        for (SearchRow other : files) {
            Button open = new Button(other.label(), new HBox(new CountryTag(other.ref().country()),
                    Icons.of(other.ref().kind())));
            open.getStyleClass().addAll("flat", "row-button");
            open.setId("linked-" + other.ref().kind().code() + "-" + other.ref().reference());
            open.setMaxWidth(Double.MAX_VALUE);
            open.setAccessibleText(Words.kind(texts, other.ref().kind()) + " " + other.ref().country() + " " + other.label());
            open.setOnAction(pressed -> navigator.open(other.ref(), other.label(), false));
            lines.add(open);
        }
        return lines.isEmpty() ? List.of(none("directory.account.linked.none")) : lines;
    }

    private Label none(String key) {
        Label none = new Label(texts.get(key));
        none.getStyleClass().add("secondary");
        none.setWrapText(true);
        return none;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
