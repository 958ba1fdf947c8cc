package io.guichet.platform.ui;

import io.guichet.kernel.FileKind;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons, 16 pixels, from one pack. One that can be pressed always says what it does.
public final class Icons {

    private Icons() {
    }

    /// An icon beside a word that says the same.
    public static FontIcon of(Ikon icon) {
        return FontIcon.of(icon);
    }

    /// The icon of a kind of file.
    public static FontIcon of(FileKind kind) {
        return of(switch (kind) {
            case MEMBER -> Feather.USER;
            case COMPANY -> Feather.BRIEFCASE;
            case CONTRACT -> Feather.FILE_TEXT;
            case CLAIM -> Feather.CREDIT_CARD;
            case CASE -> Feather.MESSAGE_SQUARE;
            case QUOTE -> Feather.EDIT_3;
            case ACCOUNT -> Feather.USER_CHECK;
            case AMENDMENT -> Feather.GIT_COMMIT;
        });
    }

    /// A button that shows only an icon, with `says` as tooltip and accessible name.
    public static Button button(Ikon icon, String says) {
        Button button = new Button();
        dress(button, icon, says);
        return button;
    }

    /// Makes a button of FXML one that shows only an icon.
    public static void dress(ButtonBase button, Ikon icon, String says) {
        button.setGraphic(of(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(says);
        button.setTooltip(new Tooltip(says));
    }
}
