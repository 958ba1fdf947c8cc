package io.guichet.platform.ui;

import io.guichet.kernel.CountryCode;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/// What stands in a tab of the main window. A screen owns its view model; its view is made anew when the language
/// changes, so everything a person typed lives in the view model.
public interface Screen extends AutoCloseable {

    /// Names the screen: asking for a screen that is open already selects its tab. It is remembered for the next start.
    /// `member:FR:1000042`, `home`.
    String id();

    /// What the tab says.
    ObservableValue<String> title();

    /// What people call the file, known before it is read; one that knows better already keeps its own.
    default void expect(String label) {
    }

    /// The country of the open file, shown in its tab.
    default Optional<CountryCode> country() {
        return Optional.empty();
    }

    /// Whether something typed is not saved.
    ObservableValue<Boolean> unsaved();

    /// Makes the view; called on the JavaFX thread, again after the language changed.
    Parent createView();

    /// Keys that this screen answers to, for F1; the shell adds its own.
    List<Shortcut> shortcuts();

    /// Goes back to where one was within this screen.
    ///
    /// @return false when one was nowhere before
    default boolean back() {
        return false;
    }

    /// Asks again for what it shows, keeping what a person typed: called when the connection came back and changes may
    /// have been missed. A screen that shows nothing of the database has nothing to ask.
    default void refresh() {
    }

    /// Stores by itself what it can, then goes on, whether that went well or not: called before the tab is closed or the
    /// window left. What is `unsaved` then is asked about.
    default void settle(Runnable then) {
        then.run();
    }

    /// Called when the tab is closed.
    @Override
    void close();
}
