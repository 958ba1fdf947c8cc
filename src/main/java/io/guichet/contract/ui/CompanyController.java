package io.guichet.contract.ui;

import io.guichet.contract.ContractRow;
import io.guichet.country.Card;
import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FormView;
import io.guichet.kernel.FileKind;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ColumnFlow;
import io.guichet.platform.ui.CopyValue;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows a company: its contracts, its facts, who can be reached there, and what is being changed.
public final class CompanyController {

    private final CompanyViewModel company;
    private final ScreenParts parts;
    private final List<FilePanel> panels;
    private final Texts texts;

    @FXML private LoadingPane root;
    @FXML private VBox empty;
    @FXML private Label emptyText;
    @FXML private VBox failed;
    @FXML private ErrorPanel failure;
    @FXML private VBox file;
    @FXML private HBox who;
    @FXML private VBox messages;
    @FXML private ErrorPanel problem;
    @FXML private ColumnFlow blocks;
    @FXML private VBox rail;

    /// @param panels what other components bring; made once for the screen, their views with each view
    public CompanyController(CompanyViewModel company, ScreenParts parts, List<FilePanel> panels) {
        this.company = company;
        this.parts = parts;
        this.panels = panels;
        texts = parts.texts();
    }

    @FXML
    private void initialize() {
        ScreenLifecycle life = ScreenLifecycle.of(root);
        VBox description = new VBox();
        blocks.setBlocks(List.of(
                SectionBlock.of(texts.get("contract.company.contracts"), company.contracts(), texts, life,
                        rows -> new ContractRows(parts).view(rows, texts.get("contract.company.noContracts"), row -> null)),
                SectionBlock.of(texts.get("contract.people.title"), company.people(), texts, life, this::people),
                FormView.block(texts.get("contract.facts.title"), description)));
        rail.getChildren().add(SectionBlock.content(company.amendments(), texts, life,
                rows -> new AmendmentList(parts, parts.words()).view(rows, true)));
        panels.forEach(panel -> rail.getChildren().add(FormView.block(panel.title().getValue(), panel.createView())));
        life.follow(company.card().valueProperty(), found -> show(found, description));
        life.follow(this::showState, company.card().valueProperty(), company.card().problemProperty(),
                company.revealProblemProperty());
    }

    private void showState() {
        Optional<Card> found = company.card().value();
        boolean lost = company.card().problemProperty().get() != null;
        root.setLoading(found == null && !lost);
        show(failed, found == null && lost);
        failure.show(texts, company.card().problemProperty().get(), company::refresh);
        problem.show(texts, lost ? company.card().problemProperty().get() : company.revealProblemProperty().get(),
                lost ? company::refresh : null);
        show(messages, problem.isVisible());
        show(empty, found != null && found.isEmpty());
        show(file, found != null && found.isPresent());
        emptyText.setText(texts.get("contract.company.missing.text", company.ref().reference()));
    }

    private void show(@Nullable Optional<Card> found, VBox description) {
        if (found == null || found.isEmpty()) {
            return;
        }
        Card known = found.get();
        Label name = new Label(known.label());
        name.setId("companyName");
        name.getStyleClass().add("page-title");
        CopyValue number = new CopyValue(texts, texts.get("contract.company.number"), known.ref().reference());
        number.setId("copy-company");
        who.getChildren().setAll(new CountryTag(known.ref().country()), Icons.of(known.ref().kind()), name, number);
        description.getChildren().setAll(new FactsView(parts).make(
                new FieldForm(known.groups(), known.values(), false, parts.input(), texts.locale()), company::reveal));
    }

    private Node people(CompanyViewModel.People covered) {
        ContractRow contract = covered.contract();
        if (contract == null || covered.first().isEmpty()) {
            return SectionBlock.nothing(texts.get("contract.people.none"));
        }
        VBox lines = new VBox();
        lines.getStyleClass().add("entry-list");
        covered.first().forEach(each -> lines.getChildren().add(person(each)));
        if (covered.more()) {
            Button all = new Button(texts.get("contract.company.allPeople", contract.number()), Icons.of(FileKind.CONTRACT));
            all.setId("allPeople");
            all.setMnemonicParsing(false);
            all.getStyleClass().add("row-button");
            all.setOnAction(pressed -> parts.navigator().open(contract.ref(), contract.number(), false));
            lines.getChildren().add(all);
        }
        return lines;
    }

    private Node person(CoveredPerson each) {
        Button open = new Button(each.name(), Icons.of(each.member().kind()));
        open.setMnemonicParsing(false);
        open.setId("person-" + each.member().reference());
        open.getStyleClass().add("row-button");
        open.setOnAction(pressed -> parts.navigator().open(each.member(), each.name(), false));
        Label role = new Label(texts.get(each.role()));
        role.getStyleClass().add("muted");
        return SectionBlock.line(open, role);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
