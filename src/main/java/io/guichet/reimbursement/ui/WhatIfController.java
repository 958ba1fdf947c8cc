package io.guichet.reimbursement.ui;

import io.guichet.country.form.FieldActions;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldViewModel;
import io.guichet.country.form.FieldWords;
import io.guichet.country.form.FormView;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CopyValue;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.ScrollPlaces;
import io.guichet.reimbursement.ui.WhatIfViewModel.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Shows a what-if: care and terms at the left, who would pay what and why at the right.
public final class WhatIfController {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final Duration COPIED = Duration.seconds(1.2);

    private final WhatIfViewModel whatIf;
    private final WhatIfParts parts;
    private final Texts texts;
    private final WhatIfWords words;
    private final Map<WhatIfLine, ActField> acts = new HashMap<>();

    @FXML private VBox root;
    @FXML private HBox who;
    @FXML private HBox countries;
    @FXML private Button copy;
    @FXML private ComboBox<PlanChoice> plan;
    @FXML private ScrollPane scroll;
    @FXML private VBox lines;
    @FXML private Button add;
    @FXML private VBox terms;
    @FXML private ErrorPanel problem;
    @FXML private HBox refusal;
    @FXML private Label refusalText;
    @FXML private Label hint;
    @FXML private VBox answer;

    public WhatIfController(WhatIfViewModel whatIf, WhatIfParts parts) {
        this.whatIf = whatIf;
        this.parts = parts;
        texts = parts.texts();
        words = new WhatIfWords(texts);
    }

    @FXML
    private void initialize() {
        ScreenLifecycle life = ScreenLifecycle.of(root);
        copy.setGraphic(Icons.of(Feather.COPY));
        copy.setOnAction(pressed -> copy());
        add.setGraphic(Icons.of(Feather.PLUS));
        add.setOnAction(pressed -> add());
        hint.setGraphic(Icons.of(Feather.INFO));
        refusalText.setGraphic(Icons.of(Feather.ALERT_CIRCLE));
        choices();
        life.follow(this::head, whatIf.countryProperty(), whatIf.nameProperty());
        life.follow(whatIf.countryProperty(), code -> showCase());
        // The member's own terms are called by the member's name, once it is known.
        life.follow(whatIf.nameProperty(), name -> showChoices());
        life.follow(whatIf.countryProperty().flatMap(code -> whatIf.now().choicesProperty()), offered -> showChoices());
        life.follow(whatIf.problemProperty(), shown -> problem.show(texts, shown, whatIf::refresh));
        life.follow(whatIf.refusalProperty(), this::showRefusal);
        life.follow(this::showAnswer, whatIf.answerProperty(), whatIf.currentProperty(), whatIf.hintProperty(),
                whatIf.refusalProperty());
        life.follow(root.sceneProperty().flatMap(Scene::focusOwnerProperty), focused -> ScrollPlaces.reach(scroll, focused));
    }

    /// Puts the cursor into the act of the first line that has none, else of the last line.
    void focusAct() {
        List<WhatIfLine> all = whatIf.now().lines();
        WhatIfLine wanted = all.stream().filter(line -> line.act().chosen() == null).findFirst().orElse(all.getLast());
        ActField field = acts.get(wanted);
        if (field != null) {
            field.focus();
        }
    }

    /// One line more, with the cursor in its act.
    void add() {
        WhatIfLine added = whatIf.now().add();
        if (added != null) {
            showLines();
            focusAct();
        }
    }

    /// Copies the answer as text.
    void copy() {
        Answer shown = whatIf.answerProperty().get();
        if (shown != null && whatIf.currentProperty().get()) {
            CopyValue.toClipboard(words.asText(shown, words.choice(whatIf.now().choiceProperty().get(), whatIf.nameProperty().get())));
            copy.setGraphic(Icons.of(Feather.CHECK));
            copy.setAccessibleHelp(texts.get("platform.ui.error.copied"));
            PauseTransition pause = new PauseTransition(COPIED);
            pause.setOnFinished(over -> copy.setGraphic(Icons.of(Feather.COPY)));
            pause.play();
        }
    }

    private void choices() {
        plan.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable PlanChoice choice) {
                return choice == null ? "" : words.choice(choice, whatIf.nameProperty().get());
            }

