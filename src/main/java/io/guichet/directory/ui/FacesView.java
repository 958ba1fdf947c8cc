package io.guichet.directory.ui;

import io.guichet.directory.ui.FacesViewModel.Face;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.ScreenLifecycle;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The faces of a member file: one is seen, those seen before stay as they were left, down to the scroll bar.
final class FacesView {

    private final MemberViewModel member;
    private final Pen pen;
    private final Clock clock;
    private final StackPane stage;
    private final ScreenLifecycle life;
    private final List<FilePanel> panels;
    private final Map<Face, Node> made = new EnumMap<>(Face.class);
    private @Nullable BesideViewModel shownBeside;

    /// @param panels brought by other components
    FacesView(MemberViewModel member, Pen pen, Clock clock, StackPane stage, ScreenLifecycle life, List<FilePanel> panels) {
        this.member = member;
        this.pen = pen;
        this.clock = clock;
        this.stage = stage;
        this.life = life;
        this.panels = panels;
    }

    /// Takes what is there already: the form and its history.
    void put(Face face, Node node) {
        made.put(face, node);
    }

    /// One button for each face into `bar`; shows what is to be seen from now on.
    void fill(HBox bar) {
        FacesViewModel faces = member.faces().faces();
        Texts texts = pen.texts();
        Map<Face, ToggleButton> buttons = new EnumMap<>(Face.class);
        for (Face face : Face.values()) {
            boolean always = face == Face.OVERVIEW || face == Face.DETAILS || face == Face.HISTORY;
            if (face != Face.BESIDE && (always || member.faces().overview().keepsCover())) {
                ToggleButton button = new ToggleButton(texts.get(key(face)));
                button.setId("face-" + face.name().toLowerCase(java.util.Locale.ROOT));
                button.getStyleClass().add("face-button");
                button.setMinWidth(ToggleButton.USE_PREF_SIZE);
                button.setOnAction(pressed -> {
                    faces.show(face);
                    button.setSelected(true);
                });
                buttons.put(face, button);
            }
        }
        bar.getChildren().setAll(buttons.values());
        OverviewViewModel overview = member.faces().overview();
        life.whileShown(() -> {
            overview.shown(true);
            return () -> overview.shown(false);
        });
        life.follow(() -> {
            Face face = faces.faceProperty().get();
            buttons.forEach((each, button) -> button.setSelected(each == face));
            show(face);
        }, faces.faceProperty(), member.faces().besideProperty());
    }

    private static String key(Face face) {
        return switch (face) {
            case OVERVIEW -> "directory.face.overview";
            case DETAILS -> "directory.face.details";
            case CONTRACTS -> "directory.face.contracts";
            case CLAIMS -> "directory.face.claims";
            case PAYMENTS -> "directory.face.payments";
            case HISTORY -> "directory.face.history";
            case BESIDE -> "directory.face.beside";
        };
    }

    private void show(Face face) {
        BesideViewModel beside = member.faces().besideProperty().get();
        if (beside != shownBeside) {
            stage.getChildren().remove(made.remove(Face.BESIDE));
            shownBeside = beside;
        }
        Node node = made.computeIfAbsent(face, wanted -> make(wanted, beside));
        if (!stage.getChildren().contains(node)) {
            stage.getChildren().add(node);
        }
        stage.getChildren().forEach(each -> each.setVisible(each == node));
    }

    /// A face has a lifecycle of its own: it is made while that of the screen is at work.
    private Node make(Face face, @Nullable BesideViewModel beside) {
        MemberFaces all = member.faces();
        StackPane holder = new StackPane();
        ScreenLifecycle own = ScreenLifecycle.of(holder);
        holder.getChildren().add(switch (face) {
            case OVERVIEW -> new OverviewView(all.overview(), pen, clock, own).whole(all.faces(),
                    new IdentityView(all, pen, own).possible(), panels);
            case CONTRACTS -> new OverviewView(all.overview(), pen, clock, own).contracts();
            case CLAIMS -> new LedgerView(pen, clock, own).claims(all.claims());
            case PAYMENTS -> new LedgerView(pen, clock, own).payments(all.payments());
            case BESIDE -> beside == null ? new HBox() : new BesideView(pen, clock, own).make(member, beside);
            case DETAILS, HISTORY -> throw new IllegalStateException(face + " comes with the screen");
        });
        holder.getChildren().stream().filter(ScrollPane.class::isInstance).map(ScrollPane.class::cast)
                .forEach(scroll -> all.places().keep(face.name(), scroll));
        return holder;
    }
}
