package io.guichet.contract.ui;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Shortcut;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/// A company in a tab.
final class CompanyScreen implements Screen {

    private final CompanyViewModel company;
    private final ScreenParts parts;
    private final List<FilePanel> panels;
    private final ObservableValue<String> title;
    private final ReadOnlyBooleanWrapper nothingTyped = new ReadOnlyBooleanWrapper(false);

    CompanyScreen(FileRef ref, ContractWork work, ScreenParts parts) {
        this.parts = parts;
        company = new CompanyViewModel(ref, work);
        panels = parts.panels(ref);
        title = Bindings.createStringBinding(() -> company.titleProperty().get().isEmpty()
                ? parts.texts().get("contract.company.kind") : company.titleProperty().get(),
                company.titleProperty(), parts.texts().localeProperty());
        company.refresh();
    }

    @Override
    public String id() {
        return FileScreens.id(company.ref());
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public void expect(String label) {
        company.expect(label);
    }

    @Override
    public Optional<CountryCode> country() {
        return Optional.of(company.ref().country());
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return nothingTyped.getReadOnlyProperty();
    }

    @Override
    public Parent createView() {
        return parts.views().view("contract/company").with(CompanyController.class,
                () -> new CompanyController(company, parts, panels)).load();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of();
    }

    @Override
    public void refresh() {
        company.refresh();
        panels.forEach(FilePanel::refresh);
    }

    @Override
    public void close() {
        company.close();
        panels.forEach(FilePanel::close);
    }
}