            @Override
            public PlanChoice fromString(String shown) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        plan.setOnAction(chosen -> {
            PlanChoice wanted = plan.getValue();
            if (wanted != null && !wanted.equals(whatIf.now().choiceProperty().get())) {
                whatIf.now().choiceProperty().set(wanted);
                showTerms();
            }
        });
    }

    private void head() {
        FileRef member = whatIf.member();
        List<Node> nodes = new ArrayList<>();
        if (member == null) {
            Label title = new Label(texts.get("reimbursement.whatIf.question"));
            title.getStyleClass().add("page-title");
            nodes.add(title);
        } else {
            nodes.add(new CountryTag(member.country()));
            Label title = new Label(texts.get("reimbursement.whatIf.question"));
            title.getStyleClass().add("page-title");
            nodes.add(title);
            Button open = new Button(whatIf.nameProperty().get(), Icons.of(FileKind.MEMBER));
            open.setId("member");
            open.setMnemonicParsing(false);
            open.getStyleClass().add("row-button");
            open.setOnAction(pressed -> parts.navigator().open(member, whatIf.nameProperty().get(), false));
            nodes.add(open);
        }
        who.getChildren().setAll(nodes);
        countries.getChildren().setAll(whatIf.countries().size() < 2 ? List.of()
                : whatIf.countries().stream().map(this::countryButton).toList());
    }

    private Node countryButton(CountryCode code) {
        ToggleButton button = new ToggleButton("", new CountryTag(code));
        button.setId("country-" + code);
        String name = Locale.of("", code.value()).getDisplayCountry(texts.locale());
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        button.setSelected(code.equals(whatIf.countryProperty().get()));
        button.setOnAction(pressed -> {
            whatIf.choose(code);
            button.setSelected(true);
        });
        return button;
    }

    private void showCase() {
        showChoices();
        showLines();
        showTerms();
    }

    private void showChoices() {
        WhatIfCase now = whatIf.now();
        plan.getItems().setAll(now.choicesProperty().get());
        plan.setValue(now.choiceProperty().get());
    }

    private void showLines() {
        acts.clear();
        List<Node> nodes = new ArrayList<>();
        List<WhatIfLine> all = whatIf.now().lines();
        for (int i = 0; i < all.size(); i++) {
            nodes.add(line(all.get(i), i, all.size()));
        }
        lines.getChildren().setAll(nodes);
        add.setDisable(all.size() >= WhatIfCase.MOST_LINES);
    }

    private Node line(WhatIfLine line, int index, int count) {
        VBox block = new VBox();
        ScreenLifecycle life = ScreenLifecycle.of(block);
        block.getStyleClass().addAll("what-if-line", "field-group");
        ActField act = new ActField(line.act(), texts.get(line.actKey()), "act-" + index, texts, life);
        acts.put(line, act);
        HBox.setHgrow(act, Priority.ALWAYS);
        HBox first = new HBox(act);
        first.getStyleClass().add("what-if-act");
        if (count > 1) {
            Button remove = Icons.button(Feather.TRASH_2, texts.get("reimbursement.whatIf.remove", index + 1));
            remove.setId("remove-" + index);
            remove.setOnAction(pressed -> {
                whatIf.now().remove(line);
                showLines();
            });
            first.getChildren().add(remove);
        }
        block.getChildren().add(first);
        block.getChildren().addAll(groups(line.form(), life, false));
        return block;
    }

    private void showTerms() {
        VBox block = new VBox();
        block.getStyleClass().add("what-if-terms");
        ScreenLifecycle life = ScreenLifecycle.of(block);
        List<Node> told = groups(whatIf.now().plan(), life, true);
        block.getChildren().setAll(told);
        terms.getChildren().setAll(told.isEmpty() ? List.of() : List.of(block));
    }

    private List<Node> groups(FieldForm form, ScreenLifecycle life, boolean titled) {
        FieldWords fieldWords = new FieldWords(texts, whatIf.input());
        List<Node> nodes = new ArrayList<>();
        for (FieldForm.Group group : form.groups()) {
            if (!group.fields().isEmpty()) {
                Node cells = FormView.group(titled || !nodes.isEmpty() ? texts.get(group.key()) : null, group, new Typing(), texts,
                        fieldWords, life);
                nodes.add(cells);
            }
        }
        return nodes;
    }

    private void showRefusal(@Nullable UserMessage shown) {
        refusal.setVisible(shown != null);
        refusal.setManaged(shown != null);
        refusalText.setText(shown == null ? "" : texts.get(shown));
    }

    private void showAnswer() {
        UserMessage needed = whatIf.hintProperty().get();
        hint.setVisible(needed != null);
        hint.setManaged(needed != null);
        hint.setText(needed == null ? "" : texts.get(needed));
        Answer shown = whatIf.answerProperty().get();
        boolean current = whatIf.currentProperty().get();
        copy.setDisable(shown == null || !current);
        // What answers something else is not to be read out; while the next answer comes it stays, or the screen would flicker.
        boolean left = shown != null && (current || needed == null && whatIf.refusalProperty().get() == null);
        answer.pseudoClassStateChanged(STALE, left && !current);
        answer.getChildren().setAll(left ? new AnswerView(texts).nodes(shown) : List.of(nothing()));
    }

    private Node nothing() {
        Label title = new Label(texts.get("reimbursement.whatIf.nothing.title"));
        title.getStyleClass().add("section-title");
        Label text = new Label(texts.get("reimbursement.whatIf.nothing.text"));
        text.getStyleClass().add("secondary");
        text.setWrapText(true);
        text.setMaxWidth(Region.USE_PREF_SIZE);
        VBox nothing = new VBox(title, text);
        nothing.getStyleClass().add("empty-state");
        return nothing;
    }

    /// Nothing here is masked: it is nobody's, or was typed for this question.
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
