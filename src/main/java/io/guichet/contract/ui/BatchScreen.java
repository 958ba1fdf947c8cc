package io.guichet.contract.ui;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.Screen;
import io.guichet.platform.ui.Shortcut;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/// Many changes of a contract from a file, in a tab.
final class BatchScreen implements Screen {

    private static final String SCREEN = "amendment-batch";
    private static final Pattern FORM = Pattern.compile(SCREEN + ":([A-Z]{2}):([^:]+)");

    private final BatchViewModel batch;
    private final ScreenParts parts;
    private final ReadOnlyBooleanWrapper nothingTyped = new ReadOnlyBooleanWrapper(false);

    BatchScreen(FileRef contract, ContractWork work, ScreenParts parts) {
        this.parts = parts;
        batch = new BatchViewModel(contract, work);
        batch.start();
    }

    /// The id of the screen for that contract.
    static String id(FileRef contract) {
        return SCREEN + ":" + contract.country() + ":" + NewAmendment.escaped(contract.reference());
    }

    /// The contract that a screen of that id changes, or empty when it is none of these.
    static Optional<FileRef> contract(String id) {
        Matcher matcher = FORM.matcher(id);
        return matcher.matches() ? Optional.of(new FileRef(CountryCode.of(matcher.group(1)), FileKind.CONTRACT,
                NewAmendment.plain(matcher.group(2)))) : Optional.empty();
    }

    @Override
    public String id() {
        return id(batch.contract());
    }

    @Override
    public ObservableValue<String> title() {
        return parts.texts().localeProperty().map(language -> parts.texts().get("contract.batch.title"));
    }

    @Override
    public Optional<CountryCode> country() {
        return Optional.of(batch.contract().country());
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return nothingTyped.getReadOnlyProperty();
    }

    @Override
    public Parent createView() {
        return parts.views().view("contract/batch")
                .with(BatchController.class, () -> new BatchController(batch, parts)).load();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of();
    }

    @Override
    public void close() {
        batch.close();
    }
}
