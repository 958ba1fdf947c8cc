package io.guichet.contract.ui;

import io.guichet.country.contract.ContractFile;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FormView;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ColumnFlow;
import io.guichet.platform.ui.CopyValue;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Shows a contract: who, what and until when in the header, then whom it covers, what it pays and what it costs, and at
/// the right what is being changed.
public final class ContractController {

    private final ContractViewModel contract;
    private final ScreenParts parts;
    private final List<FilePanel> panels;
    private final Texts texts;
    private final ContractWords words;
    private @Nullable CopyValue number;

    @FXML private LoadingPane root;
    @FXML private VBox empty;
    @FXML private Label emptyText;
    @FXML private VBox failed;
    @FXML private ErrorPanel failure;
    @FXML private VBox file;
    @FXML private HBox who;
    @FXML private FlowPane facts;
    @FXML private HBox asOf;
    @FXML private VBox messages;
    @FXML private ErrorPanel problem;
    @FXML private ScrollPane scroll;
    @FXML private ColumnFlow blocks;
    @FXML private VBox rail;
    @FXML private Button amend;
    @FXML private Button batch;

    /// @param panels what other components bring; made once for the screen, their views with each view
    public ContractController(ContractViewModel contract, ScreenParts parts, List<FilePanel> panels) {
        this.contract = contract;
        this.parts = parts;
        this.panels = panels;
        texts = parts.texts();
        words = parts.words();
    }

    @FXML
    private void initialize() {
        ScreenLifecycle life = ScreenLifecycle.of(root);
        new DayChooser(texts, contract.dayProperty()::get, contract::show).fill(asOf, life, contract.dayProperty());
        amend.setGraphic(Icons.of(Feather.PLUS));
        batch.setGraphic(Icons.of(Feather.UPLOAD));
        show(amend, contract.editable());
        show(batch, contract.editable());
        amend.setOnAction(pressed -> parts.navigator().open(NewAmendment.id(contract.ref(), null), false));
        batch.setOnAction(pressed -> parts.navigator().open(BatchScreen.id(contract.ref()), false));
        VBox description = new VBox();
        blocks.setBlocks(List.of(
                FormView.block(texts.get("contract.people.title"), new PeopleView(contract, parts, scroll.heightProperty()).make(life)),
                SectionBlock.of(texts.get("contract.guarantees.title"), contract.guarantees(), texts, life,
                        new CoverViews(texts, words)::guarantees),
                SectionBlock.of(texts.get("contract.premium.title"), contract.premium(), texts, life,
                        new CoverViews(texts, words)::premium),
                FormView.block(texts.get("contract.facts.title"), description)));
        rail.getChildren().add(SectionBlock.content(contract.amendments(), texts, life,
                rows -> new AmendmentList(parts, words).view(rows, false)));
        panels.forEach(panel -> rail.getChildren().add(FormView.block(panel.title().getValue(), panel.createView())));
        life.follow(contract.file().valueProperty(), found -> showFile(found, description));
        life.follow(this::showState, contract.file().valueProperty(), contract.file().problemProperty(),
                contract.revealProblemProperty());
    }

    /// Copies the contract's number.
    void copyNumber() {
        if (number != null) {
            number.copy();
        }
    }

    private void showState() {
        Optional<ContractFile> found = contract.file().value();
        boolean lost = contract.file().problemProperty().get() != null;
        root.setLoading(found == null && !lost);
        show(failed, found == null && lost);
        failure.show(texts, contract.file().problemProperty().get(), contract::refresh);
        problem.show(texts, lost ? contract.file().problemProperty().get() : contract.revealProblemProperty().get(),
                lost ? contract::refresh : null);
        show(messages, problem.isVisible());
        show(empty, found != null && found.isEmpty());
        show(file, found != null && found.isPresent());
        emptyText.setText(texts.get("contract.page.missing.text", contract.ref().reference()));
    }

    private void showFile(@Nullable Optional<ContractFile> found, VBox description) {
        if (found == null || found.isEmpty()) {
            return;
        }
        ContractFile known = found.get();
        Label title = new Label(known.number());
        title.setId("contractNumber");
        title.getStyleClass().add("page-title");
        List<Node> first = new ArrayList<>(List.of(new CountryTag(known.ref().country()), Icons.of(known.ref().kind()),
                title, words.state(known.state())));
        first.add(holder(known));
        who.getChildren().setAll(first);
        CopyValue copied = new CopyValue(texts, texts.get("contract.page.number"), known.number());
        copied.setId("copy-number");
        number = copied;
        facts.getChildren().setAll(
                CopyValue.captioned(texts.get("contract.page.number"), copied),
                CopyValue.captioned(texts, texts.get("contract.list.product"), known.product()),
                CopyValue.captioned(texts, texts.get("contract.page.period"), words.period(known.from(), known.to())),
                CopyValue.captioned(texts, texts.get("contract.list.renewal"),
                        known.renewal() == null ? texts.get("contract.preview.none") : words.month(known.renewal())),
                CopyValue.captioned(texts, texts.get("contract.page.people"), words.amounts().count(known.people())));
        describe(known, description);
    }

    private Node holder(ContractFile known) {
        if (known.holder() == null) {
            Label name = new Label(known.holderName());
            name.getStyleClass().add("muted");
            return name;
        }
        Button open = new Button(known.holderName(), Icons.of(known.holder().kind()));
        open.setId("holder");
        open.setMnemonicParsing(false);
        open.getStyleClass().add("row-button");
        open.setOnAction(pressed -> parts.navigator().open(known.holder(), known.holderName(), false));
        return open;
    }

    private void describe(ContractFile known, VBox description) {
        FieldForm form = new FieldForm(known.groups(), known.values(), false, parts.input(), texts.locale());
        description.getChildren().setAll(new FactsView(parts).make(form, contract::reveal));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
