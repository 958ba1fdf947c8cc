package io.guichet.platform.ui;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Questions as a sheet over the window: no window of its own, so nothing waits and nothing can hide behind another.
public final class OverlayDialogs implements Dialogs {

    private final Overlay overlay;

    public OverlayDialogs(Overlay overlay) {
        this.overlay = overlay;
    }

    @Override
    public void ask(Question question, Consumer<String> answered) {
        Label title = new Label(question.title());
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        Label text = new Label(question.text());
        text.setWrapText(true);
        HBox buttons = new HBox();
        buttons.getStyleClass().add("dialog-buttons");
        VBox sheet = new VBox(title, text, buttons);
        sheet.setId("question");
        sheet.getStyleClass().addAll("popup-sheet", "dialog-sheet");

        Answer cancel = question.answers().stream().filter(answer -> answer.role() == Role.CANCEL).findFirst()
                .orElseThrow();
        Overlay.Popup popup = overlay.show(sheet, Overlay.Place.CENTER, () -> answered.accept(cancel.id()));
        for (Answer answer : question.answers()) {
            Button button = new Button(answer.label());
            button.setId("answer-" + answer.id());
            switch (answer.role()) {
                case PRIMARY -> {
                    button.getStyleClass().add("accent");
                    button.setDefaultButton(true);
                }
                case DESTRUCTIVE -> button.getStyleClass().add("danger");
                case CANCEL, PLAIN -> {
                    // drawn as any button
                }
            }
            button.setOnAction(pressed -> {
                popup.close();
                answered.accept(answer.id());
            });
            buttons.getChildren().add(button);
            // Enter says yes to what was asked for, and no to what destroys.
            if (answer.role() == Role.PRIMARY || answer.role() == Role.CANCEL
                    && question.answers().stream().noneMatch(other -> other.role() == Role.PRIMARY)) {
                button.requestFocus();
            }
        }
    }
}
