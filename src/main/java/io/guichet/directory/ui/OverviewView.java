package io.guichet.directory.ui;

import io.guichet.country.cover.Allowance;
import io.guichet.country.cover.Cover;
import io.guichet.directory.ui.FacesViewModel.Face;
import io.guichet.directory.ui.OverviewColumns.Block;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.SectionPane;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The overview of one member: its sections in columns.
final class OverviewView {

    /// How high the window must be, in pixels, to show more than a few lines of each.
    private static final double TALL = 720;

    private final OverviewViewModel overview;
    private final Pen pen;
    private final Texts texts;
    private final ScreenLifecycle life;
    private final CoverLines coverLines;
    private final ClaimLines claimLines;
    private final SimpleBooleanProperty room = new SimpleBooleanProperty();

    OverviewView(OverviewViewModel overview, Pen pen, Clock clock, ScreenLifecycle life) {
        this.overview = overview;
        this.pen = pen;
        this.texts = pen.texts();
        this.life = life;
        coverLines = new CoverLines(pen);
        claimLines = new ClaimLines(pen, clock.getZone(), room);
    }

    /// The first face of a member's tab.
    ///
    /// @param faces    where the whole lists are
    /// @param possible files that may be about the same person
    /// @param panels   brought by other components: below what happened, and the last, the longest, below the household
    ScrollPane whole(FacesViewModel faces, Node possible, List<FilePanel> panels) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block(possible, 0, 0));
        if (overview.keepsCover()) {
            blocks.add(new Block(cover(), 0, 0));
            blocks.add(new Block(household(), 0, 0));
            blocks.add(new Block(claims().with(all("allClaims", faces, Face.CLAIMS)), 1, 1));
            blocks.add(new Block(payments().with(all("allPayments", faces, Face.PAYMENTS)), 1, 1));
        } else {
            blocks.add(new Block(keepsNone(), 0, 0));
        }
        blocks.add(new Block(happened(), 1, 2));
        for (int index = 0; index < panels.size(); index++) {
            blocks.add(new Block(panel(panels.get(index)), panels.size() > 1 && index == panels.size() - 1 ? 0 : 1, 2));
        }
        OverviewColumns columns = new OverviewColumns(blocks, 3);
        ScrollPane scroll = scrolling(columns, "overview-scroll");
        room.bind(columns.wideProperty().and(scroll.heightProperty().greaterThan(TALL)));
        return scroll;
    }

    /// One of two overviews side by side.
    ScrollPane compact(String id) {
        List<Block> blocks = new ArrayList<>();
        if (overview.keepsCover()) {
            blocks.add(new Block(cover(), 0, 0));
            blocks.add(new Block(household(), 0, 0));
            blocks.add(new Block(claims(), 0, 0));
            blocks.add(new Block(payments(), 0, 0));
        } else {
            blocks.add(new Block(keepsNone(), 0, 0));
        }
        blocks.add(new Block(happened(), 0, 0));
        return scrolling(new OverviewColumns(blocks, 1), id);
    }

    /// Every cover in full.
    ScrollPane contracts() {
        SectionPane pane = new SectionPane(texts.get("directory.overview.contracts"), 3)
                .show(overview.covers(), texts, life, covers -> coverLines.covers(covers, true));
        VBox page = new VBox(pane);
        page.getStyleClass().addAll("overview-page", "contract-page");
        pane.getStyleClass().add("contract-section");
        return scrolling(page, "contracts-scroll");
    }

    private Node cover() {
        SectionPane covers = new SectionPane(" ", 2)
                .show(overview.covers(), texts, life, found -> coverLines.covers(found, false));
        covers.setId("section-cover");
        SectionPane allowances = new SectionPane("", 5)
                .show(overview.allowances(), texts, life, coverLines::allowances);
        Label counted = Pen.nothing(texts.get("directory.overview.allowances.counted"));
        counted.setId("allowancesCounted");
        counted.setGraphic(Icons.of(Feather.INFO));
        life.follow(() -> {
            boolean covered = coveredOrUnknown();
            covers.setTitle(overview.isToday()
                    ? texts.get(covered ? "directory.overview.cover.today" : "directory.overview.cover.noneToday")
                    : texts.get(covered ? "directory.overview.cover.on" : "directory.overview.cover.noneOn", overview.dayProperty().get()));
            // Where nothing covers, nothing is limited.
            show(allowances, covered);
            List<Allowance> limits = overview.allowances().value();
            show(counted, covered && !overview.isToday() && limits != null && !limits.isEmpty());
        }, overview.dayProperty(), overview.covers().valueProperty(), overview.allowances().valueProperty());
        allowances.setId("section-allowances");
        allowances.getStyleClass().add("section-below");
        VBox both = new VBox(covers, allowances, counted);
        both.getStyleClass().add("section-pair");
        return both;
    }

    private boolean coveredOrUnknown() {
        List<Cover> known = overview.covers().value();
        return known == null || known.stream()
                .anyMatch(cover -> cover.state() == Cover.State.RUNNING || cover.state() == Cover.State.SUSPENDED);
    }

    private SectionPane household() {
        SectionPane pane = new SectionPane(texts.get("directory.overview.household"), 3)
                .show(overview.household(), texts, life, coverLines::household);
        pane.setId("section-household");
        return pane;
    }

    private SectionPane claims() {
        SectionPane pane = new SectionPane(texts.get("directory.overview.claims"), ClaimLines.FEW_CLAIMS)
                .show(overview.claims(), texts, life, claimLines::claims);
        pane.setId("section-claims");
        return pane;
    }

    private SectionPane payments() {
        SectionPane pane = new SectionPane(texts.get("directory.overview.payments"), ClaimLines.FEW_PAYMENTS)
                .show(overview.payments(), texts, life, claimLines::payments);
        pane.setId("section-payments");
        return pane;
    }

    private SectionPane happened() {
        SectionPane pane = new SectionPane(texts.get("directory.overview.happened"), ClaimLines.FEW_EVENTS)
                .show(overview.happened(), texts, life, claimLines::happened);
        pane.setId("section-happened");
        return pane;
    }

    private Node keepsNone() {
        Label title = Pen.cell(texts.get("directory.overview.noCover.title"), "section-title");
        String country = Locale.of("", overview.member().country().value()).getDisplayCountry(texts.locale());
        VBox none = new VBox(title, Pen.nothing(texts.get("directory.overview.noCover.text", country)));
        none.setId("noCover");
        none.getStyleClass().add("section");
        return none;
    }

    private Node panel(FilePanel panel) {
        Label title = new Label();
        title.getStyleClass().add("section-title");
        life.follow(panel.title(), title::setText);
        VBox block = new VBox(title, panel.createView());
        block.getStyleClass().add("section");
        return block;
    }

    private Button all(String id, FacesViewModel faces, Face face) {
        Button all = new Button(texts.get("directory.overview.all"));
        all.setId(id);
        all.getStyleClass().addAll("flat", "link-button");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setOnAction(pressed -> faces.show(face));
        return all;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static ScrollPane scrolling(Node content, String id) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setId(id);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }
}
