package io.guichet.journey;

import io.guichet.access.Rights;
import io.guichet.bootstrap.Components;
import io.guichet.bootstrap.Composition;
import io.guichet.bootstrap.Schemas;
import io.guichet.bootstrap.TextFolders;
import io.guichet.country.Countries;
import io.guichet.country.field.FieldSpec;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseAddress;
import io.guichet.platform.database.HikariDatabase;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.live.PgChangeFeed;
import io.guichet.platform.ui.Appearance;
import io.guichet.platform.ui.FileDialogs;
import io.guichet.platform.ui.FxBackground;
import io.guichet.platform.ui.FxTicker;
import io.guichet.shell.Settings;
import io.guichet.testing.ChosenFiles;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// One person at one main window, wired as the desktop wires it. Its methods are called on the JavaFX thread, except
/// `signIn` and `close`.
final class Desk implements AutoCloseable {

    private final Countries countries;
    private final Database database;
    private final ChangeFeed feed;
    private final Components components;
    private final Credentials person;
    private final Texts texts;
    private @Nullable Composition composition;

    private Desk(Countries countries, Database database, ChangeFeed feed, Credentials person) {
        this.countries = countries;
        this.database = database;
        this.feed = feed;
        this.person = person;
        this.texts = Texts.of(TextFolders.of(countries));
        this.components = Components.over(database, countries, Clock.systemDefaultZone());
    }

    /// Signs a sample account in.
    ///
    /// @param revive brings a dead server back
    static Desk signIn(Supplier<DatabaseAddress> address, String account, Runnable revive) {
        Countries countries = Countries.load();
        Credentials person = new Credentials(account, account);
        Database database = HikariDatabase.open(address, person, new Schemas(countries).entities());
        return new Desk(countries, database, PgChangeFeed.open(address, person, revive), person);
    }

    Components components() {
        return components;
    }

    /// The words of this window, in its language.
    Texts texts() {
        return texts;
    }

    /// Opens the main window.
    Desk open(Appearance appearance, Rights rights) {
        return open(appearance, rights, new ChosenFiles());
    }

    /// The same where files are chosen as `files` says.
    Desk open(Appearance appearance, Rights rights, FileDialogs files) {
        Composition made = Composition.of(
                new Composition.Shared(countries, texts, appearance, new FxBackground(), new FxTicker(),
                        Clock.systemDefaultZone()),
                new Composition.Person(database, components, rights, feed, () -> "test"), Settings.DEFAULT, new Stage(),
                () -> { }, files);
        made.window().show(made.shell(), new Settings.WindowPlace(0, 0, 1000, 960, false), () -> { });
        made.tabs().restore(List.of(), "");
        composition = made;
        return this;
    }

    Composition window() {
        return Objects.requireNonNull(composition, person + " has no window");
    }

    void show(FileRef file) {
        window().tabs().open(file, false);
    }

    /// The node of the selected screen, or null when it is not there yet.
    @Nullable Node find(String id) {
        return window().window().stage().getScene().lookup("#" + id);
    }

    /// The fields of the selected member, whatever its first face is.
    void details() {
        ((ToggleButton) Objects.requireNonNull(find("face-details"))).fire();
    }

    boolean shows(String id) {
        Node node = find(id);
        while (node != null && node.isVisible()) {
            node = node.getParent();
        }
        return node == null && find(id) != null;
    }

    static String id(FieldSpec field) {
        return field.key().replace('.', '-');
    }

    @Nullable TextField field(FieldSpec field) {
        return (TextField) find("field-" + id(field));
    }

    String text(FieldSpec field) {
        TextField typed = field(field);
        return typed == null ? "" : typed.getText();
    }

    void type(FieldSpec field, String text) {
        TextField typed = Objects.requireNonNull(field(field));
        typed.requestFocus();
        typed.setText(text);
    }

    void press(String buttonId) {
        ((Button) Objects.requireNonNull(find(buttonId))).fire();
    }

    /// Everything that was open is let go; away from the JavaFX thread.
    @Override
    public void close() {
        feed.close();
        database.close();
    }
}
