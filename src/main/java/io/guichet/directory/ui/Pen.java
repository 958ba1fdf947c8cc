package io.guichet.directory.ui;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Amounts;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CopyValue;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.Line;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Notices;
import io.guichet.platform.ui.WholeLabel;
import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// Writes the lines of a member's file in the language in use, and lets them be copied and opened.
///
/// @param texts     the words
/// @param words     values, moments and ages
/// @param navigator opens files in tabs
/// @param notices   tells that something was copied
record Pen(Texts texts, Words words, Navigator navigator, Notices notices) {

    static final UserMessage COPIED = UserMessage.of("directory.member.copied");

    String amount(Money amount) {
        return Amounts.of(texts).text(amount);
    }

    String day(LocalDate day) {
        return texts.day(day);
    }

    /// Copies, and says so in passing.
    void copy(String text) {
        CopyValue.toClipboard(text);
        notices.tell(new Notices.Notice(Notices.Level.SUCCESS, COPIED));
    }

    /// A line that opens nothing.
    Line line(String said, Node... cells) {
        return new Line(said, this::copy, null, cells);
    }

    /// A line that opens a file.
    Line line(String said, FileRef file, String label, Node... cells) {
        Consumer<Boolean> open = behind -> navigator.open(file, label, behind);
        return new Line(said, this::copy, open, cells);
    }

    /// A cell with a style of its own.
    static Label cell(String text, String... styles) {
        Label cell = new Label(text);
        cell.getStyleClass().addAll(styles);
        return cell;
    }

    /// A cell that is never cut: a figure, a date.
    ///
    /// @param ems how wide it is at least, in parts of its size of text
    static Label whole(String text, double ems, String... styles) {
        return new WholeLabel(text, ems, styles);
    }

    /// A cell that takes the room that is left; what has none is told by a tooltip.
    static Label wide(String text, String... styles) {
        Label cell = cell(text, styles);
        cell.setTextOverrun(OverrunStyle.ELLIPSIS);
        cell.setMinWidth(0);
        cell.setMaxWidth(Double.MAX_VALUE);
        cell.setTooltip(new Tooltip(text));
        HBox.setHgrow(cell, Priority.ALWAYS);
        return cell;
    }

    /// An icon and the word that says the same: the colour is never the only sign.
    static Label state(String word, Ikon icon, String... styles) {
        return state(word, 0, icon, styles);
    }

    /// The same, at least so wide that states stand below each other.
    static Label state(String word, double ems, Ikon icon, String... styles) {
        Label state = whole(word, ems, styles);
        state.setGraphic(Icons.of(icon));
        return state;
    }

    /// What stands where there is nothing.
    static Label nothing(String text) {
        Label nothing = cell(text, "secondary", "line-nothing");
        nothing.setWrapText(true);
        nothing.setMinHeight(Region.USE_PREF_SIZE);
        return nothing;
    }

    /// The period in words; `to` is null while there is no end.
    String period(LocalDate from, @Nullable LocalDate to) {
        return to == null ? texts.get("directory.overview.since", from)
                : texts.get("directory.overview.period", from, to);
    }
}
