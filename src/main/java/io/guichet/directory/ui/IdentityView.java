package io.guichet.directory.ui;

import io.guichet.directory.SearchRow;
import io.guichet.kernel.FileKind;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The same person elsewhere: in the header who is known to be, in the overview who may be.
final class IdentityView {

    private final MemberFaces faces;
    private final IdentityViewModel identity;
    private final Pen pen;
    private final Texts texts;
    private final ScreenLifecycle life;

    IdentityView(MemberFaces faces, Pen pen, ScreenLifecycle life) {
        this.faces = faces;
        this.identity = faces.identity();
        this.pen = pen;
        this.texts = pen.texts();
        this.life = life;
    }

    /// Keeps a button in `bar` for each file that is known to be about the same person.
    void fillHeader(Pane bar) {
        life.follow(identity.linked().valueProperty(), rows ->
                bar.getChildren().setAll(rows == null ? List.of() : rows.stream().map(this::also).toList()));
    }

    /// Files that may be about the same person, with what to answer; takes no room while there is none.
    VBox possible() {
        Label title = Pen.cell(texts.get("directory.identity.possible"), "section-title");
        ErrorPanel problem = new ErrorPanel();
        VBox rows = new VBox();
        rows.getStyleClass().add("line-list");
        VBox section = new VBox(title, problem, rows);
        section.setId("section-possible");
        section.getStyleClass().add("section");
        life.follow(identity.problemProperty(), shown -> problem.show(texts, shown, null));
        life.follow(() -> {
            List<SearchRow> found = identity.possible().value();
            boolean some = found != null && !found.isEmpty();
            section.setVisible(some);
            section.setManaged(some);
            rows.getChildren().setAll(some ? found.stream().map(this::perhaps).toList() : List.of());
            rows.setDisable(identity.decidingProperty().get());
        }, identity.possible().valueProperty(), identity.decidingProperty());
        return section;
    }

    private Node also(SearchRow row) {
        Button also = new Button(texts.get("directory.identity.also"), new CountryTag(row.ref().country()));
        also.setId("also-" + row.ref().country().folder() + "-" + row.ref().kind().code());
        also.getStyleClass().addAll("flat", "also-button");
        also.setContentDisplay(ContentDisplay.RIGHT);
        also.setMinWidth(Region.USE_PREF_SIZE);
        boolean insured = row.ref().kind() == FileKind.MEMBER;
        if (!insured) {
            also.setText(texts.get("directory.identity.account"));
        }
        also.setTooltip(new Tooltip(about(row)));
        also.setAccessibleText(also.getText() + " " + row.ref().country() + ": " + row.label());
        also.setOnAction(pressed -> {
            if (insured) {
                faces.showBeside(row.ref(), row.label());
            } else {
                pen.navigator().open(row.ref(), row.label(), false);
            }
        });
        return also;
    }

    private Node perhaps(SearchRow row) {
        Label name = Pen.cell(row.label(), "medium");
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox who = new HBox(new CountryTag(row.ref().country()), name, Pen.wide(detail(row), "secondary"));
        who.getStyleClass().add("line-first");
        List<Node> answers = new ArrayList<>();
        Button open = Icons.button(Feather.EXTERNAL_LINK, texts.get("directory.beside.open"));
        open.setOnAction(pressed -> pen.navigator().open(row.ref(), row.label(), false));
        String at = row.ref().country().folder() + "-" + row.ref().reference();
        if (identity.decides()) {
            Button same = new Button(texts.get("directory.identity.same"), Icons.of(Feather.LINK));
            same.setId("same-" + at);
            same.setOnAction(pressed -> identity.link(row.ref()));
            Button other = new Button(texts.get("directory.identity.notSame"));
            other.setId("notSame-" + at);
            other.getStyleClass().add("flat");
            other.setOnAction(pressed -> identity.keepApart(row.ref()));
            answers.addAll(List.of(same, other));
        }
        answers.add(open);
        HBox foot = new HBox(answers.toArray(Node[]::new));
        foot.getStyleClass().add("answers");
        VBox perhaps = new VBox(who, foot);
        perhaps.getStyleClass().add("perhaps");
        return perhaps;
    }

    private String about(SearchRow row) {
        return detail(row).isEmpty() ? row.label() : row.label() + ", " + detail(row);
    }

    private String detail(SearchRow row) {
        String born = row.birthDate() == null ? "" : pen.day(row.birthDate());
        return born.isEmpty() || row.detail().isEmpty() ? born + row.detail() : born + ", " + row.detail();
    }
}
