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

/// A company, contract or claim in a tab.
final class CardScreen implements Screen {

    private final CardViewModel card;
    private final Workplace workplace;
    private final FxmlViews views;
    private final Texts texts;
    private final ObservableValue<String> title;
    private final Navigator navigator;
    private final ReadOnlyBooleanWrapper nothingTyped = new ReadOnlyBooleanWrapper(false);

    CardScreen(FileRef ref, Workplace workplace, FxmlViews views, Texts texts, Navigator navigator) {
        this.workplace = workplace;
        this.views = views;
        this.texts = texts;
        this.navigator = navigator;
        card = new CardViewModel(ref, workplace, texts.locale());
        title = Words.title(card.titleProperty(), card.ref().kind(), texts);
        card.start();
    }

    @Override
    public String id() {
        return FileScreens.id(card.ref());
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public void expect(String label) {
        card.expect(label);
    }

    @Override
    public Optional<CountryCode> country() {
        return Optional.of(card.ref().country());
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return nothingTyped.getReadOnlyProperty();
    }

    @Override
    public Parent createView() {
        card.use(texts.locale());
        return views.view("directory/card")
                .with(CardController.class, () -> new CardController(card, workplace, texts, navigator)).load();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of();
    }

    @Override
    public void close() {
        card.close();
    }
}
