package io.guichet.care.ui;

import io.guichet.care.CaseRow;
import io.guichet.platform.i18n.Moments;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Draws the cases of a member, those that are not closed first, and the form of a new one.
final class CasesView {

    private static final int FEW = 5;
    private static final int BARS = 2;

    private final CasesViewModel cases;
    private final CaseDesk desk;
    private final Texts texts;
    private final Moments moments;
    private final VBox root = new VBox();
    private final VBox rows = new VBox();
    private final LoadingPane loading = new LoadingPane();
    private final ErrorPanel failure = new ErrorPanel();

    CasesView(CasesViewModel cases, CaseDesk desk) {
        this.cases = cases;
        this.desk = desk;
        this.texts = desk.texts();
        moments = new Moments(texts, desk.clock());
    }

    /// Made anew for each language; its subscriptions live as long as it is seen.
    Node node() {
        root.setId("cases");
        root.getStyleClass().add("file-panel");
        rows.getStyleClass().add("panel-rows");
        loading.setRows(BARS);
        loading.setContent(rows);
        Button begin = new Button(texts.get("care.panel.new"), Icons.of(Feather.PLUS));
        begin.setId("case-new");
        begin.setOnAction(pressed -> cases.begin());
        ScreenLifecycle life = ScreenLifecycle.of(root);
        VBox form = new NewCaseForm(cases, texts).node(life);
        root.getChildren().setAll(begin, form, failure, loading);
        life.whileShown(() -> {
            cases.load();
            return Subscription.EMPTY;
        });
        life.follow(cases.writingProperty(), writing -> {
            show(begin, cases.changes() && !writing);
            show(form, writing);
        });
        life.follow(cases.rows().problemProperty(), cause -> failure.show(texts, cause, cases::load));
        life.follow(this::showRows, cases.rows().valueProperty(), cases.rows().problemProperty(), cases.expandedProperty());
        return root;
    }

    private void showRows() {
        List<CaseRow> found = cases.rows().value();
        boolean failed = cases.rows().problemProperty().get() != null;
        loading.setLoading(found == null && !failed);
        show(loading, found != null || !failed);
        if (found == null) {
            rows.getChildren().clear();
            return;
        }
        int seen = cases.expandedProperty().get() ? found.size() : Math.min(FEW, found.size());
        rows.getChildren().setAll(found.subList(0, seen).stream().map(this::row).toList());
        if (found.isEmpty()) {
            Label none = new Label(texts.get("care.panel.none"));
            none.getStyleClass().add("secondary");
            none.setWrapText(true);
            rows.getChildren().add(none);
        } else if (found.size() > FEW) {
            Button more = new Button(seen == found.size() ? texts.get("care.panel.fewer")
                    : texts.get("care.panel.all", found.size()));
            more.setId("cases-more");
            more.getStyleClass().add("flat");
            more.setOnAction(pressed -> cases.expandedProperty().set(seen < found.size()));
            rows.getChildren().add(more);
        }
    }

    private Node row(CaseRow row) {
        Label title = new Label(row.title());
        title.getStyleClass().add("medium");
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox first = new HBox(title, CaseWords.shown(texts, row.state()));
        first.getStyleClass().add("case-first");
        Label what = new Label(String.join(" · ", row.number(), CaseWords.topic(texts, row.topic()),
                CaseWords.channel(texts, row.channel())));
        what.getStyleClass().add("secondary");
        Label who = new Label(row.closed() == null ? texts.get("care.panel.since", moments.of(row.opened()), row.by())
                : texts.get("care.panel.until", moments.of(row.closed()), row.by()));
        who.getStyleClass().add("caption");
        VBox words = new VBox(first, what, who);
        words.setMinWidth(0);
        Button open = new Button();
        open.setGraphic(words);
        open.setId("case-" + row.number());
        open.getStyleClass().addAll("flat", "row-button", "case-row");
        open.setMaxWidth(Double.MAX_VALUE);
        // As wide as the panel, not as its words: they are cut where they do not fit.
        words.prefWidthProperty().bind(rows.widthProperty());
        open.setAccessibleText(String.join(", ", row.title(), CaseWords.state(texts, row.state()), row.number()));
        open.setOnAction(pressed -> desk.navigator().open(row.ref(), row.number(), false));
        return open;
    }

    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
