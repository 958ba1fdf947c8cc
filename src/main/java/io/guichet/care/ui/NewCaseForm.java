package io.guichet.care.ui;

import io.guichet.care.CaseRow.Channel;
import io.guichet.care.CaseTopics;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The form of a new case, where its list is: nothing covers the member's file, from which the answer is read.
final class NewCaseForm {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final int NOTE_LINES = 4;

    private final CasesViewModel cases;
    private final Texts texts;

    NewCaseForm(CasesViewModel cases, Texts texts) {
        this.cases = cases;
        this.texts = texts;
    }

    VBox node(ScreenLifecycle life) {
        VBox form = new VBox();
        form.setId("case-form");
        form.getStyleClass().add("panel-form");
        ComboBox<String> topic = choice("case-topic", CaseTopics.ALL, code -> CaseWords.topic(texts, code));
        topic.setValue(cases.topicProperty().get());
        topic.setOnAction(chosen -> cases.topicProperty().set(topic.getValue()));
        ComboBox<Channel> channel = choice("case-channel", List.of(Channel.values()), each -> CaseWords.channel(texts, each));
        channel.setValue(cases.channelProperty().get());
        channel.setOnAction(chosen -> cases.channelProperty().set(channel.getValue()));
        VBox about = field("topic", "care.panel.topic", topic, life);
        VBox by = field("channel", "care.panel.channel", channel, life);
        HBox.setHgrow(about, Priority.ALWAYS);
        HBox.setHgrow(by, Priority.ALWAYS);
        HBox choices = new HBox(about, by);
        choices.getStyleClass().add("case-choices");

        TextField title = new TextField();
        title.setId("case-title");
        life.whileShown(() -> {
            title.textProperty().bindBidirectional(cases.titleProperty());
            return () -> title.textProperty().unbindBidirectional(cases.titleProperty());
        });
        TextArea note = new TextArea();
        note.setId("case-note");
        note.setWrapText(true);
        note.setPrefRowCount(NOTE_LINES);
        life.whileShown(() -> {
            note.textProperty().bindBidirectional(cases.noteProperty());
            return () -> note.textProperty().unbindBidirectional(cases.noteProperty());
        });
        note.addEventFilter(KeyEvent.KEY_PRESSED, NewCaseForm::tabLeaves);

        ErrorPanel problem = new ErrorPanel();
        life.follow(cases.problemProperty(), cause -> problem.show(texts, cause, cases::open));
        Button open = new Button(texts.get("care.panel.open"));
        open.setId("case-open");
        open.getStyleClass().add("accent");
        open.setOnAction(pressed -> cases.open());
        Button leave = new Button(texts.get("care.panel.cancel"));
        leave.setId("case-cancel");
        leave.setOnAction(pressed -> cases.giveUp());
        life.follow(cases.workingProperty(), working -> {
            open.setDisable(working);
            leave.setDisable(working);
            open.setText(texts.get(working ? "care.panel.opening" : "care.panel.open"));
        });
        FlowPane buttons = new FlowPane(open, leave);
        buttons.getStyleClass().add("panel-tools");
        form.getChildren().setAll(field("title", "care.panel.what", title, life), choices,
                field("note", "care.panel.note", note, life), problem, buttons);
        form.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER && (pressed.isShortcutDown() || title.isFocused())) {
                pressed.consume();
                cases.open();
            } else if (pressed.getCode() == KeyCode.ESCAPE && !cases.unsavedProperty().getValue()) {
                pressed.consume();
                cases.giveUp();
            }
        });
        life.follow(cases.writingProperty(), writing -> {
            if (writing) {
                form.setVisible(true);
                form.setManaged(true);
                title.requestFocus();
            }
        });
        return form;
    }

    /// A note is prose, and Tab goes on to the next field as everywhere.
    static void tabLeaves(KeyEvent pressed) {
        if (pressed.getCode() == KeyCode.TAB && !pressed.isShortcutDown() && pressed.getSource() instanceof Node area) {
            pressed.consume();
            area.requestFocusTraversal(pressed.isShiftDown() ? TraversalDirection.PREVIOUS
                    : TraversalDirection.NEXT);
        }
    }

    private VBox field(String key, String captionKey, Control input, ScreenLifecycle life) {
        Label caption = new Label(texts.get(captionKey));
        caption.getStyleClass().add("field-label");
        caption.setLabelFor(input);
        Label wrong = new Label("", Icons.of(Feather.ALERT_CIRCLE));
        wrong.getStyleClass().addAll("field-problem", "danger-text");
        wrong.setWrapText(true);
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        life.follow(cases.problemsProperty(), problems -> {
            UserMessage message = problems.get(key);
            CasesView.show(wrong, message != null);
            wrong.setText(message == null ? "" : texts.get(message));
            input.pseudoClassStateChanged(ERROR, message != null);
        });
        VBox field = new VBox(caption, input, wrong);
        field.getStyleClass().add("field");
        return field;
    }

    private static <T> ComboBox<T> choice(String id, List<T> options, Function<T, String> says) {
        ComboBox<T> choice = new ComboBox<>();
        choice.setId(id);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.getItems().setAll(options);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T option) {
                return option == null ? "" : says.apply(option);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        });
        return choice;
    }
}
