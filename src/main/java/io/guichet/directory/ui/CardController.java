package io.guichet.directory.ui;

import io.guichet.country.Card;
import io.guichet.country.field.FieldInput;
import io.guichet.country.form.FormView;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ColumnFlow;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.FilePanels;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Problem;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows a company, contract or claim, and the files one can go to from there.
public final class CardController {

    private final CardViewModel card;
    private final Texts texts;
    private final Words words;
    private final Navigator navigator;
    private final FieldInput input;
    private final Workplace workplace;

    @FXML private LoadingPane root;
    @FXML private VBox empty;
    @FXML private Label emptyText;
    @FXML private VBox file;
    @FXML private VBox header;
    @FXML private HBox who;
    @FXML private VBox messages;
    @FXML private ErrorPanel problem;
    @FXML private ScrollPane scroll;
    @FXML private ScrollPane rail;
    @FXML private VBox related;

    public CardController(CardViewModel card, Workplace workplace, Texts texts, Navigator navigator) {
        this.card = card;
        this.texts = texts;
        this.navigator = navigator;
        this.workplace = workplace;
        input = workplace.input();
        words = new Words(texts, input, workplace.clock());
    }

    @FXML
    private void initialize() {
        ScreenLifecycle life = ScreenLifecycle.of(root);
        life.follow(card.stateProperty(), this::showState);
        life.follow(card.problemProperty(), this::showProblem);
        life.follow(card.shownProperty(), shown -> {
            if (shown != null) {
                show(shown);
            }
        });
    }

    private void showState(CardViewModel.State state) {
        root.setLoading(state == CardViewModel.State.LOADING);
        show(empty, state == CardViewModel.State.MISSING);
        show(file, state == CardViewModel.State.OPEN || state == CardViewModel.State.FAILED);
        show(header, state == CardViewModel.State.OPEN);
        show(rail, state == CardViewModel.State.OPEN);
        emptyText.setText(texts.get("directory.card.missing.text", Words.kind(texts, card.ref().kind()), card.ref().reference()));
    }

    private void showProblem(@Nullable Problem shown) {
        problem.show(texts, shown, card::load);
        show(messages, shown != null);
    }

    private void show(CardViewModel.Shown shown) {
        Card known = shown.card();
        Label name = new Label(known.label());
        name.setId("cardName");
        name.getStyleClass().add("page-title");
        Label kind = new Label(Words.kind(texts, known.ref().kind()));
        kind.getStyleClass().add("muted");
        who.getChildren().setAll(new CountryTag(known.ref().country()), Icons.of(known.ref().kind()), name, kind);
        if (!known.label().equals(known.ref().reference()) && known.ref().isSayable()) {
            Label reference = new Label(known.ref().reference());
            reference.getStyleClass().add("muted");
            who.getChildren().add(reference);
        }
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        who.getChildren().add(between);
        workplace.panels().forEach(each -> each.link(known.ref()).ifPresent(to -> who.getChildren().add(button(to))));
        // A form of its own each time: its subscriptions end with it.
        ColumnFlow groups = new ColumnFlow();
        // The lines first: they are what a statement is read for.
        VBox page = new VBox();
        LinesTable lines = new LinesTable(texts, input);
        known.tables().forEach(table -> page.getChildren().add(lines.view(table)));
        page.getChildren().add(groups);
        scroll.setContent(page);
        new FormView(scroll, groups).fill(shown.form(), card, texts, words, ScreenLifecycle.of(groups));
        related.getChildren().setAll(related(known));
    }

    /// A way to another screen; made anew with the card, so also after the language changed.
    private static Button button(FilePanels.Link to) {
        Button button = new Button(to.text().getValue(), Icons.of(to.icon()));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> to.go().run());
        return button;
    }

    private List<Node> related(Card known) {
        List<Node> lines = new ArrayList<>();
        for (Card.Related other : known.related()) {
            Button open = new Button(other.label(), Icons.of(other.ref().kind()));
            open.getStyleClass().addAll("flat", "row-button");
            open.setId("related-" + other.ref().kind().code() + "-" + other.ref().reference());
            open.setMaxWidth(Double.MAX_VALUE);
            open.setAccessibleText(Words.kind(texts, other.ref().kind()) + " " + other.label());
            open.setOnAction(pressed -> navigator.open(other.ref(), other.label(), false));
            lines.add(open);
        }
        if (lines.isEmpty()) {
            Label none = new Label(texts.get("directory.card.related.none"));
            none.getStyleClass().add("secondary");
            none.setWrapText(true);
            lines.add(none);
        }
        return lines;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
