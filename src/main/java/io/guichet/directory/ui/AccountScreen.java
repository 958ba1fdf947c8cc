package io.guichet.directory.ui;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Shortcut;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/// The account of somebody who is insured nowhere, in a tab.
final class AccountScreen implements Screen {

    private final AccountViewModel account;
    private final Workplace workplace;
    private final FxmlViews views;
    private final Texts texts;
    private final Navigator navigator;
    private final ObservableValue<String> title;
    private final ReadOnlyBooleanWrapper nothingTyped = new ReadOnlyBooleanWrapper(false);

    AccountScreen(FileRef ref, Workplace workplace, FxmlViews views, Texts texts, Navigator navigator) {
        this.workplace = workplace;
        this.views = views;
        this.texts = texts;
        this.navigator = navigator;
        account = new AccountViewModel(ref, workplace);
        title = Words.title(account.titleProperty(), ref.kind(), texts);
        account.start();
    }

    @Override
    public String id() {
        return FileScreens.id(account.ref());
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public void expect(String label) {
        account.expect(label);
    }

    @Override
    public Optional<CountryCode> country() {
        return Optional.of(account.ref().country());
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return nothingTyped.getReadOnlyProperty();
    }

    @Override
    public Parent createView() {
        return views.view("directory/account").with(AccountController.class,
                () -> new AccountController(account, workplace.clock(), workplace.input(), texts, navigator)).load();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of();
    }

    @Override
    public void close() {
        account.close();
    }
}
