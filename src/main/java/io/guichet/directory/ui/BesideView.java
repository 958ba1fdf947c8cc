package io.guichet.directory.ui;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.ScreenLifecycle;
import java.time.Clock;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One person in two countries: both overviews, each under its own country.
final class BesideView {

    private final Pen pen;
    private final Texts texts;
    private final Clock clock;
    private final ScreenLifecycle life;

    BesideView(Pen pen, Clock clock, ScreenLifecycle life) {
        this.pen = pen;
        this.texts = pen.texts();
        this.clock = clock;
        this.life = life;
    }

    /// Both sides.
    HBox make(MemberViewModel member, BesideViewModel beside) {
        HBox both = new HBox();
        both.getStyleClass().add("beside");
        life.whileShown(() -> {
            beside.overview().shown(true);
            return () -> beside.overview().shown(false);
        });
        OverviewViewModel own = member.faces().overview();
        Label name = new Label();
        life.follow(member.titleProperty(), name::setText);
        VBox left = side(own, name, new OverviewView(own, pen, clock, life).compact("beside-own"));
        Label otherName = new Label();
        life.follow(beside.nameProperty(), otherName::setText);
        VBox right = side(beside.overview(), otherName, other(beside));
        Button open = Icons.button(Feather.EXTERNAL_LINK, texts.get("directory.beside.open"));
        open.setId("openBeside");
        open.setOnAction(pressed -> pen.navigator().open(beside.other(), beside.nameProperty().get(), false));
        HBox head = (HBox) right.getChildren().getFirst();
        if (member.faces().identity().decides()) {
            Button unlink = new Button(texts.get("directory.identity.notSame"));
            unlink.setId("unlink");
            unlink.getStyleClass().add("flat");
            unlink.setMinWidth(Region.USE_PREF_SIZE);
            unlink.setOnAction(pressed -> member.faces().unlinkBeside());
            head.getChildren().add(unlink);
        }
        head.getChildren().add(open);
        both.getChildren().setAll(left, right);
        return both;
    }

    private VBox side(OverviewViewModel overview, Label name, Node content) {
        name.getStyleClass().add("section-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        CoverBadge badge = new CoverBadge(texts);
        life.follow(() -> badge.show(overview.standing().getValue(), overview.dayProperty().get(), overview.isToday()),
                overview.standing(), overview.dayProperty());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(new CountryTag(overview.member().country()), name, badge, between);
        head.getStyleClass().add("beside-head");
        VBox side = new VBox(head, content);
        side.getStyleClass().add("beside-side");
        side.setPrefWidth(0);
        side.setMinWidth(0);
        HBox.setHgrow(side, Priority.ALWAYS);
        VBox.setVgrow(content, Priority.ALWAYS);
        return side;
    }

    private Node other(BesideViewModel beside) {
        ErrorPanel problem = new ErrorPanel();
        Label missing = Pen.nothing(texts.get("directory.beside.missing"));
        Node overview = new OverviewView(beside.overview(), pen, clock, life).compact("beside-other");
        LoadingPane loading = new LoadingPane();
        StackPane content = new StackPane(new VBox(problem, missing), overview);
        loading.setRows(8);
        loading.setContent(content);
        life.follow(beside.stateProperty(), state -> {
            loading.setLoading(state == MemberViewModel.State.LOADING);
            overview.setVisible(state == MemberViewModel.State.OPEN);
            missing.setVisible(state == MemberViewModel.State.MISSING);
        });
        life.follow(beside.problemProperty(), shown -> problem.show(texts, shown, beside::load));
        return loading;
    }
}
