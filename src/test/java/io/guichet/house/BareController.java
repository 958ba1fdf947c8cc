package io.guichet.house;

import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// The controller of the views in `house/` of the test resources, one of them right and the others broken.
final class BareController {

    private final Runnable action;

    @FXML
    private Label title;
    @FXML
    private Button open;

    BareController(Runnable action, Label title, Button open) {
        this.action = Objects.requireNonNull(action);
        this.title = title;
        this.open = open;
    }

    @FXML
    void initialize() {
        action.run();
        title.setLabelFor(open);
    }

    @FXML
    void act() {
        action.run();
    }
}
